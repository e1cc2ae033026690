/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"
#include "lv-document-private.h"
#include "lv-local-measure.h"

G_BEGIN_DECLS

/* A user's figure that stands in the model now. */
typedef struct
{
  const LvNode *node;
  gsize cell;
  double value;
  LvCellBefore before;
  LvCellInfo *info; /* (owned) */
} LvOwnFigure;

/* What the changes of the scenario do one by one. */
typedef struct _LvSessionEffects LvSessionEffects;

struct _LvSession
{
  GObject parent_instance;

  LvModel *model;       /* (owned) */
  LvState *base;        /* (owned) */
  LvState *state;       /* (owned) */
  LvState *inherited;   /* (owned) (nullable): what the shown scenario builds on, kept from edit to edit */
  guint inherited_serial; /* of the grundprognose when it was made */
  LvDocument *document; /* (owned) */
  gulong listens;       /* to the document */
  LvSessionEffects *effects; /* (owned) (nullable): found so far */
  char *shown;          /* (owned) (nullable): id of the scenario whose values @state has */
  char *compared;       /* (owned) (nullable) */
  char *user;           /* (owned) */
  char *today;          /* (owned): YYYY-MM-DD */
  GArray *figures;      /* (owned): LvOwnFigure */
  GHashTable *actions;  /* (owned): id -> LvItem: the actions that the document speaks of */
  GPtrArray *items;     /* (owned): all LvItem that were ever among them, as charts may still show them */
  GStringChunk *figure_texts; /* (owned): what is said of them: sources, places, notes */
  GPtrArray *figure_groups;  /* (owned): LvDocGroup, the [cell] groups that @figures were made of */
  GHashTable *figure_placed; /* (owned): those of them that have a place in the model */
  double began;         /* what the cell of the step that can grow was when it began */
  GPtrArray *built;     /* (owned): LvDocGroup that the model was made of, besides the pack */
  LvProblems *unplaced; /* (owned): what of these is wrong */
  GPtrArray *retired;   /* (owned): models before this one, until the main loop is back */
  guint dropping;       /* idle source that frees them */
};

/* lv-session.c */
gboolean lv_session_input_is_view (const LvNode *input);
void lv_session_keep_views (LvSession *self, LvState *state);
void lv_session_put (LvSession *self, LvState *state, const char *id);
void lv_session_sync (LvSession *self);
void lv_session_refuse (LvSession *self, const char *reason);
char *lv_session_signature (LvSession *self) G_GNUC_WARN_UNUSED_RESULT;

/* lv-session-scenario.c */
const LvState *lv_session_inherited (LvSession *self, const char *parent);

/* lv-session-effects.c */
void lv_session_drop_effects (LvSession *self);

/* lv-session-rebuild.c */
void lv_session_rebuild_init (LvSession *self);
void lv_session_rebuild_clear (LvSession *self);
gboolean lv_session_rebuild (LvSession *self);
gboolean lv_session_is_structural (const LvDocGroup *group);
gboolean lv_session_owns (LvSession *self, const LvNode *node);

/* lv-session-measure.c */
char *lv_session_free_id (LvSession *self, const GPtrArray *groups, const char *stem)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_session_write_measure (LvSession *self, const LvLocalMeasure *measure, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_session_write_line (LvDocGroup **group, const char *key, const char *text);

/* lv-session-key.c */
char *lv_change_key (const LvNode *input, gsize cell) G_GNUC_WARN_UNUSED_RESULT;
char *lv_change_value (const LvNode *input, double value) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_change_split (const char *key, LvChangeKind *kind, char **id, char **property,
                          char **members);
char *lv_change_name (const LvPack *pack, const LvNode *input, gsize cell, double before, double after)
    G_GNUC_WARN_UNUSED_RESULT;

/* lv-session-scenario.c */
LvDocGroup *lv_session_scenario_group (LvSession *self, const char *id);
LvDocGroup *lv_session_new_scenario_group (LvSession *self, const char *title, const char *parent)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_session_free_title (LvSession *self, const char *title) G_GNUC_WARN_UNUSED_RESULT;

/* lv-session-edit.c */
gboolean lv_session_may_edit (LvSession *self);
void lv_session_commit (LvSession *self, const char *name, const char *key, LvDocGroup *old,
                        LvDocGroup *group);
LvDocGroup *lv_session_open_scenario (LvSession *self, LvDocGroup **old) G_GNUC_WARN_UNUSED_RESULT;
LvDocGroup *lv_change_replaced (LvDocGroup *group, const char *key, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
LvDocGroup *lv_change_taken (LvDocGroup *group, const char *key) G_GNUC_WARN_UNUSED_RESULT;
LvDocGroup *lv_change_signed (LvSession *self, LvDocGroup *group, const char *key, const char *value)
    G_GNUC_WARN_UNUSED_RESULT;

/* lv-session-plan-dates.c */
int lv_session_carried_months (LvSession *self, const char *scenario, const LvNode *input);
LvDocGroup *lv_session_take_ends (LvSession *self, LvDocGroup *group, const LvNode *input)
    G_GNUC_WARN_UNUSED_RESULT;

/* lv-session-plan.c */
void lv_session_init_actions (LvSession *self);
void lv_session_drop_actions (LvSession *self);
void lv_session_sync_actions (LvSession *self);
void lv_session_check_action (LvSession *self, const LvDocGroup *group, GPtrArray *unplaced);
const LvItem *lv_session_pack_action (LvSession *self, const char *id);

/* lv-session-figures.c */
void lv_session_sync_figures (LvSession *self);
GArray *lv_session_figures_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lv_session_figures_free (GArray *figures);
gboolean lv_session_has_figure (LvSession *self, const LvDocGroup *group);

G_END_DECLS
