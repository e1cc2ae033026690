/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-year-edit.h"
#include "lv-year-grid.h"

G_BEGIN_DECLS

struct _LvYearGrid
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *grid;
  GtkWidget *status;
  GtkWidget *error;
  GtkWidget *legend;
  GtkWidget *menu;
  GtkWidget *entry;    /* (owned): stands in @editing, or nowhere */
  LvYearTable *table;  /* (owned) */
  LvYearCell **cells;  /* (owned): row by row, each borrowed from the grid, %NULL in gaps */
  LvYearCell *editing; /* (nullable) (borrowed) */
  gboolean locks;      /* locked cells are shown as such */
  gboolean replacing;  /* the first key replaced the number: arrows leave the cell */
  guint row, column;               /* the cell with the focus */
  guint anchor_row, anchor_column; /* the other end of the range */
  guint reveals;       /* id of the callback that will scroll, or 0 */
  LvYearPlan *plan;    /* (owned) (nullable): waits for the source of its figures */
  LvYearRange planned;
  char *refused;       /* (owned) (nullable): what the session said last */
};

/* lv-year-grid.c */
LvYearCell *lv_year_grid_cursor (LvYearGrid *self);
void lv_year_grid_go (LvYearGrid *self, guint row, guint column, gboolean extend);
void lv_year_grid_show_status (LvYearGrid *self);
void lv_year_grid_set_error (LvYearGrid *self, const char *error);
void lv_year_grid_grab (LvYearGrid *self);

/* lv-year-grid-edit.c */
void lv_year_grid_begin (LvYearGrid *self, const char *text);
void lv_year_grid_end (LvYearGrid *self);
void lv_year_grid_reset (LvYearGrid *self);
GtkWidget *lv_year_grid_create_menu (LvYearGrid *self);
void lv_year_grid_class_install_actions (GtkWidgetClass *klass);
void lv_year_grid_prepare_entry (LvYearGrid *self);

/* lv-year-grid-keys.c */
void lv_year_grid_listen (LvYearGrid *self);

G_END_DECLS
