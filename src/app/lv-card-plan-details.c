/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is known of the selected action, in lines. */
#include "lv-card-plan-private.h"

#include "lv-action-plan.h"
#include "lv-card-tools.h"
#include "lv-date-da.h"

#include <glib/gi18n.h>
#include <string.h>

static void
append_line (GString *out, const char *name, const char *text)
{
  if (text != NULL && text[0] != '\0')
    g_string_append_printf (out, "%s%s: %s", out->len > 0 ? "\n" : "", name, text);
}

static char *
span (const LvPack *pack, const LvAction *action, LvActionField start, LvActionField end)
{
  g_autofree char *first = lv_plan_day_words (pack, lv_action_text (action, start));
  g_autofree char *last = lv_plan_day_words (pack, lv_action_text (action, end));

  return g_strdup_printf ("%s%s%s", first, first[0] != '\0' && last[0] != '\0' ? " – " : "", last);
}

static void
append_time (GString *out, const LvPack *pack, const LvAction *action)
{
  g_autofree char *planned = span (pack, action, LV_ACTION_PLANNED_START, LV_ACTION_PLANNED_END);
  g_autofree char *now = span (pack, action, LV_ACTION_START, LV_ACTION_END);
  g_autofree char *deadline = lv_plan_day_words (pack, lv_action_text (action, LV_ACTION_DEADLINE));
  g_autofree char *follow_up = lv_action_follow_up_words (pack, action);

  append_line (out, _ ("Planned"), planned);
  if (action->moved)
    append_line (out, _ ("In the scenario"), now);
  append_line (out, C_ ("plan", "Period in Words"), lv_action_text (action, LV_ACTION_WINDOW));
  append_line (out, C_ ("plan", "Deadline"), deadline);
  append_line (out, C_ ("plan", "Next Follow-Up"), follow_up);
}

static void
append_status (GString *out, const LvPack *pack, LvPlanRow *row)
{
  const LvAction *action = lv_plan_row_action (row);
  const char *mark = lv_plan_row_mark (row);
  g_autofree char *date = lv_plan_day_words (pack, lv_action_text (action, LV_ACTION_STATUS_DATE));
  g_autofree char *text = g_strdup_printf ("%s%s%s%s%s%s", lv_plan_row_status (row), date[0] != '\0' ? " (" : "",
                                           date, date[0] != '\0' ? ")" : "", mark[0] != '\0' ? "; " : "", mark);

  append_line (out, C_ ("plan", "Status"), text);
}

static void
append_depends (GString *out, LvSession *session, const LvAction *action)
{
  g_auto (GStrv) ids = lv_action_list (action, LV_ACTION_DEPENDS);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (LvAction) before = lv_session_find_action (session, ids[i]);

      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "",
                              before != NULL ? lv_action_text (before, LV_ACTION_TITLE) : ids[i]);
    }
  append_line (out, C_ ("plan", "Waits For"), titles->str);
}

/* Titles of indicators and goals; the members of a cell stand behind. */
static void
append_moves (GString *out, const LvPack *pack, const LvAction *action)
{
  g_auto (GStrv) cells = lv_action_list (action, LV_ACTION_MOVES);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (cells[i], "@", 2);
      const LvItem *item = lv_pack_find (pack, parts[0]);

      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "",
                              item != NULL && item->title != NULL ? item->title : cells[i]);
    }
  append_line (out, C_ ("plan", "Should Move"), titles->str);
}

/**
 * lv_card_plan_dup_details:
 * @row: an action
 *
 * Returns: (transfer full): a line for each thing that is known of it beside its title
 */
char *
lv_card_plan_dup_details (LvSession *session, LvPlanRow *row)
{
  static const LvActionField people[] = { LV_ACTION_OWNER, LV_ACTION_PARTNERS, LV_ACTION_BODY };
  const LvPack *pack = lv_session_pack (session);
  const LvAction *action = lv_plan_row_action (row);
  const char *const names[] = { C_ ("plan", "Owner"), C_ ("plan", "Partners"), C_ ("plan", "Body") };
  const char *source = lv_action_text (action, LV_ACTION_SOURCE);
  const char *place = lv_action_text (action, LV_ACTION_PLACE);
  g_autofree char *origin = lv_card_origin (pack, source[0] != '\0' ? source : NULL,
                                            place[0] != '\0' ? place : NULL);
  GString *out = g_string_new (NULL);

  append_status (out, pack, row);
  append_time (out, pack, action);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    append_line (out, names[i], lv_action_text (action, people[i]));
  append_depends (out, session, action);
  append_moves (out, pack, action);
  append_line (out, C_ ("plan", "Evidence"), lv_action_text (action, LV_ACTION_EVIDENCE));
  append_line (out, C_ ("plan", "Note"), lv_action_text (action, LV_ACTION_NOTE));
  append_line (out, C_ ("plan", "Source"), action->own ? _ ("the working file") : origin);
  return g_string_free (out, FALSE);
}
