/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inputs: what is typed reaches the session or stays where it is with the reason beside it; pulling, keys and
 * reset do what they say; and scrolling the page never changes a number. */
#include "card-fixture.h"

#include "lv-input-grid.h"
#include "lv-input-list.h"

#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  LvSession *session;
  LvInputRow *row;
  LvInputEntry *entry; /* (nullable) */
  GtkWidget *window;
} Fixture;

static void
update_cb (LvInputRow *row)
{
  lv_input_row_update (row);
}

static void
set_up (Fixture *self, gconstpointer id)
{
  self->session = fixture_session ();
  self->row = lv_input_row_new (self->session, fixture_node (self->session, id), 0, NULL,
                                LV_INPUT_ROW_NORMAL);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (update_cb), self->row,
                           G_CONNECT_SWAPPED);
  if (LV_IS_INPUT_ENTRY (lv_input_row_get_control (self->row)))
    self->entry = LV_INPUT_ENTRY (lv_input_row_get_control (self->row));
  self->window = fixture_window (GTK_WIDGET (self->row));
}

static void
tear_down (Fixture *self, gconstpointer id)
{
  g_object_add_weak_pointer (G_OBJECT (self->row), (gpointer *) &self->row);
  fixture_close (self->window);
  g_assert_null (self->row);
  g_assert_finalize_object (self->session);
}

static void
type (LvInputEntry *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (lv_input_entry_get_entry (entry)), text);
}

static const char *
shown (LvInputEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (lv_input_entry_get_entry (entry)));
}

static void
test_commit (Fixture *self, gconstpointer id)
{
  GtkWidget *reset = lv_input_row_get_reset (self->row);

  g_assert_cmpstr (shown (self->entry), ==, "13,5");
  g_assert_false (gtk_widget_get_sensitive (reset));
  type (self->entry, "12,50");
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 13.5);
  g_signal_emit_by_name (lv_input_entry_get_entry (self->entry), "activate");
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 12.5);
  g_assert_cmpstr (shown (self->entry), ==, "12,5");
  g_assert_true (gtk_widget_get_sensitive (reset));
  g_assert_nonnull (strstr (lv_input_row_get_status (self->row), "ændret i scenariet"));
  g_assert_nonnull (strstr (lv_input_row_get_status (self->row), "13,5"));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (lv_input_row_get_scale (self->row))), ==, 12.5);
  g_signal_emit_by_name (reset, "clicked");
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 13.5);
  g_assert_cmpstr (shown (self->entry), ==, "13,5");
  g_assert_false (gtk_widget_get_sensitive (reset));
}

/* Each Enter is a step of its own to take back; steps by keys are one until the entry is left. */
static void
test_undo_steps (Fixture *self, gconstpointer id)
{
  type (self->entry, "10");
  g_signal_emit_by_name (lv_input_entry_get_entry (self->entry), "activate");
  type (self->entry, "8");
  g_signal_emit_by_name (lv_input_entry_get_entry (self->entry), "activate");
  lv_session_undo (self->session);
  g_assert_cmpfloat (lv_state_number (lv_session_state (self->session),
                                      fixture_node (self->session, id), 0),
                     ==, 10);
  lv_session_undo (self->session);
  g_assert_cmpfloat (lv_state_number (lv_session_state (self->session),
                                      fixture_node (self->session, id), 0),
                     ==, 13.5);
}

static void
test_focus_out (Fixture *self, gconstpointer id)
{
  type (self->entry, "-3");
  fixture_leave (GTK_WIDGET (self->entry));
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, -3);
}

