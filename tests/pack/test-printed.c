/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the sources, cell by cell: tests/data/printed/ holds what the documents print, read from
 * them by script; the pack's series must print exactly that, and nothing beside it. */
#include "lv-number.h"
#include "lv-pack.h"

#include <math.h>
#include <string.h>

static LvPack *pack;

/* The cell's printed number as the golden writes it: a number, or - where none makes sense. */
static void
compare_cell (const LvSeries *series, gsize cell, const char *line, const char *printed)
{
  double number;

  if (strcmp (printed, "-") == 0)
    {
      if (series->status[cell] != LV_STATUS_NOT_APPLICABLE)
        g_test_fail_printf ("%s: the pack has a number", line);
      return;
    }
  g_assert_true (lv_number_parse_c (printed, &number));
  if (series->printed[cell] != number)
    g_test_fail_printf ("%s: the pack prints %g", line, series->printed[cell]);
}

static const LvSeries *
find_series (const char *id)
{
  const LvItem *item = lv_pack_find_kind (pack, LV_KIND_SERIES, id);

  g_assert_nonnull (item);
  return item->detail;
}

/* A bit per cell of a series that the golden has told. */
static guint8 *
told_cells (GHashTable *told, const LvSeries *series)
{
  guint8 *cells = g_hash_table_lookup (told, series);

  if (cells == NULL)
    {
      cells = g_malloc0 (lv_shape_cells (&series->shape));
      g_hash_table_insert (told, (gpointer) series, cells);
    }
  return cells;
}

static void
compare_line (const char *line, GHashTable *told)
{
  g_auto (GStrv) fields = g_strsplit (line, ";", 3);
  g_auto (GStrv) name = NULL;
  g_autofree char *reason = NULL;
  const LvSeries *series;
  LvPlace place;
  gssize cell = -1;

  g_assert_cmpuint (g_strv_length (fields), ==, 3);
  g_assert_cmpstr (fields[2], !=, "");
  name = g_strsplit (fields[0], "@", 2);
  series = find_series (name[0]);
  lv_place_all (&series->shape, &place);
  if (name[1] != NULL && !lv_place_parse (name[1], &series->shape, &place, &reason))
    g_error ("%s: %s", line, reason);
  g_assert_true (lv_place_next (&place, &series->shape, &cell));
  told_cells (told, series)[cell] = 1;
  compare_cell (series, (gsize) cell, line, fields[1]);
  g_assert_false (lv_place_next (&place, &series->shape, &cell));
}

/* A published number of such a series that the golden does not have is one that no source prints. */
static void
find_untold (GHashTable *told)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const LvSeries *series = key;
      const guint8 *cells = value;

      for (gsize i = 0; i < lv_shape_cells (&series->shape); i++)
        if (cells[i] == 0 && !isnan (series->printed[i]))
          {
            g_autofree char *name = lv_shape_cell_name (&series->shape, i);

            g_test_fail_printf ("%s@%s is in no printed table", series->item->id, name);
          }
    }
}

static void
test_file (gconstpointer data)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (data, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "cell;printed;place");
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++, n++)
    compare_line (lines[i], told);
  g_assert_cmpuint (n, >, 0);
  find_untold (told);
}

static void
add_files (void)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "printed", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/printed/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_file, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  int result;

  g_test_init (&argc, &argv, NULL);
  pack = lv_pack_load (folder, NULL, problems);
  g_assert_nonnull (pack);
  add_files ();
  result = g_test_run ();
  lv_pack_free (pack);
  return result;
}
