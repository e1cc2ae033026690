/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sheets of one attachment. */
#define MAX_SHEETS 200

/* Causes that a sheet can name. */
#define MAX_CAUSES 100

typedef struct
{
  const char *word;
  LvSheetKind kind;
  guint kinds; /* of its subject; 0 when it has none */
} SheetRow;

static const SheetRow sheet_rows[] = {
  { "table", LV_SHEET_TABLE,
    LV_KINDS_VALUES | LV_KIND_BIT (LV_KIND_CARD) | LV_KIND_BIT (LV_KIND_TABLE) },
  { "chart", LV_SHEET_CHART, LV_KIND_BIT (LV_KIND_CHART) },
  { "checks", LV_SHEET_CHECKS, LV_KIND_BIT (LV_KIND_CHECK) | LV_KIND_BIT (LV_KIND_CARD) },
  { "text", LV_SHEET_TEXT, LV_KIND_BIT (LV_KIND_WORDS) | LV_KIND_BIT (LV_KIND_CARD) },
  { "notes", LV_SHEET_NOTES, 0 },
  { "sources", LV_SHEET_SOURCES, 0 },
  { "plan", LV_SHEET_PLAN, LV_KIND_BIT (LV_KIND_ACTION) },
  { "plan-status", LV_SHEET_PLAN_STATUS, LV_KIND_BIT (LV_KIND_ACTION) },
  { "catalogue", LV_SHEET_CATALOGUE, LV_KIND_BIT (LV_KIND_MEASURE) },
  { "causes", LV_SHEET_CAUSES, LV_KINDS_VALUES },
  { "compare", LV_SHEET_COMPARE, LV_KINDS_VALUES },
  { "compare-chart", LV_SHEET_COMPARE_CHART, LV_KINDS_VALUES },
  { "compare-inputs", LV_SHEET_COMPARE_INPUTS, 0 },
  { "compare-measures", LV_SHEET_COMPARE_MEASURES, LV_KIND_BIT (LV_KIND_MEASURE) },
};

/** Returns: (transfer none): the word that the pack language has for @kind */
const char *
lv_sheet_kind_name (LvSheetKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheet_rows); i++)
    if (sheet_rows[i].kind == kind)
      return sheet_rows[i].word;
  return "";
}

static void
sheet_clear (gpointer data)
{
  LvSheet *sheet = data;

  g_free (sheet->pattern);
  g_free (sheet->title);
  g_free (sheet->columns);
  g_free (sheet->goals);
}

static const SheetRow *
find_row (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheet_rows); i++)
    if (strcmp (sheet_rows[i].word, word) == 0)
      return &sheet_rows[i];
  return NULL;
}

/* Sheets of many things at once: actions, measures. */
static gboolean
takes_patterns (LvSheetKind kind)
{
  return kind == LV_SHEET_PLAN || kind == LV_SHEET_PLAN_STATUS || kind == LV_SHEET_CATALOGUE
         || kind == LV_SHEET_COMPARE_MEASURES;
}

/* Sheets of values, perhaps of some members. */
static gboolean
takes_cells (LvSheetKind kind)
{
  return kind == LV_SHEET_CAUSES || kind == LV_SHEET_COMPARE || kind == LV_SHEET_COMPARE_CHART;
}

/* "plan.ta.*;plan.forlig.3"; * is all that there are, those of a document too */
static void
check_ids (LvReader *self, LvItem *item, const LvEntry *entry, const char *text, guint kinds)
{
  g_autoptr (GString) id = g_string_new (NULL);

  while (lv_token_next (&text, ';', id))
    if (g_str_has_suffix (id->str, ".*"))
      lv_reader_check_pattern (self, item, entry, id->str);
    else if (strcmp (id->str, "*") != 0)
      lv_reader_resolve (self, item, entry, id->str, kinds);
}

/* "merforbrug;omraade.merforbrug@koeb"; only one where @kind has room for one */
static void
check_cells (LvReader *self, LvItem *item, const LvEntry *entry, const char *text, LvSheet *sheet)
{
  g_autoptr (GString) token = g_string_new (NULL);
  const char *members;
  guint n = 0;

  sheet->pattern = g_strdup (text);
  for (; lv_token_next (&text, ';', token); n++)
    sheet->of = lv_reader_resolve_cells (self, item, entry, token->str, LV_KINDS_VALUES, &members);
  if (n > 1 && sheet->kind != LV_SHEET_COMPARE)
    lv_reader_report (self, item, entry, _ ("this kind of sheet is of one value"));
}

