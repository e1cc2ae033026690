/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-pack.h"

G_BEGIN_DECLS

/* The points of an accessible published workbook, and how many of them a program can see. */
#define LV_ACCESS_POINTS 36
#define LV_ACCESS_SPELLING 32 /* the one that only a reader can tell */
#define LV_ACCESS_CHECKER 33  /* that a checker was run */
#define LV_ACCESS_CHECKED 35

/**
 * LvAccessFault:
 * @point: its number among the points
 * @sheet: (owned) (nullable): where it is in one sheet
 * @cell: (owned) (nullable): "B7"
 * @text: (owned): what is wrong, for people
 *
 * A place where a workbook does not keep a point.
 */
typedef struct
{
  guint point;
  char *sheet;
  char *cell;
  char *text;
} LvAccessFault;

/**
 * LvAccess:
 * @faults: (owned) LvAccessFault: the first few of each point, in the order of points
 * @n_broken: how many points are not kept
 *
 * What came of looking at a finished workbook.
 */
typedef struct
{
  GPtrArray *faults;
  guint n_broken;
} LvAccess;

LvAccess *lv_access_new (GBytes *workbook, const LvPack *pack) G_GNUC_WARN_UNUSED_RESULT;
void lv_access_free (LvAccess *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvAccess, lv_access_free)

char *lv_access_summary (const LvAccess *self, gboolean is_read) G_GNUC_WARN_UNUSED_RESULT;
char *lv_access_fault_text (const LvAccessFault *fault) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
