/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-month.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
report_input (LvReader *self, LvItem *item, const LvEntry *entry, const LvParameter *parameter,
              const char *text)
{
  switch (parameter->input)
    {
    case LV_INPUT_SWITCH:
      lv_reader_report (self, item, entry,
                        _ ("“%s” is not a position of a switch; expected on or off"), text);
      break;
    case LV_INPUT_MONTH:
      lv_reader_report (self, item, entry,
                        _ ("“%s” is not a month; expected a month such as 2027-01"), text);
      break;
    case LV_INPUT_MEMBER:
      lv_reader_report (self, item, entry, _ ("“%s” is not a member of the axis %s"), text,
                        parameter->axis->id);
      break;
    case LV_INPUT_NUMBER:
    default:
      lv_reader_report (self, item, entry,
                        _ ("“%s” is not a number; expected a number such as 13.5"), text);
    }
}

/**
 * lv_parameter_parse:
 * @value: (out): the value as the model keeps it
 *
 * Returns: %FALSE when @text is not what @parameter takes
 */
gboolean
lv_parameter_parse (const LvParameter *parameter, const char *text, double *value)
{
  int whole;

  switch (parameter->input)
    {
    case LV_INPUT_SWITCH:
      *value = strcmp (text, "on") == 0;
      return *value != 0 || strcmp (text, "off") == 0;
    case LV_INPUT_MONTH:
      if (!lv_month_parse (text, &whole))
        return FALSE;
      *value = whole;
      return TRUE;
    case LV_INPUT_MEMBER:
      whole = parameter->axis != NULL ? lv_axis_find (parameter->axis, text) : -1;
      *value = whole;
      return whole >= 0;
    case LV_INPUT_NUMBER:
    default:
      return lv_number_parse_c (text, value);
    }
}

/** The same, but what is wrong is reported, also a value outside min and max. */
gboolean
lv_reader_parameter_value (LvReader *self, LvItem *item, const LvEntry *entry,
                           const LvParameter *parameter, const char *text, double *value)
{
  char buffer[LV_NUMBER_BUFFER];

  if (parameter->input == LV_INPUT_MEMBER && parameter->axis == NULL)
    return FALSE;
  if (!lv_parameter_parse (parameter, text, value))
    {
      report_input (self, item, entry, parameter, text);
      return FALSE;
    }
  if (*value < parameter->min || *value > parameter->max)
    {
      gboolean below = *value < parameter->min;
      const char *bound = lv_number_format_c (below ? parameter->min : parameter->max, buffer);
      g_autofree char *month = parameter->input == LV_INPUT_MONTH ? lv_month_format (
                                   (int) (below ? parameter->min : parameter->max))
                                                                  : NULL;

      lv_reader_report (self, item, entry,
                        below ? _ ("“%s” is below the least value, %s")
                              : _ ("“%s” is above the largest value, %s"),
                        text, month != NULL ? month : bound);
      return FALSE;
    }
  return TRUE;
}

static double
read_number (LvReader *self, LvItem *item, const LvParameter *parameter, const char *key)
{
  const LvEntry *entry = lv_item_entry (item, key, NULL);
  gboolean bound = strcmp (key, "min") == 0 || strcmp (key, "max") == 0;
  double value = NAN;

  if (entry == NULL)
    return NAN;
  if (parameter->input != LV_INPUT_NUMBER && !(bound && parameter->input == LV_INPUT_MONTH))
    lv_reader_report (self, item, entry,
                      _ ("it has no meaning for this input; only numbers have it"));
  else if (!lv_parameter_parse (parameter, entry->value, &value))
    {
      value = NAN;
      if (bound) /* the others are reported with all numbers */
        report_input (self, item, entry, parameter, entry->value);
    }
  return value;
}

static void
check_order (LvReader *self, LvItem *item, const char *lower_key, double lower,
             const char *upper_key, double upper)
{
  if (lower > upper)
    lv_reader_report (self, item, lv_item_entry (item, upper_key, NULL),
                      _ ("%s must not be below %s"), upper_key, lower_key);
}