static void
check_columns (LvReader *self, LvItem *item, const LvEntry *entry, const char *text)
{
  g_autoptr (GString) key = g_string_new (NULL);

  while (lv_token_next (&text, ';', key))
    {
      gboolean is_words;

      if (lv_schema_key (LV_KIND_ACTION, key->str, &is_words) == NULL || is_words
          || strcmp (key->str, "like") == 0)
        lv_reader_report (self, item, entry, _ ("an action has no key “%s”"), key->str);
    }
}

/* "counts;attention": what the status of a plan shows */
static void
check_tables (LvReader *self, LvItem *item, const LvEntry *entry, const char *text)
{
  static const char *const tables[] = { "counts", "summary", "attention", "next-steps", NULL };
  g_autoptr (GString) name = g_string_new (NULL);

  while (lv_token_next (&text, ';', name))
    if (!g_strv_contains (tables, name->str))
      lv_reader_report (self, item, entry, _ ("“%s” is no part of a status; expected counts, summary, attention or next-steps"),
                        name->str);
}

/* "table o.tabel", "checks a.*", "notes" */
static void
read_subject (LvReader *self, LvItem *item, const LvEntry *entry, const char *text, LvSheet *sheet)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *id = text;
  const SheetRow *row;

  lv_token_next (&id, ' ', word);
  row = find_row (word->str);
  if (row == NULL)
    {
      lv_reader_report (
          self, item, entry,
          _ ("“%s” is not a kind of sheet; expected table, chart, checks, text, plan, plan-status, catalogue, "
             "causes, compare, compare-chart, compare-inputs, compare-measures, notes or sources"),
          word->str);
      return;
    }
  sheet->kind = row->kind;
  if (row->kinds == 0 && id != NULL)
    lv_reader_report (self, item, entry, _ ("nothing was expected after “%s”"), word->str);
  else if (row->kinds != 0 && id == NULL)
    lv_reader_report (self, item, entry, _ ("expected “%s ID”"), word->str);
  else if (id == NULL)
    return;
  else if (takes_patterns (row->kind))
    {
      check_ids (self, item, entry, id, row->kinds);
      sheet->pattern = g_strdup (id);
    }
  else if (takes_cells (row->kind))
    check_cells (self, item, entry, id, sheet);
  else if (g_str_has_suffix (id, ".*") && row->kind == LV_SHEET_CHECKS)
    {
      if (lv_reader_check_pattern (self, item, entry, id))
        sheet->pattern = g_strdup (id);
    }
  else
    sheet->of = lv_reader_resolve (self, item, entry, id, row->kinds);
}

static gboolean
take_text (const char *text, const char *key, char **place)
{
  gsize length = strlen (key);

  if (!g_str_has_prefix (text, key) || text[length] == '\0' || *place != NULL)
    return FALSE;
  *place = g_strdup (text + length);
  return TRUE;
}

static const char *
after (const char *text, const char *key)
{
  gsize length = strlen (key);

  return g_str_has_prefix (text, key) && text[length] != '\0' ? text + length : NULL;
}

