/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-pack.h"

G_BEGIN_DECLS

/** What an action says. */
typedef enum
{
  LV_ACTION_TITLE,
  LV_ACTION_NUMBER,
  LV_ACTION_TRACK,
  LV_ACTION_OWNER,
  LV_ACTION_PARTNERS,
  LV_ACTION_BODY,
  LV_ACTION_START, /* in the shown scenario */
  LV_ACTION_END,   /* in the shown scenario */
  LV_ACTION_WINDOW,
  LV_ACTION_DEADLINE,
  LV_ACTION_STATUS,
  LV_ACTION_STATUS_DATE,
  LV_ACTION_NEXT_FOLLOW_UP,
  LV_ACTION_CLOSED, /* when it was decided to follow it no further */
  LV_ACTION_DEPENDS, /* ids with semicolons */
  LV_ACTION_CARRIES,
  LV_ACTION_MOVES,
  LV_ACTION_EVIDENCE,
  LV_ACTION_SOURCE,
  LV_ACTION_PLACE,
  LV_ACTION_NOTE,
  LV_ACTION_PLANNED_START, /* as the pack, or the user's own action, says */
  LV_ACTION_PLANNED_END,
  LV_N_ACTION_FIELDS
} LvActionField;

/** What kind of text a field holds. */
typedef enum
{
  LV_ACTION_IS_TEXT,
  LV_ACTION_IS_DATE, /* "2026-08-01", or the month "2026-08" */
  LV_ACTION_IS_STATUS,
  LV_ACTION_IS_IDS, /* of actions */
  LV_ACTION_IS_MEASURE,
  LV_ACTION_IS_CELLS,
  LV_ACTION_IS_SOURCE,
} LvActionType;

/**
 * LvAction:
 * @id: (owned)
 * @own: it stands in the user's document, not in the pack
 * @order: its place in the plan
 * @text: (owned): each field as it is written, "" where nothing is said
 * @edited: bit (1 << field): the document says something else than the pack
 * @moved: the shown scenario gives it another start or end than planned
 * @status_day: the day from which its status is: its status-date, else the date of its source; not valid
 *   where nobody knows
 *
 * One step of a plan as it is now: the pack's, with what the document and the shown scenario say.
 */
typedef struct
{
  char *id;
  gboolean own;
  guint order;
  char *text[LV_N_ACTION_FIELDS];
  guint edited;
  gboolean moved;
  GDate status_day;
} LvAction;

LvAction *lv_action_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;
LvAction *lv_action_copy (const LvAction *self) G_GNUC_WARN_UNUSED_RESULT;
void lv_action_free (LvAction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvAction, lv_action_free)

const char *lv_action_text (const LvAction *self, LvActionField field);
void lv_action_set_text (LvAction *self, LvActionField field, const char *text);
gboolean lv_action_day (const LvAction *self, LvActionField field, GDate *day);
char **lv_action_list (const LvAction *self, LvActionField field) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_action_is_over (const LvAction *self);

/* Fields */
const char *lv_action_key (LvActionField field);
gboolean lv_action_find_field (const char *key, LvActionField *field);
const char *lv_action_field_name (LvActionField field);
LvActionType lv_action_type (LvActionField field);
gboolean lv_action_is_status (const char *status);
const char *const *lv_action_statuses (void);

/* Late and stale: lv-action-age.c */

typedef enum
{
  LV_LATE_NO,
  LV_LATE_END,      /* its end has passed */
  LV_LATE_DEADLINE, /* its deadline has passed */
  LV_LATE_SAID,     /* its status says so */
} LvLate;

typedef enum
{
  LV_STALE_NO,
  LV_STALE_NEVER,     /* nobody has given a status */
  LV_STALE_UNDATED,   /* nobody knows from when the status is */
  LV_STALE_FOLLOW_UP, /* the follow-up has passed without a new status */
  LV_STALE_OLD,       /* the status is too old */
} LvStale;

/** Months after which a status is too old, where the pack does not say `stale-after`. */
#define LV_ACTION_STALE_MONTHS 6

LvLate lv_action_late (const LvAction *self, const GDate *today);
LvStale lv_action_stale (const LvAction *self, const GDate *today, guint months);
guint lv_plan_stale_months (const LvPack *pack);
char *lv_action_late_words (const LvPack *pack, const LvAction *self, const GDate *today)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_action_stale_words (const LvPack *pack, const LvAction *self, const GDate *today)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_action_follow_up_words (const LvPack *pack, const LvAction *self) G_GNUC_WARN_UNUSED_RESULT;
char *lv_action_status_words (const LvPack *pack, const LvAction *self) G_GNUC_WARN_UNUSED_RESULT;
char *lv_plan_day_words (const LvPack *pack, const char *date) G_GNUC_WARN_UNUSED_RESULT;

/* Lists: lv-action-list.c */

/**
 * LvActionFilter:
 * @of: (nullable): ids or patterns "ta.*" with semicolons, as a card's of=
 * @track: (nullable): exactly; likewise @body, @owner and @status (the pack's word, "i-gang")
 * @due: (nullable): only what is due before this date: end, deadline or next follow-up lies before it
 * @text: (nullable): stands in title, number, owner, partners, track, body, window, evidence or note
 * @late, @stale: only those
 * @open: only what is neither gennemført nor udgår
 *
 * What is %NULL or %FALSE takes everything.
 */
typedef struct
{
  const char *of;
  const char *track;
  const char *body;
  const char *owner;
  const char *status;
  const char *due;
  const char *text;
  gboolean late;
  gboolean stale;
  gboolean open;
} LvActionFilter;

typedef enum
{
  LV_ACTION_SORT_PLAN, /* as in the plan */
  LV_ACTION_SORT_TRACK,
  LV_ACTION_SORT_BODY,
  LV_ACTION_SORT_OWNER,
  LV_ACTION_SORT_STATUS, /* from not started to dropped */
  LV_ACTION_SORT_START,
  LV_ACTION_SORT_END,
  LV_ACTION_SORT_DUE,    /* what comes first of end, deadline and next follow-up; undated last */
} LvActionSort;

gboolean lv_action_matches (const LvAction *self, const LvActionFilter *filter, const GDate *today,
                            guint stale_months);
GPtrArray *lv_actions_filter (GPtrArray *actions, const LvActionFilter *filter, const GDate *today,
                              guint stale_months) G_GNUC_WARN_UNUSED_RESULT;
void lv_actions_sort (GPtrArray *actions, LvActionSort sort);
char **lv_actions_values (const GPtrArray *actions, LvActionField field) G_GNUC_WARN_UNUSED_RESULT;
const LvAction *lv_actions_find (const GPtrArray *actions, const char *id);
gboolean lv_action_is_of (const char *id, const char *patterns);
gboolean lv_action_due (const LvAction *self, GDate *day);

G_END_DECLS
