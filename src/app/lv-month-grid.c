/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-month-grid.h"

#include "lv-card-tools.h"
#include "lv-date-da.h"
#include "lv-month.h"

#include <glib/gi18n.h>

#define DAYS 7
#define WEEKS 6

struct _LvMonthGrid
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *days[WEEKS * DAYS];
  int month;      /* year * 12 + month - 1 */
  guint32 chosen; /* Julian day, 0 for none */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LvMonthGrid, lv_month_grid, GTK_TYPE_WIDGET)

/** Returns: (transfer none): the name of @month, 1 to 12 */
const char *
lv_month_grid_month_name (guint month)
{
  const char *const names[]
      = { C_ ("month", "January"),   C_ ("month", "February"), C_ ("month", "March"),
          C_ ("month", "April"),     C_ ("month", "May"),      C_ ("month", "June"),
          C_ ("month", "July"),      C_ ("month", "August"),   C_ ("month", "September"),
          C_ ("month", "October"),   C_ ("month", "November"), C_ ("month", "December") };

  g_return_val_if_fail (month >= 1 && month <= G_N_ELEMENTS (names), "");
  return names[month - 1];
}

/* The Monday that the first week of the month begins with. */
static guint32
first_day (LvMonthGrid *self)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, (GDateMonth) (self->month % 12 + 1), (GDateYear) (self->month / 12));
  return g_date_get_julian (&day) - (guint32) (g_date_get_weekday (&day) - G_DATE_MONDAY);
}

static void
show_day (LvMonthGrid *self, guint index, guint32 julian)
{
  GtkWidget *button = self->days[index];
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  gboolean own;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  own = g_date_get_year (&day) * 12 + (int) g_date_get_month (&day) - 1 == self->month;
  label = g_strdup_printf ("%u", g_date_get_day (&day));
  name = g_strdup_printf ("%u.%u.%u", g_date_get_day (&day), g_date_get_month (&day),
                          g_date_get_year (&day));
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_visible (button, own);
  lv_card_set_style (button, "suggested-action", julian == self->chosen);
  lv_card_set_style (button, "flat", julian != self->chosen);
  lv_card_set_name (button, name);
}

static void
show_month (LvMonthGrid *self)
{
  guint32 first = first_day (self);
  g_autofree char *title = g_strdup_printf ("%s %d", lv_month_grid_month_name ((guint) (self->month % 12 + 1)),
                                            self->month / 12);

  lv_card_set_text (self->title, title);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    show_day (self, i, first + i);
}

static void
turn (LvMonthGrid *self, int months)
{
  self->month = CLAMP (self->month + months, 12, 9999 * 12 + 11);
  show_month (self);
}

static void
back_cb (LvMonthGrid *self)
{
  turn (self, -1);
}

static void
on_cb (LvMonthGrid *self)
{
  turn (self, 1);
}

static void
choose (LvMonthGrid *self, const char *date)
{
  g_signal_emit (self, signals[CHOSEN], 0, date);
}

static void
whole_cb (LvMonthGrid *self)
{
  g_autofree char *month = lv_month_format (self->month);

  choose (self, month);
}

static void
day_cb (GtkButton *button, LvMonthGrid *self)
{
  guint day = (guint) g_ascii_strtoull (gtk_button_get_label (button), NULL, 10);
  g_autofree char *date
      = g_strdup_printf ("%04d-%02d-%02u", self->month / 12, self->month % 12 + 1, day);

  choose (self, date);
}

static GtkWidget *
make_turn (LvMonthGrid *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  lv_card_set_tooltip (button, name);
  lv_card_set_name (button, name);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_head (LvMonthGrid *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = g_object_new (GTK_TYPE_LABEL, "hexpand", TRUE, "width-chars", 16, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (head), make_turn (self, "go-previous-symbolic", _ ("Previous Month"),
                                             G_CALLBACK (back_cb)));
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head),
                  make_turn (self, "go-next-symbolic", _ ("Next Month"), G_CALLBACK (on_cb)));
  return head;
}

static GtkWidget *
make_days (LvMonthGrid *self)
{
  const char *const names[]
      = { C_ ("weekday", "Mo"), C_ ("weekday", "Tu"), C_ ("weekday", "We"), C_ ("weekday", "Th"),
          C_ ("weekday", "Fr"), C_ ("weekday", "Sa"), C_ ("weekday", "Su") };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (int i = 0; i < DAYS; i++)
    gtk_grid_attach (GTK_GRID (grid), lv_card_label (names[i], "caption"), i, 0, 1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      self->days[i] = gtk_button_new_with_label ("");
      gtk_widget_add_css_class (self->days[i], "lv-day");
      g_signal_connect (self->days[i], "clicked", G_CALLBACK (day_cb), self);
      gtk_grid_attach (GTK_GRID (grid), self->days[i], (int) i % DAYS, (int) i / DAYS + 1, 1, 1);
    }
  return grid;
}

static void
lv_month_grid_dispose (GObject *object)
{
  g_clear_pointer (&LV_MONTH_GRID (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (lv_month_grid_parent_class)->dispose (object);
}

static void
lv_month_grid_class_init (LvMonthGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_month_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  /* A day or the month was chosen. */
  signals[CHOSEN] = g_signal_new ("chosen", LV_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lv_month_grid_init (LvMonthGrid *self)
{
  GtkWidget *whole = gtk_button_new_with_label (_ ("Only the Month"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->month = 2000 * 12;
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), make_days (self));
  g_signal_connect_swapped (whole, "clicked", G_CALLBACK (whole_cb), self);
  gtk_box_append (GTK_BOX (self->box), whole);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  show_month (self);
}

/** Returns: (transfer floating): a month to choose from */
GtkWidget *
lv_month_grid_new (void)
{
  return g_object_new (LV_TYPE_MONTH_GRID, NULL);
}

/** Shows the month of @date, with its day marked. */
void
lv_month_grid_show (LvMonthGrid *self, const char *date)
{
  GDate day;
  int month;

  g_return_if_fail (LV_IS_MONTH_GRID (self) && date != NULL);
  if (!lv_date_parse (date, FALSE, &day))
    return;
  self->month = g_date_get_year (&day) * 12 + (int) g_date_get_month (&day) - 1;
  self->chosen = lv_month_parse (date, &month) ? 0 : g_date_get_julian (&day);
  show_month (self);
}
