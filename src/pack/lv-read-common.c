/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The axis of a series that does not say any. */
#define DEFAULT_AXIS "aar"

/* What a group may copy from: the schema says it in the key's kinds. */
static void
set_like (LvReader *self, LvItem *item)
{
  const LvEntry *entry = lv_item_entry (item, "like", NULL);
  gboolean is_words;
  const LvKeySpec *spec = lv_schema_key (item->kind, "like", &is_words);

  if (entry != NULL && spec != NULL)
    item->like = lv_reader_resolve (self, item, entry, entry->value, spec->kinds);
}

/* Walks the chain from @item; one that comes back to an item of the same walk is cut there. */
static void
cut_cycle (LvReader *self, LvItem *item, GHashTable *walk_of)
{
  for (LvItem *at = item; at != NULL; at = at->like)
    {
      LvItem *walk = g_hash_table_lookup (walk_of, at);

      if (walk == item)
        {
          lv_reader_report (self, at, lv_item_entry (at, "like", NULL),
                            _ ("like goes round in a circle"));
          at->like = NULL;
          return;
        }
      if (walk != NULL)
        return;
      g_hash_table_insert (walk_of, at, item);
    }
}

/* Chains are followed by recursion, so they have an end that is far beyond any use. */
#define MAX_CHAIN 20

static void
cut_long_chain (LvReader *self, LvItem *item)
{
  guint length = 0;

  for (LvItem *at = item; at != NULL; at = at->like)
    if (++length > MAX_CHAIN)
      {
        lv_reader_report (self, item, lv_item_entry (item, "like", NULL),
                          _ ("the chain of like is longer than %d"), MAX_CHAIN);
        item->like = NULL;
        return;
      }
}

/** Finds what every item copies from. Afterwards chains have an end. */
void
lv_reader_resolve_like (LvReader *self)
{
  GPtrArray *items = self->pack->items;
  g_autoptr (GHashTable) walk_of = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    set_like (self, g_ptr_array_index (items, i));
  for (guint i = 0; i < items->len; i++)
    cut_cycle (self, g_ptr_array_index (items, i), walk_of);
  for (guint i = 0; i < items->len; i++)
    cut_long_chain (self, g_ptr_array_index (items, i));
}

static gboolean
add_axis (LvReader *self, LvItem *item, const LvEntry *entry, LvShape *shape, const char *id)
{
  LvAxis *axis = lv_reader_axis (self, item, entry, id);

  if (axis == NULL)
    return FALSE;
  if (lv_shape_find (shape, axis) >= 0)
    {
      lv_reader_report (self, item, entry, _ ("the axis “%s” is there twice"), id);
      return FALSE;
    }
  if (shape->n == LV_MAX_AXES)
    {
      lv_reader_report (self, item, entry, _ ("at most %d axes are allowed"), LV_MAX_AXES);
      return FALSE;
    }
  return lv_shape_add (shape, axis);
}

static gboolean
read_axes (LvReader *self, LvItem *item, const LvEntry *entry, const char *text, LvShape *shape)
{
  g_autoptr (GString) token = g_string_new (NULL);

  if (text[0] == '\0')
    return TRUE;
  while (lv_token_next (&text, ';', token))
    if (!add_axis (self, item, entry, shape, token->str))
      return FALSE;
  if (lv_shape_cells (shape) > LV_MAX_CELLS)
    {
      lv_reader_report (self, item, entry, _ ("the axes span %.0f cells; at most %d are allowed"),
                        (double) lv_shape_cells (shape), LV_MAX_CELLS);
      return FALSE;
    }
  return TRUE;
}

static gboolean
chain_has_series (const LvItem *item)
{
  for (; item != NULL; item = item->like)
    if (item->kind == LV_KIND_SERIES)
      return TRUE;
  return FALSE;
}

/**
 * lv_reader_shape:
 * @shape: (out): the axes, none when they are not said and the kind has none by itself
 * @given: (out) (optional): whether anybody says the axes
 *
 * Returns: %FALSE when the axes cannot be used; that is reported, here or where it was said
 */
gboolean
lv_reader_shape (LvReader *self, LvItem *item, LvShape *shape, gboolean *given)
{
  const LvEntry *own = lv_item_entry (item, "axes", NULL);
  const char *text = lv_item_get (item, "axes");
  gboolean ok;

  memset (shape, 0, sizeof *shape);
  if (text == NULL && chain_has_series (item))
    text = DEFAULT_AXIS;
  if (given != NULL)
    *given = text != NULL;
  if (text == NULL)
    return TRUE;
  ok = read_axes (self, item, own, text, shape);
  if (!ok)
    item->broken = TRUE;
  return ok;
}

