/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-year-edit.h"

#include "lv-import.h"
#include "lv-import-text.h"
#include "lv-number.h"
#include "lv-own-figure.h"
#include "lv-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* More than any spreadsheet block that is meant for a table of years. */
#define MOST_TEXT (1 << 20)

/* --- Changes as one step */

static GArray *
changes_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (LvSessionChange));
}

static double
current (const LvYearTable *table, gsize cell)
{
  return lv_state_number (lv_session_state (table->session), table->node, cell);
}

/* What already stands there is no change. */
static void
add_change (const LvYearTable *table, GArray *changes, gsize cell, double value)
{
  LvSessionChange change = { table->node, cell, NAN, value };
  double now = current (table, cell);

  if (now != value && !(isnan (now) && isnan (value)))
    g_array_append_val (changes, change);
}

static gboolean
is_view (const LvYearTable *table)
{
  const LvParameter *parameter = lv_node_parameter (table->node);

  return parameter != NULL && parameter->role == LV_ROLE_VIEW;
}

/* What is only looked at through is no step, so it is set cell by cell. */
static gboolean
apply (const LvYearTable *table, const char *name, const GArray *changes)
{
  gboolean done = TRUE;

  if (changes->len == 0)
    return TRUE;
  lv_session_end_edit (table->session);
  if (!is_view (table))
    done = lv_session_set_many (table->session, name, (const LvSessionChange *) changes->data,
                                changes->len);
  for (guint i = 0; is_view (table) && i < changes->len; i++)
    {
      const LvSessionChange *change = &g_array_index (changes, LvSessionChange, i);

      lv_session_set (table->session, change->node, change->cell, change->value);
    }
  lv_session_end_edit (table->session);
  return done;
}

static LvYearPlan *
plan_new (char *name)
{
  LvYearPlan *self = g_new0 (LvYearPlan, 1);

  self->name = name;
  self->changes = changes_new ();
  self->figures = changes_new ();
  return self;
}

void
lv_year_plan_free (LvYearPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_array_unref (self->changes);
  g_array_unref (self->figures);
  g_free (self);
}

static void
add_records (const GArray *changes, LvImportKind kind, const char *source, GPtrArray *records)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const LvSessionChange *change = &g_array_index (changes, LvSessionChange, i);
      LvImportRecord *record = g_new0 (LvImportRecord, 1);
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      record->kind = kind;
      record->id = g_strdup (lv_node_id (change->node));
      record->members = lv_shape_cell_name (lv_node_shape (change->node), change->cell);
      record->value = g_strdup (g_ascii_formatd (value, sizeof value, "%.15g", change->value));
      record->source = g_strdup (source);
      g_ptr_array_add (records, record);
    }
}

static gboolean
take (const LvYearTable *table, const LvYearPlan *plan, const char *source, char **reason)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_import_record_free);
  g_autoptr (GError) error = NULL;

  add_records (plan->figures, LV_IMPORT_FIGURE, source, records);
  add_records (plan->changes, LV_IMPORT_CHANGE, source, records);
  if (lv_session_take_records (table->session, plan->name, records, &error))
    return TRUE;
  *reason = g_strdup (error->message);
  return FALSE;
}

/**
 * lv_year_do:
 * @plan: what to do
 * @source: (nullable): where figures are from that the sources lack; needed when there are any
 * @reason: (out) (transfer full): why nothing was done; %NULL when the session has said it
 *
 * Does all of it as one step of undo, or nothing.
 */
gboolean
lv_year_do (const LvYearTable *table, const LvYearPlan *plan, const char *source, char **reason)
{
  *reason = NULL;
  return plan->figures->len > 0 ? take (table, plan, source, reason) : apply (table, plan->name, plan->changes);
}

/* @why: (transfer full). Returns: (transfer full): "STU, 2027: why" */
static char *
at_cell (const LvYearTable *table, gsize cell, char *why)
{
  g_autofree char *where = lv_year_table_where (table, cell);
  g_autofree char *reason = why;

  return g_strdup_printf ("%s: %s", where, reason);
}

static gboolean
may_change (const LvYearTable *table, gsize cell, char **reason)
{
  if (lv_year_table_rule (table, cell) == LV_YEAR_OPEN)
    return TRUE;
  *reason = at_cell (table, cell, g_strdup (lv_year_table_why (table, cell)));
  return FALSE;
}

/* A number for a cell goes to the scenario, or to the figures of the user's own. */
static gboolean
plan_number (const LvYearTable *table, gsize cell, double value, LvYearPlan *plan, char **reason)
{
  if (lv_year_table_rule (table, cell) == LV_YEAR_SOURCED)
    {
      add_change (table, plan->figures, cell, value);
      return TRUE;
    }
  if (!may_change (table, cell, reason))
    return FALSE;
  add_change (table, plan->changes, cell, value);
  return TRUE;
}

