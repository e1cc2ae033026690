/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-month.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Months that an effect may take to be full. */
#define MAX_PHASE_IN 600

#define TARGETS (LV_KIND_BIT (LV_KIND_SERIES) | LV_KIND_BIT (LV_KIND_FORMULA))

/* "effect@TARGET@m=ID", "cost@TARGET@m=ID" */
static void
read_effect (LvReader *self, LvItem *item, const LvEntry *entry, LvMeasure *measure)
{
  LvEffect effect = { .line = entry->line, .cost = strcmp (entry->key, "cost") == 0 };
  const char *members;

  effect.target = lv_reader_resolve_cells (self, item, entry, entry->argument, TARGETS, &members);
  effect.effect = lv_reader_find (self, item, entry->value); /* reported with all ids */
  if (effect.target == NULL || effect.effect == NULL)
    return;
  if (members[0] != '\0')
    effect.members = g_strdup (members);
  g_array_append_val (measure->effects, effect);
}

static void
effect_clear (gpointer data)
{
  g_free (((LvEffect *) data)->members);
}

static void
read_time (LvReader *self, LvItem *item, LvMeasure *measure)
{
  const LvEntry *entry = lv_item_entry (item, "phase-in", NULL);
  const char *start = lv_item_get (item, "start");
  guint months;

  measure->start = -1;
  if (start != NULL && !lv_month_parse (start, &measure->start))
    measure->start = -1;
  measure->phase_in = 1;
  if (entry != NULL)
    {
      g_autofree char *text = g_strdup (entry->value);

      if (g_str_has_suffix (text, " maaned"))
        text[strlen (text) - strlen (" maaned")] = '\0';
      if (lv_whole_parse (text, MAX_PHASE_IN, &months) && months > 0)
        measure->phase_in = (int) months;
      else
        lv_reader_report (self, item, entry,
                          _ ("“%s” is not a time of phase-in; expected whole months such as 3 or "
                             "3 maaned"),
                          entry->value);
    }
}

static void
read_realisation (LvReader *self, LvItem *item, LvMeasure *measure)
{
  const LvEntry *entry = lv_item_entry (item, "realisation", NULL);
  double pct;

  measure->realisation = 1;
  if (entry == NULL)
    return;
  if (!lv_number_parse_c (entry->value, &pct))
    measure->realisation_item = lv_reader_find (self, item, entry->value);
  else if (pct < 0 || pct > 1000)
    lv_reader_report (self, item, entry,
                      _ ("“%s” is not a realisation in pct.; expected 0 to 1000"), entry->value);
  else
    measure->realisation = pct / 100;
}

static void
read_excludes (LvReader *self, LvItem *item, LvMeasure *measure)
{
  const LvEntry *entry = lv_item_entry (item, "excludes", NULL);
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = entry != NULL ? entry->value : NULL;

  measure->excludes = g_ptr_array_new ();
  while (lv_token_next (&cursor, ';', token))
    {
      LvItem *other = lv_reader_find (self, item, token->str); /* reported with all ids */

      if (other == item)
        lv_reader_report (self, item, entry, _ ("a measure cannot exclude itself"));
      else if (other != NULL && other->kind == LV_KIND_MEASURE)
        g_ptr_array_add (measure->excludes, other);
    }
}

static void
check_pool (LvReader *self, LvItem *item)
{
  const LvEntry *pool = lv_item_entry (item, "pool", NULL);
  const LvEntry *reached = lv_item_entry (item, "reached", NULL);

  if (pool != NULL && reached == NULL)
    lv_reader_report (self, item, pool,
                      _ ("with a pool the measure must say how many it reaches: reached=ID"));
  if (pool == NULL && reached != NULL)
    lv_reader_report (self, item, reached, _ ("reached has no meaning without pool="));
}

/** Makes a measure. */
void
lv_reader_read_measure (LvReader *self, LvItem *item)
{
  LvMeasure *measure = g_new0 (LvMeasure, 1);

  item->detail = measure;
  measure->item = item;
  measure->effects = g_array_new (FALSE, TRUE, sizeof (LvEffect));
  g_array_set_clear_func (measure->effects, effect_clear);
  lv_reader_shape (self, item, &measure->shape, NULL);
  read_time (self, item, measure);
  read_realisation (self, item, measure);
  read_excludes (self, item, measure);
  check_pool (self, item);
  measure->included_in = lv_reader_get_item (self, item, "included-in",
                                             LV_KIND_BIT (LV_KIND_SERIES));
  measure->pool = lv_reader_get_item (self, item, "pool", LV_KIND_BIT (LV_KIND_POOL));
  measure->reached = lv_reader_get_item (self, item, "reached", LV_KINDS_VALUES);
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if ((strcmp (entry->key, "effect") == 0 || strcmp (entry->key, "cost") == 0)
          && entry->argument != NULL)
        read_effect (self, item, entry, measure);
    }
}

/** Makes a pool. */
void
lv_reader_read_pool (LvReader *self, LvItem *item)
{
  LvPool *pool = g_new0 (LvPool, 1);
  const char *combine = lv_item_get (item, "combine");

  item->detail = pool;
  pool->item = item;
  pool->size = lv_reader_get_item (self, item, "size", LV_KINDS_VALUES);
  pool->unit = lv_reader_own_unit (self, item, FALSE);
  pool->combine = LV_COMBINE_INDEPENDENT;
  if (g_strcmp0 (combine, "nested") == 0)
    pool->combine = LV_COMBINE_NESTED;
  else if (g_strcmp0 (combine, "disjoint") == 0)
    pool->combine = LV_COMBINE_DISJOINT;
}
