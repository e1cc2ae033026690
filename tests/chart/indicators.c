/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "indicators.h"

#include <glib/gstdio.h>

/* The pack's own members: six cities and the country, and six indicators. */
static const char *const cities[]
  = { "aarhus", "koebenhavn", "odense", "aalborg", "esbjerg", "randers" };
static const char *const kinds[] = { "stadfaestet",    "omgjort",        "boern-udgift",
                                     "bdo-omkostning", "dagpenge-andel", "voksne-udgift" };

/* Different for every cell, in no order. */
double
indicators_value (guint place, guint kind, guint year)
{
  return (double) ((place * 37 + kind * 11 + year * 53) % 101) + (double) place / 1000.0;
}

static void
add_place (GString *out, guint place)
{
  if (place < G_N_ELEMENTS (cities))
    g_string_append (out, cities[place]);
  else
    g_string_append_printf (out, "lokal.kommune-%u", place);
}

static void
add_kind (GString *out, guint kind)
{
  if (kind < G_N_ELEMENTS (kinds))
    g_string_append (out, kinds[kind]);
  else
    g_string_append_printf (out, "lokal.tal-%u", kind);
}

static void
add_members (GString *out)
{
  g_string_append (out, "[axis by]\nmembers=");
  for (guint i = G_N_ELEMENTS (cities); i < INDICATORS_PLACES; i++)
    g_string_append_printf (out, "%slokal.kommune-%u", i > G_N_ELEMENTS (cities) ? ";" : "", i);
  for (guint i = G_N_ELEMENTS (cities); i < INDICATORS_PLACES; i++)
    g_string_append_printf (out, "\ntitle@lokal.kommune-%u=Kommune %u", i, i);
  g_string_append (out, "\n[axis noegletal]\nmembers=");
  for (guint i = G_N_ELEMENTS (kinds); i < INDICATORS_KINDS; i++)
    g_string_append_printf (out, "%slokal.tal-%u", i > G_N_ELEMENTS (kinds) ? ";" : "", i);
  for (guint i = G_N_ELEMENTS (kinds); i < INDICATORS_KINDS; i++)
    g_string_append_printf (out, "\ntitle@lokal.tal-%u=Tal %u", i, i);
  g_string_append_c (out, '\n');
}

static char *
write_document (void)
{
  g_autoptr (GString) out = g_string_new ("[document noegletal]\ntitle=Noegletal\npack=aarhus-2025\n"
                                          "version=1\nformat=1\n");
  g_autofree char *folder = g_dir_make_tmp ("indicators-XXXXXX", NULL);

  add_members (out);
  for (guint p = 0; p < INDICATORS_PLACES; p++)
    for (guint k = 0; k < INDICATORS_KINDS; k++)
      for (guint y = 0; y < INDICATORS_YEARS; y++)
        {
          char number[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append (out, "[cell noegletal.indlaest@");
          add_place (out, p);
          g_string_append_c (out, '/');
          add_kind (out, k);
          g_string_append_printf (
            out, "/%u]\nvalue=%s\n", INDICATORS_FIRST + y,
            g_ascii_formatd (number, sizeof number, "%.3f", indicators_value (p, k, y)));
        }
  {
    char *path = g_build_filename (folder, "noegletal.ligevaegt", NULL);

    g_assert_true (g_file_set_contents (path, out->str, -1, NULL));
    return path;
  }
}

/* Returns: (transfer full): the model with the document over it */
LvModel *
indicators_load (void)
{
  g_autofree char *pack = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autofree char *path = write_document ();
  g_autofree char *folder = g_path_get_dirname (path);
  const char *documents[] = { path, NULL };
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (pack, documents, problems);

  for (guint i = 0; i < MIN (lv_problems_kept (problems), 10); i++)
    {
      g_autofree char *text = lv_problem_to_string (lv_problems_get (problems, i));

      g_printerr ("%s\n", text);
    }
  g_unlink (path);
  g_rmdir (folder);
  g_assert_nonnull (model);
  return model;
}
