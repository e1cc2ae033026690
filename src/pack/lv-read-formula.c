/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
is_unit (const char *id, gpointer user_data)
{
  const LvReader *self = user_data;

  return g_hash_table_contains (self->pack->unit_ids, id);
}

/**
 * lv_reader_expression:
 *
 * Returns: (transfer full) (nullable): the expression of a line; %NULL, reported, when it is none
 */
LvExpr *
lv_reader_expression (LvReader *self, LvItem *item, const LvEntry *entry)
{
  g_autofree char *reason = NULL;
  g_autofree char *valid = NULL;
  guint position = 0;
  LvExpr *expr;

  if (entry == NULL || entry->value[0] == '\0')
    return NULL;
  expr = lv_expr_parse (entry->value, is_unit, self, &position, &reason);
  if (expr != NULL)
    return expr;
  valid = g_utf8_make_valid (reason, -1);
  lv_reader_report (self, item, entry, _ ("character %ld: %s"),
                    g_utf8_pointer_to_offset (entry->value, entry->value + position) + 1, valid);
  return NULL;
}

/* Up to this many pieces are compared with each other; more mark their cells. */
static gboolean
compare_pairs (guint pieces, gsize cells)
{
  return (gsize) pieces * pieces / 2 <= cells;
}

static void
report_overlap (LvReader *self, LvItem *item, const LvPiece *piece, guint line)
{
  LvEntry entry = { (char *) "", (char *) piece->key + 1, (char *) "", piece->line, '@' };

  lv_reader_report (self, item, &entry, _ ("line %u has some of these cells already"), line);
}

static void
find_overlaps_by_cell (LvReader *self, LvItem *item, const LvFormula *formula)
{
  g_autofree guint *claimed = g_new0 (guint, lv_shape_cells (&formula->shape));

  for (guint i = 0; i < formula->pieces->len; i++)
    {
      const LvPiece *piece = lv_piece_at (formula->pieces, i);
      LvCellWalk walk = { &formula->shape, &piece->place };
      gsize cell;

      while (!piece->rest && lv_cell_walk_next (&walk, &cell))
        {
          if (claimed[cell] != 0)
            {
              report_overlap (self, item, piece, claimed[cell]);
              break;
            }
          claimed[cell] = piece->line;
        }
    }
}

static void
find_overlaps_by_pair (LvReader *self, LvItem *item, const LvFormula *formula)
{
  for (guint i = 0; i < formula->pieces->len; i++)
    {
      const LvPiece *piece = lv_piece_at (formula->pieces, i);

      for (guint j = 0; j < i && !piece->rest; j++)
        {
          const LvPiece *earlier = lv_piece_at (formula->pieces, j);

          if (!earlier->rest && lv_place_overlaps (&piece->place, &earlier->place))
            {
              report_overlap (self, item, piece, earlier->line);
              break;
            }
        }
    }
}

static gboolean
read_place (LvReader *self, LvItem *item, const LvEntry *entry, const LvFormula *formula,
            LvPlace *place)
{
  g_autofree char *reason = NULL;

  if (!formula->has_axes)
    {
      if (!item->broken)
        lv_reader_report (self, item, entry, _ ("an expression for some members needs axes="));
      return FALSE;
    }
  if (!lv_place_parse (entry->argument, &formula->shape, place, &reason))
    {
      lv_reader_report (self, item, entry, "%s", reason);
      return FALSE;
    }
  return TRUE;
}

static void
read_piece (LvReader *self, LvItem *item, const LvEntry *entry, LvFormula *formula)
{
  LvPiece piece = { .rest = entry->key[0] != '\0', .line = entry->line };
  gboolean placed;

  placed = piece.rest || read_place (self, item, entry, formula, &piece.place);
  piece.expr = lv_reader_expression (self, item, entry);
  if (!placed)
    {
      lv_expr_free (piece.expr);
      return;
    }
  piece.key = piece.rest ? entry->key : entry->argument - 1; /* "@members", see lv-lines.c */
  g_array_append_val (formula->pieces, piece);
}

