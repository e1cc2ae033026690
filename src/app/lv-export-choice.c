/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-export-choice.h"

#include "lv-action-plan.h"
#include "lv-compare.h"
#include "lv-export-doubts.h"
#include "lv-export-name.h"
#include "lv-grid.h"
#include "lv-paper-notes.h"
#include "lv-text.h"

#include <string.h>

/* What a chart that is left out is called among the settings. */
#define CHART "chart:"

static void
pick_free (gpointer data)
{
  LvExportPick *pick = data;

  g_free (pick->title);
  g_free (pick->number);
  g_free (pick->document_number);
  g_free (pick);
}

static void
scenario_free (gpointer data)
{
  LvExportScenario *scenario = data;

  g_free (scenario->id);
  g_free (scenario->title);
  lv_state_free (scenario->state);
  lv_scenario_free (scenario->said);
  g_free (scenario);
}

/* --- The session as it is now */

static LvSession *
copy_session (LvSession *session)
{
  const LvPack *pack = lv_session_pack (session);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvProblems) unplaced = lv_problems_new ();
  g_autoptr (GBytes) bytes = lv_document_write (lv_session_document (session));
  g_autoptr (LvDocument) document = lv_document_read (pack, bytes, NULL);
  LvModel *model = lv_model_new_over (pack, NULL, "", TRUE, problems, unplaced);
  LvSession *copy;

  /* Both have been read before. */
  g_return_val_if_fail (model != NULL && document != NULL, NULL);
  copy = lv_session_new (model);
  lv_session_set_today (copy, lv_session_today (session));
  lv_session_set_document (copy, document, NULL);
  return copy;
}

/* --- What there is to choose */

static gboolean
is_left_out (const char *const *left_out, const char *id, const char *profile)
{
  g_autofree char *name = profile != NULL ? g_strdup_printf ("%s:%s", id, profile) : g_strdup (id);

  return g_strv_contains (left_out, name);
}

static LvExportPick *
new_pick (LvSession *session, const LvItem *item, const char *const *left_out)
{
  LvExportPick *pick = g_new0 (LvExportPick, 1);
  g_autofree char *read = lv_paper_note (session, item->id, "read");

  pick->item = item;
  pick->chosen = !is_left_out (left_out, item->id, NULL);
  for (LvProfile p = 0; p < LV_N_PROFILES; p++)
    {
      pick->offers[p] = lv_attachment_has_profile (item, p);
      pick->profiles[p] = pick->offers[p] && !is_left_out (left_out, item->id, lv_profile_name (p));
    }
  pick->title = lv_paper_note (session, item->id, "title");
  pick->number = lv_paper_note (session, item->id, "number");
  pick->document_number = lv_paper_note (session, item->id, "document-number");
  pick->is_read = g_str_equal (read, "yes");
  pick->n_missing = -1;
  return pick;
}

/* --- Charts, as the pages show them */

static gboolean
has_chart (const LvExportChoice *self, const LvItem *item)
{
  for (guint i = 0; i < self->charts->len; i++)
    if (((const LvExportChart *) g_ptr_array_index (self->charts, i))->item == item)
      return TRUE;
  return FALSE;
}

static void
add_chart (LvExportChoice *self, const LvItem *item, const LvItem *page, const char *const *left_out)
{
  g_autofree char *name = g_strconcat (CHART, item->id, NULL);
  LvExportChart *chart;

  if (has_chart (self, item))
    return;
  chart = g_new0 (LvExportChart, 1);
  chart->item = item;
  chart->page = page;
  chart->chosen = !g_strv_contains (left_out, name);
  g_ptr_array_add (self->charts, chart);
}

static void
add_page_charts (LvExportChoice *self, const LvItem *page, const char *const *left_out)
{
  const LvPack *pack = lv_session_pack (self->session);
  g_auto (GStrv) cards = lv_item_get_list (page, "cards");

  for (guint i = 0; cards != NULL && cards[i] != NULL; i++)
    {
      const LvItem *card = lv_pack_find_kind (pack, LV_KIND_CARD, cards[i]);
      const char *id = card != NULL ? lv_item_get (card, "chart") : NULL;
      const LvItem *item = id != NULL ? lv_pack_find_kind (pack, LV_KIND_CHART, id) : NULL;

      if (item != NULL)
        add_chart (self, item, page, left_out);
    }
}

