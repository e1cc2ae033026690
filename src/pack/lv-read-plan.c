/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-month.h"

#include <glib/gi18n-lib.h>

/** Checks that an action does not end before it begins. */
void
lv_reader_read_action (LvReader *self, LvItem *item)
{
  const LvEntry *start = lv_item_entry (item, "start", NULL);
  const LvEntry *end = lv_item_entry (item, "end", NULL);
  GDate first;
  GDate last;

  if (start == NULL || end == NULL || !lv_date_parse (start->value, FALSE, &first)
      || !lv_date_parse (end->value, TRUE, &last))
    return;
  if (g_date_compare (&last, &first) < 0)
    lv_reader_report (self, item, end, _ ("%s must not be before %s"), "end", "start");
}

/** Checks that a goal has a unit. */
void
lv_reader_read_goal (LvReader *self, LvItem *item)
{
  lv_reader_own_unit (self, item, TRUE);
}

/**
 * Step:
 * @cursor: (nullable): what is left of the action's list
 *
 * One action on the way from one to those that it waits for.
 */
typedef struct
{
  LvItem *action;
  const char *cursor;
} Step;

enum
{
  UNSEEN,
  ON_THE_WAY,
  DONE
};

static void
push (GArray *way, GHashTable *state, LvItem *action)
{
  Step step = { action, lv_item_get (action, "depends") };

  g_hash_table_insert (state, action, GUINT_TO_POINTER (ON_THE_WAY));
  g_array_append_val (way, step);
}

/* Goes down what the action at the end of the way depends on. */
static void
go_on (LvReader *self, GArray *way, GHashTable *state, GString *token)
{
  Step *step = &g_array_index (way, Step, way->len - 1);
  LvItem *action = step->action;
  LvItem *next;

  if (!lv_token_next (&step->cursor, ';', token))
    {
      g_hash_table_insert (state, action, GUINT_TO_POINTER (DONE));
      g_array_set_size (way, way->len - 1);
      return;
    }
  next = lv_reader_find (self, action, token->str); /* reported with all ids */
  if (next == NULL || next->kind != LV_KIND_ACTION)
    return;
  switch (GPOINTER_TO_UINT (g_hash_table_lookup (state, next)))
    {
    case UNSEEN:
      push (way, state, next);
      break;
    case ON_THE_WAY:
      lv_reader_report (self, action, lv_item_entry (action, "depends", NULL),
                        _ ("“%s” depends in turn on this action"), next->id);
      break;
    default:
      break;
    }
}

/** Checks that no action waits for itself. The way is kept in a list, because it may be long. */
void
lv_reader_check_plan (LvReader *self)
{
  GPtrArray *actions = self->pack->by_kind[LV_KIND_ACTION];
  g_autoptr (GHashTable) state = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GString) token = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      LvItem *action = g_ptr_array_index (actions, i);

      if (!g_hash_table_contains (state, action))
        push (way, state, action);
      while (way->len > 0)
        go_on (self, way, state, token);
    }
}
