/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of a citizen's way, with the real pack: what is chosen stands first, the answer is a sentence that follows
 * it, each way and the difference have their numbers by purse, and every number can be asked how it was computed. */
#include "card-fixture.h"

#include "lv-chart-panel.h"
#include "lv-input-row.h"
#include "lv-number-view.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  LvSession *session;
  LvCard *card;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();

  self->session = fixture_session_in (folder);
  if (data != NULL)
    lv_session_show (self->session, data, problems);
  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  self->card = fixture_card (self->session, "h.vej");
  self->window = fixture_window (GTK_WIDGET (self->card));
  fixture_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_close (self->window);
  g_object_unref (self->session);
}

/* The label that begins with @text. */
static const char *
line (Fixture *self, const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = fixture_find (GTK_WIDGET (self->card), GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), text))
      return gtk_label_get_text (GTK_LABEL (label));
  return NULL;
}

static const char *
cell (Fixture *self, guint row, guint column)
{
  GtkWidget *view = fixture_find (GTK_WIDGET (self->card), LV_TYPE_NUMBER_VIEW, row * 3 + column);
  GtkWidget *label = lv_number_view_child (LV_NUMBER_VIEW (view));

  return gtk_label_get_text (GTK_LABEL (label));
}

static void
expect_row (Fixture *self, guint row, const char *shelter, const char *home, const char *difference)
{
  const char *expected[] = { shelter, home, difference };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("row %u, column %u: %s", row, i, cell (self, row, i));
      g_assert_true (g_str_has_prefix (cell (self, row, i), expected[i]));
    }
}

static void
choose (Fixture *self, const char *id, double value)
{
  lv_session_set (self->session, fixture_node (self->session, id), 0, value);
  fixture_settle ();
}

/* 365 nights at 1.900 kr., half of 120 of them paid back; 12 months of support at 12.000 kr., half paid back. */
static void
test_numbers (Fixture *self, gconstpointer data)
{
  expect_row (self, 0, "693.500", "144.000", "549.500");
  expect_row (self, 1, "114.000", "72.000", "42.000");
  expect_row (self, 2, "0", "0", "0");
  expect_row (self, 3, "579.500", "72.000", "507.500");
  g_assert_nonnull (line (self, "Kommunen sparer 507.500 kr. i alt, når borgeren bor i egen bolig med støtte i 12 "
                                "måneder"));
}

/* 30 months: the state's two years in the home end, the shelter's nights begin anew each January. */
static void
test_months (Fixture *self, gconstpointer data)
{
  choose (self, "hjem.vej.maaneder", 30);
  expect_row (self, 0, "1.732.800", "360.000", "1.372.800");
  expect_row (self, 1, "342.000", "144.000", "198.000");
  expect_row (self, 3, "1.390.800", "216.000", "1.174.800");
  choose (self, "hjem.vej.foer", 0);
  expect_row (self, 1, "342.000", "0", "342.000");
}

/* A stay from July has nights left in two years; an own place costs its running and loses its buyer. */
static void
test_choices (Fixture *self, gconstpointer data)
{
  choose (self, "hjem.vej.start", 6);
  expect_row (self, 1, "228.000", "72.000", "156.000");
  choose (self, "hjem.vej.start", 0);
  choose (self, "hjem.vej.sted", 1);
  expect_row (self, 0, "547.500", "144.000", "403.500");
  expect_row (self, 1, "96.000", "72.000", "24.000");
}

/* In the grundprognose prices are missing, and the card says what to do. */
static void
test_missing (Fixture *self, gconstpointer data)
{
  expect_row (self, 3, "mangler", "mangler", "mangler");
  g_assert_nonnull (line (self, "Forskellen kan ikke regnes ud"));
}

static gboolean
is_in (GtkWidget *widget, GType type)
{
  return widget != NULL && gtk_widget_get_ancestor (widget, type) != NULL;
}

/* Tab comes to the choices, the numbers and the chart, in this order. */
static void
test_keyboard (Fixture *self, gconstpointer data)
{
  GType order[] = { LV_TYPE_INPUT_ROW, LV_TYPE_NUMBER_VIEW, LV_TYPE_CHART_PANEL };
  guint met = 0;

  for (guint i = 0; i < 40 && gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD); i++)
    if (met < G_N_ELEMENTS (order) && is_in (gtk_root_get_focus (GTK_ROOT (self->window)), order[met]))
      met++;
  g_assert_cmpuint (met, ==, G_N_ELEMENTS (order));
}

int
main (int argc, char **argv)
{
  static const char example[] = "hjemloeshed.eksempel";

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, scenario, test) g_test_add ("/path/" name, Fixture, scenario, set_up, test, tear_down)
  ADD ("numbers", example, test_numbers);
  ADD ("months", example, test_months);
  ADD ("choices", example, test_choices);
  ADD ("missing", NULL, test_missing);
  ADD ("keyboard", example, test_keyboard);
  return g_test_run ();
}
