/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-kernel.h"
#include "lv-state.h"

G_BEGIN_DECLS

struct _LvState
{
  const LvModel *model;
  double *values;        /* (owned) */
  guint8 *flags;         /* (owned) */
  gsize *offset;         /* (owned) per slot */
  LvInputValues *inputs; /* (owned) */
  LvInputValues *held;   /* (owned) (nullable) what they were, while a scenario is put in place */
  double *scratch;       /* (owned) */
  guint8 *dirty;         /* (owned) per block */
  guint first_dirty;
  double *before;        /* (owned) room for a block's old values */
  guint serial;          /* goes up whenever values may have become others */
  GHashTable *days;      /* (owned) the scenario's dates: "ID.end" -> Julian day */
};

void lv_state_set_day (LvState *self, const char *id, const char *property, const GDate *day);
LvRun lv_state_run (const LvState *self);
/* lv-apply.c */

G_END_DECLS