static void
read_estimates (LvReader *self, LvItem *item, LvParameter *parameter)
{
  parameter->low = read_number (self, item, parameter, "low");
  parameter->likely = read_number (self, item, parameter, "likely");
  parameter->high = read_number (self, item, parameter, "high");
  parameter->min = read_number (self, item, parameter, "min");
  parameter->max = read_number (self, item, parameter, "max");
  parameter->step = read_number (self, item, parameter, "step");
  check_order (self, item, "low", parameter->low, "likely", parameter->likely);
  check_order (self, item, "likely", parameter->likely, "high", parameter->high);
  if (isnan (parameter->likely))
    check_order (self, item, "low", parameter->low, "high", parameter->high);
  check_order (self, item, "min", parameter->min, "max", parameter->max);
  if (parameter->step <= 0)
    lv_reader_report (self, item, lv_item_entry (item, "step", NULL), _ ("step must be above 0"));
}

static int
word_index (LvItem *item, const char *key, const char *const *words, int otherwise)
{
  const char *value = lv_item_get (item, key);

  for (int i = 0; value != NULL && words[i] != NULL; i++)
    if (strcmp (value, words[i]) == 0)
      return i;
  return otherwise;
}

static void
read_words (LvReader *self, LvItem *item, LvParameter *parameter)
{
  static const char *const roles[] = { "lever", "assumption", "view", NULL };
  static const char *const inputs[] = { "number", "switch", "member", "month", NULL };
  static const char *const distributions[] = { "triangle", "uniform", NULL };
  const LvEntry *axis = lv_item_entry (item, "axis", NULL);

  parameter->role = (LvRole) word_index (item, "role", roles, LV_ROLE_ASSUMPTION);
  parameter->input = (LvInput) word_index (item, "input", inputs, LV_INPUT_NUMBER);
  parameter->distribution = (LvDistribution) word_index (item, "distribution", distributions,
                                                         LV_DISTRIBUTION_TRIANGLE);
  if (parameter->input == LV_INPUT_MEMBER && axis == NULL)
    lv_reader_report (self, item, NULL, _ ("with input=member the key “axis” is missing"));
  else if (parameter->input != LV_INPUT_MEMBER && axis != NULL)
    lv_reader_report (self, item, axis, _ ("only input=member has an axis to choose from"));
  else if (axis != NULL)
    parameter->axis = lv_pack_find_axis (self->pack, axis->value); /* reported with all axes */
}

static void
read_range (LvReader *self, LvItem *item, LvParameter *parameter)
{
  gsize cells = lv_shape_cells (&parameter->shape);
  guint length = parameter->shape.n > 0
                     ? lv_axis_length (parameter->shape.axis[parameter->shape.n - 1])
                     : 1;
  guint from = (guint) lv_reader_range_end (self, item, &parameter->shape, "from", 0);
  guint to = (guint) lv_reader_range_end (self, item, &parameter->shape, "to", (int) length - 1);

  if (to < from)
    lv_reader_report (self, item, lv_item_entry (item, "to", NULL), _ ("%s must not be before %s"),
                      "to", "from");
  for (gsize i = 0; i < cells; i++)
    parameter->present[i] = i % length >= from && i % length <= to;
}

static void
read_default (LvReader *self, LvItem *item, LvParameter *parameter)
{
  const LvEntry *entry = lv_item_entry (item, "default", NULL);
  gsize cells = lv_shape_cells (&parameter->shape);
  double value;

  if (entry == NULL || strcmp (entry->value, "none") == 0)
    return;
  if (parameter->input == LV_INPUT_NUMBER && g_ascii_islower (entry->value[0]))
    {
      parameter->default_item = lv_reader_resolve (self, item, entry, entry->value,
                                                   LV_KINDS_VALUES);
      return;
    }
  if (!lv_reader_parameter_value (self, item, entry, parameter, entry->value, &value))
    return;
  for (gsize i = 0; i < cells; i++)
    if (parameter->present[i])
      parameter->defaults[i] = value;
}