/* A decimal point is refused, not guessed at; the text stays until it is mended or taken back. */
static void
test_refuse (Fixture *self, gconstpointer id)
{
  type (self->entry, "13.5");
  fixture_leave (GTK_WIDGET (self->entry));
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 13.5);
  g_assert_cmpstr (shown (self->entry), ==, "13.5");
  g_assert_nonnull (strstr (lv_input_entry_get_error (self->entry), "13,5"));
  g_assert_true (gtk_test_accessible_has_state (GTK_ACCESSIBLE (lv_input_entry_get_entry (self->entry)),
                                                GTK_ACCESSIBLE_STATE_INVALID));
  g_assert_nonnull (fixture_find_text (GTK_WIDGET (self->row), lv_input_entry_get_error (self->entry)));
  lv_session_set (self->session, fixture_node (self->session, "rente"), 0, 3);
  g_assert_cmpstr (shown (self->entry), ==, "13.5");
  g_assert_true (fixture_press (GTK_WIDGET (self->entry), GDK_KEY_Escape));
  g_assert_cmpstr (shown (self->entry), ==, "13,5");
  g_assert_null (lv_input_entry_get_error (self->entry));
  g_assert_false (fixture_press (GTK_WIDGET (self->entry), GDK_KEY_Escape));
}

static void
test_outside (Fixture *self, gconstpointer id)
{
  static const char *const wrong[] = { "30,5", "-31", "en million", "", "1 0" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (self->entry, wrong[i]);
      g_assert_false (lv_input_entry_commit (self->entry));
      g_assert_cmpstr (shown (self->entry), ==, wrong[i]);
      g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 13.5);
    }
  type (self->entry, "30");
  g_assert_true (lv_input_entry_commit (self->entry));
  g_assert_null (lv_input_entry_get_error (self->entry));
}

/* Another change does not take away what is being typed, not even a change of the same number. */
static void
test_typing (Fixture *self, gconstpointer id)
{
  type (self->entry, "7");
  lv_session_set (self->session, fixture_node (self->session, id), 0, 5);
  g_assert_cmpstr (shown (self->entry), ==, "7");
  fixture_leave (GTK_WIDGET (self->entry));
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 7);
}

static void
test_keys (Fixture *self, gconstpointer id)
{
  g_assert_true (fixture_press (GTK_WIDGET (self->entry), GDK_KEY_Up));
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 14);
  g_assert_cmpstr (shown (self->entry), ==, "14");
  type (self->entry, "20");
  g_assert_true (fixture_press (GTK_WIDGET (self->entry), GDK_KEY_Down));
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 19.5);
  g_assert_false (fixture_press (GTK_WIDGET (self->entry), GDK_KEY_a));
}

static void
count_cb (LvSession *session, guint *count)
{
  (*count)++;
}

/* Every place of the scale is a whole step, and each is told once. */
static void
test_scale (Fixture *self, gconstpointer id)
{
  GtkRange *scale = GTK_RANGE (lv_input_row_get_scale (self->row));
  guint told = 0;

  g_signal_connect (self->session, "changed", G_CALLBACK (count_cb), &told);
  gtk_range_set_value (scale, 0.3);
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 0.5);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 0.5);
  g_assert_cmpstr (shown (self->entry), ==, "0,5");
  g_assert_cmpuint (told, ==, 1);
  gtk_range_set_value (scale, 0.6);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 0.5);
  g_assert_cmpuint (told, ==, 1);
  type (self->entry, "ni");
  lv_input_entry_commit (self->entry);
  gtk_range_set_value (scale, 9);
  g_assert_cmpstr (shown (self->entry), ==, "9");
  g_assert_null (lv_input_entry_get_error (self->entry));
}

/* A default that is no whole step can be pulled to. */
static void
test_default_between_steps (Fixture *self, gconstpointer id)
{
  GtkRange *scale = GTK_RANGE (lv_input_row_get_scale (self->row));

  gtk_range_set_value (scale, 3);
  gtk_range_set_value (scale, 2.26);
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 2.25);
  g_assert_false (lv_input_is_changed (self->session, fixture_node (self->session, id), 0));
}

