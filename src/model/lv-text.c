/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values as the pack's reader sees them: Danish numbers, the unit's name, the word for a status. Words
 * come from the pack ([words ord.NAME]), because they end up in attachments whatever the locale is. */
#include "lv-text.h"

#include "lv-month.h"
#include "lv-number.h"
#include "lv-plural.h"

#include <math.h>
#include <string.h>

/** Returns: (transfer none): the text of [words ord.@name], or @otherwise when the pack has none */
const char *
lv_text_word (const LvPack *pack, const char *name, const char *otherwise)
{
  g_autofree char *id = g_strconcat ("ord.", name, NULL);
  const LvItem *item = lv_pack_find_kind (pack, LV_KIND_WORDS, id);
  const char *text = item != NULL ? lv_item_get (item, "text") : NULL;

  return text != NULL ? text : otherwise;
}

/** Returns: (transfer none): the pack's word for @status, "mangler" */
const char *
lv_text_status (const LvPack *pack, LvStatus status)
{
  g_autofree char *name = g_strconcat ("status-", lv_status_name (status), NULL);

  return lv_text_word (pack, name, lv_status_name (status));
}

/** Returns: (transfer full): a number with its unit, "531 mio. kr." */
char *
lv_text_in_unit (const LvUnit *unit, double number)
{
  g_autofree char *text = lv_number_format_da (number, unit->decimals);
  const char *title = fabs (number) == 1 ? unit->title : unit->plural;

  return title[0] != '\0' ? g_strdup_printf ("%s %s", text, title) : g_steal_pointer (&text);
}

/** Returns: (transfer full): a node's number without unit; members and months by name */
char *
lv_text_number (const LvNode *node, double number)
{
  const LvParameter *parameter = lv_node_parameter (node);

  if (parameter != NULL && parameter->input == LV_INPUT_MEMBER && number >= 0)
    return g_strdup (lv_axis_member (parameter->axis, (guint) number)->title);
  if (parameter != NULL && parameter->input == LV_INPUT_MONTH)
    return lv_month_format ((int) number);
  return lv_number_format_da (number, lv_node_unit (node)->decimals);
}

/** Returns: (transfer full): a value as a sentence would say it: number and unit, or why there is none */
char *
lv_text_amount (const LvPack *pack, const LvNode *node, LvValue value)
{
  const LvParameter *parameter = lv_node_parameter (node);

  if (isnan (value.number))
    return g_strdup (lv_text_status (pack, value.status));
  if (parameter != NULL && parameter->input == LV_INPUT_SWITCH)
    return g_strdup (value.number != 0 ? lv_text_word (pack, "on", "on")
                                       : lv_text_word (pack, "off", "off"));
  if (parameter != NULL && parameter->input != LV_INPUT_NUMBER)
    return lv_text_number (node, value.number);
  return lv_text_in_unit (lv_node_unit (node), value.number);
}

/** Returns: (transfer full): as lv_text_amount(), with every decimal that the number has */
char *
lv_text_precise (const LvPack *pack, const LvNode *node, LvValue value)
{
  const LvParameter *parameter = lv_node_parameter (node);
  LvUnit unit = *lv_node_unit (node);

  if (isnan (value.number) || (parameter != NULL && parameter->input != LV_INPUT_NUMBER))
    return lv_text_amount (pack, node, value);
  if (lv_node_is_switch (node))
    return g_strdup (value.number != 0 ? lv_text_word (pack, "on", "on")
                                       : lv_text_word (pack, "off", "off"));
  unit.decimals = -1;
  return lv_text_in_unit (&unit, value.number);
}

/** Returns: @number as it is shown: what a reader works out from the page is worked out from this */
double
lv_text_as_shown (const LvNode *node, double number)
{
  int decimals = lv_node_unit (node)->decimals;
  double scale = decimals >= 0 ? pow (10, decimals) : 1e9;

  return lv_number_round (number * scale) / scale;
}