static void
add_charts (LvExportChoice *self, const char *const *left_out)
{
  const LvPack *pack = lv_session_pack (self->session);
  const GPtrArray *pages = lv_pack_items (pack, LV_KIND_PAGE);
  const GPtrArray *charts = lv_pack_items (pack, LV_KIND_CHART);

  for (guint i = 0; i < pages->len; i++)
    add_page_charts (self, g_ptr_array_index (pages, i), left_out);
  for (guint i = 0; i < charts->len; i++)
    add_chart (self, g_ptr_array_index (charts, i), NULL, left_out);
}

static void
add_scenario (LvExportChoice *self, const char *id, const char *title, gboolean chosen)
{
  LvExportScenario *scenario = g_new0 (LvExportScenario, 1);

  scenario->id = g_strdup (id);
  scenario->title = g_strdup (title);
  scenario->chosen = chosen;
  scenario->n_failing = -1;
  scenario->n_unreasoned = -1;
  g_ptr_array_add (self->scenarios, scenario);
}

static void
add_scenarios (LvExportChoice *self, const char *shown)
{
  g_autoptr (GPtrArray) scenarios = lv_session_scenarios (self->session);

  add_scenario (self, NULL, lv_text_word (lv_session_pack (self->session), "baseline", "Baseline"), shown == NULL);
  for (guint i = 0; i < scenarios->len; i++)
    {
      const LvSessionScenario *scenario = g_ptr_array_index (scenarios, i);

      add_scenario (self, scenario->id, scenario->title, g_strcmp0 (scenario->id, shown) == 0);
    }
}

/* The day that the window was told, from which plans are late too. */
static void
set_date (LvExportChoice *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (lv_session_get_today (self->session, &self->date))
    return;
  g_date_clear (&self->date, 1);
  g_date_set_dmy (&self->date, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
}

static char *
first_folder (GSettings *settings)
{
  g_autofree char *last = g_settings_get_string (settings, "export-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (last[0] != '\0' && g_file_test (last, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&last);
  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

/* The numbered ones first, as they stand in the case; the others in the pack's order. */
static int
compare_picks (gconstpointer a, gconstpointer b)
{
  const char *left = lv_item_get ((*(LvExportPick *const *) a)->item, "number");
  const char *right = lv_item_get ((*(LvExportPick *const *) b)->item, "number");

  if (left == NULL || right == NULL)
    return (left == NULL) - (right == NULL);
  return (int) (g_ascii_strtoll (left, NULL, 10) - g_ascii_strtoll (right, NULL, 10));
}

/**
 * lv_export_choice_new:
 * @session: what the window shows
 * @settings: what was chosen last
 *
 * Returns: (transfer full): all that can be made, as it was chosen and said last
 */
LvExportChoice *
lv_export_choice_new (LvSession *session, GSettings *settings)
{
  LvExportChoice *self = g_new0 (LvExportChoice, 1);
  g_auto (GStrv) left_out = g_settings_get_strv (settings, "export-left-out");
  const GPtrArray *items;

  self->session = copy_session (session);
  self->picks = g_ptr_array_new_with_free_func (pick_free);
  self->scenarios = g_ptr_array_new_with_free_func (scenario_free);
  items = lv_pack_items (lv_session_pack (self->session), LV_KIND_ATTACHMENT);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->picks, new_pick (session, g_ptr_array_index (items, i),
                                            (const char *const *) left_out));
  g_ptr_array_sort (self->picks, compare_picks);
  self->charts = g_ptr_array_new_with_free_func (g_free);
  add_charts (self, (const char *const *) left_out);
  add_scenarios (self, lv_session_shown (session));
  set_date (self);
  self->unit = lv_paper_note (session, LV_PAPER_ALL, "unit");
  self->case_number = lv_paper_note (session, LV_PAPER_ALL, "case-number");
  self->folder = first_folder (settings);
  return self;
}

void
lv_export_choice_free (LvExportChoice *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->picks);
  g_ptr_array_unref (self->charts);
  g_ptr_array_unref (self->scenarios);
  g_object_unref (self->session);
  g_free (self->unit);
  g_free (self->case_number);
  g_free (self->folder);
  g_free (self);
}

/* --- What is chosen */

/** Returns: the values and reasons of @scenario, which last as long as @self */
LvSide
lv_export_choice_side (LvExportChoice *self, LvExportScenario *scenario)
{
  if (scenario->state == NULL)
    {
      scenario->state = lv_session_state_of (self->session, scenario->id);
      scenario->said = scenario->id != NULL ? lv_session_flatten (self->session, scenario->id) : NULL;
    }
  /* What the grundprognose is called, the exporters know. */
  return (LvSide){ .title = scenario->id != NULL ? scenario->title : NULL,
                   .state = scenario->state,
                   .scenario = scenario->said };
}

/** Returns: (transfer none) (nullable): the first scenario that is chosen */
LvExportScenario *
lv_export_choice_first (LvExportChoice *self)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    if (((LvExportScenario *) g_ptr_array_index (self->scenarios, i))->chosen)
      return g_ptr_array_index (self->scenarios, i);
  return NULL;
}

