/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-input-bounds.h"

#include "lv-month.h"
#include "lv-number.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Decimals of a computed default beyond those of its unit that are worth reading. */
#define EXTRA_DECIMALS 2

/* A measure's dose is pct. of its effect, its delay whole months; the pack sets no bounds for them. */
#define MOST_DOSE 1000
#define SCALE_DOSE 150
#define STEP_DOSE 5
#define MOST_DELAY 600

static void
knob_bounds (const LvNode *node, LvInputBounds *bounds)
{
  bounds->least = 0;
  bounds->whole = g_str_has_suffix (lv_node_id (node), "#delay");
  bounds->most = bounds->whole ? MOST_DELAY : MOST_DOSE;
  bounds->step = bounds->whole ? 1 : STEP_DOSE;
  if (bounds->whole)
    return;
  bounds->from = 0;
  bounds->to = SCALE_DOSE;
}

static double
power_of_ten (int decimals)
{
  return pow (10, -MAX (decimals, 0));
}

/** Finds what may be chosen for @node. */
void
lv_input_bounds (const LvNode *node, LvInputBounds *bounds)
{
  const LvParameter *parameter = lv_node_parameter (node);

  *bounds = (LvInputBounds){ -INFINITY, INFINITY, NAN, NAN,
                             power_of_ten (lv_node_unit (node)->decimals), FALSE };
  if (lv_node_measure (node) != NULL)
    knob_bounds (node, bounds);
  if (parameter == NULL)
    return;
  if (!isnan (parameter->min))
    bounds->least = parameter->min;
  if (!isnan (parameter->max))
    bounds->most = parameter->max;
  bounds->from = !isnan (parameter->min) ? parameter->min : parameter->low;
  bounds->to = !isnan (parameter->max) ? parameter->max : parameter->high;
  if (parameter->step > 0)
    bounds->step = parameter->step;
  else if (bounds->to > bounds->from)
    bounds->step = MIN (bounds->step, (bounds->to - bounds->from) / 20);
  if (parameter->input == LV_INPUT_MONTH)
    bounds->step = 1;
}

/* Without the noise of binary fractions: 3 steps of 0,1 are 0,3. */
static double
clean (double value)
{
  char buffer[LV_NUMBER_BUFFER];

  g_ascii_formatd (buffer, sizeof buffer, "%.12g", value);
  return g_ascii_strtod (buffer, NULL);
}

/**
 * lv_input_bounds_snap:
 * @value: where a scale stands
 * @standard: the value of the grundprognose, which can be chosen even when it is no whole step; or NaN
 *
 * Returns: the nearest value that can be chosen
 */
double
lv_input_bounds_snap (const LvInputBounds *bounds, double value, double standard)
{
  double step = clean (lv_number_round (value / bounds->step) * bounds->step);

  if (!isnan (standard) && fabs (value - standard) < fabs (value - step))
    step = standard;
  return CLAMP (step, bounds->least, bounds->most);
}

static char *
example (const LvNode *node)
{
  int decimals = lv_node_unit (node)->decimals;

  return lv_number_format_da (decimals > 0 ? 13.5 : 1500, decimals > 0 ? 1 : 0);
}

static char *
outside (const LvInputBounds *bounds, const LvNode *node, const char *text)
{
  g_autofree char *least = lv_input_bounds_format (node, bounds->least, TRUE);
  g_autofree char *most = lv_input_bounds_format (node, bounds->most, TRUE);

  if (isfinite (bounds->least) && isfinite (bounds->most))
    return g_strdup_printf (_ ("“%s” is not from %s to %s"), text, least, most);
  if (isfinite (bounds->least))
    return g_strdup_printf (_ ("“%s” is below %s"), text, least);
  return g_strdup_printf (_ ("“%s” is above %s"), text, most);
}

static gboolean
parse_month (const char *text, double *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  int month;

  if (!lv_month_parse (stripped, &month))
    return FALSE;
  *value = month;
  return TRUE;
}

/**
 * lv_input_bounds_parse:
 * @text: what was typed
 * @value: (out): what it means
 * @reason: (out) (transfer full): what was expected, when it fails
 */
gboolean
lv_input_bounds_parse (const LvInputBounds *bounds, const LvNode *node, const char *text,
                       double *value, char **reason)
{
  const LvParameter *parameter = lv_node_parameter (node);
  gboolean month = parameter != NULL && parameter->input == LV_INPUT_MONTH;
  g_autofree char *such = NULL;

  if (month ? !parse_month (text, value) : !lv_number_parse_da (text, value))
    {
      such = month ? g_strdup ("2027-01") : example (node);
      *reason = month ? g_strdup_printf (_ ("“%s” is not a month; write a month such as %s"), text, such)
                      : g_strdup_printf (_ ("“%s” is not a number; write a number such as %s"), text,
                                         such);
      return FALSE;
    }
  if (bounds->whole && *value != lv_number_round (*value))
    {
      *reason = g_strdup_printf (_ ("“%s” is not a whole number"), text);
      return FALSE;
    }
  if (*value < bounds->least || *value > bounds->most)
    {
      *reason = outside (bounds, node, text);
      return FALSE;
    }
  return TRUE;
}

/**
 * lv_input_bounds_format:
 * @typed: the number was chosen by a user and stands there in full; others are cut to what is worth
 *   reading
 *
 * Returns: (transfer full): @value as it stands in an entry, "" when it is missing
 */
char *
lv_input_bounds_format (const LvNode *node, double value, gboolean typed)
{
  const LvParameter *parameter = lv_node_parameter (node);
  int most = MAX (lv_node_unit (node)->decimals, 0) + EXTRA_DECIMALS;
  double scaled = value * pow (10, most);

  if (!isfinite (value))
    return g_strdup ("");
  if (parameter != NULL && parameter->input == LV_INPUT_MONTH)
    return lv_month_format ((int) value);
  if (typed || lv_number_equal (scaled, lv_number_round (scaled)))
    return lv_number_format_da (value, -1);
  return lv_number_format_da (value, most);
}

/** Returns: (transfer full): the unit as it stands behind an entry; empty when there is none */
char *
lv_input_unit (const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);

  if (parameter != NULL && parameter->input != LV_INPUT_NUMBER)
    return g_strdup ("");
  if (lv_node_measure (node) != NULL && g_str_has_suffix (lv_node_id (node), "#delay"))
    return g_strdup (_ ("months"));
  return g_strdup (lv_node_unit (node)->plural);
}

/** Returns: the value that reset brings back; NaN when there is none */
double
lv_input_standard (LvSession *session, const LvNode *node, gsize cell)
{
  return lv_state_default (lv_session_state (session), node, cell);
}

/**
 * lv_input_is_changed:
 *
 * Returns: whether reset has something to take back. What is only looked at through is the same in the
 *   grundprognose, so it is compared with its default.
 */
gboolean
lv_input_is_changed (LvSession *session, const LvNode *node, gsize cell)
{
  const LvParameter *parameter = lv_node_parameter (node);
  const LvState *state = lv_session_state (session);

  if (parameter != NULL && parameter->role == LV_ROLE_VIEW)
    return lv_state_is_set (state, node, cell)
           && lv_state_number (state, node, cell) != lv_state_default (state, node, cell);
  return lv_state_is_set (state, node, cell) && lv_session_is_changed (session, node, cell);
}