/* --- Copy */

/** Returns: (transfer full): the numbers as a spreadsheet takes them: tabs, lines, decimal comma */
char *
lv_year_copy (const LvYearTable *table, const LvYearRange *range)
{
  GString *out = g_string_new (NULL);

  for (guint row = range->top; row <= range->bottom; row++)
    for (guint column = range->left; column <= range->right; column++)
      {
        gssize cell = lv_year_table_cell (table, row, column);
        g_autofree char *text = cell >= 0 ? lv_year_table_typed (table, (gsize) cell) : g_strdup ("");

        g_string_append_printf (out, "%s%s", text, column < range->right ? "\t" : "\n");
      }
  /* One number alone goes into a text without breaking its line. */
  if (range->top == range->bottom && range->left == range->right)
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* --- Numbers with a unit behind them */

static gboolean
is_percent (const LvUnit *unit)
{
  return lv_dimension_is_none (&unit->dimension) && unit->factor.num / unit->factor.den == 0.01;
}

static gboolean
is_unit (const LvUnit *unit, const char *suffix)
{
  return suffix[0] == '\0' || strcmp (suffix, unit->title) == 0 || strcmp (suffix, unit->plural) == 0
         || (is_percent (unit)
             && (strcmp (suffix, "%") == 0 || strcmp (suffix, "pct.") == 0 || strcmp (suffix, "pct") == 0));
}

/* Spreadsheets and word processors write spaces that don't break. */
static char *
plain_spaces (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);

  return g_strstrip (g_strjoinv (" ", parts));
}

/**
 * lv_year_parse:
 * @text: a number in Danish form, its unit may stand behind it: "1.234,5", "−3", "12,5 pct."
 * @reason: (out) (transfer full): why it can't be taken
 */
gboolean
lv_year_parse (const LvYearTable *table, const char *text, double *value, char **reason)
{
  g_autofree char *spaced = plain_spaces (text);
  const LvUnit *unit = lv_node_unit (table->node);
  const LvParameter *parameter = lv_node_parameter (table->node);
  g_autofree char *behind = NULL;
  const char *suffix = NULL;

  if ((parameter != NULL && parameter->input != LV_INPUT_NUMBER)
      || !lv_import_number (spaced, LV_DECIMAL_COMMA, value, &suffix) || suffix == NULL
      || suffix[0] == '\0')
    return lv_input_bounds_parse (&table->bounds, table->node, spaced, value, reason);
  behind = g_strstrip (g_strdup (suffix));
  if (!is_unit (unit, behind))
    {
      *reason = unit->plural[0] != '\0'
                    ? g_strdup_printf (_ ("“%s” is not in %s"), spaced, unit->plural)
                    : g_strdup_printf (_ ("“%s” is not a plain number"), spaced);
      return FALSE;
    }
  spaced[suffix - spaced] = '\0';
  return lv_input_bounds_parse (&table->bounds, table->node, g_strstrip (spaced), value, reason);
}

/* --- Paste */

/* Lines of fields; what ends the last line begins no other. */
static GPtrArray *
split_block (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (rows);

  if (n > 0 && rows[n - 1][0] == '\0')
    n--;
  for (guint i = 0; i < n; i++)
    {
      gsize length = strlen (rows[i]);

      if (length > 0 && rows[i][length - 1] == '\r')
        rows[i][length - 1] = '\0';
      g_ptr_array_add (lines, g_strsplit (rows[i], "\t", -1));
    }
  return lines;
}

static guint
block_width (const GPtrArray *lines)
{
  guint width = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, g_strv_length (g_ptr_array_index (lines, i)));
  return width;
}

/* An empty field, and the word for missing, leave the cell as it is. */
static gboolean
says_nothing (const LvYearTable *table, const char *field)
{
  g_autofree char *text = plain_spaces (field);

  return text[0] == '\0'
         || strcmp (text, lv_text_status (lv_session_pack (table->session), LV_STATUS_MISSING)) == 0;
}

static gboolean
paste_field (const LvYearTable *table, guint row, guint column, const char *field, LvYearPlan *plan,
             char **reason)
{
  gssize cell = lv_year_table_cell (table, row, column);
  char *why = NULL;
  double value;

  if (says_nothing (table, field))
    return TRUE;
  if (cell < 0)
    {
      *reason = g_strdup_printf (_ ("%s, %s: there is no cell for “%s”"),
                                 (const char *) g_ptr_array_index (table->row_titles, row),
                                 (const char *) g_ptr_array_index (table->column_titles, column), field);
      return FALSE;
    }
  if (!lv_year_parse (table, field, &value, &why))
    {
      *reason = at_cell (table, (gsize) cell, why);
      return FALSE;
    }
  return plan_number (table, (gsize) cell, value, plan, reason);
}

