/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-doc-group.h"
#include "lv-pack.h"

#include <glib-object.h>

G_BEGIN_DECLS

/** Version of the file format that is written; a file with a larger one is refused. */
#define LV_DOCUMENT_FORMAT 1

#define LV_DOCUMENT_ERROR (lv_document_error_quark ())
GQuark lv_document_error_quark (void);

typedef enum
{
  LV_DOCUMENT_ERROR_DAMAGED, /* it is no document, or not text */
  LV_DOCUMENT_ERROR_NEWER,   /* written by a newer version */
  LV_DOCUMENT_ERROR_PACK,    /* it belongs to another pack */
} LvDocumentError;

#define LV_TYPE_DOCUMENT (lv_document_get_type ())

/**
 * LvDocument:
 *
 * What a user's file holds, and every step that led there. It is text in groups, as the file is; what it
 * means, the session knows. Each edit is a step with a name that can be undone; consecutive edits with the
 * same key are one step, until lv_document_end_step(). The signal "changed" follows every edit, undo and
 * redo.
 */
G_DECLARE_FINAL_TYPE (LvDocument, lv_document, LV, DOCUMENT, GObject)

LvDocument *lv_document_new (const LvPack *pack, const char *title) G_GNUC_WARN_UNUSED_RESULT;
LvDocument *lv_document_read (const LvPack *pack, GBytes *bytes, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *lv_document_write (LvDocument *self) G_GNUC_WARN_UNUSED_RESULT;
guint lv_document_n_migrated (LvDocument *self);

const GPtrArray *lv_document_groups (LvDocument *self);
LvDocGroup *lv_document_find (LvDocument *self, const char *kind, const char *id);
char *lv_document_active (LvDocument *self) G_GNUC_WARN_UNUSED_RESULT;
void lv_document_set_active (LvDocument *self, const char *id);

void lv_document_edit (LvDocument *self, const char *name, const char *key, GPtrArray *groups);
void lv_document_replace (LvDocument *self, const char *name, const char *key, LvDocGroup *old,
                          LvDocGroup *group);
void lv_document_add (LvDocument *self, const char *name, LvDocGroup *group);
void lv_document_end_step (LvDocument *self);
guint lv_document_n_done (LvDocument *self);
void lv_document_join_steps (LvDocument *self, guint from, const char *name);

gboolean lv_document_undo (LvDocument *self);
gboolean lv_document_redo (LvDocument *self);
const char *lv_document_undo_name (LvDocument *self);
const char *lv_document_redo_name (LvDocument *self);

gboolean lv_document_is_modified (LvDocument *self);
void lv_document_mark_saved (LvDocument *self);
void lv_document_mark_unsaved (LvDocument *self);

G_END_DECLS
