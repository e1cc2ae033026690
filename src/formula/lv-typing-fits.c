/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an expression may be the value of a formula, with the unit and attributes that it declares. */
#include "lv-typing.h"

#include "lv-typing-private.h"

#include <glib/gi18n-lib.h>

static gboolean
attribute_fits (const LvType *type, LvAttribute attribute, const char *declared,
                const LvTyping *typing, guint position)
{
  const char *found = type->attributes.value[attribute];

  if (declared == NULL || found == NULL || declared == found || attribute == LV_ATTRIBUTE_KIND)
    return TRUE;
  if (attribute != LV_ATTRIBUTE_PRICE_LEVEL
      && (type->is_product || (typing->across != NULL && typing->across[attribute])))
    return TRUE;
  lv_typing_report (typing, position, _ ("%s is declared “%s”, but the expression gives “%s”"),
                    lv_attribute_key (attribute), declared, found);
  return FALSE;
}

/**
 * lv_type_fits:
 * @type: type of a formula's expression
 * @unit: the unit that the formula declares
 * @declared: the attributes that it declares
 *
 * The difference of two pct. may be declared pct.-point.
 *
 * Returns: whether the expression may be the formula's value; faults have been reported
 */
gboolean
lv_type_fits (const LvType *type, const LvUnit *unit, const LvAttributes *declared,
              const LvTyping *typing, guint position)
{
  int points = lv_units_find_dimension (typing->units, "pctpoint");
  gboolean is_points = points >= 0 && unit->dimension.exponent[points] == 1;
  gboolean ok = TRUE;

  if (type->is_switch)
    {
      lv_typing_report (typing, position, _ ("a formula gives a number, not yes or no: use if()"));
      return FALSE;
    }
  if (!type->is_zero && !lv_dimension_equal (&type->dimension, &unit->dimension)
      && !(is_points && type->is_difference && lv_dimension_is_none (&type->dimension)))
    {
      g_autofree char *found = lv_typing_describe (typing, type);

      lv_typing_report (typing, position,
                        _ ("the unit is declared %s, but the expression gives %s"),
                        unit->text, found);
      return FALSE;
    }
  for (LvAttribute i = 0; i < LV_N_ATTRIBUTES; i++)
    ok = attribute_fits (type, i, declared->value[i], typing, position) && ok;
  return ok;
}
