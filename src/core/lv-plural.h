/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lv_plural_pick (const char *forms, gsize length, const char *number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
