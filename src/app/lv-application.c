/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-application.h"

#include "lv-config.h"
#include "lv-month.h"
#include "lv-preferences.h"
#include "lv-recovery-dialog.h"
#include "lv-window.h"

#include <glib/gi18n.h>

struct _LvApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* (owned) */
  char *folder;        /* (owned) (nullable): the pack that --pack names */
  char *today;         /* (owned) (nullable): the day that --today names, for tests and demonstrations */
  gboolean offered;    /* what could be recovered at start has been */
  gboolean quitting;   /* windows are being asked one after the other */
};

G_DEFINE_FINAL_TYPE (LvApplication, lv_application, ADW_TYPE_APPLICATION)

/* Translations are looked up in any locale but plain C, which a bare installation may have. */
static void
leave_plain_c (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const char *locale = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (variables) && (locale == NULL || locale[0] == '\0'); i++)
    locale = g_getenv (variables[i]);
  if (locale == NULL || locale[0] == '\0' || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    g_setenv ("LC_ALL", "C.UTF-8", TRUE);
}

/**
 * lv_application_choose_language:
 *
 * The window speaks Danish unless the user chose to follow the desktop: its users are Danish offices,
 * whatever the image that their machine was installed from. Must run before anything is translated.
 */
void
lv_application_choose_language (void)
{
  g_autoptr (GSettings) settings = g_settings_new (LV_APP_ID);
  g_autofree char *language = g_settings_get_string (settings, "language");

  if (g_strcmp0 (language, "system") == 0)
    return;
  leave_plain_c ();
  g_setenv ("LANGUAGE", language[0] != '\0' ? language : "da", TRUE);
}

static void
apply_style (LvApplication *self)
{
  g_autofree char *style = g_settings_get_string (self->settings, "style");
  AdwColorScheme scheme = g_strcmp0 (style, "dark") == 0    ? ADW_COLOR_SCHEME_FORCE_DARK
                          : g_strcmp0 (style, "light") == 0 ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                            : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LvApplication *self = user_data;

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (self)),
                         "application-name", "Ligevægt", "application-icon", LV_APP_ID, "version",
                         LV_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("What does it take to close the gap, and what does each choice cost?"),
                         NULL);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LvApplication *self = user_data;
  GtkWidget *window = lv_preferences_new (self->settings);

  gtk_window_set_transient_for (GTK_WINDOW (window),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_activate (G_APPLICATION (user_data));
}

/* Windows, without their dialogs; the list may change while it is gone through. */
static GPtrArray *
windows_of (LvApplication *self)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (LV_IS_WINDOW (l->data))
      g_ptr_array_add (windows, g_object_ref (l->data));
  return windows;
}

static void quit_next (LvApplication *self);

static void
quit_done (LvWindow *window, gboolean done, gpointer user_data)
{
  LvApplication *self = user_data;
  g_autoptr (GPtrArray) windows = windows_of (self);

  self->quitting = FALSE;
  if (done)
    quit_next (self);
  else
    for (guint i = 0; i < windows->len; i++)
      lv_window_take_back_close (g_ptr_array_index (windows, i));
}

/* All are asked before the first one closes: whoever cancels keeps all of them. */
static void
quit_next (LvApplication *self)
{
  g_autoptr (GPtrArray) windows = windows_of (self);

  for (guint i = 0; i < windows->len; i++)
    if (!lv_window_may_close (g_ptr_array_index (windows, i)))
      {
        self->quitting = TRUE;
        lv_window_confirm_close (g_ptr_array_index (windows, i), quit_done, self);
        return;
      }
  for (guint i = 0; i < windows->len; i++)
    gtk_window_close (g_ptr_array_index (windows, i));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LvApplication *self = user_data;
  g_autoptr (GPtrArray) windows = windows_of (self);

  /* The question of the first time is still open: it is raised. */
  for (guint i = 0; self->quitting && i < windows->len; i++)
    if (lv_window_is_asking (g_ptr_array_index (windows, i)))
      return;
  quit_next (self);
}

static const GActionEntry entries[] = {
  { "about", about_cb, NULL, NULL, NULL, { 0 } },
  { "preferences", preferences_cb, NULL, NULL, NULL, { 0 } },
  { "new-window", new_window_cb, NULL, NULL, NULL, { 0 } },
  { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
};

static char *
pack_folder (LvApplication *self)
{
  const char *data = g_getenv ("LIGEVAEGT_DATA");

  if (self->folder != NULL)
    return g_strdup (self->folder);
  return g_build_filename (data != NULL ? data : LV_DATADIR, "aarhus-2025", NULL);
}

/** Returns: (transfer floating): another window on the pack, not yet presented */
LvWindow *
lv_application_new_window (LvApplication *self)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (LV_IS_APPLICATION (self), NULL);
  folder = pack_folder (self);
  return lv_window_new (self, folder);
}

/* Once, when there is a window to ask in. */
static void
offer_recovery (LvApplication *self, LvWindow *window)
{
  if (self->offered)
    return;
  self->offered = TRUE;
  lv_recovery_dialog_offer (window);
}

static void
lv_application_activate (GApplication *application)
{
  LvApplication *self = LV_APPLICATION (application);
  LvWindow *window = lv_application_new_window (self);

  gtk_window_present (GTK_WINDOW (window));
  offer_recovery (self, window);
}

