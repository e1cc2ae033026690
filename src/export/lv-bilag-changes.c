/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario changes: one by one, as workbooks list it; by subject, where there are many and somebody reads pages; in
 * a line, where there is one page for all. */
#include "lv-bilag.h"

#include "lv-compare-tables.h"
#include "lv-text.h"

#include <string.h>

/* So many changes still stand on a page or two. */
#define MANY 40

/* So many entries of a subject are told in a table, and so many changes or subjects in a line. */
#define MOST_OF_SUBJECT 12
#define MOST_IN_LINE 6

static void
add_change (const LvBilag *self, LvGrid *grid, const LvCompare *compare, const LvCompareInput *input)
{
  LvGridRow *row = lv_grid_add_row (grid, g_strdup (input->title), NULL);
  const char *because = input->because[1];

  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *text = lv_compare_published_text (compare, input, side);

      lv_grid_add_text (row, text);
    }
  lv_grid_add_text (row, because != NULL && because[0] != '\0'
                             ? because : lv_bilag_word (self, "no-reason", "no reason given"));
}

/** Returns: (transfer full): what the scenario changes, with the reasons; without rows in the grundprognose */
LvGrid *
lv_bilag_changes (const LvBilag *self)
{
  const char *baseline = lv_bilag_word (self, "baseline", "Baseline");
  const LvSide sides[] = { { .title = baseline, .state = self->base }, self->side };
  g_autoptr (LvCompare) compare = lv_compare_new (sides, G_N_ELEMENTS (sides));
  g_autoptr (GPtrArray) inputs = lv_compare_inputs (compare);
  LvGrid *grid = lv_grid_empty (lv_bilag_word (self, "changes", "Changes"),
                                lv_text_word (self->pack, "analysis-input", "Input"));

  g_ptr_array_add (grid->heads, g_strdup (baseline));
  g_ptr_array_add (grid->heads, g_strdup (self->side.title));
  g_ptr_array_add (grid->heads, g_strdup (lv_text_word (self->pack, "analysis-because", "Because")));
  for (guint i = 0; i < inputs->len; i++)
    if (!lv_compare_input_is_view (g_ptr_array_index (inputs, i)))
      add_change (self, grid, compare, g_ptr_array_index (inputs, i));
  return grid;
}

/** Returns: whether the scenario changes nothing */
gboolean
lv_bilag_is_baseline (const LvBilag *self)
{
  g_autoptr (LvGrid) changes = lv_bilag_changes (self);

  return changes->rows->len == 0;
}

/* --- By subject */

/**
 * Subject:
 * @item: what is changed: a measure with all that belongs to it, or a parameter or series
 * @because: (nullable): the reason of all these changes
 * @entries: (owned) char: "2027 – 2029: 0 → 5"
 * @n: how many changes that is
 * @is_choice: a measure or a lever is changed
 * @node, @cell: (nullable): of the last change
 * @start: the cell that the last entry begins at
 * @label, @change: (nullable) (owned): of the last entry, which goes on while the next cell changes alike
 */
typedef struct
{
  const LvItem *item;
  const char *because;
  GPtrArray *entries;
  guint n;
  gboolean is_choice;
  const LvNode *node;
  gsize cell;
  gsize start;
  char *label;
  char *change;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *self = data;

  g_ptr_array_unref (self->entries);
  g_free (self->label);
  g_free (self->change);
  g_free (self);
}

/* "ta.t1.naaet" belongs to the measure ta.t1. */
static const LvItem *
subject_of (const LvBilag *self, const LvItem *item)
{
  const char *dot = strrchr (item->id, '.');
  g_autofree char *id = dot != NULL ? g_strndup (item->id, (gsize) (dot - item->id)) : NULL;
  const LvItem *owner = id != NULL ? lv_pack_find_kind (self->pack, LV_KIND_MEASURE, id) : NULL;

  return owner != NULL && owner->title != NULL ? owner : item;
}

