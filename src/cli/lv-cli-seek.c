/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-cli-target.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- Levers: ID[@MEMBERS][=LOW..HIGH][*WEIGHT] */

static LvNode *
find_input (const LvModel *model, const char *id)
{
  const char *point = strrchr (id, '.');
  g_autofree char *measure = point != NULL ? g_strndup (id, (gsize) (point - id)) : NULL;
  const LvItem *item = measure != NULL
                           ? lv_pack_find_kind (lv_model_pack (model), LV_KIND_MEASURE, measure)
                           : NULL;
  LvNode *node = item != NULL ? lv_model_measure_knob (model, item, point + 1)
                              : lv_model_find (model, id);
  const LvParameter *parameter = node != NULL ? lv_node_parameter (node) : NULL;
  const LvSeries *series = node != NULL ? lv_node_series (node) : NULL;

  if (node == NULL || !lv_node_is_input (node) || (series != NULL && !series->editable)
      || (parameter != NULL && parameter->input == LV_INPUT_MEMBER))
    return NULL;
  return node;
}

static gboolean
parse_bounds (const LvCli *self, char *text, LvSeekLever *lever)
{
  char *weight = strrchr (text, '*');
  char *dots;

  if (weight != NULL)
    {
      *weight++ = '\0';
      if (!(self->danish ? lv_number_parse_da (weight, &lever->weight)
                         : lv_number_parse_c (weight, &lever->weight))
          || lever->weight <= 0)
        return FALSE;
    }
  if (text[0] == '\0')
    return TRUE;
  dots = strstr (text, "..");
  if (text[0] != '=' || dots == NULL)
    return FALSE;
  *dots = '\0';
  return lv_cli_parse_number (self, lever->input, text + 1, &lever->low)
         && lv_cli_parse_number (self, lever->input, dots + 2, &lever->high) && lever->low <= lever->high;
}

static gboolean
stand_alike (const LvCli *self, const LvNode *input)
{
  double first = NAN;

  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (input)); cell++)
    {
      double now = lv_state_number (self->state, input, cell);

      if (!lv_node_present (self->model, input, cell))
        continue;
      if (!isnan (first) && now != first)
        return FALSE;
      first = now;
    }
  return TRUE;
}

/* One lever for all cells where they stand alike and none is named, else one for each. */
static gboolean
add_cells (const LvCli *self, LvSeekLever lever, const char *members, GArray *levers)
{
  const LvShape *shape = lv_node_shape (lever.input);
  g_autofree char *reason = NULL;
  guint before = levers->len;
  LvPlace place;

  lever.cell = -1;
  if (members == NULL && stand_alike (self, lever.input))
    {
      g_array_append_val (levers, lever);
      return TRUE;
    }
  if (!lv_place_parse (members != NULL ? members : "", shape, &place, &reason))
    {
      lv_cli_error ("%s", reason);
      return FALSE;
    }
  while (lv_place_next (&place, shape, &lever.cell))
    if (lv_node_present (self->model, lever.input, (gsize) lever.cell))
      g_array_append_val (levers, lever);
  if (levers->len == before)
    lv_cli_error (_ ("there is no value there to change"));
  return levers->len > before;
}

static gboolean
add_lever (const LvCli *self, const char *text, GArray *levers)
{
  g_autofree char *name = g_strdup (text);
  gsize length = strcspn (text, "=");
  g_autofree char *rest = NULL;
  LvSeekLever lever = { .weight = 1 };
  char *members;

  if (text[length] == '\0') /* * is also any member; a weight has a number behind it */
    {
      const char *star = strrchr (text, '*');

      length = star != NULL && g_ascii_isdigit (star[1]) ? (gsize) (star - text) : strlen (text);
    }
  rest = g_strdup (text + length);
  name[length] = '\0';
  members = strchr (name, '@');
  if (members != NULL)
    *members++ = '\0';
  lever.input = find_input (self->model, name);
  if (lever.input == NULL)
    {
      lv_cli_error (_ ("“%s” can't be turned"), name);
      return FALSE;
    }
  lv_seek_lever_bounds (lever.input, &lever.low, &lever.high);
  if (!parse_bounds (self, rest, &lever))
    {
      lv_cli_error (_ ("“%s” is not a lever with bounds"), text);
      return FALSE;
    }
  if (isnan (lever.low) || isnan (lever.high))
    {
      lv_cli_error (_ ("the pack sets no bounds for “%s”: say them"), name);
      return FALSE;
    }
  return add_cells (self, lever, members, levers);
}

