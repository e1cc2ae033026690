/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passport comes from the content: the files of the pack, what a document adds to the model, and every
 * number that somebody can set, in the grundprognose and in the scenario. How these came to be set does not
 * matter, so the window, the command line and a saved document give the same ids. */
#include "lv-passport.h"

#include "lv-action-plan.h"
#include "lv-model-private.h"
#include "lv-number.h"
#include "lv-text.h"

#include <math.h>
#include <string.h>

/* Tables of one sheet that are looked through; the status of a plan has the most. */
#define MOST_TABLES 40

/* The same of a sheet with scenarios beside each other. */
#define MOST_BESIDE 12

/* Letters of the pack's digest that are shown. */
#define SHOWN_DIGEST 12

/* Crockford's: without I, L, O and U. */
static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

struct _LvPassport
{
  const LvState *state;
  const LvState *base;
  const LvScenario *scenario;
  char *title;
  char *pack;
  char *digest;
};

static const LvPack *
pack_of (const LvPassport *self)
{
  return lv_model_pack (lv_state_model (self->state));
}

static void
add_text (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *) (text != NULL ? text : ""), -1);
  g_checksum_update (sum, (const guchar *) "\n", 1);
}

/* The number as its eight bytes, alike on every machine; all that is missing is the same. */
static void
add_number (GChecksum *sum, double number)
{
  guint64 bits;

  if (isnan (number))
    number = NAN;
  if (number == 0)
    number = 0;
  memcpy (&bits, &number, sizeof bits);
  bits = GUINT64_TO_LE (isnan (number) ? G_MAXUINT64 : bits);
  g_checksum_update (sum, (const guchar *) &bits, sizeof bits);
}

/* --- What a document adds to the model */

/* Scenarios, figures and the plan are counted by their values; texts are no numbers. */
static gboolean
is_own_part (const LvItem *item)
{
  switch (item->kind)
    {
    case LV_KIND_SERIES:
    case LV_KIND_PARAMETER:
    case LV_KIND_FORMULA:
    case LV_KIND_MEASURE:
    case LV_KIND_ROW:
    case LV_KIND_GOAL:
      return item->local && g_str_has_prefix (item->id, "lokal.");
    case LV_KIND_AXIS:
      return item->local;
    default:
      return FALSE;
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Line by line and sorted, so that the order in the file says nothing; who wrote it and when does not count. */
static void
add_own_parts (GChecksum *sum, const LvPack *pack)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lv_pack_n_items (pack); i++)
    {
      const LvItem *item = lv_pack_item (pack, i);

      for (guint e = 0; is_own_part (item) && e < item->entries->len; e++)
        {
          const LvEntry *entry = &g_array_index (item->entries, LvEntry, e);

          if (strcmp (entry->key, "by") != 0)
            g_ptr_array_add (lines, g_strdup_printf ("%s %s %s %s=%s", lv_kind_name (item->kind), item->id,
                                                     entry->key, entry->argument != NULL ? entry->argument : "",
                                                     entry->value));
        }
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    add_text (sum, g_ptr_array_index (lines, i));
}

/* --- What is set */

static gboolean
is_view (const LvNode *node)
{
  return node->parameter != NULL && node->parameter->role == LV_ROLE_VIEW;
}

/* What follows another input is that other one's number. */
static double
own_number (const LvState *state, const LvNode *node, gsize cell)
{
  gboolean follows = node->default_node != NULL && isnan (node->defaults[cell]);

  return follows && !lv_state_is_set (state, node, cell) ? NAN : lv_state_number (state, node, cell);
}

static void
add_inputs (GChecksum *sum, const LvState *state, gboolean with_views)
{
  const LvModel *model = lv_state_model (state);

  for (guint i = 0; i < model->inputs->len; i++)
    {
      const LvNode *node = g_ptr_array_index (model->inputs, i);

      if (node->base != NULL || (is_view (node) && !with_views))
        continue;
      add_text (sum, node->id);
      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
        add_number (sum, own_number (state, node, cell));
    }
}

/* --- The plan */

static void
add_plan (GChecksum *sum, const LvState *state, const LvState *base)
{
  g_autoptr (GPtrArray) actions = lv_actions_of_state (state);
  g_autoptr (GPtrArray) goals = lv_goals_of_state (state, base, NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      const LvAction *action = g_ptr_array_index (actions, i);

      add_text (sum, action->id);
      for (guint f = 0; f < LV_N_ACTION_FIELDS; f++)
        add_text (sum, lv_action_text (action, (LvActionField) f));
    }
  for (guint i = 0; i < goals->len; i++)
    {
      const LvGoal *goal = g_ptr_array_index (goals, i);

      add_text (sum, goal->item->id);
      add_text (sum, goal->actual.text);
    }
}

static char *
content_digest (const LvPassport *self, const char *pack_digest)
{
  const LvPack *pack = pack_of (self);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, "ligevaegt 1");
  add_text (sum, lv_pack_id (pack));
  add_text (sum, lv_pack_head (pack, "version"));
  add_text (sum, pack_digest);
  add_own_parts (sum, pack);
  add_inputs (sum, self->base, FALSE);
  add_inputs (sum, self->state, TRUE);
  add_plan (sum, self->state, self->base);
  return g_strdup (g_checksum_get_string (sum));
}

