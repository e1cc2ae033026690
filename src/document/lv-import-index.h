/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-data.h"
#include "lv-model.h"

G_BEGIN_DECLS

/**
 * LvImportIndex:
 *
 * Finds series, parameters and members by what people call them: ids and titles, in any case of letters and
 * with any spaces.
 */
typedef struct
{
  const LvModel *model;
  GHashTable *titles;  /* folded -> LvNode, or the index itself where several have it */
  GHashTable *members; /* LvAxis -> (folded -> index + 1; 0 where several have it) */
} LvImportIndex;

LvImportIndex *lv_import_index_new (const LvModel *model) G_GNUC_WARN_UNUSED_RESULT;
void lv_import_index_free (LvImportIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvImportIndex, lv_import_index_free)

char *lv_import_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_import_same_words (const char *a, const char *b);
const LvNode *lv_import_index_node (LvImportIndex *self, const char *text, char **members,
                                    gboolean *ambiguous);
int lv_import_index_member (LvImportIndex *self, const LvAxis *axis, const LvDataCell *cell);

G_END_DECLS
