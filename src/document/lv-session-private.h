/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"
#include "lv-document-private.h"

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

struct _LvSession
{
  GObject parent_instance;

  LvModel *model;       /* (owned) */
  LvState *base;        /* (owned) */
  LvState *state;       /* (owned) */
  LvDocument *document; /* (owned) */
  gulong listens;       /* to the document */
  char *shown;          /* (owned) (nullable): id of the scenario whose values @state has */
  char *compared;       /* (owned) (nullable) */
  char *user;           /* (owned) */
  char *today;          /* (owned): YYYY-MM-DD */
  GArray *figures;      /* (owned): LvOwnFigure */
};

/* lv-session.c */
gboolean lv_session_input_is_view (const LvNode *input);
void lv_session_sync (LvSession *self);
void lv_session_refuse (LvSession *self, const char *reason);
char *lv_session_signature (LvSession *self) G_GNUC_WARN_UNUSED_RESULT;

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

/* lv-session-figures.c */
void lv_session_sync_figures (LvSession *self);
void lv_session_drop_figures (LvSession *self);
gboolean lv_session_has_figure (LvSession *self, const LvDocGroup *group);

G_END_DECLS