static Subject *
find_subject (GPtrArray *subjects, const LvItem *item, const char *because)
{
  Subject *subject;

  for (guint i = subjects->len; i > 0; i--)
    {
      subject = g_ptr_array_index (subjects, i - 1);
      if (subject->item == item && g_strcmp0 (subject->because, because) == 0)
        return subject;
    }
  subject = g_new0 (Subject, 1);
  subject->item = item;
  subject->because = because;
  subject->entries = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (subjects, subject);
  return subject;
}

/* What is left of "Tilgang, 2027" and "Tilgang (forsinkelse)" under the heading "Tilgang". */
static char *
label_under (const Subject *subject, const LvCompareInput *input)
{
  const char *title = subject->item->title != NULL ? subject->item->title : "";
  const char *rest = g_str_has_prefix (input->title, title) ? input->title + strlen (title) : input->title;
  gsize length;

  rest += strspn (rest, " ,:");
  length = strlen (rest);
  if (length > 2 && rest[0] == '(' && strchr (rest, ')') == rest + length - 1)
    return g_strndup (rest + 1, length - 2);
  return g_strdup (rest);
}

/* Years and months have an order that everybody knows, and are told from the first to the last. */
static gboolean
is_time (const LvAxis *axis)
{
  return axis->kind == LV_AXIS_MONTHS || (axis->kind == LV_AXIS_WHOLE && axis->first > 999);
}

/* Whether the cells from @start on are all that there are along the last axis. */
static gboolean
is_whole (const LvBilag *self, const LvNode *node, gsize start, gsize end)
{
  const LvShape *shape = lv_node_shape (node);
  gsize length = lv_axis_length (shape->axis[shape->n - 1]);
  gsize first = start - start % length;
  guint n = 0;

  for (gsize cell = first; cell < first + length; cell++)
    n += lv_node_present (lv_state_model (self->base), node, cell);
  return n == end - start + 1;
}

/* "25 år og derover, Plejehjem": what stands before the member of the last axis; "alle" where nothing does. */
static char *
label_of_all (const LvBilag *self, const char *label, const char *member)
{
  gsize length = strlen (label) - MIN (strlen (label), strlen (member));

  if (length < 3 || strcmp (label + length, member) != 0)
    return g_strdup (lv_bilag_word (self, "changes-all", "all"));
  return g_strndup (label, length - 2);
}

/* "18-24 år og Ældre": members without an order. */
static char *
label_of_members (const LvBilag *self, const Subject *subject, const LvAxis *axis)
{
  gsize length = lv_axis_length (axis);
  g_autoptr (GString) before = g_string_new (subject->label);

  for (gsize cell = subject->start + 1; cell < subject->cell; cell++)
    g_string_append_printf (before, ", %s", lv_axis_member (axis, (guint) (cell % length))->title);
  return lv_text_fill (lv_bilag_word (self, "changes-last", "{1} and {2}"),
                       (const char *const[]){ before->str, lv_axis_member (axis, (guint) (subject->cell % length))->title }, 2);
}

/* Returns: (transfer full): what the run of cells that ends in @to is called */
static char *
run_label (const LvBilag *self, const Subject *subject, const char *to)
{
  const LvShape *shape = subject->node != NULL ? lv_node_shape (subject->node) : NULL;
  const LvAxis *axis = shape != NULL && shape->n > 0 ? shape->axis[shape->n - 1] : NULL;

  if (strcmp (subject->label, to) == 0)
    return g_strdup (to);
  if (axis != NULL && !is_time (axis) && is_whole (self, subject->node, subject->start, subject->cell))
    return label_of_all (self, to, lv_axis_member (axis, (guint) (subject->cell % lv_axis_length (axis)))->title);
  if (axis != NULL && axis->kind == LV_AXIS_NAMED)
    return label_of_members (self, subject, axis);
  return g_strdup_printf ("%s – %s", subject->label, to);
}

