/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-recovery.h"

G_BEGIN_DECLS

/* From the first edit that is not in the recovery file until it is written; later edits do not postpone it. With the
 * writing itself this stays below the two seconds that a crash may cost. */
#define LV_AUTOSAVE_DELAY_MS 1000

/**
 * LvAutosaveContents:
 *
 * Asked on the main context when it is time to write.
 *
 * Returns: (transfer full): the whole document as it is now
 */
typedef GBytes *(*LvAutosaveContents) (gpointer user_data);

#define LV_TYPE_AUTOSAVE (lv_autosave_get_type ())

/**
 * LvAutosave:
 *
 * Keeps the recovery file of one open document: lv_autosave_touch() at each edit, lv_autosave_clear() after a save,
 * lv_autosave_discard() when the user gives the changes up. Without these the file stays, also when the object
 * goes. It is written in a thread, one version after the other. Signals: "written" after each version; "failed"
 * with a #GError when one could not be written, and it is tried again.
 */
G_DECLARE_FINAL_TYPE (LvAutosave, lv_autosave, LV, AUTOSAVE, GObject)

LvAutosave *lv_autosave_new (const char *folder, LvRecovered *recovered, LvAutosaveContents contents,
                             gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void lv_autosave_set_delay (LvAutosave *self, guint delay_ms);
void lv_autosave_set_document (LvAutosave *self, const char *path, const char *title, const char *base);

void lv_autosave_touch (LvAutosave *self);
gboolean lv_autosave_flush (LvAutosave *self, GError **error);
void lv_autosave_clear (LvAutosave *self);
gboolean lv_autosave_discard (LvAutosave *self, GDateTime *now, GError **error);

G_END_DECLS
