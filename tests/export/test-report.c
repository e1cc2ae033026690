/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a report of every kind of block to the path that it is given; test-report.py looks at the file.
 * With a second path it draws the pages there as the screen and a printer get them. */
#include "lv-report.h"

#include <cairo-pdf.h>
#include <string.h>

static LvFigure *
figure (void)
{
  LvFigure *self = lv_figure_new (LV_FIGURE_COLUMNS_STACKED);
  int series;

  lv_figure_set_title (self, "Merforbrug");
  lv_figure_set_language (self, "da");
  series = lv_figure_add_series (self, "a", "Merforbrug", LV_FIGURE_BASELINE, LV_FIGURE_MARK);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", 2026 + i);

      lv_figure_set_value (self, series, lv_figure_add_category (self, label, NULL, LV_FIGURE_PERIOD_NONE),
                           100 + 50 * i, LV_FIGURE_PUBLISHED);
    }
  return self;
}

static void
long_table (LvReport *report)
{
  lv_report_table (report, "Opgaver i planen");
  lv_report_column (report, "Opgave", FALSE);
  lv_report_column (report, "Ansvarlig", FALSE);
  lv_report_column (report, "Beløb", TRUE);
  lv_report_column (report, "Status", FALSE);
  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *title = g_strdup_printf ("Række %u med en længere titel", i);
      g_autofree char *amount = g_strdup_printf ("%u,5", i * 100);
      const char *cells[] = { title, i % 3 == 0 ? "" : "Sociale Forhold og Beskæftigelse", amount,
                              "I gang. Afdelingerne konkretiserer indsatsen, og effekten følges.", NULL };

      lv_report_row (report, cells);
    }
}

