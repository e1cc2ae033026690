/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-plan-figure.h"

#include "lv-chart-words.h"

#include <string.h>

/* The series of every timeline; those of a scenario come after them where it moves anything. */
enum
{
  START,
  END,
  DEADLINE,
  MOVED_START,
  MOVED_END
};

typedef struct
{
  LvFigure *figure;
  const LvPack *pack;
  const GPtrArray *actions;
  guint first;
  guint n;
  LvActionField group; /* LV_N_ACTION_FIELDS: none */
  const GDate *today;
} Making;

static const LvAction *
action_at (const Making *self, guint row)
{
  return g_ptr_array_index (self->actions, self->first + row);
}

static char *
dup_name (const LvAction *action)
{
  const char *number = lv_action_text (action, LV_ACTION_NUMBER);
  const char *title = lv_action_text (action, LV_ACTION_TITLE);

  if (number[0] == '\0')
    return g_strdup (title);
  if (strspn (number, "0123456789") == strlen (number))
    return g_strdup_printf ("%s. %s", number, title);
  return g_strdup_printf ("%s %s", number, title);
}

/* What is late by its dates is drawn as late, whatever its status says. */
static LvFigureProgress
progress_of (const Making *self, const LvAction *action)
{
  static const struct
  {
    const char *word;
    LvFigureProgress progress;
  } table[] = {
    { "ikke-startet", LV_FIGURE_NOT_STARTED }, { "i-gang", LV_FIGURE_UNDER_WAY },
    { "gennemfoert", LV_FIGURE_DONE },         { "forsinket", LV_FIGURE_LATE },
    { "i-bero", LV_FIGURE_ON_HOLD },           { "udgaar", LV_FIGURE_DROPPED },
  };

  if (lv_action_late (action, self->today) != LV_LATE_NO)
    return LV_FIGURE_LATE;
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (strcmp (table[i].word, lv_action_text (action, LV_ACTION_STATUS)) == 0)
      return table[i].progress;
  return LV_FIGURE_NOT_STATED;
}

/* Returns: (transfer full) (nullable): the heading that the action stands under */
static char *
group_of (const Making *self, const LvAction *action)
{
  if (self->group == LV_ACTION_STATUS)
    return lv_action_status_words (self->pack, action);
  if (self->group == LV_N_ACTION_FIELDS || lv_action_text (action, self->group)[0] == '\0')
    return NULL;
  return g_strdup (lv_action_text (action, self->group));
}

static void
add_row (const Making *self, const LvAction *action)
{
  g_autofree char *name = dup_name (action);
  const char *owner = lv_action_text (action, LV_ACTION_OWNER);
  g_autofree char *group = group_of (self, action);
  int row = lv_figure_add_category (self->figure, name, NULL, LV_FIGURE_PERIOD_NONE);

  lv_figure_set_group (self->figure, row, group);
  lv_figure_set_detail (self->figure, row, owner[0] != '\0' ? owner : NULL);
  lv_figure_set_progress (self->figure, row, progress_of (self, action));
}

static void
add_links (const Making *self)
{
  for (guint to = 0; to < self->n; to++)
    {
      g_auto (GStrv) depends = lv_action_list (action_at (self, to), LV_ACTION_DEPENDS);

      for (guint d = 0; depends[d] != NULL; d++)
        for (guint from = 0; from < self->n; from++)
          if (strcmp (action_at (self, from)->id, depends[d]) == 0)
            lv_figure_add_link (self->figure, (int) from, (int) to);
    }
}

static void
add_days (const Making *self, LvFigureRole role)
{
  lv_figure_add_series (self->figure, "start", lv_figure_get_word (self->figure, LV_WORD_START), role,
                        LV_FIGURE_LOW);
  lv_figure_add_series (self->figure, "end", lv_figure_get_word (self->figure, LV_WORD_END), role,
                        LV_FIGURE_HIGH);
  if (role == LV_FIGURE_BASELINE)
    lv_figure_add_series (self->figure, "deadline", lv_figure_get_word (self->figure, LV_WORD_DEADLINE),
                          role, LV_FIGURE_MARK);
}

