/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-export-set.h"
#include "lv-session.h"

G_BEGIN_DECLS

/**
 * LvExportPick:
 * @offers: what the pack offers of it
 * @profiles: which of these are made
 * @title, @number, @document_number: (owned): "" where the sender says nothing
 * @n_missing: how many of its figures are missing in the first scenario; -1 while that is not counted
 *
 * An attachment that may be made.
 */
typedef struct
{
  const LvItem *item;
  gboolean chosen;
  gboolean offers[LV_N_PROFILES];
  gboolean profiles[LV_N_PROFILES];
  char *title;
  char *number;
  char *document_number;
  gboolean is_read;
  int n_missing;
} LvExportPick;

/**
 * LvExportChart:
 * @page: (nullable): the page that shows it first
 *
 * A chart that may be made as a file of its own.
 */
typedef struct
{
  const LvItem *item;
  const LvItem *page;
  gboolean chosen;
} LvExportChart;

/**
 * LvExportScenario:
 * @id: (owned) (nullable): %NULL is the grundprognose
 * @title: (owned)
 * @state: (owned) (nullable): its values, once they are asked for
 * @said: (owned) (nullable): what it says
 * @n_failing, @n_unreasoned: failing checks, changes without a reason; -1 while they are not counted
 */
typedef struct
{
  char *id;
  char *title;
  gboolean chosen;
  LvState *state;
  LvScenario *said;
  int n_failing;
  int n_unreasoned;
} LvExportScenario;

/**
 * LvExportChoice:
 * @session: (owned): the user's session as it was when this was made, which nobody edits: threads may read it
 * @picks: (owned) LvExportPick, in the pack's order
 * @scenarios: (owned) LvExportScenario
 * @charts: (owned) LvExportChart, by page; those of no page last
 * @unit, @case_number, @folder: (owned)
 * @date: in the files
 *
 * What the user wants made, before it is.
 */
typedef struct
{
  LvSession *session;
  GPtrArray *picks;
  GPtrArray *scenarios;
  GPtrArray *charts;
  char *unit;
  char *case_number;
  char *folder;
  GDate date;
} LvExportChoice;

LvExportChoice *lv_export_choice_new (LvSession *session, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
void lv_export_choice_free (LvExportChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvExportChoice, lv_export_choice_free)

LvSide lv_export_choice_side (LvExportChoice *self, LvExportScenario *scenario);
LvExportScenario *lv_export_choice_first (LvExportChoice *self);
LvPaper lv_export_choice_paper (const LvExportChoice *self, const LvExportPick *pick);
GPtrArray *lv_export_choice_sides (LvExportChoice *self) G_GNUC_WARN_UNUSED_RESULT;
LvExportSet *lv_export_choice_set (LvExportChoice *self) G_GNUC_WARN_UNUSED_RESULT;
guint lv_export_choice_n_files (const LvExportChoice *self);
gboolean lv_export_choice_count_next (LvExportChoice *self);
void lv_export_choice_remember (const LvExportChoice *self, LvSession *session, GSettings *settings);

G_END_DECLS
