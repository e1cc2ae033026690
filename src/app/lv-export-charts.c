/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which charts are made as files of their own: a row for each page, with its charts below it. */
#include "lv-export-charts.h"

#include "lv-card-tools.h"
#include "lv-grid.h"

#include <glib/gi18n.h>

/** The group of a dialog; it lives as long as the widget that it is set on. */
typedef struct
{
  LvExportChoice *choice; /* (borrowed) */
  LvExportChanged changed;
  gpointer user_data;
  GPtrArray *pages; /* Page */
} Charts;

/**
 * Page:
 * @first, @n: which of the choice's charts it shows
 * @buttons: (owned) GtkWidget: of its charts, once they are unfolded
 * @filling: its buttons follow, and nobody has pressed them
 *
 * A page of the window with charts, or the charts that stand on none.
 */
typedef struct
{
  Charts *owner;
  guint first;
  guint n;
  GtkWidget *row;
  GtkWidget *button;
  GPtrArray *buttons;
  gboolean filling;
} Page;

static void
page_free (gpointer data)
{
  Page *self = data;

  g_ptr_array_unref (self->buttons);
  g_free (self);
}

static void
charts_free (gpointer data)
{
  Charts *self = data;

  g_ptr_array_unref (self->pages);
  g_free (self);
}

static LvExportChart *
chart_at (const Charts *self, guint index)
{
  return g_ptr_array_index (self->choice->charts, index);
}

static guint
n_chosen (const Page *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += chart_at (self->owner, self->first + i)->chosen;
  return n;
}

/* The page's own button says whether all, some or none of its charts are ticked; so do the words. */
static void
show_page (Page *self)
{
  guint chosen = n_chosen (self);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u of %u chart", "%u of %u charts", self->n), chosen, self->n);

  self->filling = TRUE;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->row), text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->button), chosen == self->n);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->button), chosen > 0 && chosen < self->n);
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->buttons, i),
                                 chart_at (self->owner, self->first + i)->chosen);
  self->filling = FALSE;
}

static void
choose_page (Page *self, gboolean on)
{
  for (guint i = 0; i < self->n; i++)
    chart_at (self->owner, self->first + i)->chosen = on;
  show_page (self);
}

/* Where some are ticked, the button of the page ticks all. */
static void
page_cb (GtkCheckButton *button, Page *self)
{
  if (self->filling)
    return;
  choose_page (self, n_chosen (self) < self->n);
  self->owner->changed (self->owner->user_data);
}

static void
chart_cb (GtkCheckButton *button, Page *self)
{
  LvExportChart *chart = g_object_get_data (G_OBJECT (button), "chart");

  if (self->filling)
    return;
  chart->chosen = gtk_check_button_get_active (button);
  show_page (self);
  self->owner->changed (self->owner->user_data);
}

static GtkWidget *
chart_row (Page *self, LvExportChart *chart)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  const LvState *base = lv_session_base (self->owner->choice->session);
  g_autofree char *title = lv_grid_item_title (chart->item, base, base);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  lv_card_set_name (button, title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), chart->chosen);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (button), "chart", chart);
  g_signal_connect (button, "toggled", G_CALLBACK (chart_cb), self);
  g_ptr_array_add (self->buttons, button);
  return row;
}

/* What is folded is not made before it is looked at. */
static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, Page *self)
{
  if (!adw_expander_row_get_expanded (row) || self->buttons->len > 0)
    return;
  for (guint i = 0; i < self->n; i++)
    adw_expander_row_add_row (row, chart_row (self, chart_at (self->owner, self->first + i)));
}

static GtkWidget *
page_row (Page *self, const LvItem *page)
{
  GtkWidget *row = adw_expander_row_new ();
  const char *title = page != NULL && page->title != NULL ? page->title : _ ("In attachments only");
  g_autofree char *name = g_strdup_printf (_ ("All charts: %s"), title);

  self->row = row;
  self->button = gtk_check_button_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  lv_card_set_name (self->button, name);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), self->button);
  show_page (self);
  g_signal_connect (self->button, "toggled", G_CALLBACK (page_cb), self);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), self);
  return row;
}

/* Charts of a page follow each other. */
static void
add_pages (Charts *self, GtkWidget *group)
{
  const GPtrArray *charts = self->choice->charts;

  for (guint i = 0; i < charts->len;)
    {
      Page *page = g_new0 (Page, 1);
      const LvItem *of = chart_at (self, i)->page;

      page->owner = self;
      page->first = i;
      page->buttons = g_ptr_array_new ();
      while (i < charts->len && chart_at (self, i)->page == of)
        i++;
      page->n = i - page->first;
      g_ptr_array_add (self->pages, page);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), page_row (page, of));
    }
}

/* --- All of them */

static void
choose_all (Charts *self, gboolean on)
{
  for (guint i = 0; i < self->pages->len; i++)
    choose_page (g_ptr_array_index (self->pages, i), on);
  self->changed (self->user_data);
}

static void
all_cb (Charts *self)
{
  choose_all (self, TRUE);
}

static void
none_cb (Charts *self)
{
  choose_all (self, FALSE);
}

/* Its name tells it from that of the attachments. */
static GtkWidget *
flat_button (const char *text, const char *name, GCallback clicked, Charts *self)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  lv_card_set_name (button, name);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

/** Returns: (transfer floating): the charts of @choice, to be ticked; @choice must last as long */
GtkWidget *
lv_export_charts_new (LvExportChoice *choice, LvExportChanged changed, gpointer user_data)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Charts *self = g_new0 (Charts, 1);

  self->choice = choice;
  self->changed = changed;
  self->user_data = user_data;
  self->pages = g_ptr_array_new_with_free_func (page_free);
  g_object_set_data_full (G_OBJECT (group), "charts", self, charts_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Charts, Each as a PDF of Its Own"));
  gtk_box_append (GTK_BOX (buttons), flat_button (_ ("Tick All"), _ ("Tick all charts"), G_CALLBACK (all_cb), self));
  gtk_box_append (GTK_BOX (buttons), flat_button (_ ("Tick None"), _ ("Tick no chart"), G_CALLBACK (none_cb), self));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), buttons);
  add_pages (self, group);
  return group;
}
