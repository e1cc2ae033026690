/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-unit.h"

#include "lv-id.h"
#include "lv-number.h"

#include <math.h>
#include <string.h>

/* Powers of one dimension in a compound: kr*kr is 2. More is nothing that anybody counts. */
#define MAX_EXPONENT 30

struct _LvUnits
{
  GHashTable *defined;    /* (owned) id -> LvUnit */
  GHashTable *compounds;  /* (owned) text -> LvUnit */
  GPtrArray *dimensions;  /* (owned) names */
  LvUnit *number;         /* (owned) the unit of a plain number */
};

static void
unit_free (gpointer data)
{
  LvUnit *unit = data;

  g_free (unit->text);
  g_free (unit->title);
  g_free (unit->plural);
  g_free (unit);
}

static LvUnit *
unit_new (const char *text, const char *title, const char *plural)
{
  LvUnit *unit = g_new0 (LvUnit, 1);

  unit->text = g_strdup (text);
  unit->title = g_strdup (title);
  unit->plural = g_strdup (plural != NULL ? plural : title);
  unit->factor = (LvFactor){ 1, 1 };
  unit->decimals = -1;
  return unit;
}

/** Returns: (transfer full): a table that knows only the plain number */
LvUnits *
lv_units_new (void)
{
  LvUnits *self = g_new0 (LvUnits, 1);

  self->defined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unit_free);
  self->compounds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unit_free);
  self->dimensions = g_ptr_array_new_with_free_func (g_free);
  self->number = unit_new ("", "", NULL);
  return self;
}

void
lv_units_free (LvUnits *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->defined);
  g_hash_table_unref (self->compounds);
  g_ptr_array_unref (self->dimensions);
  unit_free (self->number);
  g_free (self);
}

/** Returns: the index of dimension @name, or -1 */
int
lv_units_find_dimension (const LvUnits *self, const char *name)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->dimensions, i), name) == 0)
      return (int) i;
  return -1;
}

/**
 * lv_units_define:
 * @id: ASCII id of the unit
 * @title: shown after the number 1
 * @plural: (nullable): shown after other numbers
 * @dimension: name of the dimension; "1" for a plain number
 * @factor: base units per unit
 * @decimals: decimals to show, or -1
 *
 * Returns: %FALSE when @id is taken or there are too many dimensions
 */
gboolean
lv_units_define (LvUnits *self, const char *id, const char *title, const char *plural,
                 const char *dimension, LvFactor factor, int decimals)
{
  LvUnit *unit;
  int index = -1;

  if (g_hash_table_contains (self->defined, id))
    return FALSE;
  if (g_strcmp0 (dimension, "1") != 0)
    {
      index = lv_units_find_dimension (self, dimension);
      if (index < 0)
        {
          if (self->dimensions->len == LV_MAX_DIMENSIONS)
            return FALSE;
          index = (int) self->dimensions->len;
          g_ptr_array_add (self->dimensions, g_strdup (dimension));
        }
    }
  unit = unit_new (id, title, plural);
  unit->factor = factor;
  unit->decimals = decimals;
  if (index >= 0)
    unit->dimension.exponent[index] = 1;
  g_hash_table_insert (self->defined, g_strdup (id), unit);
  return TRUE;
}

/* Multiplies (or divides) one part into a compound and extends its shown name. %FALSE when there are
 * more powers of one dimension than an exponent holds. */
static gboolean
compound_add (LvUnit *compound, const LvUnit *part, gboolean divide, GString *title, GString *plural)
{
  for (gsize i = 0; i < LV_MAX_DIMENSIONS; i++)
    if (ABS (compound->dimension.exponent[i] + part->dimension.exponent[i]) > MAX_EXPONENT)
      return FALSE;
  compound->dimension = lv_dimension_add (&compound->dimension, &part->dimension, divide ? -1 : 1);
  compound->factor = divide ? lv_factor_divide (compound->factor, part->factor)
                            : lv_factor_multiply (compound->factor, part->factor);
  if (title->len == 0 && !divide)
    {
      g_string_append (title, part->title);
      g_string_append (plural, part->plural);
      compound->decimals = part->decimals;
      return TRUE;
    }
  g_string_append_printf (title, divide ? " pr. %s" : " x %s", part->title);
  g_string_append_printf (plural, divide ? " pr. %s" : " x %s", part->title);
  return TRUE;
}