static void
set_entry (const LvBilag *self, Subject *subject, const char *to)
{
  g_autofree char *label = run_label (self, subject, to);

  g_ptr_array_set_size (subject->entries, (int) subject->entries->len - 1);
  g_ptr_array_add (subject->entries, g_strdup_printf ("%s%s%s", label, label[0] != '\0' ? ": " : "", subject->change));
}

/* Whether @input is the next cell along the last axis of the node that was changed before it. */
static gboolean
follows (const Subject *subject, const LvCompareInput *input)
{
  const LvShape *shape = input->node != NULL ? lv_node_shape (input->node) : NULL;

  return shape != NULL && shape->n > 0 && input->node == subject->node && input->cell == subject->cell + 1
         && input->cell % lv_axis_length (shape->axis[shape->n - 1]) != 0;
}

/* What somebody decides, told from what is assumed of the world. */
static gboolean
is_choice (const Subject *subject, const LvCompareInput *input)
{
  const LvParameter *parameter = input->node != NULL ? lv_node_parameter (input->node) : NULL;

  return subject->item->kind == LV_KIND_MEASURE || subject->item->kind == LV_KIND_ACTION
         || (parameter != NULL && parameter->role == LV_ROLE_LEVER);
}

/* Cells that follow each other and change alike are one entry. */
static void
add_entry (const LvBilag *self, Subject *subject, const LvCompare *compare, const LvCompareInput *input)
{
  g_autofree char *label = label_under (subject, input);
  g_autofree char *before = lv_compare_published_text (compare, input, 0);
  g_autofree char *after = lv_compare_published_text (compare, input, 1);
  g_autofree char *change = g_strdup_printf ("%s → %s", before, after);

  subject->n++;
  if (g_strcmp0 (subject->change, change) != 0 || !follows (subject, input))
    {
      g_free (subject->label);
      g_free (subject->change);
      subject->label = g_strdup (label);
      subject->change = g_steal_pointer (&change);
      subject->start = input->cell;
      g_ptr_array_add (subject->entries, NULL);
    }
  subject->node = input->node;
  subject->cell = input->cell;
  subject->is_choice = subject->is_choice || is_choice (subject, input);
  set_entry (self, subject, label);
}

/* Takes @subjects. Who reads a few wants to know what is decided; the order stays otherwise. */
static GPtrArray *
choices_first (GPtrArray *subjects)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (subject_free);

  for (int choice = TRUE; choice >= FALSE; choice--)
    for (guint i = 0; i < subjects->len; i++)
      if (((const Subject *) g_ptr_array_index (subjects, i))->is_choice == choice)
        g_ptr_array_add (sorted, g_ptr_array_index (subjects, i));
  g_ptr_array_set_free_func (subjects, NULL);
  g_ptr_array_unref (subjects);
  return sorted;
}

/* Returns: (transfer full) (element-type Subject): all changes; @n (out): how many */
static GPtrArray *
find_subjects (const LvBilag *self, guint *n)
{
  const LvSide sides[] = { { .title = lv_bilag_word (self, "baseline", "Baseline"), .state = self->base }, self->side };
  g_autoptr (LvCompare) compare = lv_compare_new (sides, G_N_ELEMENTS (sides));
  g_autoptr (GPtrArray) inputs = lv_compare_inputs (compare);
  GPtrArray *subjects = g_ptr_array_new_with_free_func (subject_free);

  *n = 0;
  for (guint i = 0; i < inputs->len; i++)
    {
      const LvCompareInput *input = g_ptr_array_index (inputs, i);
      const char *because = input->because[1];

      if (lv_compare_input_is_view (input))
        continue;
      ++*n;
      add_entry (self, find_subject (subjects, subject_of (self, input->item),
                                     because != NULL && because[0] != '\0' ? because : NULL),
                 compare, input);
    }
  return choices_first (subjects);
}

static char *
more_text (const LvBilag *self, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  const char *const args[] = { number };

  return lv_text_fill (lv_bilag_word (self, "changes-more", "and {1} more"), args, G_N_ELEMENTS (args));
}

