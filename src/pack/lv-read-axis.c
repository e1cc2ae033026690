/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whole numbers of an axis lie below this. */
#define MAX_WHOLE 999999

/* Ids of members: letters, digits, points and hyphens; "a..b" is a range and "*" is all. */
static gboolean
member_id_valid (const char *id)
{
  gsize length = strlen (id);

  if (length == 0 || length > 80 || strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789.-") != length)
    return FALSE;
  return g_ascii_isalnum (id[0]) && g_ascii_isalnum (id[length - 1]) && strstr (id, "..") == NULL;
}

static void
add_member (LvReader *self, LvItem *item, const LvEntry *entry, LvAxis *axis, const char *id)
{
  if (!member_id_valid (id))
    lv_reader_report (self, item, entry,
                      _ ("“%s” cannot be the id of a member; expected letters a-z, digits, "
                         "points and hyphens"),
                      id);
  else if (lv_axis_find (axis, id) >= 0)
    lv_reader_report (self, item, entry, _ ("the member “%s” is there twice"), id);
  else if (item->local && !g_str_has_prefix (id, "lokal."))
    lv_reader_report (self, item, entry,
                      _ ("the id of a member that a document adds must begin with “lokal.”"));
  else
    lv_axis_add_member (axis, id, NULL);
}

static void
add_members (LvReader *self, LvItem *item, const LvEntry *entry, LvAxis *axis)
{
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = entry->value;

  while (lv_token_next (&cursor, ';', token))
    {
      if (lv_axis_length (axis) == LV_MAX_MEMBERS)
        {
          lv_reader_report (self, item, entry, _ ("an axis may have at most %d members"),
                            LV_MAX_MEMBERS);
          return;
        }
      add_member (self, item, entry, axis, token->str);
    }
}

/* One end of a range of whole numbers or months. */
static gboolean
read_end (LvReader *self, LvItem *item, const char *key, LvAxisKind *kind, int *value)
{
  const LvEntry *entry = lv_item_entry (item, key, NULL);
  guint whole;

  if (entry == NULL)
    {
      lv_reader_report (self, item, NULL, _ ("expected members=, or first= and last="));
      return FALSE;
    }
  if (lv_month_parse (entry->value, value))
    *kind = LV_AXIS_MONTHS;
  else if (lv_whole_parse (entry->value, MAX_WHOLE, &whole))
    {
      *kind = LV_AXIS_WHOLE;
      *value = (int) whole;
    }
  else
    {
      lv_reader_report (self, item, entry,
                        _ ("“%s” is neither a year, a whole number nor a month such as 2025-01"),
                        entry->value);
      return FALSE;
    }
  return TRUE;
}

static void
add_range (LvReader *self, LvItem *item, LvAxis *axis)
{
  LvAxisKind last_kind;
  int last;

  if (!read_end (self, item, "first", &axis->kind, &axis->first)
      || !read_end (self, item, "last", &last_kind, &last))
    return;
  if (last_kind != axis->kind || last < axis->first)
    {
      lv_reader_report (self, item, lv_item_entry (item, "last", NULL),
                        _ ("last must be of the same form as first and not before it"));
      return;
    }
  if (last - axis->first >= LV_MAX_MEMBERS)
    {
      lv_reader_report (self, item, lv_item_entry (item, "last", NULL),
                        _ ("an axis may have at most %d members"), LV_MAX_MEMBERS);
      return;
    }
  for (int i = axis->first; i <= last; i++)
    {
      g_autofree char *id = axis->kind == LV_AXIS_MONTHS ? lv_month_format (i)
                                                         : g_strdup_printf ("%d", i);

      lv_axis_add_member (axis, id, NULL);
    }
}

static void
read_members (LvReader *self, LvItem *item, LvAxis *axis)
{
  const LvEntry *members = lv_item_entry (item, "members", NULL);
  const LvEntry *first = lv_item_entry (item, "first", NULL);
  const LvEntry *unit = lv_item_entry (item, "unit", NULL);

  if (members == NULL)
    {
      add_range (self, item, axis);
      return;
    }
  add_members (self, item, members, axis);
  if (first != NULL || lv_item_entry (item, "last", NULL) != NULL)
    lv_reader_report (self, item, first, _ ("an axis has either members, or first and last"));
  if (unit != NULL)
    lv_reader_report (self, item, unit, _ ("only an axis with first and last has a unit"));
}

/* Months are called "dec. 2025" where the axis says how they are called. */
static void
read_month_names (LvReader *self, LvItem *item, LvAxis *axis)
{
  const char *text = lv_pack_text (self->pack, item, "month-names");
  g_auto (GStrv) names = text != NULL ? g_strsplit (text, ";", -1) : NULL;

  if (names == NULL || lv_axis_length (axis) == 0)
    return;
  if (axis->kind != LV_AXIS_MONTHS || g_strv_length (names) != 12)
    {
      lv_reader_report (self, item, lv_item_entry (item, "month-names", NULL),
                        _ ("expected the names of twelve months, on an axis of months"));
      return;
    }
  for (guint i = 0; i < lv_axis_length (axis); i++)
    {
      LvMember *member = lv_axis_member_edit (axis, i);
      int month = lv_axis_month (axis, i);

      g_free (member->title);
      member->title = g_strdup_printf ("%s %d", g_strstrip (names[month % 12]), month / 12);
    }
}

/* Calls a member by its title, or sets it aside. */
static int
find_member (LvReader *self, LvItem *item, const LvEntry *entry, const LvAxis *axis, const char *id)
{
  int index = lv_axis_find (axis, id);

  if (index < 0 && lv_axis_length (axis) > 0)
    {
      g_autofree char *hint = lv_nearest_hint (lv_nearest_id (self, axis->indices, id));

      lv_reader_report (self, item, entry, _ ("“%s” is not a member of the axis %s%s"), id,
                        axis->id, hint);
    }
  return index;
}

static void
read_titles (LvReader *self, LvItem *item, LvAxis *axis)
{
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);
      int index;

      if (entry->argument == NULL || strcmp (entry->key, "title") != 0)
        continue;
      index = find_member (self, item, entry, axis, entry->argument);
      if (index >= 0)
        {
          LvMember *member = lv_axis_member_edit (axis, (guint) index);

          g_free (member->title);
          member->title = g_strdup (entry->value);
        }
    }
}