/* "Aarhus 2025, version 1, kontrolsum 0f3a…" */
static char *
pack_line (const LvPack *pack, const char *digest)
{
  const char *title = lv_pack_head (pack, "title");
  const char *version = lv_pack_head (pack, "version");
  const char *const args[] = { title != NULL ? title : lv_pack_id (pack), version != NULL ? version : "?", digest };

  return lv_text_fill (lv_text_word (pack, "xl-pack-line", "{1}, version {2}, digest {3}"), args,
                       G_N_ELEMENTS (args));
}

/**
 * lv_passport_new:
 * @state: the scenario
 * @base: the grundprognose of the same model
 * @scenario: (nullable): what @state shows, for the reasons of its changes
 * @title: what the scenario is called
 *
 * Both states must last as long as it.
 *
 * Returns: (transfer full): the passports of all that @state can show
 */
LvPassport *
lv_passport_new (const LvState *state, const LvState *base, const LvScenario *scenario, const char *title)
{
  LvPassport *self = g_new0 (LvPassport, 1);
  g_autofree char *pack_digest = NULL;

  self->state = state;
  self->base = base;
  self->scenario = scenario;
  self->title = g_strdup (title);
  pack_digest = lv_pack_digest (pack_of (self));
  self->digest = content_digest (self, pack_digest);
  pack_digest[SHOWN_DIGEST] = '\0';
  self->pack = pack_line (pack_of (self), pack_digest);
  return self;
}

void
lv_passport_free (LvPassport *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->pack);
  g_free (self->digest);
  g_free (self);
}

/* --- Ids */

/**
 * lv_passport_id:
 * @attachment: (nullable): where it stands; %NULL for a chart's own file
 * @what: lv_passport_what(), LV_PASSPORT_CHANGES and the like, or a chart's id
 *
 * Returns: (transfer full): eight letters and digits, none of which looks like another
 */
char *
lv_passport_id (const LvPassport *self, const LvItem *attachment, const char *what)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 bytes[32];
  gsize length = sizeof bytes;
  guint64 bits = 0;
  char *id = g_new0 (char, LV_PASSPORT_BUFFER);

  add_text (sum, self->digest);
  add_text (sum, attachment != NULL ? attachment->id : NULL);
  add_text (sum, what);
  g_checksum_get_digest (sum, bytes, &length);
  for (guint i = 0; i < 5; i++)
    bits = bits << 8 | bytes[i];
  for (guint i = LV_PASSPORT_LENGTH; i > 0; i--, bits >>= 5)
    id[i - 1] = letters[bits & 31];
  return id;
}

/**
 * lv_passport_what:
 * @n: which table of the sheet, from 0: the status of a plan has several
 *
 * Returns: (transfer full): what stands on the sheet, as passports name it
 */
char *
lv_passport_what (const LvSheet *sheet, guint n)
{
  const char *of = sheet->of != NULL ? sheet->of->id : sheet->pattern;
  const char *extra = sheet->columns != NULL ? sheet->columns : sheet->goals;

  return g_strdup_printf ("%s %s %s %u %u", lv_sheet_kind_name (sheet->kind), of != NULL ? of : "",
                          extra != NULL ? extra : "", sheet->line, n);
}

/** Returns: whether @sheet holds scenarios beside each other */
gboolean
lv_passport_is_beside (const LvSheet *sheet)
{
  return sheet->kind == LV_SHEET_COMPARE || sheet->kind == LV_SHEET_COMPARE_CHART
         || sheet->kind == LV_SHEET_COMPARE_INPUTS || sheet->kind == LV_SHEET_COMPARE_MEASURES;
}

/** Returns: (transfer full): what stands for all numbers that are set in @state */
char *
lv_passport_inputs (const LvState *state)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_inputs (sum, state, TRUE);
  return g_strdup (g_checksum_get_string (sum));
}

/**
 * lv_passport_beside:
 * @inputs: lv_passport_inputs() of each side, in their order
 *
 * Returns: (transfer full): what stands for the sides of a table that shows several
 */
char *
lv_passport_beside (const char *const *inputs, guint n)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < n; i++)
    add_text (sum, inputs[i]);
  return g_strdup (g_checksum_get_string (sum));
}

