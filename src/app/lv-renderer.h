/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lv_renderer_has_graphics (const char *devices);
void lv_renderer_choose (void);

G_END_DECLS
