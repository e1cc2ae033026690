/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-model-private.h"
#include "lv-state.h"

G_BEGIN_DECLS

/* A model laid out in cells. The workbook is made from the model's own program (LvOp), not from the
 * text of its formulas: which cell reads which was settled when the model was bound, so the workbook
 * cannot mean anything else than the application does. An operation is either written inside the
 * formula of the one that uses it, or has rows of its own. */

/** A cell that the workbook must hold. */
typedef struct
{
  const LvNode *node;
  gsize cell;
} LvWant;

/** Where a column of the model stands. */
typedef enum
{
  LV_PLACED_NOWHERE,
  LV_PLACED_INSIDE,   /* in the formula of its user */
  LV_PLACED_ROWS,     /* rows of the calculation */
  LV_PLACED_SCENARIO, /* the input's column of the scenario */
  LV_PLACED_STANDARD, /* the input's column of defaults, which is its reference */
} LvPlacedHow;

/** Sheets that formulas point to. */
typedef enum
{
  LV_CALC_INPUTS,
  LV_CALC_CALCULATION,
  LV_CALC_AXES,
  LV_CALC_N_SHEETS
} LvCalcSheet;

/**
 * LvCalcArea:
 * @across: position in the shape of the axis that runs along columns, or -1
 * @rows: (owned) guint: row of each combination of the other axes, or LV_NONE
 */
typedef struct
{
  LvShape shape;
  int across;
  GArray *rows;
} LvCalcArea;

/** What is known about one column of the model. */
typedef struct
{
  LvPlacedHow how;
  LvCalcArea area;       /* LV_PLACED_ROWS */
  const LvNode *input;   /* whose area holds it */
  gboolean given;        /* its numbers stand among the inputs, without what they are computed from */
  GPtrArray *producers;  /* (owned) LvOp */
  guint8 *wanted;        /* (owned) (nullable): its cells that are in the workbook */
  gboolean forced;       /* its cells must stand somewhere */
  gboolean cleaned;      /* somebody looks at its known cells only */
  LvCalcArea clean;      /* a copy in which what is missing is an empty text */
  guint phase_row[2];    /* of a phase-in: its planned start and its months, 0 for none */
  guint uses;
  guint length;          /* of its text, roughly */
  guint32 *index;        /* (owned) (nullable): which of the op's cells, by cell */
} LvCalcSlot;

/** What a line says that is no column of the model. */
typedef enum
{
  LV_LINE_VALUES,
  LV_LINE_START,    /* the month in which a measure is planned to start, counted as on the sheet of axes */
  LV_LINE_PHASE_IN, /* in how many months it reaches its full effect */
} LvLineKind;

/**
 * LvCalcLine:
 * @node: whose it is
 * @slot: what stands in it
 * @step: 0 for the node itself, else the number of the step on the way
 * @clean: it is the copy of a column without what is missing
 * @kind: the column, or a number that its phase-in needs
 */
typedef struct
{
  const LvNode *node;
  guint slot;
  guint step;
  gboolean clean;
  LvLineKind kind;
} LvCalcLine;

/** Numbers of one axis that formulas look at. */
typedef struct
{
  const LvAxis *axis;
  guint row;
} LvCalcAxis;

typedef struct _LvPlan LvPlan;

/**
 * LvPlan:
 * @under: (owned) (nullable): what the numbers that are given are computed from
 * @lines: LvCalcLine of the scenario, then of the reference
 * @n_scenario: how many of them are the scenario's
 * @inputs: (element-type LvNode): inputs in the order of the sheet, then what is given
 * @areas: (owned) node -> LvCalcArea on the sheet of inputs
 * @printed: (owned) node -> row block of what its source printed
 * @axes: LvCalcAxis
 * @first, @last: by number of the axis: the members that have a column
 * @columns: most of them
 */
struct _LvPlan
{
  const LvModel *model;
  LvPlan *under;
  LvCalcSlot *slots;
  GArray *lines;
  guint n_scenario;
  GPtrArray *inputs;
  GHashTable *areas;
  GHashTable *printed;
  GArray *axes;
  guint *first;
  guint *last;
  guint columns;
  guint value_column[LV_CALC_N_SHEETS];
  guint standard_column;
  const char *sheet_ref[LV_CALC_N_SHEETS];
};

LvPlan *lv_plan_new (const LvModel *model, const GArray *wants, const GArray *given) G_GNUC_WARN_UNUSED_RESULT;
LvPlan *lv_plan_new_cells (const LvModel *model, const GArray *wants) G_GNUC_WARN_UNUSED_RESULT;
void lv_plan_forget (LvPlan *self);
void lv_plan_free (LvPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvPlan, lv_plan_free)

gboolean lv_op_is_final (const LvOp *op);
gboolean lv_op_is_leaf (const LvOp *op);
int lv_op_phase_number (const LvOp *op, LvLineKind kind);
const LvOp *lv_plan_op (const LvPlan *self, guint slot, gsize cell, guint *index);
const LvCalcArea *lv_plan_input_area (const LvPlan *self, const LvNode *node);
gboolean lv_plan_wants (const LvPlan *self, guint slot, gsize cell);
gboolean lv_plan_is_under (const LvPlan *self, const LvNode *node, gsize cell);

/* lv-plan-want.c */
void lv_plan_want_all (LvPlan *self, const GArray *wants);
gboolean lv_op_skips_missing (const LvOp *op);
guint lv_op_times (const LvOp *op, guint operand);

void lv_area_init (LvCalcArea *self, const LvShape *shape);
void lv_area_clear (LvCalcArea *self);
guint lv_area_outer (const LvCalcArea *self, gsize cell);
gsize lv_area_cell (const LvCalcArea *self, guint outer, guint member);
guint lv_area_members (const LvCalcArea *self);
const LvAxis *lv_area_axis (const LvCalcArea *self);
gboolean lv_plan_column (const LvPlan *self, const LvCalcArea *area, gsize cell, guint base,
                         guint *column);

/** What a node's choice is: its cell holds a name or a month, and formulas a number. */
gboolean lv_input_is_choice (const LvNode *node);

G_END_DECLS
