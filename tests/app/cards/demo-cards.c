/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the cards of a pack into a picture, to look at while working on them:
 *
 *   demo-cards FOLDER OUT.png WIDTH HEIGHT [set ID CELL VALUE | unfold | dark]... */
#include "lv-card-fold.h"
#include "lv-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static void
unfold (GtkWidget *widget)
{
  if (LV_IS_CARD_FOLD (widget))
    lv_card_fold_set_expanded (LV_CARD_FOLD (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

static void
settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
save (GtkWidget *window, int width, int height, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gsk_render_node_unref (node);
  gdk_texture_save_to_png (texture, path);
}

static void
apply (LvSession *session, GtkWidget *page, int argc, char **argv)
{
  for (int i = 0; i < argc; i++)
    {
      if (strcmp (argv[i], "unfold") == 0)
        unfold (page);
      else if (strcmp (argv[i], "dark") == 0)
        adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                            ADW_COLOR_SCHEME_FORCE_DARK);
      else if (strcmp (argv[i], "set") == 0 && i + 3 < argc)
        {
          const LvNode *node = lv_model_find (lv_session_model (session), argv[i + 1]);

          lv_session_set (session, node, (gsize) g_ascii_strtoull (argv[i + 2], NULL, 10),
                          g_ascii_strtod (argv[i + 3], NULL));
          i += 3;
        }
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvSession) session = NULL;
  GtkCssProvider *css;
  GtkWidget *window;
  LvPage *page;
  LvModel *model;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LIGEVAEGT_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  if (argc < 5)
    return 2;
  gtk_init ();
  adw_init ();
  model = lv_model_load (argv[1], NULL, problems);
  g_assert_nonnull (model);
  session = lv_session_new (model);
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/dk/ligevaegt/Ligevaegt/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (css);
  window = adw_window_new ();
  page = lv_page_new (session, g_ptr_array_index (lv_pack_items (lv_session_pack (session), LV_KIND_PAGE),
                                                  0));
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (page));
  gtk_window_set_default_size (GTK_WINDOW (window), atoi (argv[3]), atoi (argv[4]));
  gtk_window_present (GTK_WINDOW (window));
  settle (300);
  apply (session, GTK_WIDGET (page), argc - 5, argv + 5);
  settle (600);
  save (window, atoi (argv[3]), atoi (argv[4]), argv[2]);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
