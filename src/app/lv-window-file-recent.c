/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of files that were open lately. */
#include "lv-window-private.h"

#include <string.h>

#define MIME_TYPE "application/x-ligevaegt"
#define MOST 10

static void
append (GMenu *menu, GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *path = g_file_get_path (file);
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);
  g_autoptr (GMenuItem) item = NULL;

  if (path == NULL || !g_utf8_validate (path, -1, NULL))
    return;
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.open-path", "s", path);
  g_menu_append_item (menu, item);
}

/** Lists the documents that were opened or saved last and are still there, newest first. */
void
lv_window_fill_recent (LvWindow *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  g_menu_remove_all (self->recent_menu);
  for (GList *l = items; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), MIME_TYPE) == 0
        && gtk_recent_info_exists (l->data)
        && g_menu_model_get_n_items (G_MENU_MODEL (self->recent_menu)) < MOST)
      append (self->recent_menu, l->data);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/** Remembers the file of the window, for all programs of the desktop. */
void
lv_window_add_recent (LvWindow *self)
{
  const char *path = lv_window_file_path (self->file);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, NULL) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  GtkRecentData data = { .display_name = name,
                         .mime_type = (char *) MIME_TYPE,
                         .app_name = (char *) "Ligevægt",
                         .app_exec = (char *) "ligevaegt %u" };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