static void
read_pieces (LvReader *self, LvItem *item, LvFormula *formula)
{
  gboolean found = FALSE;

  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (strcmp (entry->key, "value") != 0 && (entry->key[0] != '\0' || entry->argument == NULL))
        continue;
      found = TRUE;
      read_piece (self, item, entry, formula);
    }
  if (!found)
    lv_reader_report (self, item, NULL,
                      _ ("the formula has no expression; expected value= or @members="));
  if (!formula->has_axes)
    return;
  if (compare_pairs (formula->pieces->len, lv_shape_cells (&formula->shape)))
    find_overlaps_by_pair (self, item, formula);
  else
    find_overlaps_by_cell (self, item, formula);
}

static void
read_across (LvItem *item, LvFormula *formula)
{
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = lv_item_get (item, "across");

  while (lv_token_next (&cursor, ';', token))
    for (guint i = 0; i < LV_N_ATTRIBUTES; i++)
      if (strcmp (token->str, lv_attribute_key ((LvAttribute) i)) == 0)
        formula->across[i] = TRUE;
}

static void
read_range (LvReader *self, LvItem *item, LvFormula *formula)
{
  int length = formula->shape.n > 0
                   ? (int) lv_axis_length (formula->shape.axis[formula->shape.n - 1])
                   : 1;
  int from;
  int to;

  formula->from = lv_item_get (item, "from");
  formula->to = lv_item_get (item, "to");
  if (!formula->has_axes)
    return;
  from = lv_reader_range_end (self, item, &formula->shape, "from", 0);
  to = lv_reader_range_end (self, item, &formula->shape, "to", length - 1);
  if (to < from)
    lv_reader_report (self, item, lv_item_entry (item, "to", NULL), _ ("%s must not be before %s"),
                      "to", "from");
  if (from == 0 && lv_item_entry (item, "from", NULL) == NULL)
    formula->from = NULL;
}

static void
piece_clear (gpointer data)
{
  lv_expr_free (((LvPiece *) data)->expr);
}

/** Makes a formula. Its axes may still be unknown; then the model infers them. */
void
lv_reader_read_formula (LvReader *self, LvItem *item)
{
  LvFormula *formula = g_new0 (LvFormula, 1);

  item->detail = formula;
  formula->item = item;
  formula->pieces = g_array_new (FALSE, TRUE, sizeof (LvPiece));
  g_array_set_clear_func (formula->pieces, piece_clear);
  if (!lv_reader_shape (self, item, &formula->shape, &formula->has_axes))
    formula->has_axes = FALSE;
  formula->unit = lv_reader_own_unit (self, item, TRUE);
  lv_reader_attributes (item, &formula->attributes);
  read_across (item, formula);
  read_range (self, item, formula);
  read_pieces (self, item, formula);
}

/* "known@m=DIFF;rounding|source-error;why" */
static void
read_known (LvReader *self, LvItem *item, const LvEntry *entry, LvCheck *check)
{
  g_autoptr (GString) token = g_string_new (NULL);
  const char *cursor = entry->value;
  LvKnown known = { .line = entry->line };

  lv_token_next (&cursor, ';', token);
  if (!lv_number_parse_c (token->str, &known.difference) || known.difference == 0)
    {
      lv_reader_report (self, item, entry,
                        _ ("“%s” is not a known difference; expected left - right, a number other "
                           "than 0"),
                        token->str);
      return;
    }
  if (!lv_token_next (&cursor, ';', token))
    g_string_truncate (token, 0);
  if (strcmp (token->str, "source-error") == 0)
    known.cause = LV_KNOWN_SOURCE_ERROR;
  else if (strcmp (token->str, "rounding") == 0)
    known.cause = LV_KNOWN_ROUNDING;
  else
    {
      lv_reader_report (self, item, entry,
                        _ ("the cause “%s” is unknown; expected DIFF;rounding;why or "
                           "DIFF;source-error;why"),
                        token->str);
      return;
    }
  if (known.cause == LV_KNOWN_SOURCE_ERROR
      && (cursor == NULL || cursor[strspn (cursor, " ")] == '\0'))
    {
      lv_reader_report (self, item, entry,
                        _ ("a source error must say why: DIFF;source-error;why"));
      return;
    }
  known.members = g_strdup (entry->argument != NULL ? entry->argument : "");
  known.why = g_strstrip (g_strdup (cursor != NULL ? cursor : ""));
  g_array_append_val (check->known, known);
}