/* --- The answer */

static void
print_answer (const LvCli *self, const LvSeekAnswer *one)
{
  g_autofree char *id = lv_cli_cell_id (one->lever.input, one->lever.cell);
  gboolean number = lv_cli_is_number (one->lever.input) && !lv_node_is_switch (one->lever.input);
  g_autofree char *before = number ? lv_cli_twelve (self, one->before)
                            : lv_node_is_switch (one->lever.input)
                                ? g_strdup (one->before != 0 ? "on" : "off")
                                : lv_cli_value (self, one->lever.input, one->before);
  g_autofree char *after = number ? lv_cli_twelve (self, one->after)
                           : lv_node_is_switch (one->lever.input)
                               ? g_strdup (one->after != 0 ? "on" : "off")
                               : lv_cli_value (self, one->lever.input, one->after);

  lv_cli_print ("%s=%s (from %s, %s%s)\n", id, after, before, lv_lever_outcome_name (one->outcome),
                one->monotone ? "" : ", turns");
}

/* What it means: the target in all its cells, and what the pack's head names. */
static void
print_meaning (const LvCli *self, const LvSeek *seek)
{
  const LvSide sides[] = { { "now", self->state, NULL }, { "then", seek->proposal, NULL } };
  g_autoptr (LvCompare) compare = lv_compare_new (sides, 2);
  const char *gap = lv_pack_head (lv_model_pack (self->model), "gap");

  if (g_strcmp0 (gap, lv_node_id (seek->node)) != 0)
    lv_compare_add (compare, seek->node, NULL);
  lv_compare_add_heads (compare);
  lv_cli_print_rows (self, compare);
}

static int
print_seek (const LvCli *self, const LvSeek *seek)
{
  g_autofree char *id = lv_cli_cell_id (seek->node, (gssize) seek->cell);
  g_autofree char *start = lv_cli_twelve (self, seek->start);
  g_autofree char *reached = lv_cli_twelve (self, seek->reached);
  g_autofree char *goal = lv_cli_twelve (self, seek->goal);
  g_autofree char *percent = lv_cli_twelve (self, floor (seek->percent * 10) / 10);

  lv_cli_print ("%s %s: %s -> %s (goal %s, %s %%)%s\n", lv_seek_outcome_name (seek->outcome), id, start,
                reached, goal, percent, seek->monotone ? "" : " turns");
  for (guint i = 0; i < seek->answers->len; i++)
    print_answer (self, &g_array_index (seek->answers, LvSeekAnswer, i));
  print_meaning (self, seek);
  return seek->outcome == LV_SEEK_REACHED || seek->outcome == LV_SEEK_ALREADY ? LV_EXIT_OK
                                                                              : LV_EXIT_DATA;
}

/** seek [ID@MEMBERS=VALUE] --lever …: what it takes; 1 when the levers do not get there. */
int
lv_cli_seek (LvCli *self)
{
  g_autoptr (GArray) levers = g_array_new (FALSE, FALSE, sizeof (LvSeekLever));
  g_autoptr (LvSeek) seek = NULL;
  LvCliTarget target;

  if (!lv_cli_find_target (self, &target))
    return LV_EXIT_USAGE;
  for (guint i = 0; i < self->levers->len; i++)
    if (!add_lever (self, g_ptr_array_index (self->levers, i), levers))
      return LV_EXIT_USAGE;
  if (levers->len == 0)
    {
      lv_cli_error (_ ("say what may be turned with --lever"));
      return LV_EXIT_USAGE;
    }
  seek = lv_seek_new (self->state, target.node, target.cell, target.goal, target.sense,
                      (const LvSeekLever *) (gpointer) levers->data, levers->len);
  return print_seek (self, seek);
}