static gboolean
fits (const LvYearTable *table, const LvYearRange *range, const GPtrArray *lines, char **reason)
{
  guint rows = table->rows - range->top;
  guint columns = table->columns - range->left;

  if (lines->len == 0)
    *reason = g_strdup (_ ("There is nothing to paste"));
  else if (lines->len > rows)
    *reason = g_strdup_printf (_ ("%u rows do not fit: there are %u from %s"), lines->len, rows,
                               (const char *) g_ptr_array_index (table->row_titles, range->top));
  else if (block_width (lines) > columns)
    *reason = g_strdup_printf (_ ("%u columns do not fit: there are %u from %s"), block_width (lines),
                               columns,
                               (const char *) g_ptr_array_index (table->column_titles, range->left));
  return *reason == NULL;
}

static gboolean
plan_block (const LvYearTable *table, const LvYearRange *range, const GPtrArray *lines, LvYearPlan *plan,
            char **reason)
{
  for (guint i = 0; i < lines->len; i++)
    {
      char **fields = g_ptr_array_index (lines, i);

      for (guint j = 0; fields[j] != NULL; j++)
        if (!paste_field (table, range->top + i, range->left + j, fields[j], plan, reason))
          return FALSE;
    }
  return TRUE;
}

/* One number goes into every cell of the range. */
static gboolean
plan_one (const LvYearTable *table, const LvYearRange *range, const char *field, LvYearPlan *plan,
          char **reason)
{
  for (guint row = range->top; row <= range->bottom; row++)
    for (guint column = range->left; column <= range->right; column++)
      if (lv_year_table_cell (table, row, column) >= 0
          && !paste_field (table, row, column, field, plan, reason))
        return FALSE;
  return TRUE;
}

/**
 * lv_year_plan_paste:
 * @range: (inout): where it begins; the cells that are pasted to
 * @text: lines of fields between tabs, as a spreadsheet copies them
 * @reason: (out) (transfer full): why it can't be pasted
 *
 * Returns: (transfer full) (nullable): what lv_year_do() does
 */
LvYearPlan *
lv_year_plan_paste (const LvYearTable *table, LvYearRange *range, const char *text, char **reason)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (LvYearPlan) plan
      = plan_new (g_strdup_printf (_ ("Paste into %s"), lv_node_title (table->node)));

  *reason = NULL;
  if (strlen (text) > MOST_TEXT)
    {
      *reason = g_strdup (_ ("What is to be pasted is too large"));
      return NULL;
    }
  lines = split_block (text);
  if (!fits (table, range, lines, reason))
    return NULL;
  if (lines->len == 1 && block_width (lines) == 1)
    {
      char **fields = g_ptr_array_index (lines, 0);

      if (!plan_one (table, range, fields[0], plan, reason))
        return NULL;
    }
  else
    {
      if (!plan_block (table, range, lines, plan, reason))
        return NULL;
      range->bottom = range->top + lines->len - 1;
      range->right = range->left + block_width (lines) - 1;
    }
  return g_steal_pointer (&plan);
}

/* --- Fill, change, reset */

/**
 * lv_year_plan_fill_right:
 * @range: its first column is copied into the others; a single column gets the one before it
 * @reason: (out) (transfer full): why it can't be filled
 *
 * Returns: (transfer full) (nullable): what lv_year_do() does
 */
LvYearPlan *
lv_year_plan_fill_right (const LvYearTable *table, const LvYearRange *range, char **reason)
{
  g_autoptr (LvYearPlan) plan
      = plan_new (g_strdup_printf (_ ("Fill right in %s"), lv_node_title (table->node)));
  guint from = range->left < range->right || range->left == 0 ? range->left : range->left - 1;

  *reason = NULL;
  if (from == range->right)
    {
      *reason = g_strdup (_ ("There is nothing to the left to fill from"));
      return NULL;
    }
  for (guint row = range->top; row <= range->bottom; row++)
    {
      gssize first = lv_year_table_cell (table, row, from);

      for (guint column = from + 1; first >= 0 && column <= range->right; column++)
        {
          gssize cell = lv_year_table_cell (table, row, column);

          if (cell < 0 || isnan (current (table, (gsize) first)))
            continue;
          if (!plan_number (table, (gsize) cell, current (table, (gsize) first), plan, reason))
            return NULL;
        }
    }
  return g_steal_pointer (&plan);
}

