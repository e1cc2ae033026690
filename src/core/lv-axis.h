/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-unit.h"

G_BEGIN_DECLS

/** Axes that one pack may define; sets of axes are bit sets of this size. */
#define LV_MAX_PACK_AXES 128

/** Members that one axis may have. */
#define LV_MAX_MEMBERS 5000

typedef enum
{
  LV_AXIS_NAMED,
  LV_AXIS_WHOLE,  /* whole numbers: years, weeks, months of a stay */
  LV_AXIS_MONTHS, /* calendar months */
} LvAxisKind;

typedef struct
{
  char *id;
  char *title;
  gboolean aside; /* reductions, share and rank skip it */
} LvMember;

/**
 * LvAxis:
 * @number: place in the order of definition, from 0; the bit of sets of axes
 * @first: LV_AXIS_WHOLE: the first number; LV_AXIS_MONTHS: the first month (lv-month.h)
 * @unit: (nullable): unit of one step
 * @parent: (nullable): for months, the axis of years that they roll up to
 *
 * What a series runs along. Members are in the order of the file, which is the order on the screen.
 */
typedef struct _LvAxis LvAxis;
struct _LvAxis
{
  char *id;
  char *title;
  guint number;
  LvAxisKind kind;
  int first;
  gboolean open;
  const LvUnit *unit;
  LvAxis *parent;
  GArray *members;     /* (owned) LvMember */
  GHashTable *indices; /* (owned) id -> index + 1 */
};

LvAxis *lv_axis_new (const char *id, const char *title) G_GNUC_WARN_UNUSED_RESULT;
void lv_axis_free (LvAxis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvAxis, lv_axis_free)

gboolean lv_axis_add_member (LvAxis *self, const char *id, const char *title);
int lv_axis_find (const LvAxis *self, const char *member_id);
guint lv_axis_length (const LvAxis *self);
const LvMember *lv_axis_member (const LvAxis *self, guint index);
LvMember *lv_axis_member_edit (LvAxis *self, guint index);
int lv_axis_parent_index (const LvAxis *self, guint index);
int lv_axis_month (const LvAxis *self, guint index);

/** LvAxes: a set of axes. */
typedef struct
{
  guint64 word[LV_MAX_PACK_AXES / 64];
} LvAxes;

gboolean lv_axes_has (const LvAxes *set, const LvAxis *axis);
void lv_axes_add (LvAxes *set, const LvAxis *axis);
void lv_axes_unite (LvAxes *set, const LvAxes *other);

G_END_DECLS
