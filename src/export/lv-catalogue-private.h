/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-catalogue.h"

G_BEGIN_DECLS

/* lv-catalogue-text.c */
LvGrid *lv_catalogue_about (const LvCatalogue *self, const LvCatalogueEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_catalogue_actions (const LvCatalogue *self, const LvCatalogueEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
char *lv_catalogue_origin (const LvPack *pack, const LvItem *item) G_GNUC_WARN_UNUSED_RESULT;

/**
 * LvCatalogueTable:
 * @of_all: it has the measure in its first column; else it is of one
 *
 * A table that is filled.
 */
typedef struct
{
  const LvCatalogue *catalogue;
  LvGrid *grid;
  gboolean of_all;
} LvCatalogueTable;

/* lv-catalogue-assume.c */
void lv_catalogue_find_assumptions (const LvCatalogue *self, LvCatalogueEntry *entry);

/* lv-catalogue-page.c */
LvGrid *lv_catalogue_table_new (const LvCatalogue *self, const char *title, const char *what, gboolean of_all)
    G_GNUC_WARN_UNUSED_RESULT;
LvGridRow *lv_catalogue_table_row (LvCatalogueTable *self, const LvCatalogueEntry *entry, const char *what);
char *lv_catalogue_unit_text (const LvCatalogue *self, const LvNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
