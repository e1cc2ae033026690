/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the parts of the model share. The way from a pack to numbers:
 *
 *   lv-graph      pack -> nodes, references resolved, measures and pools written out as formulas
 *   lv-uses       which node uses which, in which world, with which steps back
 *   lv-order      strongly connected parts, legal loops, order of evaluation
 *   lv-infer      axes and types of every formula
 *   lv-lower      expressions -> flat operations over columns
 *   lv-bind       which cells exist, and where each finds its operands
 *   lv-kernel     runs operations, for one scenario or for many draws at once
 *   lv-state      the values under one scenario, recomputed as little as possible
 */

#include "lv-model.h"
#include "lv-typing.h"

G_BEGIN_DECLS

/** No cell. */
#define LV_NONE G_MAXUINT32

/** Flags of a computed cell. */
enum
{
  LV_FLAG_MARK = 1,      /* ikke vurderet: something under it was missing and counted 0 */
  LV_FLAG_UNDEFINED = 2, /* kan ikke beregnes */
  LV_FLAG_NOT_APPLICABLE = 4,
};

typedef enum
{
  LV_NODE_INPUT,   /* series, parameter, or a measure's on, scale, delay */
  LV_NODE_FORMULA,
} LvNodeKind;

/** One expression of a node. */
typedef struct
{
  gboolean rest;
  LvPlace place;
  LvExpr *expr; /* (owned) */
  char *key;    /* (owned) (nullable): where errors are reported */
  guint line;
} LvNodePiece;

/**
 * LvUse:
 * @stepped: axes along which the use looks only at earlier members
 * @touched: axes that are reduced or fixed on the way
 */
typedef struct
{
  LvNode *node;
  LvAxes stepped;
  LvAxes touched;
} LvUse;

/**
 * LvNode:
 * @base: (nullable): for a node in the reference, the node it is the reference of
 * @twin: (nullable): its reference, where something asks for it
 * @moves: whether a lever or a measure lies under it, so that it may differ from its reference
 * @takes_measures: a formula that measures() adds effects up for
 * @lever: an input whose changes count as changes against the reference
 * @watchers: blocks with a change() that asks whether this input differs from its default
 *
 * A column of values: everything that has an id, and what the model adds (ids with #).
 */
struct _LvNode
{
  guint index;
  char *id;    /* (owned) */
  char *title; /* (owned) */
  LvItem *item;
  LvNodeKind kind;
  LvType type;
  const LvUnit *unit;

  /* inputs */
  const LvSeries *series;
  const LvParameter *parameter;
  guint input;          /* place among the inputs, LV_NONE for formulas */
  double *defaults;     /* (owned) NaN where there is none */
  double *printed;      /* (transfer none) (nullable) */
  guint8 *flags;        /* (owned) LV_FLAG_NOT_APPLICABLE */
  LvNode *default_node; /* (nullable) */
  LvItem *measure;      /* (nullable): whose knob this is */
  gboolean lever;
  gboolean takes_measures;
  GArray *watchers;     /* (owned) (nullable) guint */

  /* formulas */
  gboolean has_axes;
  LvAttributes declared;
  gboolean across[LV_N_ATTRIBUTES];
  guint from, to; /* along the last axis; 0 and G_MAXUINT when not said */
  const LvFormula *formula;
  GArray *pieces; /* (owned) (nullable) LvNodePiece */

  /* graph */
  LvNode *base;
  LvNode *twin;
  gboolean moves;
  gboolean sourced; /* a series lies under it, or a formula that says its kind */
  gboolean broken;
  GArray *uses; /* (owned) LvUse */
  guint block;  /* place of its block in the order */
  guint slot;
  guint printed_slot; /* LV_NONE until something asks */
};

/** An effect of a measure, written out: what measures(target) adds up. */
typedef struct
{
  LvItem *measure;
  LvNode *target;
  LvPlace place;      /* cells of the target */
  LvNode *effect;     /* on, scaled, moved, with the pool's factor */
  LvNode *raw;        /* the effect as the pack gives it */
} LvPlaced;

/** Codes of operations that no function of the language has. */
enum
{
  LV_OP_CONSTANT = LV_N_FUNCTIONS,
  LV_OP_COPY,
  LV_OP_INPUT,
  LV_OP_SELECT, /* the first operand where it is there, else the second */
  LV_OP_AT_CHOICE,
  LV_OP_ADD_PART,
};

/**
 * LvOperand:
 * @pin: for each axis of the slot, the member to take, or -1 to follow the result's
 * @shift: steps back along each axis of the slot
 */
typedef struct
{
  guint slot;
  gint16 pin[LV_MAX_TERM_AXES];
  gint16 shift[LV_MAX_TERM_AXES];
} LvOperand;

/**
 * LvOp:
 * @cell: cells that exist, in order of evaluation
 * @map: for each operand, the cell of its slot, or LV_NONE
 * @segment: reductions: where the list of cell i begins; n + 1 entries
 * @list: source cells of reductions
 * @lag: in a loop: steps behind the current member; -1 before the loop
 * @slice: in a loop: where the cells of each member begin
 *
 * One step of the program. Everything is decided when the model is built; running it only follows maps.
 */
