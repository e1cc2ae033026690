/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-export.h"

#include "lv-action-plan.h"
#include "lv-bilag-book.h"
#include "lv-bilag-page.h"
#include "lv-bilag-tables.h"
#include "lv-calendar.h"
#include "lv-calculation.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const profiles[] = { "bilag", "beregning", "pdf", "ics", "html", "csv" };

/** Returns: the name in packs, on the command line and in file names */
const char *
lv_profile_name (LvProfile profile)
{
  return profiles[profile];
}

gboolean
lv_profile_parse (const char *name, LvProfile *profile)
{
  for (guint i = 0; i < LV_N_PROFILES; i++)
    if (strcmp (profiles[i], name) == 0)
      {
        *profile = (LvProfile) i;
        return TRUE;
      }
  return FALSE;
}

/** Returns: whether the pack offers @attachment in @profile; one that says nothing is offered as workbooks */
gboolean
lv_attachment_has_profile (const LvItem *attachment, LvProfile profile)
{
  g_auto (GStrv) list = lv_item_get_list (attachment, "profiles");

  if (list == NULL || list[0] == NULL)
    return profile == LV_PROFILE_BILAG || profile == LV_PROFILE_BEREGNING;
  return g_strv_contains ((const char *const *) list, profiles[profile]);
}

/* "21.11.2026 - Aarhus 2025 - Grundprognose"; & means something else in a spreadsheet's footer. */
static char *
footer_text (const LvPack *pack, const LvExportOptions *options, const char *scenario)
{
  const char *title = lv_pack_head (pack, "title");
  char *text = g_strdup_printf ("%d.%d.%d · %s · %s", options->day, options->month, options->year,
                                title != NULL ? title : "", scenario);

  return g_strdelimit (text, "&", '+');
}

static void
nothing_to_show (const LvItem *attachment, GError **error)
{
  g_set_error (error, LV_EXPORT_ERROR, LV_EXPORT_ERROR_CONTENT, _ ("%s has nothing to show"), attachment->id);
}

static GDate
today_of (const LvExportOptions *options)
{
  GDate today;

  g_date_clear (&today, 1);
  if (g_date_valid_dmy ((GDateDay) options->day, (GDateMonth) options->month, (GDateYear) options->year))
    g_date_set_dmy (&today, (GDateDay) options->day, (GDateMonth) options->month, (GDateYear) options->year);
  return today;
}

static gboolean
has_changes (const LvState *state)
{
  const LvModel *model = lv_state_model (state);

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);

      if (lv_node_is_input (node) && lv_state_is_changed (state, node))
        return TRUE;
    }
  return FALSE;
}

/* Changes without a name, such as those of --set, must not go out as the grundprognose. */
static const char *
scenario_title (const LvState *state, const LvExportOptions *options)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));

  if (options->scenario != NULL)
    return options->scenario;
  return has_changes (state) ? lv_text_word (pack, "baseline-changed", "Baseline with changes")
                             : lv_text_word (pack, "baseline", "Baseline");
}

/* The sender's word before the pack's. */
static const char *
paper_title (const LvItem *attachment, const LvExportOptions *options)
{
  if (options->paper != NULL && options->paper->title != NULL)
    return options->paper->title;
  return attachment->title != NULL ? attachment->title : attachment->id;
}

static const char *
paper_unit (const LvPack *pack, const LvExportOptions *options)
{
  if (options->paper != NULL && options->paper->unit != NULL)
    return options->paper->unit;
  return lv_pack_head (pack, "publisher");
}

/** Returns: (transfer full): the passports of @state under @options */
LvPassport *
lv_export_passport (const LvState *state, const LvState *base, const LvExportOptions *options)
{
  return lv_passport_new (state, base, options->said, scenario_title (state, options));
}

/**
 * lv_export_contents:
 * @options: date, scenario, sides and passport
 *
 * Returns: (transfer full): what @attachment says, of which each profile but Beregning and the calendar is made
 */
LvBilag *
lv_export_contents (const LvState *state, const LvState *base, const LvItem *attachment,
                    const LvExportOptions *options)
{
  const LvSide side = { .title = scenario_title (state, options), .state = state, .scenario = options->said };
  GDate today = today_of (options);
  LvBilag *bilag = lv_bilag_new_beside (attachment, &side, base, &today, options->sides);

  bilag->passport = options->passport;
  return bilag;
}

