/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-memory.h"
#include "lv-import-plan.h"
#include "lv-local-measure.h"

#include <gio/gio.h>

G_BEGIN_DECLS

struct _LvImportPlan
{
  GObject parent_instance;

  LvSession *session; /* (owned) */
  char *memory;       /* (owned) (nullable): the file of what columns meant before */

  /* what is read */
  char *path;         /* (owned) (nullable) (type filename) */
  GBytes *bytes;      /* (owned) (nullable): of the clipboard */
  LvTextForm wanted;
  GTask *reading;     /* (owned) (nullable): the one whose answer counts */
  GCancellable *stop; /* (owned) (nullable) */

  /* what came of it */
  GError *error;      /* (owned) (nullable) */
  LvTextForm form;
  LvSheetData *data;  /* (owned) (nullable) */
  gboolean workbook;
  LvMapping *guess;   /* (owned) (nullable) */
  LvMapping *mapping; /* (owned) (nullable) */
  char *remembered;   /* (owned) (nullable): the date of the mapping, if it was */

  LvSession *trial;       /* (owned) (nullable): with the members that the file adds to open axes */
  LvImporting *importing; /* (owned) (nullable) */
  guint idle;
  LvProposal *proposal;   /* (owned) (nullable) */
  GArray *taken;          /* (owned): gboolean of each difference */
  guint n_taken;
  char *who;              /* (owned) */
  char *source;           /* (owned) */
  gboolean accepting;     /* the session's news is ours */
};

/* lv-import-plan.c */
void lv_import_plan_tell (LvImportPlan *self, const char *signal);

/* lv-import-plan-map.c */
void lv_import_plan_map (LvImportPlan *self);
LvRemembered *lv_import_plan_memory (LvImportPlan *self) G_GNUC_WARN_UNUSED_RESULT;

/* lv-import-plan-take.c */
void lv_import_plan_propose (LvImportPlan *self);
void lv_import_plan_drop_proposal (LvImportPlan *self);

/* lv-import-plan-members.c */
gboolean lv_import_plan_try_members (LvImportPlan *self, const GPtrArray *unknown);
gboolean lv_import_plan_take_trial (LvImportPlan *self, const char *name, const GPtrArray *records,
                                    GError **error);

G_END_DECLS
