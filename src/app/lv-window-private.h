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

  /* borrowed */
  GSettings *settings;

  /* owned */
  LvSession *session; /* (nullable): when the pack could not be read */
};

void lv_window_class_install_actions (LvWindowClass *klass);
void lv_window_update_actions (LvWindow *self);
void lv_window_toast (LvWindow *self, const char *text);

G_END_DECLS
