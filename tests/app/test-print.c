/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Protects printing: what GTK's print operation writes has the pages of the attachment's PDF, on A4, for the
 * scenario that is shown. */

#include "lv-print.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static LvSession *
make_session (void)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  LvModel *model = lv_model_load (folder, NULL, problems);

  g_assert_nonnull (model);
  return lv_session_new (model);
}

static const LvItem *
attachment (LvSession *session, const char *id)
{
  const LvItem *item = lv_pack_find_kind (lv_session_pack (session), LV_KIND_ATTACHMENT, id);

  g_assert_nonnull (item);
  return item;
}

/* The objects of a PDF that cairo 1.16 wrote are not packed; fonts and pages can be counted. */
static guint
count_of (const char *data, gsize length, const char *what)
{
  guint n = 0;

  for (const char *at = memmem (data, length, what, strlen (what)); at != NULL;
       at = memmem (at + 1, length - (gsize) (at + 1 - data), what, strlen (what)))
    n++;
  return n;
}

static void
test_pages (void)
{
  g_autoptr (LvSession) session = make_session ();
  g_autofree char *folder = g_dir_make_tmp ("lv-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "side.pdf", NULL);
  LvReport *report = lv_print_report (session, attachment (session, "bilag1"), NULL);
  guint pages = lv_report_n_pages (report);
  g_autoptr (GtkPrintOperation) operation = lv_print_operation_new (report, "Overblik");
  g_autofree char *data = NULL;
  gsize length;

  g_assert_cmpuint (pages, >, 4);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpuint (count_of (data, length, "/Type /Page") - count_of (data, length, "/Type /Pages"), ==, pages);
  g_assert_cmpuint (count_of (data, length, "/FontFile2"), >, 0);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_headings (void)
{
  g_autoptr (LvSession) session = make_session ();
  g_autoptr (LvReport) report = lv_print_report (session, attachment (session, "bilag1"), NULL);
  g_autofree char *cover = lv_report_page_headings (report, 0);
  g_autofree char *third = lv_report_page_headings (report, 2);

  g_assert_cmpstr (cover, ==, "Bilag 1: Prognose");
  g_assert_nonnull (strstr (third, "Merforbrug pr. område"));
}

/* Another scenario is another paper: it says what it changes. */
static void
test_scenario (void)
{
  g_autoptr (LvSession) session = make_session ();
  g_autoptr (LvReport) before = lv_print_report (session, attachment (session, "bilag1"), NULL);
  const LvNode *growth = lv_model_find (lv_session_model (session), "ta.vaekst");
  g_autoptr (LvReport) after = NULL;
  g_autoptr (GString) headings = g_string_new (NULL);

  g_assert_nonnull (growth);
  g_assert_true (lv_session_set (session, growth, 0, 2));
  after = lv_print_report (session, attachment (session, "bilag1"), NULL);
  for (guint i = 0; i < lv_report_n_pages (after); i++)
    {
      g_autofree char *page = lv_report_page_headings (after, i);

      g_string_append (headings, page);
    }
  g_assert_nonnull (strstr (headings->str, "Ændringer"));
  g_assert_cmpuint (lv_report_n_pages (after), >=, lv_report_n_pages (before));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/app/print/pages", test_pages);
  g_test_add_func ("/app/print/headings", test_headings);
  g_test_add_func ("/app/print/scenario", test_scenario);
  return g_test_run ();
}
