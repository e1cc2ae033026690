/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-attributes.h"
#include "lv-expr.h"
#include "lv-item.h"
#include "lv-place.h"
#include "lv-problem.h"
#include "lv-scenario.h"
#include "lv-status.h"

G_BEGIN_DECLS

/** Cells of all series and parameters of a pack together, and cells that [cell] groups speak of. */
#define LV_MAX_PACK_CELLS 8000000

/**
 * LvCellInfo:
 *
 * What is said of a single cell of a series beyond what holds for the series; fields that are %NULL
 * say nothing. Strings are interned.
 */
typedef struct
{
  const char *source;
  const char *place;
  const char *qualifier; /* "ca.", "over" */
  const char *why;
  const char *note;
  LvAttributes attributes;
} LvCellInfo;

/**
 * LvSeries:
 * @values: the value that the model uses (the meant one where a printed one is wrong); NaN where
 *   missing
 * @printed: the source's number for every cell, whatever correction says
 * @status: LvStatus per cell; LV_STATUS_ABSENT is outside the range
 * @info: (nullable): per cell, pointers that may be %NULL
 * @editable: whether scenarios may change it
 */
typedef struct
{
  LvItem *item;
  LvShape shape;
  const LvUnit *unit;
  LvAttributes attributes;
  double *values;
  double *printed;
  guint8 *status;
  LvCellInfo **info;
  gboolean editable;
  const char *source;
  const char *place;
} LvSeries;

typedef enum
{
  LV_ROLE_LEVER,      /* a choice */
  LV_ROLE_ASSUMPTION, /* how the world is */
  LV_ROLE_VIEW,       /* what is shown; no change */
} LvRole;

typedef enum
{
  LV_INPUT_NUMBER,
  LV_INPUT_SWITCH, /* 0 or 1 */
  LV_INPUT_MEMBER, /* the index of a member of @axis */
  LV_INPUT_MONTH,  /* month number (lv-month.h) */
} LvInput;

typedef enum
{
  LV_DISTRIBUTION_TRIANGLE,
  LV_DISTRIBUTION_UNIFORM,
} LvDistribution;

/**
 * LvParameter:
 * @defaults: default per cell, NaN where there is none or where it is @default_item's value
 * @present: per cell, whether it is within from..to
 * @default_item: (nullable): the item whose values are the default of cells that have no own number
 * @low: NaN when not said; so are @likely, @high, @min, @max, @step
 * @suggest: (nullable): the item whose figure one click takes over
 */
typedef struct
{
  LvItem *item;
  LvShape shape;
  const LvUnit *unit;
  LvAttributes attributes;
  LvRole role;
  LvInput input;
  const LvAxis *axis;
  double *defaults;
  guint8 *present;
  LvItem *default_item;
  LvItem *suggest;
  double low, likely, high;
  double min, max, step;
  LvDistribution distribution;
  const char *source;
  const char *place;
} LvParameter;

/** One expression of a formula and the cells it is for. */
typedef struct
{
  gboolean rest; /* value=: all cells that no other piece has */
  LvPlace place;
  LvExpr *expr; /* (owned) (nullable): %NULL when it could not be parsed */
  const char *key;
  guint line;
} LvPiece;

/**
 * LvFormula:
 * @has_axes: whether the pack says the axes; else they are inferred
 * @from: (nullable): first member along the last axis that has a value; likewise @to
 * @across: attributes that the formula may mix
 */
typedef struct
{
  LvItem *item;
  gboolean has_axes;
  LvShape shape;
  const LvUnit *unit;
  LvAttributes attributes;
  gboolean across[LV_N_ATTRIBUTES];
  const char *from;
  const char *to;
  GArray *pieces; /* LvPiece */
} LvFormula;

/** One effect of a measure, effect@TARGET@members=ID, or with @cost what it costs: cost@TARGET@members=ID. */
typedef struct
{
  LvItem *target;
  char *members; /* (owned) (nullable) */
  LvItem *effect;
  gboolean cost;
  guint line;
} LvEffect;

/**
 * LvMeasure:
 * @start: month number, or -1
 * @phase_in: months, at least 1
 * @realisation: share of the effect that is counted, when @realisation_item is %NULL
 * @included_in: (nullable): the series that already holds the effect; then it is on in the
 *   reference
 */
typedef struct
{
  LvItem *item;
  LvShape shape;
  GArray *effects; /* LvEffect */
  int start;
  int phase_in;
  double realisation;
  LvItem *realisation_item;
  LvItem *included_in;
  GPtrArray *excludes; /* (element-type LvItem) */
  LvItem *pool;
  LvItem *reached;
} LvMeasure;

typedef enum
{
  LV_COMBINE_INDEPENDENT, /* 1 - product of (1 - share) */
  LV_COMBINE_NESTED,      /* the largest share */
  LV_COMBINE_DISJOINT,    /* the sum, at most 1 */
} LvCombine;

typedef struct
{
  LvItem *item;
  LvItem *size;
  const LvUnit *unit;
  LvCombine combine;
} LvPool;

typedef enum
{
  LV_KNOWN_ROUNDING,
  LV_KNOWN_SOURCE_ERROR,
} LvKnownCause;

/** A deviation of a check that is known, exactly. */
typedef struct
{
  char *members; /* (owned): "" for all cells */
  double difference;
  LvKnownCause cause;
  char *why; /* (owned) */
  guint line;
} LvKnown;

typedef struct
{
  LvItem *item;
  LvExpr *left;
  LvExpr *right;
  guint left_line;
  guint right_line;
  const LvUnit *unit; /* (nullable) */
  char *tolerance;    /* (owned) (nullable): number with an optional unit */
  guint tolerance_line;
  GArray *known; /* LvKnown */
} LvCheck;