/* Returns: whether there is anything in the workbook */
static gboolean
fill_workbook (LvWorkbook *book, const LvWorkbookInfo *info, const LvState *state, const LvState *base,
               const LvItem *attachment, LvProfile profile, const LvExportOptions *options, const char *footer)
{
  const LvSide side = { .title = options->scenario, .state = state, .scenario = options->said };
  GDate today = today_of (options);
  g_autoptr (LvBilag) own = NULL;
  const LvBilag *bilag = options->contents;

  if (profile == LV_PROFILE_BEREGNING)
    return lv_calculation_write (book, attachment, &side, base, options->passport, footer, &today);
  if (bilag == NULL)
    bilag = own = lv_export_contents (state, base, attachment, options);
  if (bilag->parts->len == 0)
    return FALSE;
  lv_bilag_write (bilag, book, info, options->paper);
  return TRUE;
}

static GBytes *
make_workbook (const LvState *state, const LvState *base, const LvItem *attachment, LvProfile profile,
               const LvExportOptions *options, const char *footer, GError **error)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));
  LvWorkbookInfo info = { .title = paper_title (attachment, options),
                          .subject = lv_pack_head (pack, "title"),
                          .author = paper_unit (pack, options),
                          .language = lv_pack_head (pack, "language"),
                          .heading = lv_text_word (pack, "xl-heading-1", "Heading 1"),
                          .year = options->year,
                          .month = options->month,
                          .day = options->day };
  g_autoptr (LvWorkbook) book = lv_workbook_new (NULL, &info, error);

  if (book == NULL)
    return NULL;
  if (fill_workbook (book, &info, state, base, attachment, profile, options, footer))
    return lv_workbook_to_bytes (book, error);
  nothing_to_show (attachment, error);
  return NULL;
}

/**
 * Writing:
 * @own, @own_bilag: (owned) (nullable): made for this file alone
 *
 * What a paper, a page or tables are written from.
 */