/** Returns: (transfer full): an amount with its sign, "+12 mio. kr."; what is shown as 0 has none */
char *
lv_text_signed (const LvNode *node, double number)
{
  g_autofree char *text = lv_text_in_unit (lv_node_unit (node), number);

  return number > 0 && !lv_text_is_zero (node, number) ? g_strconcat ("+", text, NULL)
                                                       : g_steal_pointer (&text);
}

/** Returns: (transfer full): a node and which of its cells, "Merforbrug, 2029" */
char *
lv_text_cell_title (const LvNode *node, gsize cell)
{
  g_autofree char *members = lv_shape_cell_title (lv_node_shape (node), cell);

  return members[0] != '\0' ? g_strdup_printf ("%s, %s", lv_node_title (node), members)
                            : g_strdup (lv_node_title (node));
}

/* How long the placeholder is that stands at @p, and which argument it means; 0 when there is none. */
static gsize
placeholder_at (const char *p, guint n_args, guint *index)
{
  const char *end = p[0] == '{' && g_ascii_isdigit (p[1]) && (p[2] == '}' || p[2] == '|') ? strchr (p, '}') : NULL;

  *index = end != NULL ? (guint) (p[1] - '0') : 0;
  return *index > 0 && *index <= n_args ? (gsize) (end + 1 - p) : 0;
}

/**
 * lv_text_fill:
 * @pattern: words with {1} to {9}; "{1} {1|måned|måneder}" has the form that goes with the number
 * @args: what stands for them
 *
 * Returns: (transfer full): the sentence
 */
char *
lv_text_fill (const char *pattern, const char *const *args, guint n_args)
{
  GString *out = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0';)
    {
      guint index;
      gsize length = placeholder_at (p, n_args, &index);
      g_autofree char *form = NULL;

      if (length == 0)
        {
          g_string_append_c (out, *p++);
          continue;
        }
      if (p[2] == '|')
        form = lv_plural_pick (p + 3, length - 4, args[index - 1]);
      g_string_append (out, form != NULL ? form : args[index - 1]);
      p += length;
      /* "531 mio. kr." at the end of a sentence brings its full stop along. */
      if (p[0] == '.' && (p[1] == '\0' || p[1] == ' ') && out->len > 0 && out->str[out->len - 1] == '.')
        p++;
    }
  return g_string_free (out, FALSE);
}

/** Returns: (transfer full): an input's value with all its decimals; a delay in months */
char *
lv_text_input (const LvPack *pack, const LvNode *input, LvValue value)
{
  g_autofree char *text = lv_text_precise (pack, input, value);

  if (lv_node_measure (input) == NULL || isnan (value.number)
      || !g_str_has_suffix (lv_node_id (input), "#delay"))
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s %s", text,
                          fabs (value.number) == 1 ? lv_text_word (pack, "month", "month")
                                                   : lv_text_word (pack, "months", "months"));
}

/** Returns: whether @number is shown as 0 */
gboolean
lv_text_is_zero (const LvNode *node, double number)
{
  g_autofree char *text = lv_text_number (node, number);

  return strspn (text, "0,") == strlen (text);
}

/** Returns: (transfer full): price level and basis in words, "25-pl, netto efter refusion"; may be empty */
char *
lv_text_attributes (const LvPack *pack, const LvNode *node)
{
  const LvAttributes *attributes = lv_node_attributes (node);
  const char *level = attributes->value[LV_ATTRIBUTE_PRICE_LEVEL];
  const char *basis = attributes->value[LV_ATTRIBUTE_BASIS];
  GString *out = g_string_new (NULL);

  if (level != NULL && g_ascii_isdigit (level[0]) && strlen (level) == 4)
    g_string_append_printf (out, "%s-pl", level + 2);
  else if (level != NULL)
    {
      g_autofree char *name = g_strconcat ("price-level-", level, NULL);

      g_string_append (out, lv_text_word (pack, name, level));
    }
  if (basis != NULL)
    {
      g_autofree char *name = g_strconcat ("basis-", basis, NULL);

      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", lv_text_word (pack, name, basis));
    }
  return g_string_free (out, FALSE);
}
