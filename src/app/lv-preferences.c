/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Language, style and the user's name. What a setting may be is in the table; the rest follows. */
#include "lv-preferences.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *key;
  const char *values[4];
} Choice;

static const Choice language = { "language", { "", "system" } };
static const Choice style = { "style", { "system", "light", "dark" } };

static gboolean
to_index (GValue *value, GVariant *variant, gpointer user_data)
{
  const Choice *choice = user_data;

  for (guint i = 0; choice->values[i] != NULL; i++)
    if (g_strcmp0 (choice->values[i], g_variant_get_string (variant, NULL)) == 0)
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
to_setting (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const Choice *choice = user_data;
  guint index = g_value_get_uint (value);

  return index < G_N_ELEMENTS (choice->values) && choice->values[index] != NULL
             ? g_variant_new_string (choice->values[index])
             : NULL;
}

static GtkWidget *
choice_row (GSettings *settings, const Choice *choice, const char *title, const char *subtitle,
            const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_settings_bind_with_mapping (settings, choice->key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                to_index, to_setting, (gpointer) choice, NULL);
  return row;
}

/* Empty means the computer's own idea of the name, which the hint tells. */
static GtkWidget *
name_group (GSettings *settings)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_entry_row_new ();
  const char *real = g_get_real_name ();
  g_autofree char *hint
      = g_strdup_printf (_ ("Stands beside each change that you make. Empty: %s"),
                         g_str_equal (real, "Unknown") ? g_get_user_name () : real);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Your name"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), hint);
  g_settings_bind (settings, "user-name", row, "text", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

/**
 * lv_preferences_new:
 * @settings: the user's
 *
 * Returns: (transfer floating): the preferences window
 */
GtkWidget *
lv_preferences_new (GSettings *settings)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  const char *languages[] = { _ ("Danish"), _ ("As the desktop"), NULL };
  const char *styles[] = { _ ("As the desktop"), _ ("Light"), _ ("Dark"), NULL };

  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 440);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             choice_row (settings, &language, _ ("Language"),
                                         _ ("Takes effect the next time the program starts"),
                                         languages));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             choice_row (settings, &style, _ ("Style"), NULL, styles));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (name_group (settings)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  return window;
}
