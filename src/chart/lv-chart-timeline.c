/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A timeline from the actions of a plan: a row for each, under the heading of its track. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-private.h"

#include "lv-id.h"
#include "lv-month.h"

#include <string.h>

/* The series of every timeline; those of a scenario, which moves no deadline, come after them. */
enum {
  START,
  END,
  DEADLINE,
  MOVED_START,
  MOVED_END
};

/* An action of the user's own belongs to the plan that its id names after "lokal.". */
static gboolean
matches (const char *pattern, const char *id)
{
  if (g_str_has_prefix (id, "lokal.") && !g_str_has_prefix (pattern, "lokal."))
    id += strlen ("lokal.");
  return lv_id_matches (pattern, id);
}

static void
add_matching (const LvChart *self, const char *pattern)
{
  const GPtrArray *all = lv_model_actions (self->model);

  for (guint i = 0; pattern[0] != '\0' && i < all->len; i++)
    {
      LvItem *action = g_ptr_array_index (all, i);

      if (matches (pattern, action->id) && !g_ptr_array_find (self->actions, action, NULL))
        g_ptr_array_add (self->actions, action);
    }
}

/* Actions of one track stand together, tracks in the order in which they first come. */
static void
group_by_track (const LvChart *self)
{
  g_autoptr (GPtrArray) grouped = g_ptr_array_new ();

  for (guint i = 0; i < self->actions->len; i++)
    {
      const char *track = lv_item_get (g_ptr_array_index (self->actions, i), "track");

      if (g_ptr_array_find (grouped, g_ptr_array_index (self->actions, i), NULL))
        continue;
      for (guint k = i; k < self->actions->len; k++)
        if (g_strcmp0 (track, lv_item_get (g_ptr_array_index (self->actions, k), "track")) == 0)
          g_ptr_array_add (grouped, g_ptr_array_index (self->actions, k));
    }
  for (guint i = 0; i < grouped->len; i++)
    self->actions->pdata[i] = g_ptr_array_index (grouped, i);
}

/* The plan may have become another since: a user adds actions, and says anew how far they are. */
static void
find_rows (const LvChart *self)
{
  g_auto (GStrv) patterns = lv_item_get_list (self->item, "actions");

  g_ptr_array_set_size (self->actions, 0);
  for (guint i = 0; patterns[i] != NULL; i++)
    add_matching (self, patterns[i]);
  group_by_track (self);
}

/* Finds the rows. */
void
lv_chart_plan_timeline (LvChart *self)
{
  self->actions = g_ptr_array_new ();
  find_rows (self);
}

/* Rows */

static char *
dup_name (const LvItem *action)
{
  const char *number = lv_item_get (action, "number");
  const char *title = action->title != NULL ? action->title : action->id;

  if (number == NULL || number[0] == '\0')
    return g_strdup (title);
  if (strspn (number, "0123456789") == strlen (number))
    return g_strdup_printf ("%s. %s", number, title);
  return g_strdup_printf ("%s %s", number, title);
}

static LvFigureProgress
progress_of (const LvItem *action)
{
  static const struct { const char *word; LvFigureProgress progress; } table[] = {
    { "ikke-startet", LV_FIGURE_NOT_STARTED }, { "i-gang", LV_FIGURE_UNDER_WAY },
    { "gennemfoert", LV_FIGURE_DONE },         { "forsinket", LV_FIGURE_LATE },
    { "i-bero", LV_FIGURE_ON_HOLD },           { "udgaar", LV_FIGURE_DROPPED },
  };
  const char *word = lv_item_get (action, "status");

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].word, word) == 0)
      return table[i].progress;
  return LV_FIGURE_NOT_STATED;
}

static void
add_row (LvFigure *figure, const LvItem *action)
{
  g_autofree char *name = dup_name (action);
  int row = lv_figure_add_category (figure, name, NULL, LV_FIGURE_PERIOD_NONE);

  lv_figure_set_group (figure, row, lv_item_get (action, "track"));
  lv_figure_set_detail (figure, row, lv_item_get (action, "owner"));
  lv_figure_set_progress (figure, row, progress_of (action));
}