/* Long words beside many columns of short ones. */
static void
narrow_table (LvReport *report)
{
  static const char *const heads[] = { "Række", "Enhed", "A-dagpenge", "Jobparate, revalidering, ledighedsydelse mv.",
                                       "Uddannelseshjælp", "Aktivitetsparate og ressourceforløb",
                                       "Sygedagpenge og jobafklaring" };
  const char *cells[] = { "En uge mere: kommunekassens udgift pr. person", "kr. pr. person, 25-pl, netto efter refusion",
                          "ikke oplyst", "ikke oplyst", "ikke oplyst", "ikke oplyst", "ikke oplyst", NULL };

  lv_report_table (report, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    lv_report_column (report, heads[i], FALSE);
  lv_report_row (report, cells);
}

/* A few rows more than a page has room for. */
static void
full_page (LvReport *report)
{
  lv_report_table (report, NULL);
  lv_report_column (report, "Nr.", FALSE);
  lv_report_column (report, "Tekst", FALSE);
  for (guint r = 1; r <= 47; r++)
    {
      g_autofree char *label = g_strdup_printf ("Fuld%u", r);
      const char *cells[] = { label, "Tekst", NULL };

      lv_report_row (report, cells);
    }
}

/* Low tables at every height of the page. */
static void
low_tables (LvReport *report)
{
  for (guint i = 1; i <= 9; i++)
    {
      lv_report_table (report, NULL);
      lv_report_column (report, "År", FALSE);
      lv_report_column (report, "Beløb", TRUE);
      for (guint r = 1; r <= 7; r++)
        {
          g_autofree char *label = g_strdup_printf ("Lav%u-%u", i, r);
          const char *cells[] = { label, "1", NULL };

          lv_report_row (report, cells);
        }
    }
}

/* A cell that is longer than a page goes on over it. */
static void
tall_row (LvReport *report)
{
  g_autoptr (GString) text = g_string_new ("Begynder her.");
  const char *cells[] = { "Lang", NULL, NULL };

  for (guint i = 0; i < 1200; i++)
    g_string_append_printf (text, " ord%u", i);
  g_string_append (text, " Slutter her.");
  cells[1] = text->str;
  lv_report_table (report, NULL);
  lv_report_column (report, "Navn", FALSE);
  lv_report_column (report, "Tekst", FALSE);
  lv_report_row (report, cells);
}

/* Headings below headings, at every height of the page. */
static void
many_parts (LvReport *report)
{
  for (guint i = 1; i <= 14; i++)
    {
      g_autofree char *part = g_strdup_printf ("Del%u", i);
      g_autofree char *below = g_strdup_printf ("Underdel%u", i);
      const char *cells[] = { "Række", "Tekst", NULL };

      lv_report_heading (report, 2, part);
      lv_report_heading (report, 3, below);
      lv_report_table (report, NULL);
      lv_report_column (report, "Navn", FALSE);
      lv_report_column (report, "Tekst", FALSE);
      for (guint r = 0; r < 1 + i % 4; r++)
        lv_report_row (report, cells);
    }
}

/* "[note 1]" leads to the row of the note, on a later page. */
static void
linked (LvReport *report)
{
  const char *marked[] = { "Udgift [note 1]", "12", NULL };
  const char *note[] = { "note 1", "Tallet er fra kilden.", NULL };

  lv_report_table (report, NULL);
  lv_report_column (report, "Post", FALSE);
  lv_report_column (report, "Beløb", TRUE);
  lv_report_row (report, marked);
  lv_report_link (report, strlen ("Udgift "), "note-1", "note 1");
  lv_report_page_break (report);
  lv_report_table (report, NULL);
  lv_report_column (report, "Note", FALSE);
  lv_report_column (report, "Tekst", FALSE);
  lv_report_row (report, note);
  lv_report_place (report, "note-1");
}

static LvReport *
make_report (void)
{
  LvReportInfo info = { .title = "Opfølgning på æ, ø & å", .language = "da", .footer = "29.11.2026 · Aarhus",
                        .page = "Side {1} af {2}", .year = 2026, .month = 11, .day = 29 };
  LvReport *report = lv_report_new (&info);

  lv_report_cover (report, "Opfølgning på planen", "Med æ, ø & å", "Sociale Forhold og Beskæftigelse");
  lv_report_fact (report, "Sagsnummer", "25/012345");
  lv_report_fact (report, "Dokumentnummer", NULL);
  lv_report_fact (report, "Grundlag", "Grundprognosen, som den er offentliggjort, uden ændringer i forudsætninger, "
                                      "kildetal eller tiltag, opgjort i faste priser.");
  lv_report_contents (report, "Indhold", 3);
  lv_report_paragraph (report, "Første afsnit med officielle tal.");
  lv_report_note (report, "Kilde: Planen.");
  lv_report_heading (report, 2, "Opgaver");
  lv_report_aside (report, "Sporingskode: 4F7K92QM");
  long_table (report);
  lv_report_heading (report, 2, "Figur");
  lv_report_figure (report, "Figur 1", figure (), 0);
  lv_report_page_break (report);
  lv_report_heading (report, 2, "Lang tekst");
  tall_row (report);
  lv_report_page_break (report);
  many_parts (report);
  lv_report_page_begin (report);
  full_page (report);
  lv_report_page_break (report);
  narrow_table (report);
  low_tables (report);
  linked (report);
  return report;
}

static gboolean
write_pdf (LvReport *report, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = lv_report_to_pdf (report, error);

  return bytes != NULL
         && g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 error);
}

static gboolean
write_drawn (LvReport *report, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595.276, 841.89);
  cairo_t *cr = cairo_create (surface);
  guint pages = lv_report_n_pages (report);
  gboolean ok;

  for (guint i = 0; i < pages; i++)
    {
      lv_report_draw_page (report, cr, i);
      cairo_show_page (cr);
    }
  ok = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ok;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LvReport) report = make_report ();

  if (argc == 2 && write_pdf (report, argv[1], &error))
    return 0;
  if (argc == 3 && write_pdf (report, argv[1], &error) && write_drawn (report, argv[2]))
    return 0;
  g_printerr ("%s\n", error != NULL ? error->message : "usage: test-report FILE [DRAWN]");
  return 1;
}
