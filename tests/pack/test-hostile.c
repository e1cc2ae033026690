/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-pack.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

/*
 * Files that nobody writes by hand: huge, cut off, garbled. The reader must come back within a
 * second
 * with problems, never crash, and never ask for memory without measure.
 */

/* Seconds of processor time: nothing here takes one on an idle machine, and what takes more than two is
 * quadratic somewhere. Sanitizers have their own pace. */
#ifdef __SANITIZE_ADDRESS__
#define PATIENCE_S 15.0
#else
#define PATIENCE_S 2.0
#endif

static char *folder;

static char *
read_base (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "base",
                                            name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Whatever a file holds, what is said of it is short and valid text. */
static void
check_texts (const LvProblems *problems)
{
  for (guint i = 0; i < lv_problems_kept (problems); i++)
    {
      const LvProblem *problem = lv_problems_get (problems, i);

      g_assert_true (g_utf8_validate (problem->text, -1, NULL));
      g_assert_cmpuint (strlen (problem->text), <=, 600);
      g_assert_true (problem->group == NULL || g_utf8_validate (problem->group, -1, NULL));
      g_assert_true (problem->key == NULL || g_utf8_validate (problem->key, -1, NULL));
    }
}

/* Loads a pack of this one file; gives the number of problems. */
static guint
load (const char *text, gsize length)
{
  g_autofree char *path = g_build_filename (folder, "a.lv", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvPack) pack = NULL;
  clock_t begin;
  double seconds;

  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  begin = clock ();
  pack = lv_pack_load (folder, NULL, problems);
  seconds = (double) (clock () - begin) / CLOCKS_PER_SEC;
  g_assert_nonnull (pack);
  g_test_message ("%u problems, %.0f ms", lv_problems_count (problems), seconds * 1000);
  g_assert_cmpfloat (seconds, <, PATIENCE_S);
  if (g_test_verbose () && lv_problems_count (problems) > 0)
    {
      g_autofree char *first = lv_problem_to_string (lv_problems_get (problems, 0));

      g_test_message ("%s", first);
    }
  check_texts (problems);
  return lv_problems_count (problems);
}

static guint
load_string (const GString *text)
{
  return load (text->str, text->len);
}

static GString *
begin_pack (void)
{
  g_autofree char *base = read_base ("00-grundlag.lv");

  return g_string_new (base);
}

/* The head of the base pack names what the other files define. */
static GString *
begin_small (void)
{
  return g_string_new ("[pack p]\ntitle=P\n[unit tal]\ntitle=\ndimension=1\n"
                       "[axis aar]\nfirst=2020\nlast=2029\n");
}

static void
test_many_lines (void)
{
  g_autoptr (GString) text = begin_small ();

  g_string_append (text, "[words a]\ntext=a\n");
  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, " b\n");
  g_assert_cmpuint (load_string (text), ==, 0);
}

static void
test_many_wrong_lines (void)
{
  g_autoptr (GString) text = begin_small ();

  g_string_append (text, "[words a]\ntext=a\n");
  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (text, "k%u=1\n", i);
  g_assert_cmpuint (load_string (text), ==, 1000000);
}

static void
test_many_equal_lines (void)
{
  g_autoptr (GString) text = begin_small ();

  g_string_append (text, "[words a]\ntext=a\n");
  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "up-words=b\n");
  g_assert_cmpuint (load_string (text), >, 999999);
}

static void
test_many_groups (void)
{
  g_autoptr (GString) text = begin_small ();

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "[series s%u]\ntitle=S\nunit=tal\nvalues=1;2;3\n", i);
  g_assert_cmpuint (load_string (text), ==, 0);
}

static void
test_many_unknown_ids (void)
{
  g_autoptr (GString) text = begin_small ();

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "[formula f%u]\ntitle=F\nlike=x%u\nunit=tal\nvalue=1\n", i, i);
  g_assert_cmpuint (load_string (text), ==, 100000);
}

static void
test_long_chain_of_like (void)
{
  g_autoptr (GString) text = begin_small ();

  g_string_append (text, "[formula f0]\ntitle=F\nunit=tal\nvalue=1\n");
  for (guint i = 1; i < 100000; i++)
    g_string_append_printf (text, "[formula f%u]\ntitle=F\nlike=f%u\nvalue=1\n", i, i - 1);
  g_assert_cmpuint (load_string (text), >, 0);
}

static void
test_long_circles (void)
{
  g_autoptr (GString) text = begin_small ();

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text,
                            "[action a%u]\ntitle=A\nlike=a%u\ndepends=a%u\n"
                            "[scenario s%u]\ntitle=S\nparent=s%u\n",
                            i, (i + 1) % 50000, (i + 1) % 50000, i, (i + 1) % 50000);
  g_assert_cmpuint (load_string (text), >=, 3);
}