/* Where only a month is said, so does the figure. */
static void
fill_day (const Making *self, int series, guint row, LvActionField field)
{
  const LvAction *action = action_at (self, row);
  const char *text = lv_action_text (action, field);
  g_autofree char *words = strlen (text) == 7 ? lv_plan_day_words (self->pack, text) : NULL;
  LvFigureStatus status = series >= MOVED_START                                          ? LV_FIGURE_CHANGED
                          : lv_action_text (action, LV_ACTION_SOURCE)[0] != '\0' ? LV_FIGURE_PUBLISHED
                                                                                 : LV_FIGURE_ASSUMED;
  GDate day;

  if (!lv_action_day (action, field, &day))
    return;
  lv_figure_set_value (self->figure, series, (int) row, g_date_get_julian (&day), status);
  if (words != NULL)
    lv_figure_set_value_text (self->figure, series, (int) row, words);
}

static void
fill_rows (const Making *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      fill_day (self, START, i, LV_ACTION_PLANNED_START);
      fill_day (self, END, i, LV_ACTION_PLANNED_END);
      fill_day (self, DEADLINE, i, LV_ACTION_DEADLINE);
    }
}

/* What has no date stands with the words of the source. */
static void
fill_windows (const Making *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const char *window = lv_action_text (action_at (self, i), LV_ACTION_WINDOW);

      if (!lv_figure_is_dated (self->figure, (int) i) && window[0] != '\0')
        lv_figure_set_value_text (self->figure, END, (int) i, window);
    }
}

static void
fill_moved (const Making *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      if (!action_at (self, i)->moved)
        continue;
      if (!any)
        add_days (self, LV_FIGURE_SCENARIO);
      any = TRUE;
      fill_day (self, MOVED_START, i, LV_ACTION_START);
      fill_day (self, MOVED_END, i, LV_ACTION_END);
    }
}

static void
add_today (const Making *self)
{
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;

  if (!g_date_valid (self->today))
    return;
  day = lv_figure_dup_day (self->figure, g_date_get_julian (self->today));
  label = g_strdup_printf ("%s, %s", lv_figure_get_word (self->figure, LV_WORD_TODAY), day);
  lv_figure_add_reference (self->figure, g_date_get_julian (self->today), label);
}

static void
point_out (const Making *self, const char *selected)
{
  for (guint i = 0; selected != NULL && i < self->n; i++)
    if (strcmp (action_at (self, i)->id, selected) == 0)
      lv_figure_set_highlight (self->figure, -1, (int) i);
}

/**
 * lv_plan_figure_new:
 * @actions: (element-type LvAction): the plan, in the order in which it is shown
 * @first: the first of them that is drawn
 * @n: how many are
 * @group: what neighbours under one heading have in common; LV_N_ACTION_FIELDS for no headings
 * @selected: (nullable): the action that is pointed out
 * @today: the day of the line; not valid: no line
 *
 * Returns: (transfer full): a timeline of them; category i is action @first + i
 */
LvFigure *
lv_plan_figure_new (const LvPack *pack, const GPtrArray *actions, guint first, guint n,
                    LvActionField group, const char *selected, const GDate *today)
{
  LvFigure *figure = lv_figure_new (LV_FIGURE_TIMELINE);
  Making self = { figure, pack, actions, first, n, group, today };

  g_return_val_if_fail (first + n <= actions->len, figure);
  lv_chart_set_words (figure, pack);
  for (guint i = 0; i < n; i++)
    add_row (&self, action_at (&self, i));
  add_days (&self, LV_FIGURE_BASELINE);
  fill_rows (&self);
  fill_moved (&self);
  fill_windows (&self);
  add_links (&self);
  add_today (&self);
  point_out (&self, selected);
  return figure;
}

/** Returns: (transfer full) (nullable): the action's name and all that is known of it, in lines */
char *
lv_plan_figure_tell (const LvFigure *figure, int category)
{
  const LvFigureCategory *own = lv_figure_get_category (figure, category);
  g_autofree char *known = NULL;

  if (own == NULL)
    return NULL;
  known = lv_figure_dup_action (figure, category);
  return g_strdup_printf ("%s%s%s%s%s", own->label, known[0] != '\0' ? "\n" : "", known,
                          own->detail != NULL ? "\n" : "", own->detail != NULL ? own->detail : "");
}
