/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LvDocEntry:
 * @key: (nullable): all that stands before =, "set ta.vaekst@2026"; %NULL for a comment or an empty line
 * @value: the text after = as it stands in the file, lines that continue it included; of a comment the
 *   whole line
 */
typedef struct
{
  char *key;
  char *value;
} LvDocEntry;

/**
 * LvDocGroup:
 * @kind: "" for what stands before the first header
 * @id: as in the header
 * @entries: LvDocEntry
 *
 * A group of a user's document as it is written. It never changes: an edit makes another, so that steps of
 * undo share what they have in common.
 */
typedef struct
{
  gatomicrefcount refs;
  char *kind;
  char *id;
  GArray *entries;
} LvDocGroup;

LvDocGroup *lv_doc_group_new (const char *kind, const char *id) G_GNUC_WARN_UNUSED_RESULT;
LvDocGroup *lv_doc_group_ref (LvDocGroup *self);
void lv_doc_group_unref (LvDocGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvDocGroup, lv_doc_group_unref)

gboolean lv_doc_group_is (const LvDocGroup *self, const char *kind, const char *id);
const LvDocEntry *lv_doc_group_find (const LvDocGroup *self, const char *key);
char *lv_doc_group_get (const LvDocGroup *self, const char *key) G_GNUC_WARN_UNUSED_RESULT;
LvDocGroup *lv_doc_group_with (const LvDocGroup *self, const char *key, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
LvDocGroup *lv_doc_group_with_lines (const LvDocGroup *self, const GPtrArray *keys,
                                     const GPtrArray *texts) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *lv_doc_group_lines (const LvDocGroup *self) G_GNUC_WARN_UNUSED_RESULT;
char *lv_doc_entry_text (const LvDocEntry *self) G_GNUC_WARN_UNUSED_RESULT;
LvDocGroup *lv_doc_group_with_nothing (const LvDocGroup *self, const char *key)
    G_GNUC_WARN_UNUSED_RESULT;
LvDocGroup *lv_doc_group_renamed (const LvDocGroup *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;
LvDocGroup *lv_doc_group_rekeyed (const LvDocGroup *self, guint entry, const char *key)
    G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *lv_doc_groups_read (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *lv_doc_groups_write (const GPtrArray *groups) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_doc_groups_copy (const GPtrArray *groups) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_doc_groups_equal (const GPtrArray *a, const GPtrArray *b);

G_END_DECLS