static void
append_line (GString *text, const char *begin, const char *part, guint times)
{
  g_string_append (text, begin);
  for (guint i = 0; i < times; i++)
    g_string_append (text, part);
  g_string_append_c (text, '\n');
}

static void
test_long_lines (void)
{
  static const struct
  {
    const char *begin;
    const char *part;
    guint times;
  } lines[] = {
    { "[series t]\ntitle=S\nunit=tal\nvalues=", "x", 1000000 },
    { "[words a]\ntext=", "{a}", 300000 },
    { "[words ", "æ", 500000 },
    { "[words æ]\n[words ", "æ]", 300000 },
    { "[cell ", "æ@æ]", 200000 },
    { "[axis b]\nmembers=", "m;", 500000 },
    { "[card c]\ntitle=C\nkind=text\nwords=", "d;", 500000 },
    { "[card c]\ntitle=C\nkind=text\nwords=", "æ", 500000 },
    { "", "k", 1000000 },
    { "[words w]\n=", "k", 1000000 },
    { "[words w]\ntext", "æ=", 300000 },
    { "[words w]\ntext@", "æ", 500000 },
    { "[series u]\ntitle=S\naxes=\nvalues=1\nunit=", "tal/", 250000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GString) text = begin_small ();

      append_line (text, lines[i].begin, lines[i].part, lines[i].times);
      g_assert_cmpuint (load_string (text), >, 0);
    }
}

static void
test_many_values (void)
{
  g_autoptr (GString) text = begin_small ();

  append_line (text, "[series s]\ntitle=S\nunit=tal\nvalues=", "1;", 500000);
  g_assert_cmpuint (load_string (text), ==, 1);
}

/* What is no file is passed over with a problem, whatever its name. */
static void
test_no_files (void)
{
  g_autofree char *directory = g_build_filename (folder, "b.lv", NULL);
  g_autofree char *lost = g_build_filename (folder, "nowhere.ligevaegt", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty.ligevaegt", NULL);
  const char *documents[] = { lost, empty, NULL };
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvPack) pack = NULL;

  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (empty, "# nothing\n", -1, NULL));
  g_assert_cmpuint (load ("[pack p]\ntitle=P\n", 17), ==, 1);
  pack = lv_pack_load (folder, documents, problems);
  g_assert_cmpuint (lv_problems_count (problems), ==, 3);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
  g_assert_cmpint (g_unlink (empty), ==, 0);
}

static void
test_deep_expressions (void)
{
  static const char *const parts[] = { "(", "-", "1 + ", "not ", "sum(", "if(1, 2, ", "1 ^ " };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = begin_small ();

      append_line (text, "[formula f]\ntitle=F\nunit=tal\nvalue=", parts[i], 100000);
      g_assert_cmpuint (load_string (text), >, 0);
    }
}

/* Every series would be within the limit, all of them together would fill the memory. */
static void
test_many_cells (void)
{
  g_autoptr (GString) text = begin_small ();

  g_string_append (text, "[axis v]\nfirst=1\nlast=700\n[axis w]\nfirst=1\nlast=700\n");
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "[series s%u]\ntitle=S\nunit=tal\naxes=v;w\n@1=1\n", i);
  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "[cell s0@%u]\nplace=p\n[cell s0@*/%u..700]\nnote=n\n",
                            i % 700 + 1, i % 350 + 1);
  g_assert_cmpuint (load_string (text), >, 900);
}

static void
test_many_axes (void)
{
  g_autoptr (GString) text = begin_small ();

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (
        text, "[axis a%u]\nfirst=0\nlast=4999\n[unit u%u]\ntitle=u\ndimension=d%u\n", i, i, i);
  g_assert_cmpuint (load_string (text), >, 30000);
}

static void
test_many_pieces (void)
{
  g_autoptr (GString) text = begin_small ();

  g_string_append (text, "[axis v]\nfirst=1\nlast=5000\n[axis w]\nfirst=1\nlast=100\n"
                         "[formula f]\ntitle=F\nunit=tal\naxes=v;w\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "@%u/%u=%u\n", i % 5000 + 1, i / 5000 + 1, i);
  g_assert_cmpuint (load_string (text), ==, 0);
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "@%u..%u=1\n", i % 4000 + 1, i % 4000 + 2);
  g_assert_cmpuint (load_string (text), >=, 100000);
}

static void
test_many_rows (void)
{
  g_autoptr (GString) text = begin_small ();

  g_string_append (text, "[table t]\ntitle=T\n");
  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "column@c%u=text | C\n", i);
  g_string_append (text, "[row r]\ntable=t\n");
  for (guint i = 50000; i > 0; i--)
    g_string_append_printf (text, "@c%u=a\n", i - 1);
  g_assert_cmpuint (load_string (text), >, 0);
}

