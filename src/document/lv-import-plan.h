/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import.h"
#include "lv-session.h"

G_BEGIN_DECLS

#define LV_TYPE_IMPORT_PLAN (lv_import_plan_get_type ())

/**
 * LvImportPlan:
 *
 * What a dialog that reads a file in works on: the file and how it is read, what the columns mean, the
 * proposal and which of its differences are taken, and where they are from. It needs no screen. Reading goes
 * on in a thread and the proposal is made piece by piece on the main loop, so neither keeps anybody waiting;
 * letting go of the plan cancels both. Nothing is changed before lv_import_plan_accept().
 *
 * Signals: "read" when there are other cells, or an error; "mapped" when columns mean something else;
 * "proposed" when the proposal goes on or is ready; "taken" when other differences are taken, or what is
 * said of all of them is another.
 */
G_DECLARE_FINAL_TYPE (LvImportPlan, lv_import_plan, LV, IMPORT_PLAN, GObject)

LvImportPlan *lv_import_plan_new (LvSession *session, const char *memory) G_GNUC_WARN_UNUSED_RESULT;
LvSession *lv_import_plan_session (LvImportPlan *self);

/* The file */
void lv_import_plan_read_file (LvImportPlan *self, const char *path);
void lv_import_plan_read_text (LvImportPlan *self, const char *text);
void lv_import_plan_cancel (LvImportPlan *self);
void lv_import_plan_set_form (LvImportPlan *self, const LvTextForm *wanted);
gboolean lv_import_plan_is_reading (LvImportPlan *self);
gboolean lv_import_plan_is_clipboard (LvImportPlan *self);
const GError *lv_import_plan_error (LvImportPlan *self);
const char *lv_import_plan_file (LvImportPlan *self);
const LvTextForm *lv_import_plan_form (LvImportPlan *self);
const LvTextForm *lv_import_plan_wanted (LvImportPlan *self);
const LvSheetData *lv_import_plan_data (LvImportPlan *self);
gboolean lv_import_plan_is_workbook (LvImportPlan *self);
gboolean lv_import_plan_is_form (LvImportPlan *self);

/* The columns: lv-import-plan-map.c */
guint lv_import_plan_sheet (LvImportPlan *self);
void lv_import_plan_set_sheet (LvImportPlan *self, guint sheet);
const LvMapping *lv_import_plan_mapping (LvImportPlan *self);
void lv_import_plan_set_column (LvImportPlan *self, const LvMapColumn *column);
void lv_import_plan_set_head (LvImportPlan *self, int row);
void lv_import_plan_set_node (LvImportPlan *self, const LvNode *node);
void lv_import_plan_set_as_changes (LvImportPlan *self, gboolean as_changes);
const char *lv_import_plan_remembered (LvImportPlan *self);
void lv_import_plan_guess_again (LvImportPlan *self);
gboolean lv_import_plan_is_uncertain (LvImportPlan *self);
char *lv_import_plan_fault (LvImportPlan *self) G_GNUC_WARN_UNUSED_RESULT;

/* The proposal: lv-import-plan-take.c */
const LvProposal *lv_import_plan_proposal (LvImportPlan *self);
double lv_import_plan_fraction (LvImportPlan *self);
gboolean lv_import_plan_takes (LvImportPlan *self, guint difference);
void lv_import_plan_set_takes (LvImportPlan *self, guint difference, gboolean takes);
void lv_import_plan_set_takes_all (LvImportPlan *self, gboolean takes);
guint lv_import_plan_n_taken (LvImportPlan *self);
void lv_import_plan_set_who (LvImportPlan *self, const char *who);
void lv_import_plan_set_source (LvImportPlan *self, const char *source);
gboolean lv_import_plan_wants_source (LvImportPlan *self);
gboolean lv_import_plan_has_figures (LvImportPlan *self);
GPtrArray *lv_import_plan_new_members (LvImportPlan *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *lv_import_plan_warnings (LvImportPlan *self) G_GNUC_WARN_UNUSED_RESULT;
char *lv_import_plan_lack (LvImportPlan *self) G_GNUC_WARN_UNUSED_RESULT;
char *lv_import_plan_advice (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_import_plan_accept (LvImportPlan *self, GError **error);

G_END_DECLS
