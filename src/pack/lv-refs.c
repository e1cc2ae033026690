/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A compound of more units than this is a mistake, and its exponents would not fit. */
#define MAX_UNIT_PARTS 8

/* "series, parameter or formula" */
static char *
kind_names (guint kinds)
{
  GString *out = g_string_new (NULL);
  guint left = 0;

  for (guint i = 0; i < LV_N_KINDS; i++)
    left += (kinds >> i) & 1;
  for (guint i = 0; i < LV_N_KINDS; i++)
    if (kinds & LV_KIND_BIT (i))
      {
        left--;
        g_string_append (out, lv_kind_name ((LvKind) i));
        if (left > 0)
          g_string_append (out, left > 1 ? ", " : _ (" or "));
      }
  return g_string_free (out, FALSE);
}

/**
 * lv_reader_find:
 * @item: who asks; documents may use names that the pack has given up
 *
 * Returns: (transfer none) (nullable): the item called @id
 */
LvItem *
lv_reader_find (LvReader *self, LvItem *item, const char *id)
{
  LvItem *found = g_hash_table_lookup (self->pack->ids, id);
  const char *renamed;

  if (found != NULL || !item->local)
    return found;
  renamed = g_hash_table_lookup (self->pack->renames, id);
  return renamed != NULL ? g_hash_table_lookup (self->pack->ids, renamed) : NULL;
}

/* English has two articles, and two kinds begin with a vowel. */
static void
report_kind (LvReader *self, LvItem *item, const LvEntry *entry, const LvItem *found,
             const char *expected)
{
  const char *is = lv_kind_name (found->kind);
  gboolean an = is[0] == 'a';

  if (expected[0] == 'a')
    lv_reader_report (self, item, entry,
                      an ? _ ("“%s” is an %s; expected an %s") : _ ("“%s” is a %s; expected an %s"),
                      found->id, is, expected);
  else
    lv_reader_report (self, item, entry,
                      an ? _ ("“%s” is an %s; expected a %s") : _ ("“%s” is a %s; expected a %s"),
                      found->id, is, expected);
}

/**
 * lv_reader_resolve:
 * @kinds: what it may be
 *
 * Returns: (transfer none) (nullable): the item called @id; %NULL, reported, when there is none
 */
LvItem *
lv_reader_resolve (LvReader *self, LvItem *item, const LvEntry *entry, const char *id, guint kinds)
{
  LvItem *found = lv_reader_find (self, item, id);
  g_autofree char *names = NULL;
  g_autofree char *hint = NULL;

  if (found != NULL && (kinds & LV_KIND_BIT (found->kind)))
    return found;
  if (id[0] == '\0')
    {
      lv_reader_report (self, item, entry, _ ("an id is missing"));
      return NULL;
    }
  names = kinds != LV_KINDS_ANY ? kind_names (kinds) : g_strdup ("id");
  if (found != NULL)
    {
      report_kind (self, item, entry, found, names);
      return NULL;
    }
  hint = lv_nearest_hint (lv_nearest_id (self, self->pack->ids, id));
  lv_reader_report (self, item, entry, _ ("there is no %s “%s”%s"), names, id, hint);
  return NULL;
}

/** Returns: whether the axes of @item are known before anything is computed; then they are in
 * @shape */
