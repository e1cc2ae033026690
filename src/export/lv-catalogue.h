/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-grid.h"
#include "lv-measure-effect.h"
#include "lv-plan.h"
#include "lv-side.h"

G_BEGIN_DECLS

/** The budget year and its three overslagsår. */
#define LV_CATALOGUE_YEARS 4

/** What something does, year by year. */
typedef struct
{
  LvValue year[LV_CATALOGUE_YEARS];
} LvCatalogueRow;

/** An input that an effect rests on; @with_members: it is one of several, so its members are told. */
typedef struct
{
  const LvNode *node;
  gsize cell;
  gboolean with_members;
} LvCatalogueAssumption;

/**
 * LvCatalogueEntry:
 * @item: the measure
 * @on: it is on in the scenario
 * @assessed: what it does to the gap is known, at least for one year
 * @alone: what it does to the gap when no other measure is on
 * @beside: what it does to the gap in the scenario, beside those that are on; only where it is on
 * @positions: alone, where the sheet names positions
 * @lines: (owned) (element-type LvMeasureLine): its effects, none when it has none
 * @values: (owned) (element-type LvCatalogueRow): of @lines, alone
 * @assumptions: (owned) (element-type LvCatalogueAssumption)
 * @counted: (owned) (element-type LvCatalogueRow): of @lines, in the scenario
 */
typedef struct
{
  const LvItem *item;
  gboolean on;
  gboolean assessed;
  LvCatalogueRow alone;
  LvCatalogueRow beside;
  LvCatalogueRow positions;
  GPtrArray *lines;
  GArray *values;
  GArray *counted;
  GArray *assumptions;
} LvCatalogueEntry;

/**
 * LvCatalogue:
 * @gap: what the measures move: the pack's head
 * @years: the axis of its years
 * @year: those that are shown
 * @unit: of amounts
 * @positions: (nullable): what counts positions
 * @entries: (owned) LvCatalogueEntry, in the order of the pack
 * @actions: (owned) LvAction, of all plans
 *
 * Measures with what each does alone, and what they do together.
 */
typedef struct
{
  const LvPack *pack;
  const LvModel *model;
  const LvState *state;
  const LvState *base;
  LvSide side;
  LvPlan *plan; /* (owned) */
  const LvNode *gap;
  const LvAxis *years;
  guint year[LV_CATALOGUE_YEARS];
  guint n_years;
  const LvUnit *unit;
  const LvNode *positions;
  LvState *untouched; /* (owned) */
  GPtrArray *entries;
  GPtrArray *actions;
} LvCatalogue;

LvCatalogue *lv_catalogue_new (const LvSheet *sheet, const LvSide *side, const LvState *base)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_catalogue_free (LvCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvCatalogue, lv_catalogue_free)

gboolean lv_catalogue_together (const LvCatalogue *self, gboolean only_on, const LvNode *node, LvCatalogueRow *row,
                                GPtrArray *conflicts);
const char *lv_catalogue_word (const LvPack *pack, const char *name);
void lv_catalogue_add_value (const LvCatalogue *self, LvGridRow *row, const LvNode *node, LvValue value);
double lv_catalogue_shown (const LvCatalogue *self, const LvNode *node, double number);
void lv_catalogue_years (const LvCatalogue *self, LvGrid *grid);

/* lv-catalogue-sum.c, lv-catalogue-text.c, lv-catalogue-page.c */
GPtrArray *lv_catalogue_sums (const LvCatalogue *self) G_GNUC_WARN_UNUSED_RESULT;
LvGrid *lv_catalogue_list (const LvCatalogue *self, const char *title) G_GNUC_WARN_UNUSED_RESULT;
char *lv_catalogue_in_scenario (const LvState *state, const LvItem *measure) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_catalogue_pages (const LvCatalogue *self, const GDate *today) G_GNUC_WARN_UNUSED_RESULT;
LvGrid *lv_catalogue_effects (const LvCatalogue *self) G_GNUC_WARN_UNUSED_RESULT;
LvGrid *lv_catalogue_assumptions (const LvCatalogue *self, const LvCatalogueEntry *only) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
