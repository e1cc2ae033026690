/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-access.h"
#include "lv-export.h"
#include "lv-side.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LvExportOutcome:
 * @LV_EXPORT_WAITING: not made: the set was stopped before
 * @LV_EXPORT_WRITTEN: the file is there
 * @LV_EXPORT_KEPT: there was such a file, and it was not to be replaced
 * @LV_EXPORT_NOTHING: a chart that shows nothing: the error of the job says why
 * @LV_EXPORT_FAILED: the error of the job says why; an older file is as it was
 */
typedef enum
{
  LV_EXPORT_WAITING,
  LV_EXPORT_WRITTEN,
  LV_EXPORT_KEPT,
  LV_EXPORT_NOTHING,
  LV_EXPORT_FAILED
} LvExportOutcome;

/**
 * LvExportJob:
 * @item: an attachment or a chart
 * @profile: of an attachment; charts are PDF
 * @side: the scenario; its title is owned
 * @paper: what the sender says of it
 * @path: where the file goes
 * @outcome: what came of it
 * @error: (nullable): why it failed, or shows nothing
 * @access: (nullable): of a workbook Bilag that was written, how it keeps the points of an accessible one
 *
 * One file of a set.
 */
typedef struct
{
  const LvItem *item;
  LvProfile profile;
  LvSide side;
  LvPaper paper;
  char *path;
  LvExportOutcome outcome;
  GError *error;
  LvAccess *access;
} LvExportJob;

/**
 * LvExportSet:
 *
 * Files to be made, one job each. States, grundprognose and pack are only read, and must last and stay as they are until
 * the set has run; several threads work at it. Each file appears whole or not at all.
 */
typedef struct _LvExportSet LvExportSet;

/**
 * LvExportProgress:
 * @job: the file that is begun
 * @n_done: how many are finished
 * @n: how many there are
 *
 * Called from the threads that work, one call at a time.
 */
typedef void (*LvExportProgress) (const LvExportJob *job, guint n_done, guint n, gpointer user_data);

/**
 * LvExportRun:
 * @replace: files that are there are replaced
 * @n_threads: 0 for as many as there are processors
 * @progress: (nullable): is told of each file that is begun
 */
typedef struct
{
  gboolean replace;
  guint n_threads;
  LvExportProgress progress;
  gpointer user_data;
} LvExportRun;

LvExportSet *lv_export_set_new (const LvState *base, const char *folder, const GDate *date) G_GNUC_WARN_UNUSED_RESULT;
void lv_export_set_free (LvExportSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvExportSet, lv_export_set_free)

const LvExportJob *lv_export_set_add (LvExportSet *self, const LvSide *side, const LvItem *item,
                                      LvProfile profile, const LvPaper *paper, const char *name);
void lv_export_set_add_pack (LvExportSet *self, const LvSide *side, const GPtrArray *what, LvProfile only);
void lv_export_set_compare (LvExportSet *self, GPtrArray *sides);
const char *lv_export_set_folder (const LvExportSet *self);
const LvState *lv_export_set_base (const LvExportSet *self);
const GPtrArray *lv_export_set_jobs (const LvExportSet *self);
guint lv_export_set_count (const LvExportSet *self, LvExportOutcome outcome);
guint lv_export_set_n_existing (const LvExportSet *self);
gboolean lv_export_set_run (LvExportSet *self, const LvExportRun *run, GCancellable *stop);

G_END_DECLS
