/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-document.h"

G_BEGIN_DECLS

/* What one undo takes back. */
typedef struct
{
  char *name;
  char *key; /* (nullable) */
  GPtrArray *before;
  GPtrArray *after;
  char *active_before; /* (nullable) */
  char *active_after;
} LvStep;

struct _LvDocument
{
  GObject parent_instance;

  GPtrArray *groups; /* (owned): LvDocGroup; a list is never changed, only replaced */
  GPtrArray *saved;  /* (owned): what the file says */
  GPtrArray *steps;  /* (owned): LvStep */
  guint at;          /* how many of them are done */
  gboolean open;     /* the last of these can grow */
  char *active;      /* (owned) (nullable) */
  const char *const *active_before; /* (nullable): of the step that is being made */
  guint n_migrated;
};

void lv_document_edit_from (LvDocument *self, const char *id, const char *name, const char *key,
                            GPtrArray *groups);
gboolean lv_document_continues (LvDocument *self, const char *key);

G_END_DECLS