/** Returns: (transfer full): as lv_passport_what(), of a sheet with the sides that lv_passport_beside() stands for */
char *
lv_passport_what_beside (const LvSheet *sheet, guint n, const char *beside)
{
  g_autofree char *what = lv_passport_what (sheet, n);

  return g_strconcat (what, " ", beside, NULL);
}

/** Returns: (transfer full): the passport of the @n-th table on @sheet of @attachment */
char *
lv_passport_sheet_id (const LvPassport *self, const LvItem *attachment, const LvSheet *sheet, guint n)
{
  g_autofree char *what = lv_passport_what (sheet, n);

  return lv_passport_id (self, attachment, what);
}

/**
 * lv_passport_read:
 * @text: an id as somebody typed it: small letters, hyphens and spaces, O for 0, I and L for 1
 * @id: (out caller-allocates): as it is written
 *
 * Returns: %FALSE when @text cannot be an id
 */
gboolean
lv_passport_read (const char *text, char id[LV_PASSPORT_BUFFER])
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      char letter = g_ascii_toupper (*p);

      if (letter == '-' || letter == ' ')
        continue;
      letter = letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
      if (n == LV_PASSPORT_LENGTH || strchr (letters, letter) == NULL)
        return FALSE;
      id[n++] = letter;
    }
  id[n] = '\0';
  return n == LV_PASSPORT_LENGTH;
}

/* --- Which table has an id */

static gboolean
is_id (const LvPassport *self, const LvItem *attachment, const char *what, const char *id)
{
  g_autofree char *own = lv_passport_id (self, attachment, what);

  return strcmp (own, id) == 0;
}

static gboolean
find_sheet (const LvPassport *self, const char *id, LvPassportHit *hit)
{
  const LvAttachment *detail = hit->attachment->detail;

  for (guint i = 0; i < detail->sheets->len; i++)
    for (hit->n = 0; hit->n < MOST_TABLES; hit->n++)
      {
        g_autofree char *own = NULL;

        hit->sheet = &g_array_index (detail->sheets, LvSheet, i);
        own = lv_passport_sheet_id (self, hit->attachment, hit->sheet, hit->n);
        if (strcmp (own, id) == 0)
          return TRUE;
      }
  hit->sheet = NULL;
  hit->n = 0;
  return FALSE;
}

static gboolean
find_part (const LvPassport *self, const char *id, LvPassportHit *hit)
{
  static const char *const parts[] = { LV_PASSPORT_CHANGES, LV_PASSPORT_NOTES, LV_PASSPORT_SOURCES };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (is_id (self, hit->attachment, parts[i], id))
      {
        hit->part = parts[i];
        return TRUE;
      }
  return FALSE;
}

/**
 * lv_passport_find:
 * @id: from lv_passport_read()
 * @hit: (out caller-allocates): the table or figure
 *
 * Returns: %FALSE when nothing that the state shows has that id
 */
