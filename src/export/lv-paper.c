/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an attachment says of itself, the same on paper, in a page and beside tables. */
#include "lv-paper.h"

#include "lv-text.h"

static void
fact_free (gpointer data)
{
  LvFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

static void
add_fact (GPtrArray *facts, const char *label, const char *value, gboolean is_given)
{
  LvFact *fact;

  if (value == NULL || value[0] == '\0')
    return;
  fact = g_new0 (LvFact, 1);
  fact->label = g_strdup (label);
  fact->value = g_strdup (value);
  fact->is_given = is_given;
  g_ptr_array_add (facts, fact);
}

/**
 * lv_paper_fill:
 * @word: of the pack, ord.paper-@word
 * @otherwise: where the pack has none
 * @...: for {1}, {2}, ...; ended by %NULL
 *
 * Returns: (transfer full): the pattern, filled
 */
char *
lv_paper_fill (const LvBilag *bilag, const char *word, const char *otherwise, ...)
{
  g_autofree char *id = g_strconcat ("paper-", word, NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  va_list list;

  va_start (list, otherwise);
  for (char *value = va_arg (list, char *); value != NULL; value = va_arg (list, char *))
    g_ptr_array_add (values, value);
  va_end (list);
  return lv_text_fill (lv_text_word (bilag->pack, id, otherwise), (const char *const *) values->pdata,
                       values->len);
}

/** Returns: (transfer full): how the scenario differs from the grundprognose, in a sentence */
char *
lv_paper_basis (const LvBilag *bilag)
{
  g_autoptr (LvGrid) changes = lv_bilag_changes (bilag);
  g_autofree char *count = g_strdup_printf ("%u", changes->rows->len);

  if (changes->rows->len == 0)
    return lv_paper_fill (bilag, "unchanged", "The baseline, without changes.", NULL);
  if (changes->rows->len == 1)
    return lv_paper_fill (bilag, "one-change", "One change from the baseline.", NULL);
  return lv_paper_fill (bilag, "changes", "{1} changes from the baseline.", count, NULL);
}

static void
add_pack (GPtrArray *facts, const LvBilag *bilag)
{
  const char *title = lv_pack_head (bilag->pack, "title");
  const char *version = lv_pack_head (bilag->pack, "version");
  g_autofree char *text = title == NULL || version == NULL
                              ? g_strdup (title)
                              : lv_paper_fill (bilag, "version", "{1}, version {2}", title, version, NULL);

  add_fact (facts, lv_bilag_word (bilag, "pack", "Pack"), text, FALSE);
}

/**
 * lv_paper_facts:
 * @paper: (nullable): what the sender says
 *
 * Returns: (transfer full) (element-type LvFact): what is known of the attachment: its numbers, date, scenario,
 *   pack, and how it differs from the grundprognose
 */
GPtrArray *
lv_paper_facts (const LvBilag *bilag, const LvPaper *paper)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  const struct
  {
    const char *word;
    const char *otherwise;
    const char *value;
  } given[] = { { "number", "Attachment", paper != NULL ? paper->number : NULL },
                { "case-number", "Case number", paper != NULL ? paper->case_number : NULL },
                { "document-number", "Document number", paper != NULL ? paper->document_number : NULL } };
  g_autofree char *date = NULL;
  g_autofree char *basis = lv_paper_basis (bilag);

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autofree char *label = lv_paper_fill (bilag, given[i].word, given[i].otherwise, NULL);

      add_fact (facts, label, given[i].value, TRUE);
    }
  if (g_date_valid (&bilag->today))
    date = g_strdup_printf ("%d.%d.%d", g_date_get_day (&bilag->today), g_date_get_month (&bilag->today),
                            g_date_get_year (&bilag->today));
  add_fact (facts, lv_bilag_word (bilag, "date", "Date"), date, FALSE);
  add_fact (facts, lv_bilag_word (bilag, "scenario", "Scenario"), bilag->side.title, FALSE);
  add_fact (facts, lv_bilag_word (bilag, "beside", "Beside each other"), bilag->beside_titles, FALSE);
  add_pack (facts, bilag);
  add_fact (facts, lv_bilag_word (bilag, "basis", "Basis"), basis, FALSE);
  return facts;
}

/**
 * lv_paper_caption:
 * @part: (nullable): whose numbers share a unit
 * @grid: its table, or one of its pieces
 *
 * Returns: (transfer full): what stands above a table: unit, price level and basis, and what is not alike in it; may be empty
 */
char *
lv_paper_caption (const LvPart *part, const LvGrid *grid)
{
  const char *unit = part != NULL && part->with_unit && grid->unit != NULL ? grid->unit : "";
  const char *remark = grid->remark != NULL ? grid->remark : "";

  return g_strconcat (unit, unit[0] != '\0' && remark[0] != '\0' ? ". " : "", remark, NULL);
}

/** Returns: (transfer full): "Tallene i figur 3", what stands above the table of a figure; some have no numbers */
char *
lv_paper_of_figure (const LvBilag *bilag, const LvPart *part, const char *number)
{
  for (guint c = 0; c < part->grid->heads->len; c++)
    if (lv_paper_is_number (part->grid, c))
      return lv_paper_fill (bilag, "figure-table", "The numbers of figure {1}", number, NULL);
  return lv_paper_fill (bilag, "figure-contents", "What figure {1} shows", number, NULL);
}

/** Returns: (transfer full): @a and @b with a point between; either may be empty */
char *
lv_paper_join (const char *a, const char *b)
{
  return g_strconcat (a, a[0] != '\0' && b[0] != '\0' ? " · " : "", b, NULL);
}

/** Returns: whether numbers stand in a column of @grid, counted after the labels */
gboolean
lv_paper_is_number (const LvGrid *grid, guint column)
{
  for (guint r = 0; r < grid->rows->len; r++)
    {
      const LvGridRow *row = g_ptr_array_index (grid->rows, r);

      if (column < row->cells->len && g_array_index (row->cells, LvGridCell, column).text == NULL)
        return TRUE;
    }
  return FALSE;
}
