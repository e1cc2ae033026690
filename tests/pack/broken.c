/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "broken.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * A suite of broken packs. Each file of tests/data/broken is laid over the valid pack
 * tests/data/base
 * and must give exactly the problems that its first lines announce:
 *
 *   # with: model                                  the second check is needed to find them
 *   # as: document                                 it is read as a user's document
 *   # expect: LINE [group] key: part of the text   as many as there are problems
 *
 * A case announces only problems of its own file. The place is compared whole, so that no
 * message can
 * drift away from its line. Group and key are left out where the problem has none.
 */

typedef struct
{
  char *name;
  char *text;
  const char *with;
  BrokenCheck check;
} Case;

static void
case_free (gpointer data)
{
  Case *self = data;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static char *
data_path (const char *folder, const char *name)
{
  return g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", folder, name, NULL);
}

static void
copy_file (const char *from, const char *folder, const char *name)
{
  g_autofree char *to = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &text, &length, NULL));
  g_assert_true (g_file_set_contents (to, text, (gssize) length, NULL));
}

static void
copy_base (const char *folder)
{
  g_autofree char *base = data_path ("base", NULL);
  g_autoptr (GDir) dir = g_dir_open (base, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (base, name, NULL);

      copy_file (from, folder, name);
    }
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The lines "# KEY: ..." at the top of the file. */
static char **
announced (const Case *self, const char *key)
{
  g_autofree char *prefix = g_strdup_printf ("# %s: ", key);
  g_auto (GStrv) lines = g_strsplit (self->text, "\n", -1);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  for (char **line = lines; *line != NULL && **line == '#'; line++)
    if (g_str_has_prefix (*line, prefix))
      g_strv_builder_add (found, *line + strlen (prefix));
  return g_strv_builder_end (found);
}

/* "12 [series a] unit" */
static char *
place_of (const LvProblem *problem)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%u", problem->line);
  if (problem->group != NULL)
    g_string_append_printf (out, " [%s]", problem->group);
  if (problem->key != NULL)
    g_string_append_printf (out, " %s", problem->key);
  return g_string_free (out, FALSE);
}

static gboolean
fits (const Case *self, const LvProblem *problem, const char *expected)
{
  g_autofree char *place = place_of (problem);
  gsize length = strlen (place);

  if (problem->file == NULL || strstr (problem->file, self->name) == NULL)
    return FALSE;
  return strncmp (expected, place, length) == 0 && g_str_has_prefix (expected + length, ": ")
         && strstr (problem->text, expected + length + 2) != NULL;
}

static gboolean
take_fitting (const Case *self, GPtrArray *left, const char *expected)
{
  for (guint i = 0; i < left->len; i++)
    if (fits (self, g_ptr_array_index (left, i), expected))
      {
        g_ptr_array_remove_index (left, i);
        return TRUE;
      }
  return FALSE;
}

static void
compare (const Case *self, const LvProblems *problems)
{
  g_auto (GStrv) expected = announced (self, "expect");
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < lv_problems_kept (problems); i++)
    g_ptr_array_add (left, (gpointer) lv_problems_get (problems, i));
  g_assert_nonnull (expected[0]);
  for (char **line = expected; *line != NULL; line++)
    if (!take_fitting (self, left, *line))
      {
        g_test_message ("not found: %s", *line);
        g_test_fail ();
      }
  for (guint i = 0; i < left->len; i++)
    {
      g_autofree char *found = lv_problem_to_string (g_ptr_array_index (left, i));

      g_test_message ("not expected: %s", found);
      g_test_fail ();
    }
}

static LvPack *
load (const Case *self, const char *folder, gboolean is_document, LvProblems *problems)
{
  g_autofree char *name = g_strconcat (self->name, is_document ? ".ligevaegt" : ".lv", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *documents[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, self->text, -1, NULL));
  return lv_pack_load (folder, is_document ? documents : NULL, problems);
}

/* A pack says what is broken, and nothing is broken that it does not speak of. */
static void
check_broken_flags (LvPack *pack, const LvProblems *problems)
{
  gboolean any = FALSE;

  for (guint i = 0; pack != NULL && i < lv_pack_n_items (pack); i++)
    any = any || lv_pack_item (pack, i)->broken;
  if (any)
    g_assert_cmpuint (lv_problems_count (problems), >, 0);
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_auto (GStrv) as = announced (self, "as");
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lv-broken-XXXXXX", &error);
  g_autoptr (LvPack) pack = NULL;
  gint64 begin;

  g_assert_no_error (error);
  copy_base (folder);
  begin = g_get_monotonic_time ();
  pack = load (self, folder, as[0] != NULL && strcmp (as[0], "document") == 0, problems);
  check_broken_flags (pack, problems);
  if (self->check != NULL)
    self->check (pack, problems);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, G_USEC_PER_SEC);
  compare (self, problems);
  remove_folder (folder);
}

static void
add_case (const char *folder, const char *file, const char *with, BrokenCheck check)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *test = NULL;
  g_auto (GStrv) needs = NULL;
  Case *self = g_new0 (Case, 1);

  self->name = g_strndup (file, strlen (file) - strlen (".lv"));
  self->check = check;
  g_assert_true (g_file_get_contents (path, &self->text, NULL, NULL));
  needs = announced (self, "with");
  if (g_strcmp0 (needs[0], with) != 0)
    {
      case_free (self);
      return;
    }
  test = g_strconcat ("/broken/", self->name, NULL);
  g_test_add_data_func_full (test, self, test_case, case_free);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * broken_add_tests:
 * @with: (nullable): adds the files that say "# with: @with", or those that say nothing
 * @check: (nullable): what is done after reading
 */
void
broken_add_tests (const char *with, BrokenCheck check)
{
  g_autofree char *folder = data_path ("broken", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".lv"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_case (folder, g_ptr_array_index (names, i), with, check);
}
