/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-axis.h"

static void
member_clear (gpointer data)
{
  LvMember *member = data;

  g_free (member->id);
  g_free (member->title);
}

/** Returns: (transfer full): an axis without members */
LvAxis *
lv_axis_new (const char *id, const char *title)
{
  LvAxis *self = g_new0 (LvAxis, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->members = g_array_new (FALSE, TRUE, sizeof (LvMember));
  g_array_set_clear_func (self->members, member_clear);
  self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
lv_axis_free (LvAxis *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_array_unref (self->members);
  g_hash_table_unref (self->indices);
  g_free (self);
}

/**
 * lv_axis_add_member:
 * @id: id of the member
 * @title: (nullable): as shown; the id when %NULL
 *
 * Returns: %FALSE when the axis already has @id or is full
 */
gboolean
lv_axis_add_member (LvAxis *self, const char *id, const char *title)
{
  LvMember member = { 0 };

  if (self->members->len == LV_MAX_MEMBERS || g_hash_table_contains (self->indices, id))
    return FALSE;
  member.id = g_strdup (id);
  member.title = g_strdup (title != NULL ? title : id);
  g_array_append_val (self->members, member);
  g_hash_table_insert (self->indices, g_strdup (id), GUINT_TO_POINTER (self->members->len));
  return TRUE;
}

/** Returns: the index of @member_id, or -1 */
int
lv_axis_find (const LvAxis *self, const char *member_id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, member_id)) - 1;
}

guint
lv_axis_length (const LvAxis *self)
{
  return self->members->len;
}

/** Returns: (transfer none): member number @index */
const LvMember *
lv_axis_member (const LvAxis *self, guint index)
{
  g_return_val_if_fail (index < self->members->len, NULL);
  return &g_array_index (self->members, LvMember, index);
}

/** Returns: (transfer none): member number @index, to be changed by the one who reads the pack */
LvMember *
lv_axis_member_edit (LvAxis *self, guint index)
{
  g_return_val_if_fail (index < self->members->len, NULL);
  return &g_array_index (self->members, LvMember, index);
}

/** Returns: for months, the index of member @index's year on the parent axis; -1 when it has none */
int
lv_axis_parent_index (const LvAxis *self, guint index)
{
  int year;

  if (self->kind != LV_AXIS_MONTHS || self->parent == NULL)
    return -1;
  year = (self->first + (int) index) / 12 - self->parent->first;
  return year >= 0 && year < (int) lv_axis_length (self->parent) ? year : -1;
}

/** Returns: for months, the month number (lv-month.h) of member @index */
int
lv_axis_month (const LvAxis *self, guint index)
{
  return self->first + (int) index;
}

gboolean
lv_axes_has (const LvAxes *set, const LvAxis *axis)
{
  return (set->word[axis->number / 64] >> (axis->number % 64)) & 1;
}

void
lv_axes_add (LvAxes *set, const LvAxis *axis)
{
  set->word[axis->number / 64] |= G_GUINT64_CONSTANT (1) << (axis->number % 64);
}

/** Adds all of @other to @set. */
void
lv_axes_unite (LvAxes *set, const LvAxes *other)
{
  for (gsize i = 0; i < G_N_ELEMENTS (set->word); i++)
    set->word[i] |= other->word[i];
}
