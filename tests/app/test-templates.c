/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every .ui of the program loads with our own types, and the window's classes come and go without a
 * trace. The stock builder tool knows neither libadwaita nor us. */
#include "lv-change-row.h"
#include "lv-columns-layout.h"
#include "lv-scenario-panel.h"
#include "lv-window.h"

#include <locale.h>

static void
test_templates (void)
{
  static GType (*const types[]) (void) = { lv_scenario_panel_get_type, lv_change_row_get_type };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i](), NULL));

      g_assert_true (GTK_IS_WIDGET (widget));
      g_assert_finalize_object (widget);
    }
}

/* What the builder may load without a class of ours around it. */
static void
test_plain_files (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;

  gtk_builder_add_from_resource (builder, "/dk/ligevaegt/Ligevaegt/help-overlay.ui", &error);
  g_assert_no_error (error);
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
}

static void
activate_cb (GApplication *application, LvWindow **window)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);

  *window = lv_window_new (LV_APPLICATION (application), folder);
  g_object_add_weak_pointer (G_OBJECT (*window), (gpointer *) window);
}

/* A window on the real pack, and one on a folder that is no pack, both die with everything in them. */
static void
test_window (void)
{
  g_autoptr (LvApplication) application = lv_application_new ();
  g_autoptr (GError) error = NULL;
  LvWindow *window = NULL;
  LvWindow *broken;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  activate_cb (G_APPLICATION (application), &window);
  g_assert_nonnull (lv_window_session (window));
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
  broken = lv_window_new (application, "/nonexistent");
  g_assert_null (lv_window_session (broken));
  gtk_window_destroy (GTK_WINDOW (broken));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  g_test_add_func ("/templates/classes", test_templates);
  g_test_add_func ("/templates/plain", test_plain_files);
  g_test_add_func ("/window/lifetime", test_window);
  return g_test_run ();
}