/** One lever of a solve, with its bounds. */
typedef struct
{
  LvItem *item;
  char *members; /* (owned) */
  double low, high;
  guint line;
} LvLever;

typedef struct
{
  LvItem *item;
  LvExpr *target;
  guint target_line;
  double value;
  GArray *levers; /* LvLever */
} LvSolve;

typedef enum
{
  LV_COLUMN_TEXT,
  LV_COLUMN_NUMBER,
  LV_COLUMN_DATE,
  LV_COLUMN_ID,
  LV_COLUMN_MEMBER,
} LvColumnType;

/**
 * LvColumn:
 * @unit: LV_COLUMN_NUMBER: its unit
 * @axis: LV_COLUMN_MEMBER: whose members
 */
typedef struct
{
  const char *id;
  char *title; /* (owned) */
  LvColumnType type;
  const LvUnit *unit;
  const LvAxis *axis;
} LvColumn;

/** A table of words; @rows are LvItem in the order of the files. */
typedef struct
{
  LvItem *item;
  GArray *columns; /* LvColumn */
  GPtrArray *rows;
} LvTable;

/** A row; @cells has one text per column of the table, %NULL where it says nothing. */
typedef struct
{
  LvItem *item;
  LvItem *table;
  const char **cells;
} LvRow;

/**
 * LvBox:
 * @show: (nullable): whose value stands in the box
 * @members: (owned): of @show, "" for all
 * @card: (nullable): the card that the box leads to
 */
typedef struct
{
  const char *id;
  char *text; /* (owned) */
  LvItem *show;
  char *members;
  LvItem *card;
} LvBox;

/** An arrow between two boxes, by their places in the list. */
typedef struct
{
  guint from;
  guint to;
} LvArrow;

typedef struct
{
  LvItem *item;
  GArray *boxes;  /* LvBox */
  GArray *arrows; /* LvArrow */
} LvFlow;

typedef enum
{
  LV_SHEET_TABLE,
  LV_SHEET_CHART,
  LV_SHEET_CHECKS,
  LV_SHEET_TEXT,
  LV_SHEET_NOTES,
  LV_SHEET_SOURCES,
  LV_SHEET_PLAN,
  LV_SHEET_PLAN_STATUS,
  LV_SHEET_CATALOGUE,
  LV_SHEET_CAUSES,
  LV_SHEET_COMPARE,
  LV_SHEET_COMPARE_CHART,
  LV_SHEET_COMPARE_INPUTS,
  LV_SHEET_COMPARE_MEASURES,
} LvSheetKind;

const char *lv_sheet_kind_name (LvSheetKind kind);

/**
 * LvSheet:
 * @of: (nullable): what is on it
 * @pattern: (owned) (nullable): instead, the pattern of what is on it, "a.*"; of plans and measures also several, and
 *   ids; of values that are compared a list of `ID@m`
 * @title: (owned) (nullable): its own title
 * @columns: (owned) (nullable): of a plan, keys of actions with semicolons; of its status, which of its tables
 * @goals: (owned) (nullable): of the status of a plan, patterns and ids of goals
 * @unit: (nullable): of a catalogue, what amounts are said in
 * @positions: (nullable): of a catalogue, the formula that measures change when they need positions
 * @only_on: of a catalogue, only the measures that are on
 * @most: of causes and of a plan's status, how many are named; 0 for all, or as many as usual
 */
typedef struct
{
  LvSheetKind kind;
  LvItem *of;
  char *pattern;
  char *title;
  char *columns;
  char *goals;
  const LvUnit *unit;
  LvItem *positions;
  gboolean only_on;
  guint most;
  guint line;
} LvSheet;

/** A formula whose numbers the workbook Beregning of an attachment takes from where they are computed. */
typedef struct
{
  const LvItem *formula;
  const LvItem *from; /* the attachment that computes it */
} LvGiven;

/** What is handed to the byråd; sheets in order. */
typedef struct
{
  LvItem *item;
  GArray *sheets; /* LvSheet */
  GArray *given;  /* LvGiven */
} LvAttachment;

/**
 * LvPack:
 *
 * One model as text: everything that the folder says, read and validated, nothing computed.
 * Immutable
 * once loaded.
 */
typedef struct _LvPack LvPack;

LvPack *lv_pack_load (const char *folder, const char *const *documents, LvProblems *problems)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_pack_load_text (const char *path, LvProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
LvPack *lv_pack_read_again (const LvPack *self, const char *name, const char *text, gboolean part,
                            LvProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
void lv_pack_free (LvPack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvPack, lv_pack_free)

LvUnits *lv_pack_units (const LvPack *self);
guint lv_pack_n_axes (const LvPack *self);
const LvAxis *lv_pack_axis (const LvPack *self, guint index);
const LvAxis *lv_pack_find_axis (const LvPack *self, const char *id);
guint lv_pack_n_items (const LvPack *self);
LvItem *lv_pack_item (const LvPack *self, guint index);
LvItem *lv_pack_find (const LvPack *self, const char *id);
LvItem *lv_pack_find_kind (const LvPack *self, LvKind kind, const char *id);
const GPtrArray *lv_pack_items (const LvPack *self, LvKind kind);
const char *lv_pack_text (const LvPack *self, const LvItem *item, const char *key);
const char *lv_pack_folder (const LvPack *self);
const char *lv_pack_id (const LvPack *self);
char *lv_pack_digest (const LvPack *self) G_GNUC_WARN_UNUSED_RESULT;
const char *lv_pack_renamed (const LvPack *self, const char *id);
const char *lv_pack_head (const LvPack *self, const char *key);

G_END_DECLS