static void
known_clear (gpointer data)
{
  LvKnown *known = data;

  g_free (known->members);
  g_free (known->why);
}

static void
read_tolerance (LvReader *self, LvItem *item, LvCheck *check)
{
  const LvEntry *entry = lv_item_entry (item, "tolerance", NULL);
  g_autoptr (GString) number = g_string_new (NULL);
  const char *cursor;
  double value;

  if (entry == NULL || entry->value[0] == '\0')
    return;
  cursor = entry->value;
  lv_token_next (&cursor, ' ', number);
  if (!lv_number_parse_c (number->str, &value) || value < 0)
    lv_reader_report (
        self, item, entry,
        _ ("“%s” is not a tolerance; expected a number, with a unit if need be, such as "
           "0.5 or 1 mio-kr"),
        entry->value);
  else if (cursor == NULL || lv_reader_unit (self, item, entry, cursor) != NULL)
    {
      check->tolerance = g_strdup (entry->value);
      check->tolerance_line = entry->line;
    }
}

/** Makes a check. */
void
lv_reader_read_check (LvReader *self, LvItem *item)
{
  LvCheck *check = g_new0 (LvCheck, 1);
  const LvEntry *left = lv_item_entry (item, "left", NULL);
  const LvEntry *right = lv_item_entry (item, "right", NULL);

  item->detail = check;
  check->item = item;
  check->known = g_array_new (FALSE, TRUE, sizeof (LvKnown));
  g_array_set_clear_func (check->known, known_clear);
  check->left = lv_reader_expression (self, item, left);
  check->left_line = left != NULL ? left->line : item->line;
  check->right = lv_reader_expression (self, item, right);
  check->right_line = right != NULL ? right->line : item->line;
  if (lv_item_get (item, "unit") != NULL)
    check->unit = lv_reader_own_unit (self, item, FALSE);
  read_tolerance (self, item, check);
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (strcmp (entry->key, "known") == 0 && entry->value[0] != '\0')
        read_known (self, item, entry, check);
    }
}

/* "lever@ID@m=low;high" */
static void
read_lever (LvReader *self, LvItem *item, const LvEntry *entry, LvSolve *solve)
{
  g_autoptr (GString) low = g_string_new (NULL);
  g_autoptr (GString) high = g_string_new (NULL);
  const char *cursor = entry->value;
  LvLever lever = { .line = entry->line };
  const char *members;

  lever.item = lv_reader_resolve_cells (self, item, entry, entry->argument,
                                        LV_KIND_BIT (LV_KIND_PARAMETER), &members);
  lv_token_next (&cursor, ';', low);
  if (!lv_token_next (&cursor, ';', high) || cursor != NULL
      || !lv_number_parse_c (low->str, &lever.low) || !lv_number_parse_c (high->str, &lever.high)
      || lever.low >= lever.high)
    {
      lv_reader_report (self, item, entry,
                        _ ("“%s” are not bounds; expected low;high, two numbers, the lower first"),
                        entry->value);
      return;
    }
  if (lever.item == NULL)
    return;
  lever.members = g_strdup (members);
  g_array_append_val (solve->levers, lever);
}

static void
lever_clear (gpointer data)
{
  g_free (((LvLever *) data)->members);
}

/** Makes a goal to seek. */
void
lv_reader_read_solve (LvReader *self, LvItem *item)
{
  LvSolve *solve = g_new0 (LvSolve, 1);
  const LvEntry *target = lv_item_entry (item, "target", NULL);
  const char *value = lv_item_get (item, "value");

  item->detail = solve;
  solve->item = item;
  solve->levers = g_array_new (FALSE, TRUE, sizeof (LvLever));
  g_array_set_clear_func (solve->levers, lever_clear);
  solve->target = lv_reader_expression (self, item, target);
  solve->target_line = target != NULL ? target->line : item->line;
  if (value != NULL)
    lv_number_parse_c (value, &solve->value);
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      if (strcmp (entry->key, "lever") == 0 && entry->argument != NULL)
        read_lever (self, item, entry, solve);
    }
}