static gboolean
scroll_with_pointer (GtkWidget *over)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  graphene_point_t point;

  if (xdotool == NULL)
    return FALSE;
  g_assert_true (gtk_widget_compute_point (
      over, GTK_WIDGET (gtk_widget_get_native (over)),
      &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (over) / 2,
                            (float) gtk_widget_get_height (over) / 2),
      &point));
  command = g_strdup_printf ("%s mousemove %d %d click 5 click 5 click 5", xdotool, (int) point.x,
                             (int) point.y);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return TRUE;
}

/* The pointer is over the scale, the wheel turns: the page moves, the number does not. */
static void
test_scroll (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *room = gtk_label_new ("");
  LvInputRow *row = lv_input_row_new (session, fixture_node (session, "vaekst"), 0, NULL,
                                      LV_INPUT_ROW_NORMAL);
  GtkWidget *scale = lv_input_row_get_scale (row);
  GtkAdjustment *page;
  GtkWidget *window;
  gint64 end;

  gtk_widget_set_size_request (room, -1, 2000);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row));
  gtk_box_append (GTK_BOX (box), room);
  window = fixture_window (box);
  page = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_window_get_child (GTK_WINDOW (window))));
  if (!scroll_with_pointer (scale))
    g_test_skip ("xdotool is not installed");
  else
    {
      end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
      while (gtk_adjustment_get_value (page) == 0 && g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, FALSE);
      g_assert_cmpfloat (gtk_adjustment_get_value (page), >, 0);
      g_assert_cmpfloat (fixture_value (session, "vaekst", 0), ==, 13.5);
    }
  fixture_close (window);
}

/* Belt and braces where there is no pointer: nothing in the scale listens to a wheel. */
static void
test_no_scroll_controller (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  LvInputRow *row = lv_input_row_new (session, fixture_node (session, "vaekst"), 0, NULL,
                                      LV_INPUT_ROW_NORMAL);
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (lv_input_row_get_scale (row));

  g_object_ref_sink (row);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      g_assert_false (GTK_IS_EVENT_CONTROLLER_SCROLL (controller));
    }
  g_clear_object (&controllers);
  g_assert_finalize_object (row);
}

/* No default: the row says so, and what is cleared is gone again. */
static void
test_missing (Fixture *self, gconstpointer id)
{
  g_assert_cmpstr (shown (self->entry), ==, "");
  g_assert_cmpstr (gtk_entry_get_placeholder_text (lv_input_entry_get_entry (self->entry)), ==,
                   "mangler");
  g_assert_nonnull (strstr (lv_input_row_get_status (self->row), "mangler"));
  type (self->entry, "40");
  g_assert_true (lv_input_entry_commit (self->entry));
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 40);
  g_assert_true (gtk_widget_get_sensitive (lv_input_row_get_reset (self->row)));
  type (self->entry, "");
  g_assert_true (lv_input_entry_commit (self->entry));
  g_assert_true (isnan (fixture_value (self->session, id, 0)));
}

static void
test_switch (Fixture *self, gconstpointer id)
{
  GtkSwitch *control = GTK_SWITCH (lv_input_row_get_control (self->row));

  gtk_switch_set_active (control, TRUE);
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 1);
  g_assert_nonnull (strstr (lv_input_row_get_status (self->row), "fra"));
  lv_session_reset_all (self->session);
  g_assert_false (gtk_switch_get_active (control));
}

/* What is only looked at through is no change, but can be reset. */
static void
test_member (Fixture *self, gconstpointer id)
{
  GtkDropDown *control = GTK_DROP_DOWN (lv_input_row_get_control (self->row));

  g_assert_cmpuint (gtk_drop_down_get_selected (control), ==, 1);
  gtk_drop_down_set_selected (control, 3);
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 3);
  g_assert_false (lv_session_is_changed (self->session, fixture_node (self->session, id), 0));
  g_signal_emit_by_name (lv_input_row_get_reset (self->row), "clicked");
  g_assert_cmpuint (gtk_drop_down_get_selected (control), ==, 1);
}

