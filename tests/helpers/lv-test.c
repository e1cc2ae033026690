/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-test.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/** Returns: (transfer full): the folder of a test pack, or of a pack of data/ when it begins with
 * "data/" */
char *
lv_test_folder (const char *name)
{
  if (g_str_has_prefix (name, "data/"))
    return g_build_filename (g_getenv ("LIGEVAEGT_DATA"), name + 5, NULL);
  return g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "model", name, NULL);
}

static char *
join (const LvProblems *problems)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lv_problems_kept (problems); i++)
    {
      g_autofree char *text = lv_problem_to_string (lv_problems_get (problems, i));

      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", text);
    }
  return g_string_free (out, FALSE);
}

static LvModel *
load (const char *folder, const char *document)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  const char *documents[] = { document, NULL };
  LvModel *model = lv_model_load (folder, document != NULL ? documents : NULL, problems);
  g_autofree char *faults = join (problems);

  g_assert_cmpstr (faults, ==, "");
  g_assert_cmpint (model != NULL, ==, TRUE);
  return model;
}

/** Returns: (transfer full): the model of a pack that has no faults */
LvModel *
lv_test_load (const char *name)
{
  g_autofree char *folder = lv_test_folder (name);

  return load (folder, NULL);
}

/** Returns: (transfer full): the model of a pack and a document that lies in its folder */
LvModel *
lv_test_load_document (const char *name, const char *document)
{
  g_autofree char *folder = lv_test_folder (name);
  g_autofree char *path = g_build_filename (folder, document, NULL);

  return load (folder, path);
}

/** Returns: (transfer none): a scenario of the pack or document; %NULL for %NULL */
const LvScenario *
lv_test_scenario (const LvModel *model, const char *id)
{
  const LvItem *item
      = id != NULL ? lv_pack_find_kind (lv_model_pack (model), LV_KIND_SCENARIO, id) : NULL;

  g_assert_cmpint (item != NULL, ==, id != NULL);
  return item != NULL ? item->detail : NULL;
}

/** Returns: (transfer full): @model under a scenario, or the grundprognose */
LvState *
lv_test_state (const LvModel *model, const char *scenario)
{
  LvState *state = lv_state_new (model);

  if (scenario != NULL)
    lv_test_apply (state, scenario);
  return state;
}