gboolean
lv_item_shape (const LvItem *item, LvShape *shape)
{
  if (item->detail == NULL)
    return FALSE;
  switch (item->kind)
    {
    case LV_KIND_SERIES:
      *shape = ((LvSeries *) item->detail)->shape;
      return TRUE;
    case LV_KIND_PARAMETER:
      *shape = ((LvParameter *) item->detail)->shape;
      return TRUE;
    case LV_KIND_FORMULA:
      *shape = ((LvFormula *) item->detail)->shape;
      return ((LvFormula *) item->detail)->has_axes;
    case LV_KIND_MEASURE:
      *shape = ((LvMeasure *) item->detail)->shape;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * lv_reader_resolve_cells:
 * @text: "ID" or "ID@members"
 * @members: (out) (transfer none): what follows the @, "" for all; points into @text
 *
 * Returns: (transfer none) (nullable): the item; %NULL, reported, when it or its members are not
 * there
 */
LvItem *
lv_reader_resolve_cells (LvReader *self, LvItem *item, const LvEntry *entry, const char *text,
                         guint kinds, const char **members)
{
  const char *at = strchr (text, '@');
  g_autofree char *id = at != NULL ? g_strndup (text, (gsize) (at - text)) : g_strdup (text);
  LvItem *found = lv_reader_resolve (self, item, entry, id, kinds);
  g_autofree char *reason = NULL;
  LvShape shape;
  LvPlace place;

  *members = at != NULL ? at + 1 : "";
  if (found == NULL || at == NULL)
    return found;
  if (at[1] == '\0'
      || !(LV_KIND_BIT (found->kind) & (LV_KINDS_VALUES | LV_KIND_BIT (LV_KIND_MEASURE))))
    {
      lv_reader_report (self, item, entry, _ ("members were expected after “%s@”"), id);
      return NULL;
    }
  if (lv_item_shape (found, &shape) && !lv_place_parse (*members, &shape, &place, &reason))
    {
      lv_reader_report (self, item, entry, "%s", reason);
      return NULL;
    }
  return found;
}

/** Returns: (transfer none) (nullable): what the own line @key names; %NULL,
 * reported, when wrong */
LvItem *
lv_reader_get_item (LvReader *self, LvItem *item, const char *key, guint kinds)
{
  const LvEntry *entry = lv_item_entry (item, key, NULL);
  LvItem *found = entry != NULL ? lv_reader_find (self, item, entry->value) : NULL;

  if (found == NULL || !(kinds & LV_KIND_BIT (found->kind)))
    return NULL;
  return found;
}

/** Returns: (transfer none) (nullable): the axis; %NULL, reported, when there is none */
LvAxis *
lv_reader_axis (LvReader *self, LvItem *item, const LvEntry *entry, const char *id)
{
  LvItem *found = g_hash_table_lookup (self->pack->axis_ids, id);
  g_autofree char *hint = NULL;

  if (found != NULL)
    {
      LvAxis *axis = found->detail;

      if (axis != NULL && lv_axis_length (axis) > 0)
        return axis;
      item->broken = TRUE;
      return NULL;
    }
  hint = lv_nearest_hint (lv_nearest_id (self, self->pack->axis_ids, id));
  lv_reader_report (self, item, entry, _ ("there is no axis “%s”%s"), id, hint);
  return NULL;
}

/** Returns: (transfer none) (nullable): the unit; %NULL, reported, when a part of it is none */
const LvUnit *
lv_reader_unit (LvReader *self, LvItem *item, const LvEntry *entry, const char *text)
{
  g_autofree char *culprit = NULL;
  g_autofree char *hint = NULL;
  const LvUnit *unit;
  guint parts = 1;

  for (const char *p = text; *p != '\0'; p++)
    parts += *p == '*' || *p == '/';
  if (parts > MAX_UNIT_PARTS)
    {
      lv_reader_report (self, item, entry, _ ("the unit has %u parts; at most %d are allowed"),
                        parts, MAX_UNIT_PARTS);
      return NULL;
    }
  unit = lv_units_lookup (self->pack->units, text, &culprit);
  if (unit != NULL)
    return unit;
  hint = lv_nearest_hint (lv_nearest_id (self, self->pack->unit_ids, culprit));
  lv_reader_report (self, item, entry, _ ("there is no unit “%s”%s"), culprit, hint);
  return NULL;
}

static void
add_prefixes (GHashTable *prefixes, const char *id)
{
  for (const char *point = strchr (id, '.'); point != NULL; point = strchr (point + 1, '.'))
    g_hash_table_add (prefixes, g_strndup (id, (gsize) (point - id) + 1));
}

/** Returns: %FALSE, reported, when no id begins as @pattern ("a.*") says */
gboolean
lv_reader_check_pattern (LvReader *self, LvItem *item, const LvEntry *entry, const char *pattern)
{
  g_autofree char *prefix = g_strndup (pattern, strlen (pattern) - 1);

  if (self->prefixes == NULL)
    {
      GHashTableIter iter;
      gpointer id;

      self->prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_iter_init (&iter, self->pack->ids);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        add_prefixes (self->prefixes, id);
    }
  if (g_hash_table_contains (self->prefixes, prefix))
    return TRUE;
  lv_reader_report (self, item, entry, _ ("no id begins with “%s”"), prefix);
  return FALSE;
}
