/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether an office program has a file open; the kernel does not know, so what such programs leave beside it is read. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lv_file_open_by (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