/* A folder with the base of all test packs and @text. */
static char *
write_pack (const char *text)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("lv-test-XXXXXX", &error);
  g_autofree char *base
      = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "model", "base.lv", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *to_base = g_build_filename (folder, "base.lv", NULL);
  g_autofree char *to_text = g_build_filename (folder, "pack.lv", NULL);

  g_assert_no_error (error);
  g_file_get_contents (base, &contents, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (to_base, contents, -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (to_text, text, -1, &error);
  g_assert_no_error (error);
  return folder;
}

static void
remove_pack (const char *folder)
{
  g_autofree char *base = g_build_filename (folder, "base.lv", NULL);
  g_autofree char *text = g_build_filename (folder, "pack.lv", NULL);

  g_assert_cmpint (g_unlink (base), ==, 0);
  g_assert_cmpint (g_unlink (text), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/** Returns: (transfer full): the model of base.lv and @text, which have no faults */
LvModel *
lv_test_load_text (const char *text)
{
  g_autofree char *folder = write_pack (text);
  LvModel *model = load (folder, NULL);

  remove_pack (folder);
  return model;
}

/** Returns: (transfer full): what is wrong with base.lv and @text, a line for each */
char *
lv_test_faults (const char *text)
{
  g_autofree char *folder = write_pack (text);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvModel) model = lv_model_load (folder, NULL, problems);
  char *faults = join (problems);

  remove_pack (folder);
  g_assert_cmpint (model == NULL, ==, faults[0] != '\0');
  return faults;
}

static LvNode *
find (const LvState *state, const char *cells, LvPlace *place)
{
  g_auto (GStrv) parts = g_strsplit (cells, "@", 2);
  LvNode *node = lv_model_find (lv_state_model (state), parts[0]);
  g_autofree char *reason = NULL;

  g_test_message ("%s", cells);
  g_assert_cmpint (node != NULL, ==, TRUE);
  lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (node), place, &reason);
  g_assert_cmpstr (reason, ==, NULL);
  return node;
}

/** Returns: the node of "ID@members", and its cell */
LvNode *
lv_test_cell (const LvModel *model, const char *cells, gsize *cell)
{
  g_auto (GStrv) parts = g_strsplit (cells, "@", 2);
  LvNode *node = lv_model_find (model, parts[0]);
  g_autofree char *reason = NULL;
  gssize first = -1;
  LvPlace place;

  g_test_message ("%s", cells);
  g_assert_cmpint (node != NULL, ==, TRUE);
  lv_place_parse (parts[1] != NULL ? parts[1] : "", lv_node_shape (node), &place, &reason);
  g_assert_cmpstr (reason, ==, NULL);
  g_assert_cmpint (lv_place_next (&place, lv_node_shape (node), &first), ==, TRUE);
  *cell = (gsize) first;
  return node;
}

static void
append_value (GString *out, LvValue value)
{
  if (value.status == LV_STATUS_ABSENT)
    return;
  if (!isnan (value.number))
    g_string_append_printf (out, "%.10g", fabs (value.number) < 1e-12 ? 0 : value.number);
  else
    g_string_append_c (out, value.status == LV_STATUS_UNDEFINED        ? '!'
                            : value.status == LV_STATUS_NOT_APPLICABLE ? '-'
                                                                       : '?');
  if (value.marked)
    g_string_append_c (out, '*');
}

/** Returns: (transfer full): the values of "ID" or "ID@members", see lv-test.h */
char *
lv_test_line (const LvState *state, const char *cells)
{
  GString *out = g_string_new (NULL);
  gboolean first = TRUE;
  gssize cell = -1;
  LvPlace place;
  LvNode *node = find (state, cells, &place);

  while (lv_place_next (&place, lv_node_shape (node), &cell))
    {
      g_string_append (out, first ? "" : ";");
      append_value (out, lv_state_get (state, node, (gsize) cell));
      first = FALSE;
    }
  return g_string_free (out, FALSE);
}

void
lv_test_expect (const LvState *state, const char *cells, const char *line)
{
  g_autofree char *found = lv_test_line (state, cells);

  g_assert_cmpstr (found, ==, line);
}

static void
change (LvState *state, LvChangeKind kind, const char *id, const char *property,
        const char *members, const char *value)
{
  g_autoptr (LvScenario) scenario = lv_scenario_new ("test", "Test");
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autofree char *faults = NULL;

  lv_scenario_set (scenario, kind, id, property, members, value);
  lv_state_apply_own (state, scenario, problems);
  faults = join (problems);
  g_assert_cmpstr (faults, ==, "");
  lv_state_update (state);
}

/** Sets "ID@members" as a scenario would, and computes. */
void
lv_test_set (LvState *state, const char *cells, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (cells, "@", 2);

  change (state, LV_CHANGE_SET, parts[0], NULL, parts[1], value);
}

/** Sets "ID.on", "ID.scale@members" or "ID.delay" of a measure, and computes. */
void
lv_test_measure (LvState *state, const char *knob, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (knob, "@", 2);
  char *point = strrchr (parts[0], '.');

  *point = '\0';
  change (state, LV_CHANGE_MEASURE, parts[0], point + 1, parts[1], value);
}

/** Shows a scenario of the pack. */
void
lv_test_apply (LvState *state, const char *scenario)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  const LvItem *item = lv_pack_find_kind (pack, LV_KIND_SCENARIO, scenario);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autofree char *faults = NULL;

  g_assert_cmpint (item != NULL, ==, TRUE);
  lv_state_apply (state, pack, item->detail, problems);
  faults = join (problems);
  g_assert_cmpstr (faults, ==, "");
  lv_state_update (state);
}