static void
read_cell_default (LvReader *self, LvItem *item, const LvEntry *entry, LvParameter *parameter,
                   guint *claimed)
{
  g_autofree char *reason = NULL;
  LvPlace place;
  LvCellWalk walk = { &parameter->shape, &place };
  double value = NAN;
  gsize cell;

  if (!lv_place_parse (entry->argument, &parameter->shape, &place, &reason))
    {
      lv_reader_report (self, item, entry, "%s", reason);
      return;
    }
  if (strcmp (entry->value, "none") != 0
      && !lv_reader_parameter_value (self, item, entry, parameter, entry->value, &value))
    return;
  while (lv_cell_walk_next (&walk, &cell))
    {
      if (claimed[cell] != 0)
        {
          lv_reader_report (self, item, entry, _ ("line %u has some of these cells already"),
                            claimed[cell]);
          return;
        }
      claimed[cell] = entry->line;
      if (parameter->present[cell])
        parameter->defaults[cell] = value;
    }
}

static void
read_cell_defaults (LvReader *self, LvItem *item, LvParameter *parameter)
{
  g_autofree guint *claimed = NULL;

  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (strcmp (entry->key, "default") != 0 || entry->argument == NULL || entry->value[0] == '\0')
        continue;
      if (claimed == NULL)
        claimed = g_new0 (guint, lv_shape_cells (&parameter->shape));
      read_cell_default (self, item, entry, parameter, claimed);
    }
}

/* A choice must have a default in every cell: where the level is unknown it is a change with
 * default 0. */
static void
check_default (LvReader *self, LvItem *item, const LvParameter *parameter)
{
  const LvEntry *suggest = lv_item_entry (item, "suggest", NULL);
  const LvEntry *entry = lv_item_entry (item, "default", NULL);
  gsize cells = lv_shape_cells (&parameter->shape);
  gboolean all = TRUE;
  gboolean any = FALSE;

  for (gsize i = 0; i < cells; i++)
    {
      gboolean has = parameter->default_item != NULL || !isnan (parameter->defaults[i]);

      all = all && (has || !parameter->present[i]);
      any = any || has;
    }
  if (item->broken)
    return;
  if (parameter->role == LV_ROLE_LEVER && !all)
    lv_reader_report (
        self, item, entry,
        _ ("a lever must have a default in every cell; where the level is unknown, make "
           "it a change with the default 0"));
  else if (parameter->role == LV_ROLE_VIEW && !all)
    lv_reader_report (self, item, entry, _ ("what is shown must have a default"));
  else if (suggest != NULL && any)
    lv_reader_report (self, item, suggest,
                      _ ("a parameter with a default has nothing to suggest; write default=none"));
  else if (entry == NULL && suggest == NULL && !all)
    lv_reader_report (self, item, NULL,
                      _ ("the key “%s” is missing; write default=none when nobody knows"),
                      "default");
}

static void
read_cells (LvReader *self, LvItem *item, LvParameter *parameter)
{
  gsize cells = lv_shape_cells (&parameter->shape);

  parameter->defaults = g_new (double, cells);
  parameter->present = g_new0 (guint8, cells);
  for (gsize i = 0; i < cells; i++)
    parameter->defaults[i] = NAN;
  read_range (self, item, parameter);
  read_default (self, item, parameter);
  read_cell_defaults (self, item, parameter);
  check_default (self, item, parameter);
}

/** Makes a parameter. When its axes cannot be used it gets no detail. */
void
lv_reader_read_parameter (LvReader *self, LvItem *item)
{
  LvParameter *parameter = g_new0 (LvParameter, 1);
  const LvEntry *suggest = lv_item_entry (item, "suggest", NULL);

  parameter->item = item;
  read_words (self, item, parameter);
  read_estimates (self, item, parameter);
  parameter->unit = lv_reader_own_unit (self, item, parameter->input == LV_INPUT_NUMBER);
  parameter->source = lv_item_get (item, "source");
  parameter->place = lv_pack_text (self->pack, item, "place");
  lv_reader_attributes (item, &parameter->attributes);
  lv_reader_require_attributes (self, item, parameter->unit, &parameter->attributes,
                                LV_ATTRIBUTE_KIND);
  if (suggest != NULL)
    parameter->suggest = lv_reader_find (self, item, suggest->value);
  if (!lv_reader_shape (self, item, &parameter->shape, NULL)
      || !lv_reader_take_cells (self, item, lv_item_entry (item, "axes", NULL),
                                lv_shape_cells (&parameter->shape)))
    {
      g_free (parameter);
      return;
    }
  item->detail = parameter;
  read_cells (self, item, parameter);
}
