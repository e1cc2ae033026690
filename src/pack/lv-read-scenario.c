/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-month.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Months that a measure may be delayed. */
#define MAX_DELAY 1200

/* What a line of a scenario speaks of: "ID", "ID@members", "ID.on", "ID.on@members". */
typedef struct
{
  char *id;
  char *property; /* (nullable) */
  const char *members;
} Subject;

static void
subject_clear (Subject *subject)
{
  g_free (subject->id);
  g_free (subject->property);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

static void
subject_parse (const char *text, gboolean has_property, Subject *subject)
{
  const char *at = strchr (text, '@');
  char *point;

  subject->id = at != NULL ? g_strndup (text, (gsize) (at - text)) : g_strdup (text);
  subject->members = at != NULL ? at + 1 : "";
  point = has_property ? strrchr (subject->id, '.') : NULL;
  if (point != NULL)
    {
      *point = '\0';
      subject->property = g_strdup (point + 1);
    }
}

static gboolean
check_members (LvReader *self, LvItem *item, const LvEntry *entry, const LvItem *target,
               const char *members)
{
  g_autofree char *reason = NULL;
  LvShape shape;
  LvPlace place;

  if (members[0] == '\0' && strchr (entry->argument, '@') == NULL)
    return TRUE;
  if (members[0] == '\0')
    {
      lv_reader_report (self, item, entry, _ ("members were expected after @"));
      return FALSE;
    }
  if (!lv_item_shape (target, &shape) || lv_place_parse (members, &shape, &place, &reason))
    return TRUE;
  lv_reader_report (self, item, entry, "%s", reason);
  return FALSE;
}

static gboolean
check_set (LvReader *self, LvItem *item, const LvEntry *entry, LvItem *target)
{
  double value;

  if (target->detail == NULL)
    return TRUE;
  if (target->kind == LV_KIND_PARAMETER)
    {
      const LvParameter *parameter = target->detail;

      if (parameter->role != LV_ROLE_VIEW)
        return lv_reader_parameter_value (self, item, entry, parameter, entry->value, &value);
      lv_reader_report (self, item, entry,
                        _ ("“%s” is what is shown (role=view); scenarios do not change it"),
                        target->id);
      return FALSE;
    }
  if (!((LvSeries *) target->detail)->editable)
    {
      lv_reader_report (self, item, entry, _ ("“%s” says edit=no; scenarios cannot change it"),
                        target->id);
      return FALSE;
    }
  if (lv_number_parse_c (entry->value, &value))
    return TRUE;
  lv_reader_report (self, item, entry, _ ("“%s” is not a number; expected a number such as 13.5"),
                    entry->value);
  return FALSE;
}

/* The last part of the id must be a property before it can be looked for without it. */
static gboolean
check_property (LvReader *self, LvItem *item, const LvEntry *entry, LvChangeKind kind,
                const char *property)
{
  static const char *const of_measures[] = { "on", "scale", "delay", NULL };
  static const char *const of_actions[] = { "start", "end", NULL };

  if (kind == LV_CHANGE_MEASURE && (property == NULL || !g_strv_contains (of_measures, property)))
    lv_reader_report (self, item, entry,
                      _ ("expected “measure ID.on”, “measure ID.scale” or “measure ID.delay”"));
  else if (kind == LV_CHANGE_ACTION
           && (property == NULL || !g_strv_contains (of_actions, property)))
    lv_reader_report (self, item, entry, _ ("expected “action ID.start” or “action ID.end”"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_measure (LvReader *self, LvItem *item, const LvEntry *entry, const char *property)
{
  double value;

  if (strcmp (property, "on") == 0)
    {
      if (strcmp (entry->value, "on") == 0 || strcmp (entry->value, "off") == 0)
        return TRUE;
      lv_reader_report (self, item, entry,
                        _ ("“%s” is not a position of a switch; expected on or off"), entry->value);
      return FALSE;
    }
  if (strcmp (property, "scale") == 0)
    {
      if (lv_number_parse_c (entry->value, &value) && value >= 0)
        return TRUE;
      lv_reader_report (self, item, entry,
                        _ ("“%s” is not a scale; expected pct. of the effect, 0 or more"),
                        entry->value);
      return FALSE;
    }
  if (lv_number_parse_c (entry->value, &value) && fabs (value) <= MAX_DELAY
      && value == floor (value))
    return TRUE;
  lv_reader_report (self, item, entry, _ ("“%s” is not a delay; expected whole months"),
                    entry->value);
  return FALSE;
}

static gboolean
change_kind (const char *key, LvChangeKind *kind, guint *kinds)
{
  static const struct
  {
    const char *key;
    LvChangeKind kind;
    guint kinds;
  } rows[] = {
    { "set", LV_CHANGE_SET, LV_KIND_BIT (LV_KIND_PARAMETER) | LV_KIND_BIT (LV_KIND_SERIES) },
    { "measure", LV_CHANGE_MEASURE, LV_KIND_BIT (LV_KIND_MEASURE) },
    { "action", LV_CHANGE_ACTION, LV_KIND_BIT (LV_KIND_ACTION) },
    { "lock", LV_CHANGE_LOCK, LV_KIND_BIT (LV_KIND_PARAMETER) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].key, key) == 0)
      {
        *kind = rows[i].kind;
        *kinds = rows[i].kinds;
        return TRUE;
      }
  return FALSE;
}

static gboolean
check_value (LvReader *self, LvItem *item, const LvEntry *entry, LvChangeKind kind, LvItem *target,
             const char *property)
{
  switch (kind)
    {
    case LV_CHANGE_SET:
      return check_set (self, item, entry, target);
    case LV_CHANGE_MEASURE:
      return check_measure (self, item, entry, property);
    case LV_CHANGE_ACTION: /* dates and yes are checked by their types */
    case LV_CHANGE_LOCK:
    default:
      return TRUE;
    }
}

/* Entered directly: lv_scenario_set() would look for an earlier change each time, and keys are
 * unique. */
static LvChange *
add_change (LvScenario *scenario, LvChangeKind kind, const char *id, const Subject *subject,
            const LvEntry *entry)
{
  LvChange *change = g_new0 (LvChange, 1);

  change->kind = kind;
  change->id = g_strdup (id);
  change->property = g_strdup (subject->property);
  change->members = g_strdup (subject->members);
  change->value = g_strdup (entry->value);
  change->line = entry->line;
  g_ptr_array_add (scenario->changes, change);
  return change;
}

static void
read_change (LvReader *self, LvItem *item, const LvEntry *entry, LvScenario *scenario,
             GHashTable *by_subject)
{
  g_auto (Subject) subject = { 0 };
  LvChangeKind kind;
  LvChange *change;
  LvItem *target;
  guint kinds;

  if (entry->argument == NULL || !change_kind (entry->key, &kind, &kinds))
    return;
  subject_parse (entry->argument, kind == LV_CHANGE_MEASURE || kind == LV_CHANGE_ACTION, &subject);
  if (!check_property (self, item, entry, kind, subject.property))
    return;
  target = lv_reader_resolve (self, item, entry, subject.id, kinds);
  if (target == NULL || !check_members (self, item, entry, target, subject.members)
      || !check_value (self, item, entry, kind, target, subject.property))
    return;
  if (strcmp (entry->key, "lock") == 0 && strcmp (entry->value, "yes") != 0)
    return;
  change = add_change (scenario, kind, target->id, &subject, entry);
  if (kind != LV_CHANGE_LOCK || !g_hash_table_contains (by_subject, entry->argument))
    g_hash_table_insert (by_subject, entry->argument, change);
}

static void
read_reasons (LvReader *self, LvItem *item, GHashTable *by_subject)
{
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);
      LvChange *change;

      if (strcmp (entry->key, "because") != 0 || entry->argument == NULL)
        continue;
      change = g_hash_table_lookup (by_subject, entry->argument);
      if (change != NULL && change->because == NULL)
        change->because = g_strdup (entry->value);
      else if (!item->broken)
        lv_reader_report (self, item, entry,
                          _ ("the scenario has no change of “%s” that this could be the reason of"),
                          entry->argument);
    }
}

/** Makes a scenario with those of its changes that can be made. */
void
lv_reader_read_scenario (LvReader *self, LvItem *item)
{
  LvScenario *scenario = lv_scenario_new (item->id, item->title != NULL ? item->title : item->id);
  g_autoptr (GHashTable) by_subject = g_hash_table_new (g_str_hash, g_str_equal);
  LvItem *parent = lv_reader_get_item (self, item, "parent", LV_KIND_BIT (LV_KIND_SCENARIO));
  const char *state = lv_item_get (item, "state");

  item->detail = scenario;
  scenario->file = g_strdup (item->file);
  scenario->line = item->line;
  if (parent != NULL)
    scenario->parent = g_strdup (parent->id);
  if (state != NULL)
    {
      g_free (scenario->state);
      scenario->state = g_strdup (state);
    }
  for (guint i = 0; i < item->entries->len; i++)
    read_change (self, item, &g_array_index (item->entries, LvEntry, i), scenario, by_subject);
  read_reasons (self, item, by_subject);
}

/** Cuts parents that form a circle. */
void
lv_reader_check_scenarios (LvReader *self)
{
  GPtrArray *items = self->pack->by_kind[LV_KIND_SCENARIO];
  g_autoptr (GHashTable) walk_of = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      LvItem *item = g_ptr_array_index (items, i);

      for (LvItem *at = item; at != NULL && at->detail != NULL;)
        {
          LvScenario *scenario = at->detail;
          LvItem *walk = g_hash_table_lookup (walk_of, at);

          if (walk == item)
            {
              lv_reader_report (self, at, lv_item_entry (at, "parent", NULL),
                                _ ("the parents of scenarios form a circle"));
              g_clear_pointer (&scenario->parent, g_free);
            }
          if (walk != NULL)
            break;
          g_hash_table_insert (walk_of, at, item);
          at = scenario->parent != NULL ? g_hash_table_lookup (self->pack->ids, scenario->parent)
                                        : NULL;
        }
    }
}
