/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing: the attachment of a page for the scenario that is shown, drawn by the code that writes its PDF. */
#include "lv-print.h"

#include "lv-export.h"
#include "lv-action-plan.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A4 in points, as a report draws its pages. */
#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.89

/* The day that the session was told, from which plans are late too. */
static void
set_date (LvSession *session, LvExportOptions *options)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate date;

  if (lv_session_get_today (session, &date))
    {
      options->year = g_date_get_year (&date);
      options->month = g_date_get_month (&date);
      options->day = g_date_get_day (&date);
    }
  else
    g_date_time_get_ymd (now, &options->year, &options->month, &options->day);
}

/**
 * lv_print_report:
 * @attachment: an item of kind attachment
 *
 * Returns: (transfer full) (nullable): what the attachment says in the scenario that is shown
 */
LvReport *
lv_print_report (LvSession *session, const LvItem *attachment, GError **error)
{
  g_autoptr (LvSessionScenario) scenario
      = lv_session_find_scenario (session, lv_session_shown (session));
  g_autoptr (LvScenario) said = lv_session_flatten (session, lv_session_shown (session));
  LvExportOptions options = { .scenario = scenario != NULL ? scenario->title : NULL, .said = said };

  set_date (session, &options);
  return lv_export_report (lv_session_state (session), lv_session_base (session), attachment, &options,
                           error);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, LvReport *report)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / PAGE_WIDTH,
                      gtk_print_context_get_height (context) / PAGE_HEIGHT);

  cairo_scale (cr, scale, scale);
  lv_report_draw_page (report, cr, (guint) page);
}

/**
 * lv_print_operation_new:
 * @report: (transfer full)
 * @title: what the print job is called
 *
 * Returns: (transfer full): an operation that prints the report on A4; another paper gets its pages smaller or larger
 */
GtkPrintOperation *
lv_print_operation_new (LvReport *report, const char *title)
{
  GtkPrintOperation *self = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (self, setup);
  gtk_print_operation_set_use_full_page (self, TRUE);
  gtk_print_operation_set_unit (self, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (self, title);
  gtk_print_operation_set_n_pages (self, (int) lv_report_n_pages (report));
  g_object_set_data_full (G_OBJECT (self), "report", report, (GDestroyNotify) lv_report_free);
  g_signal_connect (self, "draw-page", G_CALLBACK (draw_page_cb), report);
  return self;
}

static void
tell_error (GtkWindow *parent, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("It was not printed"),
                                              error != NULL ? error->message : "");

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tell_error (parent, error);
    }
}

/**
 * lv_print_run:
 * @report: (transfer full)
 *
 * Asks for a printer and prints.
 */
void
lv_print_run (GtkWindow *parent, LvReport *report, const char *title)
{
  g_autoptr (GtkPrintOperation) operation = lv_print_operation_new (report, title);

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