static LvUnit *
compound_new (LvUnits *self, const char *text, char **culprit)
{
  LvUnit *unit = unit_new (text, "", NULL);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) plural = g_string_new (NULL);
  const char *p = text;
  gboolean divide = FALSE;

  for (;;)
    {
      gsize length = strcspn (p, "*/");
      g_autofree char *id = g_strndup (p, length);
      const LvUnit *part = g_hash_table_lookup (self->defined, id);

      if (part == NULL || !compound_add (unit, part, divide, title, plural))
        {
          *culprit = g_steal_pointer (&id);
          unit_free (unit);
          return NULL;
        }
      if (p[length] == '\0')
        break;
      divide = p[length] == '/';
      p += length + 1;
    }
  g_free (unit->title);
  g_free (unit->plural);
  unit->title = g_strdup (title->str);
  unit->plural = g_strdup (plural->str);
  return unit;
}

/**
 * lv_units_lookup:
 * @text: an id, or ids with * and / between, left to right
 * @culprit: (out) (transfer full): the id that is not a unit, when it fails
 *
 * Returns: (transfer none) (nullable): the unit, the same pointer for the same text
 */
const LvUnit *
lv_units_lookup (LvUnits *self, const char *text, char **culprit)
{
  LvUnit *unit = g_hash_table_lookup (self->defined, text);

  if (unit == NULL)
    unit = g_hash_table_lookup (self->compounds, text);
  if (unit != NULL)
    return unit;
  unit = compound_new (self, text, culprit);
  if (unit != NULL)
    g_hash_table_insert (self->compounds, unit->text, unit);
  return unit;
}

/** Returns: (transfer full): a dimension in words of the pack, "kr/person" */
char *
lv_units_describe (const LvUnits *self, const LvDimension *dimension)
{
  GString *over = g_string_new (NULL);
  g_autoptr (GString) under = g_string_new (NULL);

  for (guint i = 0; i < self->dimensions->len; i++)
    for (int n = dimension->exponent[i]; n != 0; n += n > 0 ? -1 : 1)
      {
        const char *name = g_ptr_array_index (self->dimensions, i);

        if (n < 0)
          g_string_append_printf (under, "/%s", name);
        else
          g_string_append_printf (over, over->len > 0 ? "*%s" : "%s", name);
      }
  if (over->len == 0)
    g_string_append_c (over, '1');
  g_string_append (over, under->str);
  return g_string_free (over, FALSE);
}

/** Returns: (transfer none): the unit of a number that has none */
const LvUnit *
lv_units_get_number (LvUnits *self)
{
  return self->number;
}

static double
gcd (double a, double b)
{
  while (b != 0)
    {
      double rest = fmod (a, b);

      a = b;
      b = rest;
    }
  return a;
}

static LvFactor
reduced (double num, double den)
{
  double divisor;

  if (num != floor (num) || den != floor (den) || num > 1e15 || den > 1e15)
    return (LvFactor){ num, den };
  divisor = gcd (num, den);
  return divisor > 0 ? (LvFactor){ num / divisor, den / divisor } : (LvFactor){ num, den };
}

/* A fraction in decimals as one of whole numbers, where 15 digits can say it. */
static LvFactor
without_decimals (double num, double den)
{
  for (double scale = 1; scale <= 1e15 && num * scale <= 1e15; scale *= 10)
    {
      double whole = lv_number_round (num * scale);

      if (whole >= 1 && lv_number_equal (num * scale, whole))
        return reduced (whole, den * scale);
    }
  return reduced (num, den);
}

/**
 * lv_factor_parse:
 * @text: "1000000", "0.01" or "1/12"
 *
 * Returns: %FALSE when @text is not a positive factor
 */
gboolean
lv_factor_parse (const char *text, LvFactor *factor)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  double num;
  double den = 1;

  if (parts[0] == NULL || !lv_number_parse_c (parts[0], &num))
    return FALSE;
  if (parts[1] != NULL && !lv_number_parse_c (parts[1], &den))
    return FALSE;
  if (!(num > 0) || !(den > 0))
    return FALSE;
  *factor = without_decimals (num, den);
  return TRUE;
}

LvFactor
lv_factor_multiply (LvFactor a, LvFactor b)
{
  return reduced (a.num * b.num, a.den * b.den);
}

LvFactor
lv_factor_divide (LvFactor a, LvFactor b)
{
  return reduced (a.num * b.den, a.den * b.num);
}

gboolean
lv_factor_equal (LvFactor a, LvFactor b)
{
  return a.num * b.den == b.num * a.den;
}

gboolean
lv_dimension_equal (const LvDimension *a, const LvDimension *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

gboolean
lv_dimension_is_none (const LvDimension *a)
{
  static const LvDimension none;

  return lv_dimension_equal (a, &none);
}

/** Returns: the exponents of @a plus @times those of @b */
LvDimension
lv_dimension_add (const LvDimension *a, const LvDimension *b, int times)
{
  LvDimension sum;

  for (gsize i = 0; i < LV_MAX_DIMENSIONS; i++)
    sum.exponent[i] = (gint8) (a->exponent[i] + times * b->exponent[i]);
  return sum;
}