/* Refused by its size alone. */
static void
test_large_file (void)
{
  g_autofree char *path = g_build_filename (folder, "a.lv", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvPack) pack = NULL;
  FILE *file = g_fopen (path, "wb");
  gint64 begin = g_get_monotonic_time ();

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, 100 * 1024 * 1024, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc ('\n', file), ==, '\n');
  g_assert_cmpint (fclose (file), ==, 0);
  pack = lv_pack_load (folder, NULL, problems);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, G_USEC_PER_SEC);
  g_assert_cmpuint (lv_problems_count (problems), ==, 2);
  g_assert_nonnull (strstr (lv_problems_get (problems, 1)->text, "16 MiB"));
}

static void
test_garbage (void)
{
  g_autofree char *bytes = g_malloc (1 << 20);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (gsize i = 0; i < 1 << 20; i++)
    bytes[i] = (char) g_rand_int (rand);
  g_assert_cmpuint (load (bytes, 1 << 20), >, 0);
  for (gsize i = 0; i < 1 << 20; i++)
    if (bytes[i] == '\0')
      bytes[i] = '[';
  g_assert_cmpuint (load (bytes, 1 << 20), >, 0);
}

static void
test_nul (void)
{
  static const char text[] = "[pack p]\ntitle=P\n[words a]\ntext=a\0b\n";

  g_assert_cmpuint (load (text, sizeof text - 1), >, 0);
}

static GString *
whole_base (void)
{
  g_autofree char *model = read_base ("00-model.lv");
  g_autofree char *pages = read_base ("00-sider.lv");
  GString *text = begin_pack ();

  g_string_append (text, model);
  g_string_append (text, pages);
  return text;
}

static void
test_truncations (void)
{
  g_autoptr (GString) text = whole_base ();

  g_assert_cmpuint (load_string (text), ==, 0);
  for (gsize length = 0; length < text->len; length += 97)
    load (text->str, length);
}

static void
test_flips (void)
{
  g_autoptr (GString) text = whole_base ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < 2000; i++)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
      char was = text->str[at];

      text->str[at] = (char) (was ^ (1 << g_rand_int_range (rand, 0, 8)));
      load_string (text);
      text->str[at] = was;
    }
}

/* Lines of the valid pack in any order and number: groups meet keys of others. */
static void
test_shuffled_lines (void)
{
  g_autoptr (GString) text = whole_base ();
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  guint n = g_strv_length (lines);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString) mixed = g_string_new (NULL);

      for (guint j = 0; j < n; j++)
        {
          guint from = g_rand_int_range (rand, 0, 10) == 0
                           ? (guint) g_rand_int_range (rand, 0, (gint32) n)
                           : j;

          g_string_append_printf (mixed, "%s\n", lines[from]);
        }
      load_string (mixed);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("lv-hostile-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/hostile/many-lines", test_many_lines);
  g_test_add_func ("/hostile/many-wrong-lines", test_many_wrong_lines);
  g_test_add_func ("/hostile/many-equal-lines", test_many_equal_lines);
  g_test_add_func ("/hostile/many-groups", test_many_groups);
  g_test_add_func ("/hostile/many-unknown-ids", test_many_unknown_ids);
  g_test_add_func ("/hostile/long-chain-of-like", test_long_chain_of_like);
  g_test_add_func ("/hostile/long-circles", test_long_circles);
  g_test_add_func ("/hostile/long-lines", test_long_lines);
  g_test_add_func ("/hostile/many-values", test_many_values);
  g_test_add_func ("/hostile/no-files", test_no_files);
  g_test_add_func ("/hostile/deep-expressions", test_deep_expressions);
  g_test_add_func ("/hostile/many-cells", test_many_cells);
  g_test_add_func ("/hostile/many-axes", test_many_axes);
  g_test_add_func ("/hostile/many-pieces", test_many_pieces);
  g_test_add_func ("/hostile/many-rows", test_many_rows);
  g_test_add_func ("/hostile/large-file", test_large_file);
  g_test_add_func ("/hostile/garbage", test_garbage);
  g_test_add_func ("/hostile/nul", test_nul);
  g_test_add_func ("/hostile/truncations", test_truncations);
  g_test_add_func ("/hostile/flips", test_flips);
  g_test_add_func ("/hostile/shuffled-lines", test_shuffled_lines);
  result = g_test_run ();
  path = g_build_filename (folder, "a.lv", NULL);
  g_unlink (path);
  g_rmdir (folder);
  g_free (folder);
  return result;
}
