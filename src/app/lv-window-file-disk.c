/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that tells what somebody else did to the file, with the choices. */
#include "lv-window-private.h"

#include <glib/gi18n.h>

enum
{
  REREAD = 1,
  KEEP,
  SAVE_AS,
};

/* Returns: (transfer full) (nullable): what happened and what can be done; %NULL for nothing */
static char *
sentence (LvFileState state, const char *name)
{
  switch (state)
    {
    case LV_FILE_CHANGED:
      return g_strdup_printf (_ ("“%s” was changed by somebody else. Read it again, or keep what you have here: "
                "saving then replaces what they saved."), name);
    case LV_FILE_GONE:
      return g_strdup_printf (_ ("“%s” is gone from the disk. Keep what you have here and save it again, or save it "
                "somewhere else."), name);
    case LV_FILE_UNREADABLE:
      return g_strdup_printf (_ ("“%s” may not be read any more. Save what you have here somewhere else."), name);
    case LV_FILE_READ_ONLY:
      return g_strdup_printf (_ ("“%s” may only be read now. Save your changes somewhere else."), name);
    case LV_FILE_UNCHANGED:
    default:
      return NULL;
    }
}

static void
disk_cb (LvWindowFile *file, int state, LvWindow *self)
{
  g_autofree char *name = lv_window_file_name (file);
  g_autofree char *text = sentence (state, name);

  gtk_info_bar_set_revealed (self->disk_bar, text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_label (self->disk_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->disk_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_set_visible (self->disk_reread, state == LV_FILE_CHANGED);
  gtk_widget_set_visible (self->disk_keep, state == LV_FILE_CHANGED || state == LV_FILE_GONE);
  g_object_set_data (G_OBJECT (self->disk_bar), "state", GINT_TO_POINTER (state));
}

/** An answer in the bar. */
void
lv_window_disk_response_cb (GtkInfoBar *bar, int response, LvWindow *self)
{
  gtk_info_bar_set_revealed (bar, FALSE);
  if (response == REREAD)
    lv_window_reread (self);
  else if (response == KEEP)
    lv_window_file_keep_mine (self->file,
                              GPOINTER_TO_INT (g_object_get_data (G_OBJECT (bar), "state")));
  else if (response == SAVE_AS)
    lv_window_save_as (self, NULL, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
failed_cb (LvWindowFile *file, const char *reason, LvWindow *self)
{
  g_autofree char *text
      = g_strdup_printf (_ ("Your changes can't be kept against a crash. Save them. %s"), reason);

  lv_window_toast (self, text);
}

/** Shows news of the file from now on. */
void
lv_window_watch_disk (LvWindow *self)
{
  g_signal_connect_object (self->file, "disk", G_CALLBACK (disk_cb), self, 0);
  g_signal_connect_object (self->file, "failed", G_CALLBACK (failed_cb), self, 0);
}
