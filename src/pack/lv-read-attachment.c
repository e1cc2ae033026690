/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sheets of one attachment. */
#define MAX_SHEETS 200

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

static gboolean
is_of_plan (LvSheetKind kind)
{
  return kind == LV_SHEET_PLAN || kind == LV_SHEET_PLAN_STATUS;
}

/* "plan.ta.*;plan.forlig.3" */
static void
check_ids (LvReader *self, LvItem *item, const LvEntry *entry, const char *text, LvKind kind)
{
  g_autoptr (GString) id = g_string_new (NULL);

  while (lv_token_next (&text, ';', id))
    if (g_str_has_suffix (id->str, ".*"))
      lv_reader_check_pattern (self, item, entry, id->str);
    else
      lv_reader_resolve (self, item, entry, id->str, LV_KIND_BIT (kind));
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
          _ ("“%s” is not a kind of sheet; expected table, chart, checks, text, plan, plan-status, "
             "notes or sources"),
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
  else if (is_of_plan (row->kind))
    {
      check_ids (self, item, entry, id, LV_KIND_ACTION);
      sheet->pattern = g_strdup (id);
    }
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

/* "title=...", of a plan also "columns=..." and "goals=..." */
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
      check_ids (self, item, entry, sheet->goals, LV_KIND_GOAL);
      return TRUE;
    }
  return FALSE;
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
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (strcmp (entry->key, "sheet") == 0 && entry->argument != NULL && entry->value[0] != '\0')
        read_sheet (self, item, entry, attachment, &number);
    }
}