static void
add_links (const LvChart *self, LvFigure *figure)
{
  for (guint to = 0; to < self->actions->len; to++)
    {
      g_auto (GStrv) depends = lv_item_get_list (g_ptr_array_index (self->actions, to), "depends");

      for (guint d = 0; depends[d] != NULL; d++)
        for (guint from = 0; from < self->actions->len; from++)
          if (strcmp (((LvItem *) g_ptr_array_index (self->actions, from))->id, depends[d]) == 0)
            lv_figure_add_link (figure, (int) from, (int) to);
    }
}

/* Days */

/* Where the pack only names a month, so does the figure. */
static char *
dup_month (const LvFigure *figure, const char *text)
{
  g_auto (GStrv) names = NULL;
  int month;

  if (text == NULL || !lv_month_parse (text, &month))
    return NULL;
  names = g_strsplit (lv_figure_get_word (figure, LV_WORD_MONTHS), ";", 12);
  return g_strv_length (names) == 12 ? g_strdup_printf ("%s %d", names[month % 12], month / 12)
                                     : NULL;
}

static void
fill_day (LvFigure *figure, int series, int row, const LvItem *action, const char *key,
          const LvState *state, gboolean moved)
{
  gboolean printed = lv_item_get (action, "source") != NULL;
  g_autofree char *month = moved ? NULL : dup_month (figure, lv_item_get (action, key));
  GDate day;

  if (!lv_state_get_day (state, action, key, &day))
    return;
  lv_figure_set_value (figure, series, row, g_date_get_julian (&day),
                       moved     ? LV_FIGURE_CHANGED
                       : printed ? LV_FIGURE_PUBLISHED
                                 : LV_FIGURE_ASSUMED);
  if (month != NULL)
    lv_figure_set_value_text (figure, series, row, month);
}

static gboolean
is_other (const LvItem *action, const char *key, const LvState *state, const LvState *base)
{
  gboolean has_day;
  GDate now;
  GDate before;

  if (!lv_state_get_day (state, action, key, &now))
    return FALSE;
  has_day = lv_state_get_day (base, action, key, &before);
  return !has_day || g_date_compare (&now, &before) != 0;
}

static gboolean
is_moved (const LvItem *action, const LvState *state, const LvState *base)
{
  return is_other (action, "start", state, base) || is_other (action, "end", state, base);
}

static void
add_day_series (LvFigure *figure, LvFigureRole role)
{
  lv_figure_add_series (figure, "start", lv_figure_get_word (figure, LV_WORD_START), role,
                        LV_FIGURE_LOW);
  lv_figure_add_series (figure, "end", lv_figure_get_word (figure, LV_WORD_END), role,
                        LV_FIGURE_HIGH);
  if (role == LV_FIGURE_BASELINE)
    lv_figure_add_series (figure, "deadline", lv_figure_get_word (figure, LV_WORD_DEADLINE), role,
                          LV_FIGURE_MARK);
}

static void
fill_scenario (const LvChart *self, LvFigure *figure, const LvState *state, const LvState *base)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->actions->len; i++)
    {
      const LvItem *action = g_ptr_array_index (self->actions, i);

      if (!is_moved (action, state, base))
        continue;
      if (!any)
        add_day_series (figure, LV_FIGURE_SCENARIO);
      any = TRUE;
      fill_day (figure, MOVED_START, (int) i, action, "start", state, TRUE);
      fill_day (figure, MOVED_END, (int) i, action, "end", state, TRUE);
    }
}

static void
add_today (const LvChart *self, LvFigure *figure)
{
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;

  if (!g_date_valid (&self->today))
    return;
  day = lv_figure_dup_day (figure, g_date_get_julian (&self->today));
  label = g_strdup_printf ("%s, %s", lv_figure_get_word (figure, LV_WORD_TODAY), day);
  lv_figure_add_reference (figure, g_date_get_julian (&self->today), label);
}