/* From the command line, the file manager, or a second start of the program. */
static void
lv_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  LvApplication *self = LV_APPLICATION (application);
  g_autoptr (GPtrArray) windows = windows_of (self);
  LvWindow *window = windows->len > 0 ? g_ptr_array_index (windows, 0) : lv_application_new_window (self);

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        lv_window_take_path (window, path);
    }
  offer_recovery (self, window);
}

/* The desktop ends: whatever becomes of the windows, their changes are in the recovery folder. */
static void
query_end_cb (LvApplication *self)
{
  g_autoptr (GPtrArray) windows = windows_of (self);

  for (guint i = 0; i < windows->len; i++)
    if (lv_window_file (g_ptr_array_index (windows, i)) != NULL)
      {
        lv_window_commit_typing (g_ptr_array_index (windows, i));
        lv_window_file_flush (lv_window_file (g_ptr_array_index (windows, i)));
      }
}

static void
set_shortcuts (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } shortcuts[] = {
    { "app.quit", { "<Primary>q" } },
    { "app.preferences", { "<Primary>comma" } },
    { "app.new-window", { "<Primary><Shift>n" } },
    { "window.close", { "<Primary>w" } },
    { "win.export", { "<Primary>e" } },
    { "win.print", { "<Primary>p" } },
    { "win.print-preview", { "<Primary><Shift>p" } },
    { "win.analysis(0)", { "<Primary><Shift>j" } },
    { "win.analysis(1)", { "<Primary><Shift>f" } },
    { "win.analysis(2)", { "<Primary><Shift>h" } },
    { "win.analysis(3)", { "<Primary><Shift>b" } },
    { "win.import", { "<Primary>i" } },
    { "win.import-clipboard", { "<Primary><Shift>v" } },
    { "win.reset-all", { "<Primary><Alt>z" } },
    { "win.undo", { "<Primary>z" } },
    { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
    { "win.new", { "<Primary>n" } },
    { "win.open", { "<Primary>o" } },
    { "win.save", { "<Primary>s" } },
    { "win.save-as", { "<Primary><Shift>s" } },
    { "win.next-page", { "<Primary>Page_Down" } },
    { "win.previous-page", { "<Primary>Page_Up" } },
    { "win.shortcuts", { "<Primary>question", "F1" } },
    { "win.toggle-panel", { "F9" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
  for (int page = 1; page <= 9; page++)
    {
      g_autofree char *action = g_strdup_printf ("win.page(%d)", page);
      g_autofree char *key = g_strdup_printf ("<Alt>%d", page);
      const char *keys[] = { key, NULL };

      gtk_application_set_accels_for_action (application, action, keys);
    }
}

static void
lv_application_startup (GApplication *application)
{
  LvApplication *self = LV_APPLICATION (application);
  g_autoptr (GtkCssProvider) css = NULL;

  G_APPLICATION_CLASS (lv_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (LV_APP_ID);
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/dk/ligevaegt/Ligevaegt/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (apply_style), self,
                           G_CONNECT_SWAPPED);
  apply_style (self);
  set_shortcuts (GTK_APPLICATION (self));
}

static int
lv_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  LvApplication *self = LV_APPLICATION (application);
  GDate day;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("ligevaegt %s\n", LV_VERSION);
      return 0;
    }
  g_variant_dict_lookup (options, "pack", "^ay", &self->folder);
  if (!g_variant_dict_lookup (options, "today", "s", &self->today))
    return -1;
  if (lv_date_parse (self->today, FALSE, &day))
    return -1;
  g_printerr (_ ("“%s” is not a date such as 2026-05-01"), self->today);
  g_printerr ("\n");
  return 1;
}

static void
lv_application_finalize (GObject *object)
{
  LvApplication *self = LV_APPLICATION (object);

  g_clear_object (&self->settings);
  g_free (self->folder);
  g_free (self->today);
  G_OBJECT_CLASS (lv_application_parent_class)->finalize (object);
}

static void
lv_application_class_init (LvApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lv_application_finalize;
  application_class->activate = lv_application_activate;
  application_class->open = lv_application_open;
  application_class->startup = lv_application_startup;
  application_class->handle_local_options = lv_application_handle_local_options;
}

static void
lv_application_init (LvApplication *self)
{
  static const GOptionEntry options[] = {
    { "pack", 'p', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this folder as the pack"), "DIR" },
    { "today", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, N_ ("Take this day for today"), "DATE" },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL },
  };

  self->settings = g_settings_new (LV_APP_ID);
  g_signal_connect (self, "query-end", G_CALLBACK (query_end_cb), NULL);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/** Returns: (transfer full): the program */
LvApplication *
lv_application_new (void)
{
  return g_object_new (LV_TYPE_APPLICATION, "application-id", LV_APP_ID, "resource-base-path",
                       "/dk/ligevaegt/Ligevaegt", "flags", G_APPLICATION_HANDLES_OPEN,
                       "register-session", TRUE, NULL);
}

/** Returns: (transfer full): what day it is, 2026-05-01; as --today says, else the computer's clock */
char *
lv_application_dup_today (LvApplication *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_return_val_if_fail (LV_IS_APPLICATION (self), NULL);
  return self->today != NULL ? g_strdup (self->today) : g_date_time_format (now, "%Y-%m-%d");
}

/** Returns: (transfer none): the user's settings */
GSettings *
lv_application_settings (LvApplication *self)
{
  g_return_val_if_fail (LV_IS_APPLICATION (self), NULL);
  return self->settings;
}