gboolean
lv_passport_find (const LvPassport *self, const char *id, LvPassportHit *hit)
{
  const GPtrArray *attachments = lv_pack_items (pack_of (self), LV_KIND_ATTACHMENT);
  const GPtrArray *charts = lv_pack_items (pack_of (self), LV_KIND_CHART);

  for (guint i = 0; i < attachments->len; i++)
    {
      *hit = (LvPassportHit){ .attachment = g_ptr_array_index (attachments, i) };
      if (find_sheet (self, id, hit) || find_part (self, id, hit))
        return TRUE;
    }
  for (guint i = 0; i < charts->len; i++)
    {
      *hit = (LvPassportHit){ .chart = g_ptr_array_index (charts, i) };
      if (is_id (self, NULL, hit->chart->id, id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_sheet_beside (const LvPassport *self, const char *id, const char *beside, LvPassportHit *hit)
{
  for (hit->n = 0; hit->n < MOST_BESIDE; hit->n++)
    {
      g_autofree char *what = lv_passport_what_beside (hit->sheet, hit->n, beside);

      if (is_id (self, hit->attachment, what, id))
        return TRUE;
    }
  return FALSE;
}

/**
 * lv_passport_find_beside:
 * @beside: the sides, from lv_passport_beside()
 *
 * As lv_passport_find(), of tables and figures that hold these sides beside each other.
 */
gboolean
lv_passport_find_beside (const LvPassport *self, const char *id, const char *beside, LvPassportHit *hit)
{
  const GPtrArray *attachments = lv_pack_items (pack_of (self), LV_KIND_ATTACHMENT);

  for (guint a = 0; a < attachments->len; a++)
    {
      const LvItem *attachment = g_ptr_array_index (attachments, a);
      const GArray *sheets = ((const LvAttachment *) attachment->detail)->sheets;

      for (guint i = 0; i < sheets->len; i++)
        {
          *hit = (LvPassportHit){ .attachment = attachment, .sheet = &g_array_index (sheets, LvSheet, i) };
          if (lv_passport_is_beside (hit->sheet) && find_sheet_beside (self, id, beside, hit))
            return TRUE;
        }
    }
  return FALSE;
}

/* --- What a file says beside the ids */

/** Returns: whether they are the passports of that state, called so */
gboolean
lv_passport_is_of (const LvPassport *self, const LvState *state, const LvScenario *scenario, const char *title)
{
  return self->state == state && self->scenario == scenario && (title == NULL || strcmp (self->title, title) == 0);
}

/** Returns: (transfer none): what the scenario is called */
const char *
lv_passport_scenario (const LvPassport *self)
{
  return self->title;
}

/** Returns: (transfer none): title, version and digest of the pack */
const char *
lv_passport_pack (const LvPassport *self)
{
  return self->pack;
}

/** Returns: (transfer full): the grundprognose and the scenario side by side */
LvCompare *
lv_passport_compare (const LvPassport *self)
{
  const LvSide sides[] = { { lv_text_word (pack_of (self), "xl-baseline", "Baseline"), self->base, NULL },
                           { self->title, self->state, self->scenario } };

  return lv_compare_new (sides, G_N_ELEMENTS (sides));
}

/** Returns: (transfer full) (element-type LvCompareInput): what the scenario changes, side 1 of
 * lv_passport_compare() */
GPtrArray *
lv_passport_changes (const LvPassport *self, const LvCompare *compare)
{
  GPtrArray *list = lv_compare_inputs (compare);

  for (guint i = list->len; i > 0; i--)
    if (lv_compare_input_is_view (g_ptr_array_index (list, i - 1)))
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

/* In the window both sides are looked at alike, so what is looked at is compared with the pack's. */
static void
add_views (const LvPassport *self, const LvNode *node, GPtrArray *views)
{
  for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)); cell++)
    {
      LvValue value = lv_state_get (self->state, node, cell);
      g_autofree char *title = NULL;
      g_autofree char *text = NULL;

      if (!lv_state_is_set (self->state, node, cell)
          || value.number == lv_state_default (self->state, node, cell))
        continue;
      title = lv_text_cell_title (node, cell);
      text = lv_text_input (pack_of (self), node, value);
      g_ptr_array_add (views, g_strdup_printf ("%s: %s", title, text));
    }
}

/** Returns: (transfer full) (element-type utf8): "Budgetår: 2028", what is looked at otherwise than in the pack */
GPtrArray *
lv_passport_views (const LvPassport *self)
{
  const LvModel *model = lv_state_model (self->state);
  GPtrArray *views = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < model->inputs->len; i++)
    {
      const LvNode *node = g_ptr_array_index (model->inputs, i);

      if (node->base == NULL && is_view (node))
        add_views (self, node, views);
    }
  return views;
}

static char *
with_head (const LvPassport *self, const char *name, const char *otherwise, const char *text)
{
  return g_strdup_printf ("%s: %s", lv_text_word (pack_of (self), name, otherwise), text);
}

static char *
change_line (const LvCompare *compare, const LvCompareInput *input)
{
  g_autofree char *before = lv_compare_input_text (compare, input, 0);
  g_autofree char *after = lv_compare_input_text (compare, input, 1);

  return g_strdup_printf ("%s: %s → %s%s%s", input->title, before, after,
                          input->because[1] != NULL ? " – " : "",
                          input->because[1] != NULL ? input->because[1] : "");
}

static void
add_change_lines (const LvPassport *self, GPtrArray *lines)
{
  g_autoptr (LvCompare) compare = lv_passport_compare (self);
  g_autoptr (GPtrArray) changes = lv_passport_changes (self, compare);

  if (changes->len == 0)
    g_ptr_array_add (lines, g_strdup (lv_text_word (pack_of (self), "xl-no-changes", "No changes.")));
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *line = change_line (compare, g_ptr_array_index (changes, i));

      g_ptr_array_add (lines, with_head (self, "xl-change", "Change", line));
    }
}

/** Returns: (transfer full) (element-type utf8): scenario, pack, what is looked at, and the changes with their
 * reasons, a line each */
GPtrArray *
lv_passport_lines (const LvPassport *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) views = lv_passport_views (self);

  g_ptr_array_add (lines, with_head (self, "xl-scenario", "Scenario", self->title));
  g_ptr_array_add (lines, with_head (self, "xl-pack", "Data", self->pack));
  for (guint i = 0; i < views->len; i++)
    g_ptr_array_add (lines, with_head (self, "xl-view", "Shown", g_ptr_array_index (views, i)));
  add_change_lines (self, lines);
  return lines;
}
