/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-scenario-panel.h"
#include "lv-window.h"

G_BEGIN_DECLS

struct _LvWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkToggleButton *panel_button;
  GtkWidget *tab_scroller;
  GtkWidget *tabs;
  GtkPaned *paned;
  GtkBox *panel_box;
  GtkStack *stack;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *menu_button;
  GMenu *recent_menu;
  GtkInfoBar *disk_bar;
  GtkLabel *disk_label;
  GtkWidget *disk_reread;
  GtkWidget *disk_keep;

  /* borrowed */
  GSettings *settings;

  /* owned */
  LvSession *session; /* (nullable): when the pack could not be read */
  LvWindowFile *file; /* (nullable): likewise */
  AdwToast *undo_toast; /* (nullable): what was undone last */
  guint clock;          /* tells the session what day it is */

  GPtrArray *questions;     /* (owned) (nullable): GtkWindow that ask, the first one is open; none once disposed */
  GtkNativeDialog *chooser; /* (weak) (nullable): asks for a file */

  LvWindowDone done; /* (nullable): waits for a save that asks something */
  gpointer done_data;
  gboolean closing; /* changes that are not saved are given up */
};

void lv_window_class_install_actions (LvWindowClass *klass);
void lv_window_update_actions (LvWindow *self);
void lv_window_toast (LvWindow *self, const char *text);
void lv_window_update_title (LvWindow *self);

/* lv-window-undo.c */
void lv_window_class_install_undo (LvWindowClass *klass);
void lv_window_update_undo (LvWindow *self);

/* lv-window-file-actions.c */
void lv_window_class_install_file (LvWindowClass *klass);
void lv_window_update_file (LvWindow *self);
void lv_window_save (LvWindow *self, LvWindowDone done, gpointer user_data);
void lv_window_save_as (LvWindow *self, LvWindowDone done, gpointer user_data);
void lv_window_reread (LvWindow *self);

/* lv-window-import.c */
void lv_window_class_install_import (LvWindowClass *klass);
void lv_window_update_import (LvWindow *self);
void lv_window_take_drops (LvWindow *self);

/* lv-window-file-dialogs.c */
AdwMessageDialog *lv_window_question (LvWindow *self, const char *heading, const char *body)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_window_show_unplaced (LvWindow *self, const GPtrArray *lines);
void lv_window_tell (LvWindow *self, const char *heading, const char *body);

/* lv-window-questions.c */
void lv_window_ask_native (LvWindow *self, GtkNativeDialog *chooser);
void lv_window_drop_questions (LvWindow *self);

/* lv-window-file-disk.c */
void lv_window_watch_disk (LvWindow *self);
void lv_window_disk_response_cb (GtkInfoBar *bar, int response, LvWindow *self);

/* lv-window-file-recent.c */
void lv_window_fill_recent (LvWindow *self);
void lv_window_add_recent (LvWindow *self);

G_END_DECLS