static void
read_aside (LvReader *self, LvItem *item, LvAxis *axis)
{
  const LvEntry *entry = lv_item_entry (item, "aside", NULL);
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = entry != NULL ? entry->value : NULL;

  while (lv_token_next (&cursor, ';', token))
    {
      int index = find_member (self, item, entry, axis, token->str);

      if (index >= 0)
        lv_axis_member_edit (axis, (guint) index)->aside = TRUE;
    }
  entry = lv_item_entry (item, "highlight", NULL);
  if (entry != NULL)
    find_member (self, item, entry, axis, entry->value);
}

static void
read_axis (LvReader *self, LvItem *item)
{
  const LvEntry *unit = lv_item_entry (item, "unit", NULL);
  LvAxis *axis;

  if (self->pack->axes->len == LV_MAX_PACK_AXES)
    {
      lv_reader_report (self, item, NULL, _ ("a pack may have at most %d axes"), LV_MAX_PACK_AXES);
      return;
    }
  axis = lv_axis_new (item->id, item->title != NULL ? item->title : item->id);

  axis->number = self->pack->axes->len;
  axis->open = g_strcmp0 (lv_item_get (item, "open"), "yes") == 0;
  read_members (self, item, axis);
  if (axis->open && lv_item_entry (item, "members", NULL) == NULL)
    lv_reader_report (self, item, lv_item_entry (item, "open", NULL),
                      _ ("only an axis with members can be open"));
  if (unit != NULL)
    axis->unit = lv_reader_unit (self, item, unit, unit->value);
  item->detail = axis;
  g_ptr_array_add (self->pack->axes, axis);
}

/* A user's document adds members to an axis that the pack leaves open. */
static void
extend_axis (LvReader *self, LvItem *item)
{
  LvItem *base = g_hash_table_lookup (self->pack->axis_ids, item->id);
  const LvEntry *members = lv_item_entry (item, "members", NULL);
  LvAxis *axis = base != NULL ? base->detail : NULL;

  if (axis == NULL || !axis->open)
    {
      lv_reader_report (self, item, NULL,
                        _ ("the pack has no open axis “%s” that a document could add members to"),
                        item->id);
      return;
    }
  if (members != NULL)
    add_members (self, item, members, axis);
  else
    lv_reader_report (self, item, NULL, _ ("the key “%s” is missing"), "members");
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (strcmp (entry->key, "members") != 0 && strcmp (entry->key, "title") != 0)
        lv_reader_report (self, item, entry,
                          _ ("a document can only give members and their titles"));
    }
  read_titles (self, item, axis);
}

/* Months know the years that they roll up to, whichever axis comes first in the files. */
static void
read_parent (LvReader *self, LvItem *item, LvAxis *axis)
{
  const LvEntry *entry = lv_item_entry (item, "rolls-up", NULL);
  const LvItem *parent;

  if (entry == NULL)
    return;
  if (lv_axis_length (axis) > 0 && axis->kind != LV_AXIS_MONTHS)
    {
      lv_reader_report (self, item, entry, _ ("only an axis of months rolls up"));
      return;
    }
  parent = g_hash_table_lookup (self->pack->axis_ids, entry->value); /* reported with all axes */
  axis->parent = parent != NULL ? parent->detail : NULL;
  if (axis->parent != NULL && axis->parent->kind != LV_AXIS_WHOLE)
    {
      lv_reader_report (self, item, entry, _ ("“%s” is not an axis of years"), entry->value);
      axis->parent = NULL;
    }
}

/** Makes the axes of the pack, first all of them, then what they say of each other. */
void
lv_reader_read_axes (LvReader *self)
{
  GPtrArray *items = self->pack->by_kind[LV_KIND_AXIS];

  for (guint i = 0; i < items->len; i++)
    {
      LvItem *item = g_ptr_array_index (items, i);

      if (item->local)
        extend_axis (self, item);
      else if (g_hash_table_lookup (self->pack->axis_ids, item->id) == item)
        read_axis (self, item);
    }
  for (guint i = 0; i < items->len; i++)
    {
      LvItem *item = g_ptr_array_index (items, i);
      LvAxis *axis = item->detail;

      if (axis == NULL)
        continue;
      read_month_names (self, item, axis);
      read_titles (self, item, axis);
      read_aside (self, item, axis);
      read_parent (self, item, axis);
    }
}