/* Without the noise of binary fractions: 0,1 more than 0,2 is 0,3. */
static double
clean (double value)
{
  char buffer[LV_NUMBER_BUFFER];

  g_ascii_formatd (buffer, sizeof buffer, "%.12g", value);
  return g_ascii_strtod (buffer, NULL);
}

static gboolean
plan_cell (const LvYearTable *table, gsize cell, double by, gboolean percent, GArray *changes,
           char **reason)
{
  double now = current (table, cell);
  double value = clean (percent ? now * (1 + by / 100) : now + by);
  g_autofree char *text = NULL;
  char *why = NULL;

  if (!may_change (table, cell, reason))
    return FALSE;
  if (isnan (now))
    {
      *reason = at_cell (table, cell, g_strdup (_ ("there is no number to change")));
      return FALSE;
    }
  text = lv_input_bounds_format (table->node, value, TRUE);
  if (!lv_input_bounds_parse (&table->bounds, table->node, text, &now, &why))
    {
      *reason = at_cell (table, cell, why);
      return FALSE;
    }
  add_change (table, changes, cell, value);
  return TRUE;
}

/**
 * lv_year_plan_change:
 * @by: in the table's unit, or pct. of each number
 * @reason: (out) (transfer full): why it can't be done
 *
 * Returns: (transfer full) (nullable): LvSessionChange for each number that becomes another
 */
GArray *
lv_year_plan_change (const LvYearTable *table, const LvYearRange *range, double by, gboolean percent,
                     char **reason)
{
  g_autoptr (GArray) changes = changes_new ();

  *reason = NULL;
  for (guint row = range->top; row <= range->bottom; row++)
    for (guint column = range->left; column <= range->right; column++)
      {
        gssize cell = lv_year_table_cell (table, row, column);

        if (cell >= 0 && !plan_cell (table, (gsize) cell, by, percent, changes, reason))
          return NULL;
      }
  return g_steal_pointer (&changes);
}

/** Changes every number of @range by an amount or a percentage. */
gboolean
lv_year_change (const LvYearTable *table, const LvYearRange *range, double by, gboolean percent,
                char **reason)
{
  g_autoptr (GArray) changes = lv_year_plan_change (table, range, by, percent, reason);
  g_autofree char *amount = lv_number_format_da (by, -1);
  g_autofree char *name = NULL;

  if (changes == NULL)
    return FALSE;
  name = g_strdup_printf (_ ("%s: change by %s%s %s"), lv_node_title (table->node), by > 0 ? "+" : "",
                          amount, percent ? "%" : lv_node_unit (table->node)->plural);
  return apply (table, name, changes);
}

/* What holds without the scenario that is shown. */
static LvState *
inherited_state (LvSession *session)
{
  const char *shown = lv_session_shown (session);
  g_autoptr (LvSessionScenario) scenario = shown != NULL ? lv_session_find_scenario (session, shown) : NULL;

  if (scenario == NULL || !scenario->own)
    return lv_state_copy (lv_session_base (session));
  return lv_session_state_of (session, scenario->parent);
}

static void
reset_view (const LvYearTable *table, const LvYearRange *range)
{
  for (guint row = range->top; row <= range->bottom; row++)
    for (guint column = range->left; column <= range->right; column++)
      if (lv_year_table_cell (table, row, column) >= 0)
        lv_session_reset (table->session, table->node,
                          (gsize) lv_year_table_cell (table, row, column));
}

/** Takes the scenario's changes in @range back, and figures of the user's own out. */
gboolean
lv_year_reset (const LvYearTable *table, const LvYearRange *range)
{
  g_autoptr (LvState) inherited = inherited_state (table->session);
  g_autoptr (GArray) changes = changes_new ();
  g_autofree char *name = g_strdup_printf (_ ("Reset %s"), lv_node_title (table->node));
  LvDocument *document = lv_session_document (table->session);
  guint before = lv_document_n_done (document);
  gboolean done;

  if (is_view (table))
    {
      reset_view (table, range);
      return TRUE;
    }
  for (guint row = range->top; row <= range->bottom; row++)
    for (guint column = range->left; column <= range->right; column++)
      {
        gssize cell = lv_year_table_cell (table, row, column);

        if (cell >= 0 && lv_year_table_rule (table, (gsize) cell) == LV_YEAR_OPEN)
          add_change (table, changes, (gsize) cell,
                      lv_state_number (inherited, table->node, (gsize) cell));
        else if (cell >= 0 && lv_own_figure_exists (table->session, table->node, (gsize) cell))
          lv_session_take_figure (table->session, table->node, (gsize) cell);
      }
  done = apply (table, name, changes);
  if (lv_document_n_done (document) > before + 1)
    lv_document_join_steps (document, before, name);
  return done;
}
