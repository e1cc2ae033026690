/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a change is written: "set ta.vaekst@2026" for an input's cell, "13.5" for its value; and what the
 * step of undo is called. */
#include "lv-session-private.h"

#include "lv-month.h"
#include "lv-number.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

static char *
members_of (const LvShape *shape, gsize cell)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < shape->n; i++)
    g_string_append_printf (
        out, "%s%s", i == 0 ? "@" : "/",
        lv_axis_member (shape->axis[i], lv_shape_coordinate (shape, cell, i))->id);
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): what stands before = in a scenario for @cell of @input */
char *
lv_change_key (const LvNode *input, gsize cell)
{
  const LvItem *measure = lv_node_measure (input);
  g_autofree char *members = members_of (lv_node_shape (input), cell);
  const char *property = strchr (lv_node_id (input), '#');

  if (measure != NULL && property != NULL)
    return g_strdup_printf ("measure %s.%s%s", measure->id, property + 1, members);
  return g_strdup_printf ("set %s%s", lv_node_id (input), members);
}

/* The shortest that is read back as the same number. */
static char *
number_text (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (g_ascii_strtod (buffer, NULL) != value)
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", value);
  return g_strdup (buffer);
}

/** Returns: (transfer full): @value as a scenario writes it */
char *
lv_change_value (const LvNode *input, double value)
{
  const LvParameter *parameter = lv_node_parameter (input);

  if (isnan (value))
    return g_strdup (parameter != NULL ? "none" : "?");
  if (lv_node_is_switch (input) || (parameter != NULL && parameter->input == LV_INPUT_SWITCH))
    return g_strdup (value != 0 ? "on" : "off");
  if (parameter != NULL && parameter->input == LV_INPUT_MEMBER)
    return g_strdup (lv_axis_member (parameter->axis, (guint) value)->id);
  if (parameter != NULL && parameter->input == LV_INPUT_MONTH)
    return lv_month_format ((int) value);
  return number_text (value);
}

/**
 * lv_change_split:
 * @key: what stands before =
 * @id: (out) (transfer full): what is changed; likewise @property (nullable) and @members ("" for all)
 *
 * Returns: whether @key is a change at all
 */
gboolean
lv_change_split (const char *key, LvChangeKind *kind, char **id, char **property, char **members)
{
  static const struct
  {
    const char *word;
    LvChangeKind kind;
  } words[] = { { "set ", LV_CHANGE_SET },
                { "measure ", LV_CHANGE_MEASURE },
                { "action ", LV_CHANGE_ACTION },
                { "lock ", LV_CHANGE_LOCK } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (GStrv) parts = NULL;
      char *point;

      if (!g_str_has_prefix (key, words[i].word))
        continue;
      *kind = words[i].kind;
      parts = g_strsplit (key + strlen (words[i].word), "@", 2);
      *id = g_strdup (parts[0] != NULL ? parts[0] : "");
      *members = g_strdup (parts[0] != NULL && parts[1] != NULL ? parts[1] : "");
      *property = NULL;
      point = *kind == LV_CHANGE_MEASURE || *kind == LV_CHANGE_ACTION ? strrchr (*id, '.') : NULL;
      if (point != NULL)
        {
          *property = g_strdup (point + 1);
          *point = '\0';
        }
      return TRUE;
    }
  return FALSE;
}

static char *
shown (const LvPack *pack, const LvNode *input, double number)
{
  LvValue value = { .number = number, .status = LV_STATUS_MISSING };
  const LvParameter *parameter = lv_node_parameter (input);

  if (isnan (number) || lv_node_is_switch (input)
      || (parameter != NULL && parameter->input != LV_INPUT_NUMBER))
    return lv_text_amount (pack, input, value);
  return lv_number_format_da (number, fabs (number - round (number)) < 1e-9
                                          ? lv_node_unit (input)->decimals
                                          : -1);
}

/** Returns: (transfer full): "Vækst i tabt arbejdsfortjeneste pr. år 13,5 → 10,0" */
char *
lv_change_name (const LvPack *pack, const LvNode *input, gsize cell, double before, double after)
{
  const LvShape *shape = lv_node_shape (input);
  g_autofree char *members = shape->n > 0 ? lv_shape_cell_title (shape, cell) : NULL;
  g_autofree char *from = shown (pack, input, before);
  g_autofree char *to = shown (pack, input, after);

  return g_strdup_printf ("%s%s%s %s → %s", lv_node_title (input), members != NULL ? ", " : "",
                          members != NULL ? members : "", from, to);
}
