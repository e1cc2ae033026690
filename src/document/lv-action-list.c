/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which actions of a plan are meant, and in which order they stand. */
#include "lv-action.h"

#include "lv-id.h"
#include "lv-month.h"

#include <string.h>

/**
 * lv_action_is_of:
 * @patterns: "ta.plan.*;hjemloes.plan.2": ids and patterns with semicolons
 *
 * Returns: whether @id is meant; an action of the user's own is where "lokal." before its id is left out
 */
gboolean
lv_action_is_of (const char *id, const char *patterns)
{
  g_auto (GStrv) parts = g_strsplit (patterns, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *pattern = g_strstrip (parts[i]);
      gboolean is_own = g_str_has_prefix (id, "lokal.") && !g_str_has_prefix (pattern, "lokal.");
      const char *name = is_own ? id + strlen ("lokal.") : id;

      if (strcmp (pattern, id) == 0 || (strchr (pattern, '*') != NULL && lv_id_matches (pattern, name)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_exactly (const LvAction *self, LvActionField field, const char *wanted)
{
  return wanted == NULL || strcmp (lv_action_text (self, field), wanted) == 0;
}

static gboolean
is_status (const LvAction *self, const char *wanted)
{
  const char *status = lv_action_text (self, LV_ACTION_STATUS);

  return wanted == NULL || strcmp (status[0] != '\0' ? status : "ikke-oplyst", wanted) == 0;
}

static gboolean
holds_text (const LvAction *self, const char *text)
{
  static const LvActionField where[]
      = { LV_ACTION_TITLE, LV_ACTION_NUMBER, LV_ACTION_TRACK,    LV_ACTION_OWNER, LV_ACTION_PARTNERS,
          LV_ACTION_BODY,  LV_ACTION_WINDOW, LV_ACTION_EVIDENCE, LV_ACTION_NOTE };
  g_autofree char *wanted = NULL;

  if (text == NULL || text[0] == '\0')
    return TRUE;
  wanted = g_utf8_casefold (text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (where); i++)
    {
      g_autofree char *own = g_utf8_casefold (lv_action_text (self, where[i]), -1);

      if (strstr (own, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * lv_action_due:
 * @day: (out): the first of its end, deadline and next follow-up
 *
 * Returns: %FALSE where it has none of them, or is gennemført or udgår
 */
gboolean
lv_action_due (const LvAction *self, GDate *day)
{
  static const LvActionField fields[] = { LV_ACTION_END, LV_ACTION_DEADLINE, LV_ACTION_NEXT_FOLLOW_UP };
  gboolean any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (fields) && !lv_action_is_over (self); i++)
    {
      GDate own;

      if (!lv_action_day (self, fields[i], &own))
        continue;
      if (!any || g_date_compare (&own, day) < 0)
        *day = own;
      any = TRUE;
    }
  return any;
}

static gboolean
is_due (const LvAction *self, const char *before)
{
  GDate limit;
  GDate day;

  if (before == NULL || before[0] == '\0')
    return TRUE;
  return lv_date_parse (before, FALSE, &limit) && lv_action_due (self, &day)
         && g_date_compare (&day, &limit) < 0;
}

/** Returns: whether @filter takes the action */
gboolean
lv_action_matches (const LvAction *self, const LvActionFilter *filter, const GDate *today,
                   guint stale_months)
{
  if (filter->of != NULL && !lv_action_is_of (self->id, filter->of))
    return FALSE;
  return is_exactly (self, LV_ACTION_TRACK, filter->track)
         && is_exactly (self, LV_ACTION_BODY, filter->body)
         && is_exactly (self, LV_ACTION_OWNER, filter->owner) && is_status (self, filter->status)
         && is_due (self, filter->due) && holds_text (self, filter->text)
         && (!filter->late || lv_action_late (self, today) != LV_LATE_NO)
         && (!filter->stale || lv_action_stale (self, today, stale_months) != LV_STALE_NO)
         && (!filter->open || !lv_action_is_over (self));
}

/** Returns: (transfer full) (element-type LvAction): copies of the actions that @filter takes, in their order */
GPtrArray *
lv_actions_filter (GPtrArray *actions, const LvActionFilter *filter, const GDate *today,
                   guint stale_months)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_action_free);

  for (guint i = 0; i < actions->len; i++)
    if (lv_action_matches (g_ptr_array_index (actions, i), filter, today, stale_months))
      g_ptr_array_add (found, lv_action_copy (g_ptr_array_index (actions, i)));
  return found;
}

/* --- Order */

static int
by_day (const LvAction *a, const LvAction *b, LvActionField field)
{
  GDate left;
  GDate right;
  gboolean has_left = field == LV_N_ACTION_FIELDS ? lv_action_due (a, &left)
                                                  : lv_action_day (a, field, &left);
  gboolean has_right = field == LV_N_ACTION_FIELDS ? lv_action_due (b, &right)
                                                   : lv_action_day (b, field, &right);

  if (!has_left || !has_right)
    return has_left ? -1 : has_right ? 1 : 0;
  return g_date_compare (&left, &right);
}

static int
place_of_status (const LvAction *self)
{
  const char *const *statuses = lv_action_statuses ();
  int place = 0;

  while (statuses[place] != NULL
         && strcmp (statuses[place], lv_action_text (self, LV_ACTION_STATUS)) != 0)
    place++;
  return place;
}

/* Capitals as small letters, and å behind ø whatever the locale: lists are exported, and must be alike. */
static char *
dup_danish_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit (folded, "å", -1);

  return g_strjoinv ("ø\xef\xbf\xbd", parts);
}

static int
by_text (const LvAction *a, const LvAction *b, LvActionField field)
{
  const char *left = lv_action_text (a, field);
  const char *right = lv_action_text (b, field);
  g_autofree char *left_key = NULL;
  g_autofree char *right_key = NULL;

  if (left[0] == '\0' || right[0] == '\0')
    return left[0] != '\0' ? -1 : right[0] != '\0' ? 1 : 0;
  left_key = dup_danish_key (left);
  right_key = dup_danish_key (right);
  return strcmp (left_key, right_key);
}

static int
compare (gconstpointer left, gconstpointer right, gpointer data)
{
  const LvAction *a = *(LvAction *const *) left;
  const LvAction *b = *(LvAction *const *) right;
  int difference = 0;

  switch ((LvActionSort) GPOINTER_TO_INT (data))
    {
    case LV_ACTION_SORT_TRACK:
      difference = by_text (a, b, LV_ACTION_TRACK);
      break;
    case LV_ACTION_SORT_BODY:
      difference = by_text (a, b, LV_ACTION_BODY);
      break;
    case LV_ACTION_SORT_OWNER:
      difference = by_text (a, b, LV_ACTION_OWNER);
      break;
    case LV_ACTION_SORT_STATUS:
      difference = place_of_status (a) - place_of_status (b);
      break;
    case LV_ACTION_SORT_START:
      difference = by_day (a, b, LV_ACTION_START);
      break;
    case LV_ACTION_SORT_END:
      difference = by_day (a, b, LV_ACTION_END);
      break;
    case LV_ACTION_SORT_DUE:
      difference = by_day (a, b, LV_N_ACTION_FIELDS);
      break;
    case LV_ACTION_SORT_PLAN:
    default:
      break;
    }
  return difference != 0 ? difference : (int) a->order - (int) b->order;
}

/** Sorts in place; what is alike stays as in the plan, what says nothing comes last. */
void
lv_actions_sort (GPtrArray *actions, LvActionSort sort)
{
  g_ptr_array_sort_with_data (actions, compare, GINT_TO_POINTER (sort));
}

/** Returns: (transfer full): what @field says in any of them, each once, in the order of the list */
char **
lv_actions_values (const GPtrArray *actions, LvActionField field)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < actions->len; i++)
    {
      const char *text = lv_action_text (g_ptr_array_index (actions, i), field);

      if (text[0] != '\0' && g_hash_table_add (seen, (gpointer) text))
        g_ptr_array_add (values, g_strdup (text));
    }
  g_ptr_array_add (values, NULL);
  return (char **) g_ptr_array_free (values, FALSE);
}

/** Returns: (transfer none) (nullable): the action @id of the list */
const LvAction *
lv_actions_find (const GPtrArray *actions, const char *id)
{
  for (guint i = 0; i < actions->len; i++)
    if (strcmp (((LvAction *) g_ptr_array_index (actions, i))->id, id) == 0)
      return g_ptr_array_index (actions, i);
  return NULL;
}