/** Returns: (transfer full): every value, bit for bit, with status and mark, a line for each */
char *
lv_test_dump (const LvState *state)
{
  const LvModel *model = lv_state_model (state);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      gsize cells = lv_shape_cells (lv_node_shape (node));

      for (gsize cell = 0; cell < cells; cell++)
        {
          LvValue value = lv_state_get (state, node, cell);

          if (value.status == LV_STATUS_ABSENT)
            continue;
          g_string_append_printf (out, "%s[%u] ", lv_node_id (node), (guint) cell);
          if (isnan (value.number))
            g_string_append (out, "nan");
          else
            g_string_append_printf (out, "%a", value.number);
          g_string_append_printf (out, " %s%s\n", lv_status_name (value.status),
                                  value.marked ? " marked" : "");
        }
    }
  return g_string_free (out, FALSE);
}

/** Compares all values of two states of one model, bit for bit, without making text of them. */
void
lv_test_assert_same (const LvState *a, const LvState *b)
{
  const LvModel *model = lv_state_model (a);

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      gsize cells = lv_shape_cells (lv_node_shape (node));

      for (gsize cell = 0; cell < cells; cell++)
        {
          LvValue x = lv_state_get (a, node, cell);
          LvValue y = lv_state_get (b, node, cell);
          gboolean same = isnan (x.number) ? isnan (y.number)
                                           : memcmp (&x.number, &y.number, sizeof x.number) == 0;

          if (same && x.status == y.status && x.marked == y.marked)
            continue;
          g_test_message ("%s cell %u: %.17g %s %d, %.17g %s %d", lv_node_id (node), (guint) cell,
                          x.number, lv_status_name (x.status), x.marked, y.number,
                          lv_status_name (y.status), y.marked);
          g_assert_cmpstr (lv_node_id (node), ==, "the same in both states");
        }
    }
}

static double
random_value (const LvNode *node, GRand *random, double now)
{
  const LvParameter *parameter = lv_node_parameter (node);

  if (parameter != NULL && parameter->input == LV_INPUT_MEMBER)
    return g_rand_int_range (random, 0, (int) lv_axis_length (parameter->axis));
  if (parameter != NULL && parameter->input == LV_INPUT_MONTH)
    return g_rand_int_range (random, 2025 * 12, 2031 * 12);
  if ((parameter != NULL && parameter->input == LV_INPUT_SWITCH)
      || g_str_has_suffix (lv_node_id (node), "#on"))
    return g_rand_boolean (random);
  if (g_str_has_suffix (lv_node_id (node), "#delay"))
    return g_rand_int_range (random, -14, 30);
  if (g_rand_int_range (random, 0, 20) == 0)
    return NAN;
  if (g_rand_int_range (random, 0, 8) == 0)
    return g_rand_int_range (random, -1, 3);
  return (isnan (now) || now == 0 ? 10 : now) * g_rand_double_range (random, 0, 2);
}

/** Sets or resets one cell of one input, whatever it is; does not compute. */
void
lv_test_shake (LvState *state, GRand *random)
{
  const LvModel *model = lv_state_model (state);

  for (;;)
    {
      LvNode *node = lv_model_node (
          model, (guint) g_rand_int_range (random, 0, (int) lv_model_n_nodes (model)));
      gsize cells = lv_shape_cells (lv_node_shape (node));
      gsize cell = (gsize) g_rand_int_range (random, 0, (int) cells);

      if (!lv_node_is_input (node) || g_str_has_suffix (lv_node_id (node), "#reference")
          || !lv_node_present (model, node, cell))
        continue;
      if (lv_state_is_set (state, node, cell) && g_rand_boolean (random))
        lv_state_reset (state, node, cell);
      else
        lv_state_set (state, node, cell,
                      random_value (node, random, lv_state_number (state, node, cell)));
      return;
    }
}
