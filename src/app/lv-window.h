/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-application.h"
#include "lv-session.h"
#include "lv-window-file.h"

G_BEGIN_DECLS

#define LV_TYPE_WINDOW (lv_window_get_type ())

/**
 * LvWindow:
 *
 * One window on one pack and one document: tabs from the pack's pages, and the scenario panel left of them.
 */
G_DECLARE_FINAL_TYPE (LvWindow, lv_window, LV, WINDOW, AdwApplicationWindow)

/* A save, or a question before closing, came to its end: @done is whether it did what was asked. */
typedef void (*LvWindowDone) (LvWindow *self, gboolean done, gpointer user_data);

LvWindow *lv_window_new (LvApplication *application, const char *folder) G_GNUC_WARN_UNUSED_RESULT;
LvSession *lv_window_session (LvWindow *self);

/* Documents, without asking for a file; questions that come up are asked in dialogs. */
LvWindowFile *lv_window_file (LvWindow *self);
void lv_window_commit_typing (LvWindow *self);
LvWindow *lv_application_new_window (LvApplication *self);
void lv_window_open_path (LvWindow *self, const char *path);
void lv_window_take_path (LvWindow *self, const char *path);
void lv_window_import_path (LvWindow *self, const char *path);
void lv_window_save_to (LvWindow *self, const char *path);
gboolean lv_window_recover (LvWindow *self, LvRecovered *recovered, GError **error);

/* Questions, one at a time: lv-window-questions.c */
void lv_window_ask (LvWindow *self, GtkWindow *question);
gboolean lv_window_is_asking (LvWindow *self);

/* Closing: lv-window-close.c */
gboolean lv_window_may_close (LvWindow *self);
void lv_window_confirm_close (LvWindow *self, LvWindowDone done, gpointer user_data);
void lv_window_take_back_close (LvWindow *self);

G_END_DECLS
