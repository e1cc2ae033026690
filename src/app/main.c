/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-application.h"
#include "lv-renderer.h"

#include "lv-config.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *localedir = g_getenv ("LIGEVAEGT_LOCALEDIR");
  g_autoptr (LvApplication) application = NULL;

  lv_renderer_choose ();
  lv_application_choose_language ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LV_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = lv_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
