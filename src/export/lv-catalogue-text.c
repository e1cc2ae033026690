/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a measure in words: what it is, what it means, when, who, and whose judgement it is. */
#include "lv-catalogue-private.h"

#include "lv-action-plan.h"
#include "lv-month.h"
#include "lv-number.h"
#include "lv-text.h"
#include "lv-words.h"

#include <math.h>

typedef char *(*Say) (const LvCatalogue *self, const LvCatalogueEntry *entry);

static const LvMeasure *
measure_of (const LvCatalogueEntry *entry)
{
  return entry->item->detail;
}

static void
append (GString *out, const char *text)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", text);
}

static char *
fill_one (const char *pattern, const char *argument)
{
  return lv_text_fill (pattern, &argument, 1);
}

/* --- Texts of the pack */

static char *
text_of (const LvCatalogue *self, const LvCatalogueEntry *entry, const char *key)
{
  return g_strdup (lv_pack_text (self->pack, entry->item, key));
}

static char *
say_description (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  return text_of (self, entry, "description");
}

static char *
say_consequence (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  return text_of (self, entry, "consequence");
}

static char *
say_owner (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  return text_of (self, entry, "owner");
}

static char *
say_positions (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  return text_of (self, entry, "positions");
}

static char *
say_note (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  const char *id = lv_item_get (entry->item, "note");
  const LvItem *words = id != NULL ? lv_pack_find_kind (self->pack, LV_KIND_WORDS, id) : NULL;

  return words != NULL ? lv_words_fill (words, self->state, self->base) : g_strdup (id);
}

static char *
word_of (const LvCatalogue *self, const LvCatalogueEntry *entry, const char *key)
{
  const char *value = lv_item_get (entry->item, key);
  g_autofree char *name = value != NULL ? g_strdup_printf ("%s-%s", key, value) : NULL;

  return name != NULL ? g_strdup (lv_catalogue_word (self->pack, name)) : NULL;
}

static char *
say_state (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  return word_of (self, entry, "state");
}

static char *
say_legal (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  return word_of (self, entry, "legal");
}

/* --- In the scenario */

static double
knob (const LvState *state, const LvItem *measure, const char *property)
{
  return lv_state_number (state, lv_model_measure_knob (lv_state_model (state), measure, property), 0);
}

/** Returns: (transfer full): how a measure stands in a scenario: "slået til, omfang 50 pct., 6 måneder forsinket" */
char *
lv_catalogue_in_scenario (const LvState *state, const LvItem *measure)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  GString *out = g_string_new (lv_catalogue_word (pack, lv_measure_is_on (state, measure) ? "on" : "off"));
  double scale = knob (state, measure, "scale");
  double delay = knob (state, measure, "delay");
  g_autofree char *scale_text = lv_number_format_da (scale, -1);
  g_autofree char *delay_text = lv_number_format_da (fabs (delay), 0);
  g_autofree char *how_much = fill_one (lv_catalogue_word (pack, "scale"), scale_text);
  g_autofree char *how_late = fill_one (lv_catalogue_word (pack, delay < 0 ? "earlier" : "late"), delay_text);

  if (((const LvMeasure *) measure->detail)->included_in != NULL)
    append (out, lv_catalogue_word (pack, "included"));
  if (measure->local)
    append (out, lv_catalogue_word (pack, "own"));
  if (scale != 100)
    append (out, how_much);
  if (delay != 0)
    append (out, how_late);
  return g_string_free (out, FALSE);
}

static char *
say_scenario (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  return lv_catalogue_in_scenario (self->state, entry->item);
}

/* The month in which it begins here, and the planned one where that is another. */
static char *
say_start (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  int planned = measure_of (entry)->start;
  int start = planned + (int) knob (self->state, entry->item, "delay");
  g_autofree char *planned_id = planned >= 0 ? lv_month_format (planned) : NULL;
  g_autofree char *start_id = planned >= 0 ? lv_month_format (start) : NULL;
  g_autofree char *from = NULL;
  g_autofree char *words = NULL;

  if (planned < 0)
    return NULL;
  words = lv_plan_day_words (self->pack, start_id);
  if (start == planned)
    return g_steal_pointer (&words);
  from = lv_plan_day_words (self->pack, planned_id);
  return lv_text_fill (lv_catalogue_word (self->pack, "start-moved"), (const char *const[]){ words, from }, 2);
}

static char *
say_phase (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  g_autofree char *months = g_strdup_printf ("%d", measure_of (entry)->phase_in);

  return measure_of (entry)->phase_in > 1 ? fill_one (lv_catalogue_word (self->pack, "months"), months) : g_strdup ("");
}

static char *
say_realisation (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  const LvMeasure *measure = measure_of (entry);
  g_autofree char *percent = lv_number_format_da (measure->realisation * 100, -1);

  if (measure->realisation_item != NULL)
    return g_strdup (measure->realisation_item->title);
  return measure->realisation != 1 ? fill_one (lv_catalogue_word (self->pack, "percent"), percent) : g_strdup ("");
}

/* --- Beside others */

static char *
say_excludes (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const GPtrArray *excludes = measure_of (entry)->excludes;

  for (guint i = 0; excludes != NULL && i < excludes->len; i++)
    append (out, ((const LvItem *) g_ptr_array_index (excludes, i))->title);
  return g_strdup (out->str);
}