typedef struct
{
  LvReportInfo info;
  char *footer;
  LvPassport *own;
  LvExportOptions options;
  LvBilag *own_bilag;
  const LvBilag *bilag;
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->own_bilag, lv_bilag_free);
  g_clear_pointer (&self->own, lv_passport_free);
  g_clear_pointer (&self->footer, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

/* Returns: %FALSE with @error set when there is nothing to show */
static gboolean
begin_writing (Writing *self, const LvState *state, const LvState *base, const LvItem *attachment,
               const LvExportOptions *options, GError **error)
{
  const LvPack *pack = lv_model_pack (lv_state_model (state));

  self->footer = footer_text (pack, options, scenario_title (state, options));
  self->info = (LvReportInfo){ .title = paper_title (attachment, options),
                               .author = paper_unit (pack, options),
                               .language = lv_pack_head (pack, "language"),
                               .footer = self->footer,
                               .page = lv_text_word (pack, "pdf-page", "Page {1} of {2}"),
                               .year = options->year,
                               .month = options->month,
                               .day = options->day };
  self->options = *options;
  if (options->passport == NULL)
    self->options.passport = self->own = lv_export_passport (state, base, options);
  self->bilag = options->contents;
  if (self->bilag == NULL)
    self->bilag = self->own_bilag = lv_export_contents (state, base, attachment, &self->options);
  if (self->bilag->parts->len > 0)
    return TRUE;
  nothing_to_show (attachment, error);
  return FALSE;
}

/**
 * lv_export_report:
 * @state: the scenario
 * @base: the grundprognose of the same model
 * @attachment: an item of kind attachment
 * @options: date, scenario and paper
 *
 * Makes what the profile pdf writes, to be shown or printed page by page.
 *
 * Returns: (transfer full) (nullable): the report; %NULL with @error set when there is nothing to show
 */
LvReport *
lv_export_report (const LvState *state, const LvState *base, const LvItem *attachment,
                  const LvExportOptions *options, GError **error)
{
  g_auto (Writing) writing = { 0 };

  if (!begin_writing (&writing, state, base, attachment, options, error))
    return NULL;
  return lv_bilag_report (writing.bilag, &writing.info, options->paper);
}

static GBytes *
make_page (const LvState *state, const LvState *base, const LvItem *attachment,
           const LvExportOptions *options, GError **error)
{
  g_auto (Writing) writing = { 0 };
  char *text;

  if (!begin_writing (&writing, state, base, attachment, options, error))
    return NULL;
  text = lv_bilag_page (writing.bilag, &writing.info, options->paper, error);
  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

static GBytes *
make_tables (const LvState *state, const LvState *base, const LvItem *attachment,
             const LvExportOptions *options, GError **error)
{
  g_auto (Writing) writing = { 0 };

  if (!begin_writing (&writing, state, base, attachment, options, error))
    return NULL;
  return lv_bilag_tables (writing.bilag, &writing.info, options->paper, error);
}

static GBytes *
make_pdf (const LvState *state, const LvState *base, const LvItem *attachment,
          const LvExportOptions *options, GError **error)
{
  g_autoptr (LvReport) report = lv_export_report (state, base, attachment, options, error);

  return report != NULL ? lv_report_to_pdf (report, error) : NULL;
}

/* Whether some sheet of the attachment lists @action, or tells how its plan stands. */
static gboolean
speaks_of (const LvItem *attachment, const LvAction *action)
{
  const LvAttachment *detail = attachment->detail;

  for (guint i = 0; i < detail->sheets->len; i++)
    {
      const LvSheet *sheet = &g_array_index (detail->sheets, LvSheet, i);

      if ((sheet->kind == LV_SHEET_PLAN || sheet->kind == LV_SHEET_PLAN_STATUS) && sheet->pattern != NULL
          && lv_action_is_of (action->id, sheet->pattern))
        return TRUE;
    }
  return FALSE;
}

static GBytes *
make_calendar (const LvState *state, const LvItem *attachment, const LvExportOptions *options, GError **error)
{
  g_autoptr (GPtrArray) actions = lv_actions_of_state (state);
  GDate today = today_of (options);
  char *text;

  for (guint i = actions->len; i > 0; i--)
    if (!speaks_of (attachment, g_ptr_array_index (actions, i - 1)))
      g_ptr_array_remove_index (actions, i - 1);
  if (actions->len == 0)
    {
      nothing_to_show (attachment, error);
      return NULL;
    }
  text = lv_calendar_text (lv_model_pack (lv_state_model (state)), actions, &today);
  return g_bytes_new_take (text, strlen (text));
}

static gboolean
is_workbook (LvProfile profile)
{
  return profile == LV_PROFILE_BILAG || profile == LV_PROFILE_BEREGNING;
}

/** Returns: what comes after the last point of a file's name in @profile */
const char *
lv_profile_ending (LvProfile profile)
{
  if (profile == LV_PROFILE_CSV)
    return "zip";
  return is_workbook (profile) ? "xlsx" : profiles[profile];
}

/** Returns: (transfer full): "bilag3-bilag.xlsx", the name of a file for scripts */
char *
lv_export_file_name (const LvItem *attachment, LvProfile profile)
{
  if (is_workbook (profile))
    return g_strdup_printf ("%s-%s.xlsx", attachment->id, profiles[profile]);
  if (profile == LV_PROFILE_CSV)
    return g_strdup_printf ("%s-csv.zip", attachment->id);
  return g_strdup_printf ("%s.%s", attachment->id, profiles[profile]);
}

/**
 * lv_export_attachment:
 * @state: the scenario
 * @base: the grundprognose of the same model
 * @attachment: an item of kind attachment
 *
 * Makes one workbook, one PDF or one calendar. The same state, options and pack give the same bytes. It only reads, so
 * several threads may make attachments of the same state.
 *
 * Returns: (transfer full) (nullable): what the file holds
 */
GBytes *
lv_export_attachment (const LvState *state, const LvState *base, const LvItem *attachment,
                      LvProfile profile, const LvExportOptions *options, GError **error)
{
  g_autofree char *footer = footer_text (lv_model_pack (lv_state_model (state)), options,
                                         scenario_title (state, options));
  g_autoptr (LvPassport) own = options->passport == NULL ? lv_export_passport (state, base, options) : NULL;
  LvExportOptions with = *options;

  if (own != NULL)
    with.passport = own;
  if (is_workbook (profile))
    return make_workbook (state, base, attachment, profile, &with, footer, error);
  if (profile == LV_PROFILE_PDF)
    return make_pdf (state, base, attachment, &with, error);
  if (profile == LV_PROFILE_HTML)
    return make_page (state, base, attachment, options, error);
  if (profile == LV_PROFILE_CSV)
    return make_tables (state, base, attachment, options, error);
  return make_calendar (state, attachment, options, error);
}