/* Fills a figure with the rows, the days of the grundprognose, and those that the scenario moves. */
void
lv_chart_fill_timeline (const LvChart *self, LvFigure *figure, const LvState *state,
                        const LvState *base)
{
  find_rows (self);
  for (guint i = 0; i < self->actions->len; i++)
    add_row (figure, g_ptr_array_index (self->actions, i));
  add_day_series (figure, LV_FIGURE_BASELINE);
  for (guint i = 0; i < self->actions->len; i++)
    {
      const LvItem *action = g_ptr_array_index (self->actions, i);

      fill_day (figure, START, (int) i, action, "start", base, FALSE);
      fill_day (figure, END, (int) i, action, "end", base, FALSE);
      fill_day (figure, DEADLINE, (int) i, action, "deadline", base, FALSE);
    }
  fill_scenario (self, figure, state, base);
  for (guint i = 0; i < self->actions->len; i++)
    if (!lv_figure_is_dated (figure, (int) i))
      lv_figure_set_value_text (figure, END, (int) i,
                                lv_item_get (g_ptr_array_index (self->actions, i), "window"));
  add_links (self, figure);
  add_today (self, figure);
}

/* Words */

/* Returns: (transfer full) (nullable): the action's name and all that is known of it, in lines */
char *
lv_chart_tell_action (const LvChart *self, const LvFigure *figure, int category)
{
  const LvItem *action;
  const LvFigureCategory *own = lv_figure_get_category (figure, category);
  g_autofree char *known = NULL;
  g_autofree char *source = NULL;

  if (own == NULL || category >= (int) self->actions->len)
    return NULL;
  action = g_ptr_array_index (self->actions, category);
  known = lv_figure_dup_action (figure, category);
  source = lv_chart_dup_source_name (lv_model_pack (self->model), lv_item_get (action, "source"),
                                     lv_item_get (action, "place"));
  return g_strdup_printf ("%s%s%s%s%s%s%s", own->label, known[0] != '\0' ? "\n" : "", known,
                          own->detail != NULL ? "\n" : "", own->detail != NULL ? own->detail : "",
                          source != NULL ? "\n" : "", source != NULL ? source : "");
}

static void
append_cell (GString *out, const char *text)
{
  g_string_append_printf (out, "\t%s", text != NULL ? text : "");
}

/* Returns: (transfer full): a line for each action, parted by tabs */
char *
lv_chart_timeline_to_text (const LvFigure *figure)
{
  static const LvFigureWord heads[] = { LV_WORD_TRACK_HEAD, LV_WORD_OWNER_HEAD,
                                        LV_WORD_STATUS_HEAD };
  GString *out = g_string_new (lv_figure_get_word (figure, LV_WORD_ACTION_HEAD));

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    append_cell (out, lv_figure_get_word (figure, heads[i]));
  for (int s = 0; s < lv_figure_n_series (figure); s++)
    {
      const LvFigureSeries *own = lv_figure_get_series (figure, s);
      g_autofree char *moved = lv_figure_fill (figure, LV_WORD_SERIES_SCENARIO, "label",
                                               own->label, NULL);

      append_cell (out, own->role == LV_FIGURE_SCENARIO ? moved : own->label);
    }
  for (int c = 0; c < lv_figure_n_categories (figure); c++)
    {
      const LvFigureCategory *own = lv_figure_get_category (figure, c);

      g_string_append_printf (out, "\n%s", own->label);
      append_cell (out, own->group);
      append_cell (out, own->detail);
      append_cell (out, lv_figure_get_progress_word (figure, c));
      for (int s = 0; s < lv_figure_n_series (figure); s++)
        {
          g_autofree char *text = lv_figure_dup_value_text (figure, s, c);

          append_cell (out, text);
        }
    }
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