typedef struct
{
  guint code;
  guint slot;
  guint n_operands;
  LvOperand operand[3];
  LvShape shape;
  const LvAxis *axis;
  const LvAxis *axes[LV_MAX_TERM_AXES]; /* prev: all axes stepped along */
  guint n_axes;
  double number;
  double num, den;
  double den_step; /* lag, window: units per step */
  LvNode *node;    /* inputs, and the node that a final copy writes */
  const LvNodePiece *piece;
  int start;
  int phase_in;
  GArray *watch; /* (owned) (nullable) guint: inputs whose change makes change() look */

  GArray *cells; /* (owned) guint32 */
  GArray *maps[3];
  GArray *segments;
  GArray *lists;
  GArray *lists2;
  int lag;
  GArray *slices;
} LvOp;

/** A column, or an intermediate result. */
typedef struct
{
  LvShape shape;
  gsize cells;
  gsize offset;
  guint8 *present; /* (owned) */
} LvSlot;

/** Nodes that are evaluated together: one, or the members of a loop. */
typedef struct
{
  GPtrArray *nodes; /* LvNode, in order */
  const LvAxis *loop;
  GPtrArray *ops; /* (owned) LvOp */
  GArray *dependents; /* guint: blocks */
} LvBlock;

struct _LvModel
{
  LvPack *pack; /* (owned) */
  LvProblems *problems; /* only while it is built */
  LvUnits *units;
  int kr;
  GPtrArray *nodes;  /* (owned) LvNode */
  GHashTable *by_id; /* id -> LvNode */
  GPtrArray *inputs; /* LvNode */
  GArray *placed;    /* LvPlaced */
  GHashTable *knobs; /* measure LvItem -> LvKnobs */
  LvNode *price_index;
  const LvAxis *months; /* (nullable): the pack's only axis of months */
  GPtrArray *blocks;    /* (owned) LvBlock */
  GArray *slots;        /* LvSlot */
  gsize arena;
  GPtrArray *checks; /* (owned) LvCheckNodes */
  GPtrArray *goals;   /* (owned) (nullable) LvItem: likewise, what the document says of goals */
  GPtrArray *actions; /* (owned) (nullable) LvItem: the plan where it is another than the pack's */
  GHashTable *deciders[2]; /* (owned) LvExpr -> LvOperand, as it is and in the reference: where a call
                            * finds the value that decides which of its arguments counts */
  GHashTable *terms; /* (owned) LvExpr -> LvOperand: where the value of each part of a formula lies */
  GMutex said_lock;
  struct _LvSaid *said; /* (owned) (nullable) what nodes say of themselves (lv-unlike.c), once it is asked; under its lock */
};

/** A measure's own inputs. */
typedef struct
{
  LvNode *on;
  LvNode *scale;
  LvNode *delay;
} LvKnobs;

/** A check as two columns. */
typedef struct
{
  const LvCheck *check;
  LvNode *left;
  LvNode *right;
} LvCheckNodes;

/* lv-unlike.c */
typedef struct _LvSaid LvSaid;
void lv_said_free (LvSaid *self);

/* lv-graph.c */
gboolean lv_graph_build (LvModel *self);
LvNode *lv_graph_add (LvModel *self, const char *id, LvNodeKind kind, LvItem *item);
LvNode *lv_graph_add_input (LvModel *self, const char *id, LvItem *item, const LvShape *shape);
LvNodePiece *lv_node_add_piece (LvNode *self, LvExpr *expr, const char *key, guint line);
void lv_node_free (gpointer data);
void lv_model_fault (LvModel *self, const LvItem *item, guint line, const char *key,
                     const char *format, ...) G_GNUC_PRINTF (5, 6);
/* lv-resolve.c */
gboolean lv_resolve (LvModel *self, LvExpr *expr, const LvNode *node, const LvNodePiece *piece);
/* lv-measures.c */
void lv_measures_build (LvModel *self);
void lv_measures_expand (LvModel *self);
void lv_measures_place (LvModel *self);
/* lv-uses.c */
void lv_uses_collect (LvModel *self, gboolean twins);
LvNode *lv_node_in (LvNode *self, gboolean reference);
void lv_twins_build (LvModel *self);
/* lv-order.c */
gboolean lv_order_build (LvModel *self);
/* lv-infer.c */
gboolean lv_infer (LvModel *self);
void lv_infer_axes (LvModel *self);
void lv_typing_init (LvTyping *typing, LvModel *self, const LvNode *node);
/* lv-solve.c */
void lv_solves_validate (LvModel *self);
/* lv-lower.c */
void lv_lower (LvModel *self);
guint lv_slot_new (LvModel *self, const LvShape *shape);
void lv_op_free (gpointer data);
/* lv-bind.c */
void lv_bind (LvModel *self, LvBlock *block);

static inline LvSlot *
lv_slot (const LvModel *self, guint index)
{
  return &g_array_index (self->slots, LvSlot, index);
}

G_END_DECLS
