/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-id-picker.h"

#include "lv-card-tools.h"
#include "lv-drop-down.h"

#include <glib/gi18n.h>
#include <string.h>

#define CHARS 30

struct _LvIdPicker
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *chosen;      /* a line for each */
  GtkWidget *drop;
  char *prompt;           /* (owned): first line of the list */
  GPtrArray *ids;         /* (owned): what is chosen */
  GPtrArray *candidates;  /* (owned): ids, in the order of the list */
  GHashTable *titles;     /* (owned): id -> title */
  gboolean filled;        /* the list holds the candidates */
};

G_DEFINE_FINAL_TYPE (LvIdPicker, lv_id_picker, GTK_TYPE_WIDGET)

static void show (LvIdPicker *self);

static gboolean
has (const GPtrArray *ids, const char *id, guint *index)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) ids, id, g_str_equal, index);
}

static void
remove_cb (GtkButton *button, LvIdPicker *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  guint index;

  gtk_widget_grab_focus (self->drop);
  if (has (self->ids, id, &index))
    g_ptr_array_remove_index (self->ids, index);
  show (self);
}

static const char *
title_of (LvIdPicker *self, const char *id)
{
  const char *title = g_hash_table_lookup (self->titles, id);

  return title != NULL ? title : id;
}

static GtkWidget *
make_line (LvIdPicker *self, const char *id)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = lv_card_label (title_of (self, id), NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), title_of (self, id));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "lv-small");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  lv_card_set_tooltip (button, name);
  lv_card_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static void
show (LvIdPicker *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chosen)) != NULL)
    gtk_box_remove (GTK_BOX (self->chosen), child);
  for (guint i = 0; i < self->ids->len; i++)
    gtk_box_append (GTK_BOX (self->chosen), make_line (self, g_ptr_array_index (self->ids, i)));
  gtk_widget_set_visible (self->chosen, self->ids->len > 0);
}

static void
fill (LvIdPicker *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  g_ptr_array_add (lines, self->prompt);
  for (guint i = 0; i < self->candidates->len; i++)
    g_ptr_array_add (lines, (gpointer) title_of (self, g_ptr_array_index (self->candidates, i)));
  g_ptr_array_add (lines, NULL);
  lv_drop_down_set_lines (self->drop, (const char *const *) lines->pdata);
  self->filled = TRUE;
}

/* Whoever has chosen something adds it; the list is ready for the next. */
static void
selected_cb (LvIdPicker *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop));
  const char *id;

  if (!self->filled || at == 0 || at == GTK_INVALID_LIST_POSITION || at > self->candidates->len)
    return;
  id = g_ptr_array_index (self->candidates, at - 1);
  if (!has (self->ids, id, NULL))
    g_ptr_array_add (self->ids, g_strdup (id));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop), 0);
  show (self);
}

static gboolean
lv_id_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LV_ID_PICKER (widget)->drop);
}

static void
lv_id_picker_map (GtkWidget *widget)
{
  LvIdPicker *self = LV_ID_PICKER (widget);

  if (!self->filled)
    fill (self);
  GTK_WIDGET_CLASS (lv_id_picker_parent_class)->map (widget);
}

static void
lv_id_picker_dispose (GObject *object)
{
  g_clear_pointer (&LV_ID_PICKER (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (lv_id_picker_parent_class)->dispose (object);
}

static void
lv_id_picker_finalize (GObject *object)
{
  LvIdPicker *self = LV_ID_PICKER (object);

  g_free (self->prompt);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->candidates);
  g_hash_table_unref (self->titles);
  G_OBJECT_CLASS (lv_id_picker_parent_class)->finalize (object);
}

static void
lv_id_picker_class_init (LvIdPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_id_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_id_picker_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = lv_id_picker_grab_focus;
  GTK_WIDGET_CLASS (klass)->map = lv_id_picker_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_id_picker_init (LvIdPicker *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->candidates = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->chosen = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_visible (self->chosen, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->chosen);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * lv_id_picker_new:
 * @name: accessible name of the list to add from
 * @prompt: its first line, which adds nothing
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
lv_id_picker_new (const char *name, const char *prompt)
{
  LvIdPicker *self = g_object_new (LV_TYPE_ID_PICKER, NULL);

  self->prompt = g_strdup (prompt);
  self->drop = lv_drop_down_new (name, CHARS);
  lv_drop_down_set_search (self->drop);
  g_signal_connect_swapped (self->drop, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->drop);
  return GTK_WIDGET (self);
}

/** Adds something that can be chosen; before the widget is shown. */
void
lv_id_picker_add_candidate (LvIdPicker *self, const char *id, const char *title)
{
  g_return_if_fail (LV_IS_ID_PICKER (self) && id != NULL && title != NULL);
  g_ptr_array_add (self->candidates, g_strdup (id));
  g_hash_table_replace (self->titles, g_strdup (id), g_strdup (title));
}

/** @ids: what is chosen, with semicolons */
void
lv_id_picker_set_ids (LvIdPicker *self, const char *ids)
{
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (LV_IS_ID_PICKER (self) && ids != NULL);
  parts = g_strsplit (ids, ";", -1);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strstrip (parts[i])[0] != '\0')
      g_ptr_array_add (self->ids, g_strdup (parts[i]));
  show (self);
}

/** Returns: (transfer full): what is chosen, with semicolons */
char *
lv_id_picker_dup_ids (LvIdPicker *self)
{
  GString *out;

  g_return_val_if_fail (LV_IS_ID_PICKER (self), NULL);
  out = g_string_new (NULL);
  for (guint i = 0; i < self->ids->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ";" : "", (char *) g_ptr_array_index (self->ids, i));
  return g_string_free (out, FALSE);
}
