/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Mappings that are kept; the oldest go. */
#define LV_IMPORT_MAX_REMEMBERED 200

/**
 * LvRemembered:
 * @signature: of the heads of a table, see lv_mapping_signature()
 * @date: when it was kept, YYYY-MM-DD
 * @head: the row that the heads stood in
 * @mapping: as lv_mapping_to_string() writes it
 *
 * What the columns of such tables meant the last time.
 */
typedef struct
{
  char *signature;
  char *date;
  int head;
  char *mapping;
} LvRemembered;

void lv_remembered_free (LvRemembered *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvRemembered, lv_remembered_free)

LvRemembered *lv_import_memory_find (const char *path, const char *signature) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_import_memory_keep (const char *path, const LvRemembered *what, GError **error);

G_END_DECLS