/* Of a catalogue: "unit=tkr", "positions=ID", "only=on" */
static gboolean
take_catalogue_option (LvReader *self, LvItem *item, const LvEntry *entry, const char *text, LvSheet *sheet)
{
  const char *unit = after (text, "unit=");
  const char *positions = after (text, "positions=");

  if (unit != NULL && sheet->unit == NULL)
    sheet->unit = lv_reader_unit (self, item, entry, unit);
  else if (positions != NULL && sheet->positions == NULL)
    sheet->positions = lv_reader_resolve (self, item, entry, positions, LV_KIND_BIT (LV_KIND_FORMULA));
  else if (strcmp (text, "only=on") == 0)
    sheet->only_on = TRUE;
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_most (LvReader *self, LvItem *item, const LvEntry *entry, const char *text, LvSheet *sheet)
{
  const char *most = after (text, "most=");

  if (most == NULL)
    return FALSE;
  if (!lv_whole_parse (most, MAX_CAUSES, &sheet->most) || sheet->most == 0)
    lv_reader_report (self, item, entry, _ ("most= is a number from 1 to %d"), MAX_CAUSES);
  return TRUE;
}

/* "title=...", and what belongs to the kind */
static gboolean
take_option (LvReader *self, LvItem *item, const LvEntry *entry, const char *text, LvSheet *sheet)
{
  if (take_text (text, "title=", &sheet->title))
    return TRUE;
  if (sheet->kind == LV_SHEET_PLAN && take_text (text, "columns=", &sheet->columns))
    {
      check_columns (self, item, entry, sheet->columns);
      return TRUE;
    }
  if (sheet->kind == LV_SHEET_PLAN_STATUS && take_text (text, "goals=", &sheet->goals))
    {
      check_ids (self, item, entry, sheet->goals, LV_KIND_BIT (LV_KIND_GOAL));
      return TRUE;
    }
  if (sheet->kind == LV_SHEET_CATALOGUE)
    return take_catalogue_option (self, item, entry, text, sheet);
  if (sheet->kind == LV_SHEET_PLAN_STATUS && take_text (text, "show=", &sheet->columns))
    {
      check_tables (self, item, entry, sheet->columns);
      return TRUE;
    }
  return (sheet->kind == LV_SHEET_CAUSES || sheet->kind == LV_SHEET_PLAN_STATUS)
         && take_most (self, item, entry, text, sheet);
}

static void
read_sheet (LvReader *self, LvItem *item, const LvEntry *entry, LvAttachment *attachment,
            guint *number)
{
  g_autoptr (GString) part = g_string_new (NULL);
  const char *cursor = entry->value;
  LvSheet sheet = { .line = entry->line };
  guint n;

  if (!lv_whole_parse (entry->argument, MAX_SHEETS, &n) || n <= *number)
    lv_reader_report (self, item, entry, _ ("sheets are numbered from 1 to %d in rising order"),
                      MAX_SHEETS);
  else
    *number = n;
  lv_token_next (&cursor, '|', part);
  read_subject (self, item, entry, part->str, &sheet);
  while (lv_token_next (&cursor, '|', part))
    if (!take_option (self, item, entry, part->str, &sheet))
      lv_reader_report (self, item, entry,
                        _ ("“%s” is not understood; expected KIND ID | title=..."), part->str);
  g_array_append_val (attachment->sheets, sheet);
}

/* "given@bilag-koeb-stu=koeb.modelaendring;stu.modelaendring" */
static void
read_given (LvReader *self, LvItem *item, const LvEntry *entry, LvAttachment *attachment)
{
  g_autoptr (GString) id = g_string_new (NULL);
  const char *ids = entry->value;
  LvGiven given = { .from = lv_reader_resolve (self, item, entry, entry->argument,
                                               LV_KIND_BIT (LV_KIND_ATTACHMENT)) };

  if (given.from == item)
    lv_reader_report (self, item, entry, _ ("an attachment is not given what it computes itself"));
  while (lv_token_next (&ids, ';', id))
    {
      given.formula = lv_reader_resolve (self, item, entry, id->str, LV_KIND_BIT (LV_KIND_FORMULA));
      if (given.formula != NULL && given.from != NULL)
        g_array_append_val (attachment->given, given);
    }
}

/** Makes an attachment. */
void
lv_reader_read_attachment (LvReader *self, LvItem *item)
{
  LvAttachment *attachment = g_new0 (LvAttachment, 1);
  guint number = 0;

  item->detail = attachment;
  attachment->item = item;
  attachment->sheets = g_array_new (FALSE, FALSE, sizeof (LvSheet));
  g_array_set_clear_func (attachment->sheets, sheet_clear);
  attachment->given = g_array_new (FALSE, FALSE, sizeof (LvGiven));
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (strcmp (entry->key, "sheet") == 0 && entry->argument != NULL && entry->value[0] != '\0')
        read_sheet (self, item, entry, attachment, &number);
      else if (strcmp (entry->key, "given") == 0 && entry->argument != NULL)
        read_given (self, item, entry, attachment);
    }
}
