/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LvZipEdit:
 * @name: of a part of the file
 * @edit: makes another text of it, (transfer full) (nullable): %NULL leaves it as it is
 */
typedef struct
{
  const char *name;
  char *(*edit) (const char *text, gpointer user_data);
  gpointer user_data;
} LvZipEdit;

GBytes *lv_zip_edit (GBytes *zip, const LvZipEdit *edits, guint n_edits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
