/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Different dimensions that one pack may name. */
#define LV_MAX_DIMENSIONS 48

/**
 * LvDimension:
 *
 * Exponents of the pack's dimensions: kr/person is kr^1 person^-1. All zero is a plain number.
 */
typedef struct
{
  gint8 exponent[LV_MAX_DIMENSIONS];
} LvDimension;

/**
 * LvFactor:
 *
 * How many of the dimension's base unit one unit is, as a fraction, so that 1/12 and 0.01 stay exact:
 * value in base units = value * num / den.
 */
typedef struct
{
  double num;
  double den;
} LvFactor;

/**
 * LvUnit:
 * @text: as written in the pack, "kr/person/uge"
 * @title: as shown, "kr. pr. person pr. uge"
 * @plural: as shown after another number than 1
 * @decimals: decimals to show, -1 when the unit does not say
 *
 * A unit or a compound of units. Owned by its #LvUnits; two units are the same when the pointers are.
 */
typedef struct
{
  char *text;
  char *title;
  char *plural;
  LvDimension dimension;
  LvFactor factor;
  int decimals;
} LvUnit;

typedef struct _LvUnits LvUnits;

LvUnits *lv_units_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lv_units_free (LvUnits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvUnits, lv_units_free)

gboolean lv_units_define (LvUnits *self, const char *id, const char *title, const char *plural,
                          const char *dimension, LvFactor factor, int decimals);
const LvUnit *lv_units_lookup (LvUnits *self, const char *text, char **culprit);
const LvUnit *lv_units_get_number (LvUnits *self);
char *lv_units_describe (const LvUnits *self, const LvDimension *dimension)
    G_GNUC_WARN_UNUSED_RESULT;
int lv_units_find_dimension (const LvUnits *self, const char *name);

gboolean lv_factor_parse (const char *text, LvFactor *factor);
LvFactor lv_factor_multiply (LvFactor a, LvFactor b);
LvFactor lv_factor_divide (LvFactor a, LvFactor b);
gboolean lv_factor_equal (LvFactor a, LvFactor b);
gboolean lv_dimension_equal (const LvDimension *a, const LvDimension *b);
gboolean lv_dimension_is_none (const LvDimension *a);
LvDimension lv_dimension_add (const LvDimension *a, const LvDimension *b, int times);

G_END_DECLS