static const LvAxis *
last_axis (const LvItem *item)
{
  LvShape shape;

  return lv_item_shape (item, &shape) && shape.n > 0 ? shape.axis[shape.n - 1] : NULL;
}

/* from= and to= are copied only along the same axis: the member of another means nothing. */
static const char *
range_text (LvItem *item, const LvAxis *axis, const char *key, const LvEntry **own)
{
  *own = lv_item_entry (item, key, NULL);
  if (*own != NULL)
    return (*own)->value;
  for (LvItem *at = item->like; at != NULL && strcmp (key, "from") == 0; at = at->like)
    {
      const LvEntry *entry = lv_item_entry (at, key, NULL);

      if (entry != NULL)
        return lv_axis_find (axis, entry->value) >= 0
                       && (last_axis (at) == axis || last_axis (at) == NULL)
                   ? entry->value
                   : NULL;
    }
  return NULL;
}

/**
 * lv_reader_range_end:
 * @key: from or to
 * @otherwise: what it is when nothing is said
 *
 * Returns: the index of the member along the last axis of @shape
 */
int
lv_reader_range_end (LvReader *self, LvItem *item, const LvShape *shape, const char *key,
                     int otherwise)
{
  const LvAxis *axis = shape->n > 0 ? shape->axis[shape->n - 1] : NULL;
  const LvEntry *own = lv_item_entry (item, key, NULL);
  g_autofree char *hint = NULL;
  const char *text;
  int index;

  if (axis == NULL)
    {
      if (own != NULL)
        lv_reader_report (self, item, own,
                          _ ("without axes there is nothing to begin or end along"));
      return otherwise;
    }
  text = range_text (item, axis, key, &own);
  if (text == NULL)
    return otherwise;
  index = lv_axis_find (axis, text);
  if (index >= 0)
    return index;
  hint = lv_nearest_hint (lv_nearest_id (self, axis->indices, text));
  lv_reader_report (self, item, own, _ ("“%s” is not a member of the axis %s%s"), text, axis->id,
                    hint);
  return otherwise;
}

/**
 * lv_reader_own_unit:
 * @required: whether it must be said; else a plain number is meant
 *
 * What the own line names wrongly is reported with the other values.
 *
 * Returns: (transfer none) (nullable): the unit, also through like=
 */
const LvUnit *
lv_reader_own_unit (LvReader *self, LvItem *item, gboolean required)
{
  const char *text = lv_item_get (item, "unit");
  const LvEntry *entry = lv_item_entry (item, "unit", NULL);
  g_autofree char *culprit = NULL;
  const LvUnit *unit;

  if (text == NULL)
    {
      if (required)
        lv_reader_report (self, item, NULL, _ ("the key “%s” is missing"), "unit");
      return required ? NULL : lv_units_get_number (self->pack->units);
    }
  if (entry != NULL)
    unit = lv_reader_unit (self, item, entry, text);
  else
    unit = lv_units_lookup (self->pack->units, text, &culprit);
  if (unit == NULL)
    item->broken = TRUE;
  return unit;
}

/** Reads what is said of the amounts, also through like=; wrong words are reported with the other
 * values. */
void
lv_reader_attributes (LvItem *item, LvAttributes *attributes)
{
  for (guint i = 0; i < LV_N_ATTRIBUTES; i++)
    {
      const char *value = lv_item_get (item, lv_attribute_key ((LvAttribute) i));

      if (value != NULL && lv_attribute_allowed ((LvAttribute) i, value))
        attributes->value[i] = g_intern_string (value);
    }
}

/** Returns: whether @unit is one of money */
gboolean
lv_reader_is_amount (LvReader *self, const LvUnit *unit)
{
  int kr = lv_units_find_dimension (self->pack->units, "kr");

  return unit != NULL && kr >= 0 && unit->dimension.exponent[kr] != 0;
}

/** Reports which of the first @n attributes an amount does not say. */
void
lv_reader_require_attributes (LvReader *self, LvItem *item, const LvUnit *unit,
                              const LvAttributes *attributes, guint n)
{
  if (!lv_reader_is_amount (self, unit))
    return;
  for (guint i = 0; i < n; i++)
    {
      const char *key = lv_attribute_key ((LvAttribute) i);

      if (attributes->value[i] == NULL && lv_item_get (item, key) == NULL)
        lv_reader_report (self, item, NULL,
                          _ ("an amount in %s must say %s; write “ikke-oplyst” where the "
                             "source does not"),
                          unit->text, key);
    }
}