static const char *
or_null (const char *text)
{
  return text[0] != '\0' ? text : NULL;
}

/** Returns: what the sender says of @pick; of a chart, where it is %NULL, what is said of all */
LvPaper
lv_export_choice_paper (const LvExportChoice *self, const LvExportPick *pick)
{
  LvPaper paper = { .case_number = or_null (self->case_number), .unit = or_null (self->unit) };

  if (pick == NULL)
    return paper;
  paper.title = or_null (pick->title);
  paper.number = or_null (pick->number);
  paper.document_number = or_null (pick->document_number);
  paper.is_read = pick->is_read;
  return paper;
}

static guint
n_scenarios (const LvExportChoice *self)
{
  guint n = 0;

  for (guint i = 0; i < self->scenarios->len; i++)
    n += ((const LvExportScenario *) g_ptr_array_index (self->scenarios, i))->chosen;
  return n;
}

/** Returns: how many files would be made */
guint
lv_export_choice_n_files (const LvExportChoice *self)
{
  guint n = 0;

  for (guint i = 0; i < self->charts->len; i++)
    n += ((const LvExportChart *) g_ptr_array_index (self->charts, i))->chosen;
  for (guint i = 0; i < self->picks->len; i++)
    {
      const LvExportPick *pick = g_ptr_array_index (self->picks, i);

      for (LvProfile p = 0; pick->chosen && p < LV_N_PROFILES; p++)
        n += pick->profiles[p];
    }
  return n * n_scenarios (self);
}

/* --- The files */

static void
add_file (LvExportChoice *self, LvExportSet *set, const LvSide *side, const LvItem *item, LvProfile profile,
          const LvExportPick *pick, const char *folder, GHashTable *taken)
{
  LvPaper paper = lv_export_choice_paper (self, pick);
  /* Charts whose title is a sentence are named by it. */
  g_autofree char *title = item->title == NULL ? lv_grid_item_title (item, side->state, lv_session_base (self->session))
                                               : NULL;
  LvPaper named = paper;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  named.title = paper.title != NULL ? paper.title : title;
  name = lv_export_paper_name (lv_session_pack (self->session), item, profile, &named, taken);
  path = folder != NULL ? g_build_filename (folder, name, NULL) : g_strdup (name);
  lv_export_set_add (set, side, item, profile, &paper, path);
}

static void
add_scenario_files (LvExportChoice *self, LvExportSet *set, LvExportScenario *scenario, const char *folder)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const LvSide side = lv_export_choice_side (self, scenario);

  for (guint i = 0; i < self->picks->len; i++)
    {
      const LvExportPick *pick = g_ptr_array_index (self->picks, i);

      for (LvProfile p = 0; pick->chosen && p < LV_N_PROFILES; p++)
        if (pick->profiles[p])
          add_file (self, set, &side, pick->item, p, pick, folder, taken);
    }
  for (guint i = 0; i < self->charts->len; i++)
    {
      const LvExportChart *chart = g_ptr_array_index (self->charts, i);

      if (chart->chosen)
        add_file (self, set, &side, chart->item, LV_PROFILE_PDF, NULL, folder, taken);
    }
}

/**
 * lv_export_choice_sides:
 *
 * Returns: (transfer full) (nullable) (element-type LvSide): what attachments compare: the grundprognose, and the scenarios
 *   that are chosen; %NULL where only one is
 */
GPtrArray *
lv_export_choice_sides (LvExportChoice *self)
{
  GPtrArray *sides;

  if (n_scenarios (self) < 2)
    return NULL;
  sides = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->scenarios->len && sides->len < LV_MAX_SIDES; i++)
    {
      LvExportScenario *scenario = g_ptr_array_index (self->scenarios, i);
      LvSide side;

      if (!scenario->chosen && scenario->id != NULL)
        continue;
      side = lv_export_choice_side (self, scenario);
      side.title = scenario->title;
      g_ptr_array_add (sides, g_memdup2 (&side, sizeof side));
    }
  return sides;
}