static void
test_month (Fixture *self, gconstpointer id)
{
  g_assert_cmpstr (shown (self->entry), ==, "2026-07");
  type (self->entry, "juli");
  g_assert_false (lv_input_entry_commit (self->entry));
  type (self->entry, " 2027-01 ");
  g_assert_true (lv_input_entry_commit (self->entry));
  g_assert_cmpfloat (fixture_value (self->session, id, 0), ==, 2027 * 12);
  g_assert_cmpstr (shown (self->entry), ==, "2027-01");
}

/* Nothing is built until it is unfolded; the heading counts; reset is one step. */
static void
test_grid (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  const LvNode *node = fixture_node (session, "tilfoersel");
  LvInputGrid *grid = lv_input_grid_new (session, node);
  GtkWidget *window = fixture_window (GTK_WIDGET (grid));
  gsize first = fixture_cell (session, "tilfoersel", "koeb/2026");

  g_assert_null (lv_input_grid_get_table (grid));
  lv_input_grid_set_expanded (grid, TRUE);
  g_assert_nonnull (lv_input_grid_get_table (grid));
  lv_session_set (session, node, first, 1250);
  lv_session_set (session, node, first + 1, 5);
  lv_input_grid_update (grid);
  g_assert_nonnull (strstr (lv_input_grid_get_heading (grid), "(2 "));
  g_signal_emit_by_name (lv_input_grid_get_reset (grid), "clicked");
  g_assert_cmpfloat (fixture_value (session, "tilfoersel", first), ==, 0);
  g_assert_true (lv_session_undo (session));
  g_assert_cmpfloat (fixture_value (session, "tilfoersel", first), ==, 1250);
  g_assert_cmpfloat (fixture_value (session, "tilfoersel", first + 1), ==, 5);
  fixture_close (window);
}

/* Years stand as a table even where they are few, one line of them unfolded; members stay rows. */
static void
test_list (void)
{
  g_autoptr (LvSession) session = fixture_session ();
  const LvItem *item = lv_pack_find (lv_session_pack (session), "k.forudsaetninger");
  LvInputList *list = lv_input_list_new (session, item, "inputs");
  GtkWidget *window = fixture_window (GTK_WIDGET (list));
  GtkWidget *income = lv_input_list_find (list, fixture_node (session, "indtaegt"), 1);
  GtkWidget *areas = lv_input_list_find (list, fixture_node (session, "friholdt"), 1);
  GtkWidget *injection = lv_input_list_find (list, fixture_node (session, "tilfoersel"), 1);

  g_assert_true (LV_IS_INPUT_GRID (income));
  g_assert_nonnull (lv_input_grid_get_table (LV_INPUT_GRID (income)));
  g_assert_true (LV_IS_INPUT_ROW (areas));
  g_assert_true (LV_IS_INPUT_GRID (injection));
  g_assert_null (lv_input_grid_get_table (LV_INPUT_GRID (injection)));
  fixture_close (window);
}

#define ADD(path, id, test) g_test_add (path, Fixture, id, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  ADD ("/input/commit", "vaekst", test_commit);
  ADD ("/input/undo-steps", "vaekst", test_undo_steps);
  ADD ("/input/focus-out", "vaekst", test_focus_out);
  ADD ("/input/refuse", "vaekst", test_refuse);
  ADD ("/input/outside", "vaekst", test_outside);
  ADD ("/input/typing", "vaekst", test_typing);
  ADD ("/input/keys", "vaekst", test_keys);
  ADD ("/input/scale", "vaekst", test_scale);
  ADD ("/input/default-between-steps", "rente", test_default_between_steps);
  ADD ("/input/missing", "ukendt", test_missing);
  ADD ("/input/switch", "forlaenget", test_switch);
  ADD ("/input/member", "vis.aar", test_member);
  ADD ("/input/month", "start", test_month);
  g_test_add_func ("/input/scroll", test_scroll);
  g_test_add_func ("/input/no-scroll-controller", test_no_scroll_controller);
  g_test_add_func ("/input/grid", test_grid);
  g_test_add_func ("/input/list", test_list);
  return g_test_run ();
}
