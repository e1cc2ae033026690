/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "card-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/** Returns: (transfer full): a session on the pack in @folder, without changes */
LvSession *
fixture_session_in (const char *folder)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (folder, NULL, problems);

  for (guint i = 0; i < lv_problems_kept (problems); i++)
    {
      g_autofree char *line = lv_problem_to_string (lv_problems_get (problems, i));

      g_test_message ("%s", line);
    }
  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  return lv_session_new (model);
}

/** Returns: (transfer full): a session on the pack tests/data/app/@name, without changes */
LvSession *
fixture_session_of (const char *name)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "app", name, NULL);

  return fixture_session_in (folder);
}

/* Each waits for the one before, in tracks of 25. */
static char *
many_actions (guint n)
{
  static const char *const statuses[] = { "ikke-startet", "i-gang", "gennemfoert", "forsinket" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (out,
                              "[action plan.mange.%u]\ntitle=Opgave %u i en lang plan for hele forvaltningen\n"
                              "number=%u\ntrack=Spor %u\nowner=Enhed %u\nstart=%u-%02u-01\nend=%u-%02u-28\n"
                              "status=%s\nstatus-date=2026-04-01\nsource=kilde\n",
                              i, i, 100 + i, i / 25, i % 7, 2026 + i % 3, 1 + i % 9, 2026 + i % 3, 3 + i % 9,
                              statuses[i % 4]);
      if (i % 25 != 0)
        g_string_append_printf (out, "depends=plan.mange.%u\n", i - 1);
    }
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): a session on the pack plan, with @n actions more */
LvSession *
fixture_session_long (guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("lv-plan-XXXXXX", NULL);
  g_autofree char *from = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "app", "plan",
                                            "00-plan.lv", NULL);
  g_autofree char *to = g_build_filename (folder, "00-plan.lv", NULL);
  g_autofree char *more = g_build_filename (folder, "10-mange.lv", NULL);
  g_autofree char *actions = many_actions (n);
  g_autofree char *text = NULL;
  LvSession *session;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (to, text, -1, NULL));
  g_assert_true (g_file_set_contents (more, actions, -1, NULL));
  session = fixture_session_in (folder);
  g_remove (to);
  g_remove (more);
  g_rmdir (folder);
  return session;
}

/** Returns: (transfer full): a session on the small pack, without changes */
LvSession *
fixture_session (void)
{
  return fixture_session_of ("kort");
}

const LvNode *
fixture_node (LvSession *session, const char *id)
{
  const LvNode *node = lv_model_find (lv_session_model (session), id);

  g_assert_nonnull (node);
  return node;
}

/** Returns: (transfer floating): the card of the pack called @id */
LvCard *
fixture_card (LvSession *session, const char *id)
{
  const LvItem *item = lv_pack_find_kind (lv_session_pack (session), LV_KIND_CARD, id);

  g_assert_nonnull (item);
  return lv_card_new_for (session, item);
}

gsize
fixture_cell (LvSession *session, const char *id, const char *members)
{
  const LvNode *node = fixture_node (session, id);
  g_autofree char *reason = NULL;
  gssize cell = -1;
  LvPlace place;

  g_assert_true (lv_place_parse (members, lv_node_shape (node), &place, &reason));
  g_assert_true (lv_place_next (&place, lv_node_shape (node), &cell));
  return (gsize) cell;
}

double
fixture_value (LvSession *session, const char *id, gsize cell)
{
  return lv_state_number (lv_session_state (session), fixture_node (session, id), cell);
}

/** Turns the main loop until nothing is left to do, at most a second. */
void
fixture_settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end && g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * fixture_window:
 * @child: (transfer floating)
 *
 * Returns: (transfer none): a window with @child in a page that scrolls, mapped
 */
GtkWidget *
fixture_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 200);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (child) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_mapped (child));
  fixture_settle ();
  return window;
}

void
fixture_close (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_settle ();
}

/** Returns: how narrow @widget can be with letters half as large again, which a desktop may ask for */
int
fixture_large_width (GtkWidget *widget)
{
  GtkSettings *settings = gtk_widget_get_settings (widget);
  int before;
  int least;

  g_object_get (settings, "gtk-xft-dpi", &before, NULL);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  fixture_settle ();
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", before, NULL);
  return least;
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *index)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*index)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, index);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/** Returns: (transfer none) (nullable): number @index of the widgets of @type under @widget */
GtkWidget *
fixture_find (GtkWidget *widget, GType type, guint index)
{
  return find (widget, type, &index);
}

/** Returns: (transfer none) (nullable): the label under @widget that reads exactly @text */
GtkWidget *
fixture_find_text (GtkWidget *widget, const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = fixture_find (widget, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (strcmp (gtk_label_get_text (GTK_LABEL (label)), text) == 0)
      return label;
  return NULL;
}

static gpointer
controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (object), type))
        return object;
    }
  return NULL;
}

/** Presses @key together with @state on a widget that listens to keys. Returns: whether it was used */
gboolean
fixture_press_with (GtkWidget *widget, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean used = FALSE;

  for (guint i = 0; !used && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (object))
        g_signal_emit_by_name (object, "key-pressed", key, 0, state, &used);
    }
  return used;
}

/** Drags from @x, @y by @dx, where @widget listens before its children do; it is not let go of. */
GtkGesture *
fixture_drag (GtkWidget *widget, double x, double y, double dx)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_DRAG (object)
          || gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (object)) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (object, "drag-begin", x, y);
      g_signal_emit_by_name (object, "drag-update", dx, 0.0);
      return GTK_GESTURE (object);
    }
  g_assert_not_reached ();
}

/** Presses @key on a widget that listens to keys. Returns: whether it was used */
gboolean
fixture_press (GtkWidget *widget, guint key)
{
  return fixture_press_with (widget, key, 0);
}

/** Takes the focus out of @widget. */
void
fixture_leave (GtkWidget *widget)
{
  g_signal_emit_by_name (controller (widget, GTK_TYPE_EVENT_CONTROLLER_FOCUS), "leave");
}