/** Returns: (transfer full): the files that are chosen; those of several scenarios in a folder for each */
LvExportSet *
lv_export_choice_set (LvExportChoice *self)
{
  LvExportSet *set = lv_export_set_new (lv_session_base (self->session), self->folder, &self->date);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean several = n_scenarios (self) > 1;

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      LvExportScenario *scenario = g_ptr_array_index (self->scenarios, i);
      g_autofree char *folder = NULL;

      if (!scenario->chosen)
        continue;
      if (several)
        folder = lv_export_unique_name (scenario->title, NULL, taken);
      add_scenario_files (self, set, scenario, folder);
    }
  if (several)
    lv_export_set_compare (set, lv_export_choice_sides (self));
  return set;
}

/* --- What a reader may stumble over */

/**
 * lv_export_choice_count_next:
 *
 * Counts one thing of what is chosen that was not counted yet, so that a window can do it bit by bit.
 *
 * Returns: whether there was such a thing
 */
gboolean
lv_export_choice_count_next (LvExportChoice *self)
{
  const LvState *base = lv_session_base (self->session);
  LvExportScenario *first = lv_export_choice_first (self);

  for (guint i = 0; i < self->scenarios->len; i++)
    {
      LvExportScenario *scenario = g_ptr_array_index (self->scenarios, i);
      LvSide side;

      if (!scenario->chosen || scenario->n_failing >= 0)
        continue;
      side = lv_export_choice_side (self, scenario);
      scenario->n_failing = (int) lv_export_n_failing (side.state);
      scenario->n_unreasoned = scenario->id != NULL ? (int) lv_export_n_unreasoned (&side, base) : 0;
      return TRUE;
    }
  for (guint i = 0; first != NULL && i < self->picks->len; i++)
    {
      LvExportPick *pick = g_ptr_array_index (self->picks, i);
      LvSide side;

      if (!pick->chosen || pick->n_missing >= 0)
        continue;
      side = lv_export_choice_side (self, first);
      side.title = first->title;
      pick->n_missing = (int) lv_export_n_missing (pick->item, &side, base, &self->date);
      return TRUE;
    }
  return FALSE;
}

/* --- What is remembered */

static void
add_left_out (GStrvBuilder *left_out, const LvExportPick *pick)
{
  if (!pick->chosen)
    g_strv_builder_add (left_out, pick->item->id);
  for (LvProfile p = 0; p < LV_N_PROFILES; p++)
    if (pick->offers[p] && !pick->profiles[p])
      {
        g_autofree char *name = g_strdup_printf ("%s:%s", pick->item->id, lv_profile_name (p));

        g_strv_builder_add (left_out, name);
      }
}

static void
add_note (GArray *notes, const char *id, const char *key, const char *text)
{
  const LvPaperNote note = { id, key, text };

  g_array_append_val (notes, note);
}

/**
 * lv_export_choice_remember:
 * @session: the user's
 *
 * Keeps what the sender says in the document, as one step of undo, and what is ticked in the settings.
 */
void
lv_export_choice_remember (const LvExportChoice *self, LvSession *session, GSettings *settings)
{
  g_autoptr (GStrvBuilder) left_out = g_strv_builder_new ();
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (LvPaperNote));
  g_auto (GStrv) list = NULL;

  add_note (notes, LV_PAPER_ALL, "unit", self->unit);
  add_note (notes, LV_PAPER_ALL, "case-number", self->case_number);
  for (guint i = 0; i < self->picks->len; i++)
    {
      const LvExportPick *pick = g_ptr_array_index (self->picks, i);

      add_left_out (left_out, pick);
      add_note (notes, pick->item->id, "title", pick->title);
      add_note (notes, pick->item->id, "number", pick->number);
      add_note (notes, pick->item->id, "document-number", pick->document_number);
      add_note (notes, pick->item->id, "read", pick->is_read ? "yes" : "");
    }
  for (guint i = 0; i < self->charts->len; i++)
    {
      const LvExportChart *chart = g_ptr_array_index (self->charts, i);
      g_autofree char *name = g_strconcat (CHART, chart->item->id, NULL);

      if (!chart->chosen)
        g_strv_builder_add (left_out, name);
    }
  lv_paper_notes_set (session, (const LvPaperNote *) notes->data, notes->len);
  list = g_strv_builder_end (left_out);
  g_settings_set_strv (settings, "export-left-out", (const char *const *) list);
  g_settings_set_string (settings, "export-folder", self->folder);
}
