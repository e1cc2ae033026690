/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is compared: base, now, a scenario, or FILE.ligevaegt[:SCENARIO]. */
#include "lv-cli-sides.h"

#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SUFFIX ".ligevaegt"

/** Returns: (transfer full): a number of an analysis, to twelve digits; "?" when missing */
char *
lv_cli_twelve (const LvCli *self, double value)
{
  char buffer[LV_NUMBER_BUFFER];

  if (isnan (value))
    return g_strdup ("?");
  g_ascii_formatd (buffer, sizeof buffer, "%.12g", fabs (value) < 1e-9 ? 0 : value);
  return lv_cli_number (self, g_ascii_strtod (buffer, NULL));
}

/** Returns: (transfer full): "ID@MEMBERS" as --set takes it; the id alone for -1 */
char *
lv_cli_cell_id (const LvNode *node, gssize cell)
{
  const char *knob = lv_node_measure (node) != NULL ? strrchr (lv_node_id (node), '#') : NULL;
  g_autofree char *id = knob != NULL
                            ? g_strdup_printf ("%s.%s", lv_node_measure (node)->id, knob + 1)
                            : g_strdup (lv_node_id (node));
  g_autofree char *members
      = cell >= 0 ? lv_shape_cell_name (lv_node_shape (node), (gsize) cell) : g_strdup ("");

  return g_strconcat (id, members[0] != '\0' ? "@" : "", members, NULL);
}

void
lv_cli_sides_free (LvCliSides *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->models);
  g_ptr_array_unref (self->titles);
  g_free (self);
}

/* A state of @model under a scenario; %NULL, and told, when something is wrong. */
static LvState *
state_under (const LvModel *model, const char *name, const LvScenario **scenario, int *code)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  const LvItem *item = name != NULL ? lv_cli_find_scenario (model, name) : NULL;
  g_autoptr (LvState) state = lv_state_new (model);

  if (name != NULL && item == NULL)
    {
      lv_cli_error (_ ("there is no scenario “%s”"), name);
      *code = LV_EXIT_USAGE;
      return NULL;
    }
  *scenario = item != NULL ? item->detail : NULL;
  if (item == NULL || lv_state_apply (state, lv_model_pack (model), *scenario, problems))
    {
      lv_state_update (state);
      return g_steal_pointer (&state);
    }
  lv_cli_print_problems (problems);
  *code = LV_EXIT_DATA;
  return NULL;
}

static gboolean
add_state (LvCliSides *self, const char *title, const LvModel *model, const char *name, int *code)
{
  const LvScenario *scenario = NULL;
  LvState *state = state_under (model, name, &scenario, code);
  char *copy = g_strdup (title);

  g_ptr_array_add (self->titles, copy);
  if (state == NULL)
    return FALSE;
  g_ptr_array_add (self->states, state);
  self->sides[self->n++] = (LvSide){ copy, state, scenario };
  return TRUE;
}

/* FILE.ligevaegt or FILE.ligevaegt:SCENARIO */
static gboolean
add_file (LvCliSides *self, const LvCli *cli, const char *word, const char *end, int *code)
{
  g_autofree char *file = g_strndup (word, (gsize) (end - word));
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_cli_load_model (cli, file, problems);

  if (model == NULL)
    {
      lv_cli_print_problems (problems);
      *code = LV_EXIT_DATA;
      return FALSE;
    }
  g_ptr_array_add (self->models, model);
  return add_state (self, word, model, *end == ':' ? end + 1 : NULL, code);
}

static gboolean
add_side (LvCliSides *self, LvCli *cli, const char *word, int *code)
{
  const char *suffix = strstr (word, SUFFIX);
  const char *end = suffix != NULL ? suffix + strlen (SUFFIX) : NULL;

  if (strcmp (word, "now") == 0)
    {
      self->sides[self->n++] = (LvSide){ word, cli->state, cli->changes };
      return TRUE;
    }
  if (end != NULL && (*end == '\0' || *end == ':'))
    return add_file (self, cli, word, end, code);
  return add_state (self, word, cli->model, strcmp (word, "base") == 0 ? NULL : word, code);
}

/**
 * lv_cli_sides_new:
 * @first_word: which word of the command names the first side
 * @code: (out): the exit code when something is wrong, which has been told
 *
 * Without words base and now are compared, with one it and now.
 *
 * Returns: (transfer full) (nullable): the sides, %NULL when something is wrong
 */
LvCliSides *
lv_cli_sides_new (LvCli *cli, guint first_word, int *code)
{
  g_autoptr (LvCliSides) self = g_new0 (LvCliSides, 1);
  gboolean ok = TRUE;

  self->models = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_model_free);
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_state_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  if (cli->words->len == first_word)
    ok = add_side (self, cli, "base", code);
  for (guint i = first_word; ok && i < cli->words->len; i++)
    ok = add_side (self, cli, g_ptr_array_index (cli->words, i), code);
  if (ok && self->n == 1)
    ok = add_side (self, cli, "now", code);
  return ok ? g_steal_pointer (&self) : NULL;
}
