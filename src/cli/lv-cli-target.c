/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a goal seek or a tornado is about: ID@MEMBERS=VALUE, ID@MEMBERS, or what the pack's head names. */
#include "lv-cli-target.h"

#include "lv-month.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/** Reads a number of @input's in the form that was asked for, or a month. */
gboolean
lv_cli_parse_number (const LvCli *self, const LvNode *input, const char *text, double *value)
{
  const LvParameter *parameter = lv_node_parameter (input);
  int month;

  if (parameter != NULL && parameter->input == LV_INPUT_MONTH)
    {
      *value = lv_month_parse (text, &month) ? month : NAN;
      return !isnan (*value);
    }
  return self->danish ? lv_number_parse_da (text, value) : lv_number_parse_c (text, value);
}

static gboolean
parse_target (LvCli *self, const char *word, LvCliTarget *target)
{
  const char *equals = strchr (word, '=');
  g_autofree char *left = equals != NULL ? g_strndup (word, (gsize) (equals - word)) : g_strdup (word);
  gssize cell = -1;
  LvNode *node;
  LvPlace place;

  target->goal = 0;
  if (!lv_cli_find (self, left, &node, &place))
    return FALSE;
  target->node = node;
  if (!lv_cli_is_number (node) || lv_node_is_switch (node)
      || (equals != NULL && !lv_cli_parse_number (self, node, equals + 1, &target->goal)))
    {
      lv_cli_error (_ ("“%s” is not a target"), word);
      return FALSE;
    }
  lv_place_next (&place, lv_node_shape (node), &cell);
  target->cell = (gsize) cell;
  if (!lv_place_next (&place, lv_node_shape (node), &cell))
    return TRUE;
  lv_cli_error (_ ("“%s” is not a single value"), left);
  return FALSE;
}

/** Finds what a seek or a tornado is about; says what is wrong when there is no such thing. */
gboolean
lv_cli_find_target (LvCli *self, LvCliTarget *target)
{
  target->sense = self->words->len > 1 ? LV_SEEK_EQUAL : LV_SEEK_AT_MOST;
  if (g_strcmp0 (self->sense, "equal") == 0)
    target->sense = LV_SEEK_EQUAL;
  else if (self->sense != NULL)
    target->sense = strcmp (self->sense, "at-most") == 0 ? LV_SEEK_AT_MOST : LV_SEEK_AT_LEAST;
  if (self->words->len > 1)
    return parse_target (self, g_ptr_array_index (self->words, 1), target);
  target->goal = 0;
  if (lv_seek_default_target (self->state, &target->node, &target->cell))
    return TRUE;
  lv_cli_error (_ ("the pack names no gap and budget year: say the target"));
  return FALSE;
}