/* "2026: 0 → 5; 2027: 0 → 10; og 12 flere" */
static char *
entries_text (const LvBilag *self, const Subject *subject, guint most)
{
  GString *text = g_string_new (NULL);
  guint n = subject->entries->len > most ? most : subject->entries->len;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (subject->entries, i));
  if (n < subject->entries->len)
    {
      g_autofree char *more = more_text (self, subject->entries->len - n);

      g_string_append_printf (text, "; %s", more);
    }
  return g_string_free (text, FALSE);
}

static void
add_subject (const LvBilag *self, LvGrid *grid, const Subject *subject)
{
  LvGridRow *row = lv_grid_add_row (grid, g_strdup (subject->item->title != NULL ? subject->item->title
                                                                                   : subject->item->id), NULL);
  g_autofree char *text = entries_text (self, subject, MOST_OF_SUBJECT);
  LvGridCell count = { .number = subject->n };

  g_array_append_val (row->cells, count);
  lv_grid_add_text (row, text);
  lv_grid_add_text (row, subject->because != NULL ? subject->because
                                                  : lv_bilag_word (self, "no-reason", "no reason given"));
}

/**
 * lv_bilag_changes_to_read:
 *
 * Returns: (transfer full): the changes for pages: as lv_bilag_changes(), but by subject where there are many
 */
LvGrid *
lv_bilag_changes_to_read (const LvBilag *self)
{
  guint n;
  g_autoptr (GPtrArray) subjects = find_subjects (self, &n);
  LvGrid *grid;

  if (n <= MANY)
    return lv_bilag_changes (self);
  grid = lv_grid_empty (lv_bilag_word (self, "changes", "Changes"), lv_bilag_word (self, "changes-subject", "Subject"));
  grid->remark = g_strdup (lv_bilag_word (self, "changes-by-subject", "By subject; the workbook lists each change."));
  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self, "changes-count", "Changes")));
  g_ptr_array_add (grid->heads, g_strdup (lv_bilag_word (self, "changes-change", "From baseline to scenario")));
  g_ptr_array_add (grid->heads, g_strdup (lv_text_word (self->pack, "analysis-because", "Because")));
  for (guint i = 0; i < subjects->len; i++)
    add_subject (self, grid, g_ptr_array_index (subjects, i));
  return grid;
}

/* "Tilgang: 2027: 0 → 5", or where there is no room for numbers "Tilgang (4)". Returns: how many changes that is */
static guint
add_to_line (const LvBilag *self, GString *line, const Subject *subject, gboolean numbers)
{
  const char *title = subject->item->title != NULL ? subject->item->title : subject->item->id;
  g_autofree char *text = numbers ? entries_text (self, subject, MOST_IN_LINE) : NULL;

  g_string_append (line, line->len > 0 ? "; " : "");
  if (numbers)
    g_string_append_printf (line, "%s: %s", title, text);
  else
    g_string_append_printf (line, "%s (%u)", title, subject->n);
  return subject->n;
}

/**
 * lv_bilag_changes_line:
 *
 * Returns: (transfer full) (nullable): the changes for a page that has to hold everything: few with their numbers, many by
 *   subject; %NULL in the grundprognose
 */
char *
lv_bilag_changes_line (const LvBilag *self)
{
  guint n;
  g_autoptr (GPtrArray) subjects = find_subjects (self, &n);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *count = g_strdup_printf ("%u", n);
  guint told = 0;

  if (n == 0)
    return NULL;
  for (guint i = 0; i < subjects->len && i < MOST_IN_LINE; i++)
    told += add_to_line (self, line, g_ptr_array_index (subjects, i), n <= MOST_IN_LINE);
  if (told < n)
    {
      g_autofree char *more = more_text (self, n - told);

      g_string_append_printf (line, "; %s", more);
    }
  return lv_text_fill (lv_bilag_word (self, "changes-line", "Changes from the baseline ({1}): {2}"),
                       (const char *const[]){ count, line->str }, 2);
}