static char *
say_pool (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  const LvItem *pool = measure_of (entry)->pool;

  return pool != NULL ? fill_one (lv_catalogue_word (self->pack, "shares"), pool->title) : g_strdup ("");
}

/** Returns: (transfer full) (element-type LvAction): the actions that carry the measure */
GPtrArray *
lv_catalogue_actions (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  GPtrArray *actions = g_ptr_array_new ();

  for (guint i = 0; i < self->actions->len; i++)
    if (g_strcmp0 (lv_action_text (g_ptr_array_index (self->actions, i), LV_ACTION_CARRIES), entry->item->id) == 0)
      g_ptr_array_add (actions, g_ptr_array_index (self->actions, i));
  return actions;
}

static char *
say_carried (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  g_autoptr (GPtrArray) actions = lv_catalogue_actions (self, entry);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      const LvAction *action = g_ptr_array_index (actions, i);
      const char *track = lv_action_text (action, LV_ACTION_TRACK);

      g_string_append_printf (out, "%s%s%s%s", out->len > 0 ? "; " : "", track, track[0] != '\0' ? ": " : "",
                              lv_action_text (action, LV_ACTION_TITLE));
    }
  return g_strdup (out->str);
}

/** Returns: (transfer full) (nullable): where @item is printed, and whose judgement it is and why */
char *
lv_catalogue_origin (const LvPack *pack, const LvItem *item)
{
  const char *id = lv_pack_text (pack, item, "source");
  const LvItem *source = id != NULL ? lv_pack_find_kind (pack, LV_KIND_SOURCE, id) : NULL;
  const char *place = lv_pack_text (pack, item, "place");
  const char *who = lv_pack_text (pack, item, "who");
  const char *why = lv_pack_text (pack, item, "why");
  GString *out = g_string_new (NULL);

  if (source != NULL)
    append (out, source->title);
  if (source != NULL && place != NULL)
    append (out, place);
  if (who != NULL || why != NULL)
    g_string_append_printf (out, "%s%s%s%s", out->len > 0 ? ". " : "", who != NULL ? who : "",
                            who != NULL && why != NULL ? ": " : "", why != NULL ? why : "");
  if (out->len == 0)
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  return g_string_free (out, FALSE);
}

static char *
say_origin (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  return lv_catalogue_origin (self->pack, entry->item);
}

/* --- All of it */

/* What everybody asks of a measure is always there, if only to say that it is not stated (%NULL); the others are
 * "" where there is nothing to say. */
static const struct
{
  const char *word;
  Say say;
} fields[] = {
  { "description", say_description }, { "consequence", say_consequence }, { "positions", say_positions },
  { "owner", say_owner },             { "carried", say_carried },         { "state", say_state },
  { "scenario", say_scenario },       { "start", say_start },             { "phase-in", say_phase },
  { "realisation", say_realisation }, { "excludes", say_excludes },       { "overlaps", say_pool },
  { "legal", say_legal },             { "origin", say_origin },           { "note", say_note },
};

static gboolean
may_lack (Say say)
{
  return say == say_legal || say == say_note || say == say_carried;
}

static char *
field_text (const LvCatalogue *self, const LvCatalogueEntry *entry, gsize i)
{
  g_autofree char *text = fields[i].say (self, entry);

  if (text == NULL && may_lack (fields[i].say))
    return g_strdup ("");
  return text != NULL ? g_steal_pointer (&text) : g_strdup (lv_text_word (self->pack, "xl-not-stated", "not stated"));
}

/** Returns: (transfer full): what is said of one measure, a row for each thing */
LvGrid *
lv_catalogue_about (const LvCatalogue *self, const LvCatalogueEntry *entry)
{
  LvGrid *grid = lv_grid_empty (entry->item->title, lv_catalogue_word (self->pack, "measure"));

  g_ptr_array_add (grid->heads, g_strdup (lv_catalogue_word (self->pack, "said")));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = field_text (self, entry, i);

      if (text[0] != '\0')
        lv_grid_add_text (lv_grid_add_row (grid, g_strdup (lv_catalogue_word (self->pack, fields[i].word)), NULL), text);
    }
  return grid;
}

static gboolean
any_says (const LvCatalogue *self, gsize i)
{
  for (guint e = 0; e < self->entries->len; e++)
    {
      g_autofree char *text = field_text (self, g_ptr_array_index (self->entries, e), i);

      if (text[0] != '\0')
        return TRUE;
    }
  return FALSE;
}

/** Returns: (transfer full): all measures, a row each, a column for each thing that is said of any */
LvGrid *
lv_catalogue_list (const LvCatalogue *self, const char *title)
{
  LvGrid *grid = lv_grid_empty (title != NULL ? title : lv_catalogue_word (self->pack, "measures"),
                                lv_catalogue_word (self->pack, "measure"));

  for (guint e = 0; e < self->entries->len; e++)
    lv_grid_add_row (grid, g_strdup (((const LvCatalogueEntry *) g_ptr_array_index (self->entries, e))->item->title), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!any_says (self, i))
        continue;
      g_ptr_array_add (grid->heads, g_strdup (lv_catalogue_word (self->pack, fields[i].word)));
      for (guint e = 0; e < self->entries->len; e++)
        {
          g_autofree char *text = field_text (self, g_ptr_array_index (self->entries, e), i);

          lv_grid_add_text (g_ptr_array_index (grid->rows, e),
                            text[0] != '\0' ? text : lv_text_word (self->pack, "xl-no-remark", "none"));
        }
    }
  return grid;
}
