/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An action as a value: its fields, and how each is written. */
#include "lv-action.h"

#include "lv-month.h"

#include <string.h>

static const struct
{
  const char *key;
  LvActionType type;
} fields[LV_N_ACTION_FIELDS] = {
  [LV_ACTION_TITLE] = { "title", LV_ACTION_IS_TEXT },
  [LV_ACTION_NUMBER] = { "number", LV_ACTION_IS_TEXT },
  [LV_ACTION_TRACK] = { "track", LV_ACTION_IS_TEXT },
  [LV_ACTION_OWNER] = { "owner", LV_ACTION_IS_TEXT },
  [LV_ACTION_PARTNERS] = { "partners", LV_ACTION_IS_TEXT },
  [LV_ACTION_BODY] = { "body", LV_ACTION_IS_TEXT },
  [LV_ACTION_START] = { "start", LV_ACTION_IS_DATE },
  [LV_ACTION_END] = { "end", LV_ACTION_IS_DATE },
  [LV_ACTION_WINDOW] = { "window", LV_ACTION_IS_TEXT },
  [LV_ACTION_DEADLINE] = { "deadline", LV_ACTION_IS_DATE },
  [LV_ACTION_STATUS] = { "status", LV_ACTION_IS_STATUS },
  [LV_ACTION_STATUS_DATE] = { "status-date", LV_ACTION_IS_DATE },
  [LV_ACTION_NEXT_FOLLOW_UP] = { "next-follow-up", LV_ACTION_IS_DATE },
  [LV_ACTION_CLOSED] = { "closed", LV_ACTION_IS_DATE },
  [LV_ACTION_DEPENDS] = { "depends", LV_ACTION_IS_IDS },
  [LV_ACTION_CARRIES] = { "carries", LV_ACTION_IS_MEASURE },
  [LV_ACTION_MOVES] = { "moves", LV_ACTION_IS_CELLS },
  [LV_ACTION_EVIDENCE] = { "evidence", LV_ACTION_IS_TEXT },
  [LV_ACTION_SOURCE] = { "source", LV_ACTION_IS_SOURCE },
  [LV_ACTION_PLACE] = { "place", LV_ACTION_IS_TEXT },
  [LV_ACTION_NOTE] = { "note", LV_ACTION_IS_TEXT },
  [LV_ACTION_PLANNED_START] = { "start", LV_ACTION_IS_DATE },
  [LV_ACTION_PLANNED_END] = { "end", LV_ACTION_IS_DATE },
};

/* In the order in which an action goes through them. */
static const char *const statuses[]
    = { "ikke-startet", "i-gang", "forsinket", "i-bero", "gennemfoert", "udgaar", "ikke-oplyst", NULL };

/** Returns: (transfer full): an action that says nothing yet */
LvAction *
lv_action_new (const char *id)
{
  LvAction *self = g_new0 (LvAction, 1);

  self->id = g_strdup (id);
  for (guint i = 0; i < LV_N_ACTION_FIELDS; i++)
    self->text[i] = g_strdup ("");
  g_date_clear (&self->status_day, 1);
  return self;
}

LvAction *
lv_action_copy (const LvAction *self)
{
  LvAction *copy = g_new (LvAction, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  for (guint i = 0; i < LV_N_ACTION_FIELDS; i++)
    copy->text[i] = g_strdup (self->text[i]);
  return copy;
}

void
lv_action_free (LvAction *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < LV_N_ACTION_FIELDS; i++)
    g_free (self->text[i]);
  g_free (self->id);
  g_free (self);
}

/** Returns: (transfer none): what @field says, "" where nothing */
const char *
lv_action_text (const LvAction *self, LvActionField field)
{
  g_return_val_if_fail (field < LV_N_ACTION_FIELDS, "");
  return self->text[field];
}

void
lv_action_set_text (LvAction *self, LvActionField field, const char *text)
{
  char *copy = g_strdup (text != NULL ? text : "");

  g_return_if_fail (field < LV_N_ACTION_FIELDS);
  g_free (self->text[field]);
  self->text[field] = copy;
}

/**
 * lv_action_day:
 * @field: one that holds a date
 * @day: (out): the day; of a month its first day for a start, its last for everything else
 *
 * Returns: %FALSE where no date is said
 */
gboolean
lv_action_day (const LvAction *self, LvActionField field, GDate *day)
{
  gboolean begins = field == LV_ACTION_START || field == LV_ACTION_PLANNED_START;

  g_date_clear (day, 1);
  return lv_date_parse (lv_action_text (self, field), !begins, day);
}

/** Returns: (transfer full): the parts of a field that is a list; empty where it says nothing */
char **
lv_action_list (const LvAction *self, LvActionField field)
{
  char **parts = g_strsplit (lv_action_text (self, field), ";", -1);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = parts[i];

      if (g_strstrip (part)[0] != '\0')
        parts[n++] = part;
      else
        g_free (part);
    }
  parts[n] = NULL;
  return parts;
}

/** Returns: whether it is gennemført or udgår, so that nothing more is expected of it */
gboolean
lv_action_is_over (const LvAction *self)
{
  const char *status = lv_action_text (self, LV_ACTION_STATUS);

  return strcmp (status, "gennemfoert") == 0 || strcmp (status, "udgaar") == 0;
}

/** Returns: the key of @field in a file */
const char *
lv_action_key (LvActionField field)
{
  g_return_val_if_fail (field < LV_N_ACTION_FIELDS, NULL);
  return fields[field].key;
}

/** Returns: whether @key is a field; "start" and "end" are those of the shown scenario */
gboolean
lv_action_find_field (const char *key, LvActionField *field)
{
  for (guint i = 0; i < LV_ACTION_PLANNED_START; i++)
    if (strcmp (fields[i].key, key) == 0)
      {
        *field = (LvActionField) i;
        return TRUE;
      }
  return FALSE;
}

LvActionType
lv_action_type (LvActionField field)
{
  g_return_val_if_fail (field < LV_N_ACTION_FIELDS, LV_ACTION_IS_TEXT);
  return fields[field].type;
}

/** Returns: (transfer none): the pack's words for status, in the order in which an action goes through them */
const char *const *
lv_action_statuses (void)
{
  return statuses;
}

gboolean
lv_action_is_status (const char *status)
{
  return g_strv_contains (statuses, status);
}
