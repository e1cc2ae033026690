/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Protects the user's document: what is written is read back byte by byte; every edit, undo and redo ends
 * where a full computation would, and random walks come back to the same bytes; scenarios build on each
 * other, are folded and locked; figures of the user's own count; what does not fit is refused or kept. */
#include "lv-document-differences.h"
#include "lv-session.h"

#include <math.h>
#include <string.h>

#define STEPS 3000

static LvModel *
load (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (folder, NULL, problems);

  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  return model;
}

static LvSession *
session_new (void)
{
  LvSession *session = lv_session_new (load ());

  lv_session_set_user (session, "Økonomi");
  lv_session_set_today (session, "2026-11-24");
  return session;
}

static const LvNode *
node (LvSession *session, const char *id)
{
  const LvNode *found = lv_model_find (lv_session_model (session), id);

  g_assert_nonnull (found);
  return found;
}

static char *
text_of (LvSession *session)
{
  g_autoptr (GBytes) bytes = lv_document_write (lv_session_document (session));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static LvDocument *
read_text (LvSession *session, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lv_document_read (lv_session_pack (session), bytes, error);
}

static double
gap (LvSession *session, const char *year)
{
  const LvNode *found = node (session, "merforbrug");
  int cell = lv_axis_find (lv_node_shape (found)->axis[0], year);

  return lv_state_number (lv_session_state (session), found, (gsize) cell);
}

/* The state is what a full computation of the same scenario gives. */
static void
check_state (LvSession *session)
{
  g_autoptr (LvState) whole = lv_session_state_of (session, lv_session_shown (session));
  const LvState *state = lv_session_state (session);
  const LvModel *model = lv_session_model (session);

  lv_state_update_all (whole);
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *each = lv_model_node (model, i);

      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (each)); cell++)
        {
          double a = lv_state_number (state, each, cell);
          double b = lv_state_number (whole, each, cell);

          if (isnan (a) != isnan (b) || (!isnan (a) && a != b))
            g_error ("%s[%" G_GSIZE_FORMAT "] is %.17g, not %.17g", lv_node_id (each), cell, a, b);
        }
    }
}

/* --- Reading and writing */

static void
test_round_trip (void)
{
  g_autoptr (LvSession) session = session_new ();
  const char *text = "# Øverst\n\n[document lokal]\ntitle=Prøve\npack=aarhus-2025\nformat=1\n"
                     "# før scenariet\n[scenario et]\ntitle=Et\n  \nnote=Første afsnit\n fortsat\n .\n "
                     "Andet afsnit\nset ta.vaekst=10\nbecause ta.vaekst=aftalt\n\n[scenario to]\n"
                     "title=To\nparent=et\nmeasure x.y.on=on\n";
  g_autoptr (LvDocument) document = read_text (session, text, NULL);
  g_autoptr (GBytes) bytes = lv_document_write (document);
  g_autofree char *note = NULL;

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
  note = lv_doc_group_get (lv_document_find (document, "scenario", "et"), "note");
  g_assert_cmpstr (note, ==, "Første afsnit fortsat\nAndet afsnit");
  g_assert_false (lv_document_is_modified (document));
}

static void
test_refused (void)
{
  g_autoptr (LvSession) session = session_new ();
  const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", LV_DOCUMENT_ERROR_DAMAGED },
    { "PK\003\004", LV_DOCUMENT_ERROR_DAMAGED },
    { "\377\376[", LV_DOCUMENT_ERROR_DAMAGED },
    { "[scenario a]\ntitle=A\n", LV_DOCUMENT_ERROR_DAMAGED },
    { "[document lokal]\ntitle=A\n", LV_DOCUMENT_ERROR_DAMAGED },
    { "[document lokal]\ntitle=A\npack=aarhus-2025\nformat=2\n", LV_DOCUMENT_ERROR_NEWER },
    { "[document lokal]\ntitle=A\npack=odense-2026\n", LV_DOCUMENT_ERROR_PACK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (session, cases[i].text, &error));
      g_assert_error (error, LV_DOCUMENT_ERROR, cases[i].code);
    }
}

/* What has no place is kept, listed, and does nothing. */
static void
test_unplaced (void)
{
  g_autoptr (LvSession) session = session_new ();
  const char *text = "[document lokal]\ntitle=A\npack=aarhus-2025\nformat=1\nshows=a\n[scenario a]\n"
                     "title=A\nset ta.vaekst=0\nset findes.ikke=3\n[cell heller.ikke@2026]\nvalue=4\n"
                     "[bogus x]\nq=1\n";
  g_autoptr (LvDocument) document = read_text (session, text, NULL);
  g_autoptr (GPtrArray) unplaced = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *after = NULL;

  g_assert_false (lv_session_set_document (session, document, unplaced));
  g_assert_cmpuint (unplaced->len, ==, 3);
  g_assert_nonnull (strstr (g_ptr_array_index (unplaced, 0), "findes.ikke"));
  g_assert_cmpfloat (gap (session, "2029"), ==, 463.5);
  g_assert_true (lv_session_set (session, node (session, "stu.vaekst"), 0, 0));
  after = text_of (session);
  g_assert_nonnull (strstr (after, "set findes.ikke=3\n"));
  g_assert_nonnull (strstr (after, "[cell heller.ikke@2026]\nvalue=4\n"));
  g_assert_nonnull (strstr (after, "[bogus x]\nq=1\n"));
}

/* --- Edits */

static void
test_edit (void)
{
  g_autoptr (LvSession) session = session_new ();
  LvDocument *document = lv_session_document (session);
  const LvNode *growth = node (session, "ta.vaekst");
  g_autofree char *before = text_of (session);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;

  /* The grundprognose is edited: a scenario of one's own begins, and pulling is one step. */
  g_assert_null (lv_session_shown (session));
  for (int i = 13; i >= 10; i--)
    g_assert_true (lv_session_set (session, growth, 0, i));
  g_assert_nonnull (lv_session_shown (session));
  /* Once it was called "11,0 → 10,0", by its last motion. */
  g_assert_nonnull (strstr (lv_document_undo_name (document), " 13,5 → 10,0"));
  after = text_of (session);
  g_assert_nonnull (strstr (after, "set ta.vaekst=10\n"));
  g_assert_nonnull (strstr (after, "by ta.vaekst=Økonomi, 2026-11-24\n"));
  g_assert_true (lv_document_is_modified (document));
  g_assert_true (lv_session_undo (session));
  g_assert_null (lv_session_shown (session));
  back = text_of (session);
  g_assert_cmpstr (back, ==, before);
  g_assert_cmpfloat (gap (session, "2029"), ==, 531);
  g_assert_false (lv_document_is_modified (document));
  g_assert_false (lv_session_undo (session));
  g_assert_true (lv_session_redo (session));
  again = text_of (session);
  g_assert_cmpstr (again, ==, after);
  /* A step that has ended is not made longer, and one that leads back is none. */
  lv_session_end_edit (session);
  g_assert_true (lv_session_set (session, growth, 0, 9));
  g_assert_nonnull (strstr (lv_document_undo_name (document), " 10,0 → 9,0"));
  g_assert_true (lv_session_set (session, growth, 0, 10));
  g_assert_nonnull (strstr (lv_document_undo_name (document), " 13,5 → 10,0"));
  g_assert_true (lv_session_undo (session));
  g_assert_null (lv_session_shown (session));
  check_state (session);
}

/* A form with many fields is one step, and none when it leads back. */
static void
test_joined (void)
{
  g_autoptr (LvSession) session = session_new ();
  LvDocument *document = lv_session_document (session);
  g_autofree char *before = text_of (session);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;

  lv_session_set (session, node (session, "ta.vaekst"), 0, 10);
  lv_session_set (session, node (session, "koeb.vaekst"), 0, 1);
  lv_session_set (session, node (session, "ta.vaekst"), 0, 9);
  g_assert_cmpuint (lv_document_n_done (document), ==, 3);
  lv_document_join_steps (document, 0, "Alt sammen");
  after = text_of (session);
  g_assert_cmpuint (lv_document_n_done (document), ==, 1);
  g_assert_cmpstr (lv_document_undo_name (document), ==, "Alt sammen");
  g_assert_true (lv_session_undo (session));
  g_assert_null (lv_session_shown (session));
  back = text_of (session);
  g_assert_cmpstr (back, ==, before);
  g_assert_true (lv_session_redo (session));
  again = text_of (session);
  g_assert_cmpstr (again, ==, after);
  g_assert_nonnull (lv_session_shown (session));
  lv_session_set (session, node (session, "ta.vaekst"), 0, 8);
  lv_session_end_edit (session);
  lv_session_set (session, node (session, "ta.vaekst"), 0, 9);
  lv_document_join_steps (document, 1, "Frem og tilbage");
  g_assert_cmpuint (lv_document_n_done (document), ==, 1);
  g_assert_cmpstr (lv_document_undo_name (document), ==, "Alt sammen");
  lv_document_join_steps (document, 1, "Ingenting");
  g_assert_cmpstr (lv_document_undo_name (document), ==, "Alt sammen");
  check_state (session);
}

static void
test_saved (void)
{
  g_autoptr (LvSession) session = session_new ();
  LvDocument *document = lv_session_document (session);

  lv_session_set (session, node (session, "ta.vaekst"), 0, 10);
  lv_document_mark_saved (document);
  g_assert_false (lv_document_is_modified (document));
  lv_session_set (session, node (session, "ta.vaekst"), 0, 9);
  g_assert_true (lv_document_is_modified (document));
  g_assert_true (lv_session_undo (session));
  g_assert_false (lv_document_is_modified (document));
  /* Undo reaches behind the save. */
  g_assert_true (lv_session_undo (session));
  g_assert_true (lv_document_is_modified (document));
}

static void
refused_cb (LvSession *session, const char *reason, guint *count)
{
  g_assert_cmpstr (reason, !=, "");
  (*count)++;
}

static void
test_locked (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvNode *growth = node (session, "ta.vaekst");
  g_autofree char *copy = NULL;
  g_autofree char *text = NULL;
  guint refused = 0;

  g_signal_connect (session, "refused", G_CALLBACK (refused_cb), &refused);
  lv_session_set (session, growth, 0, 10);
  g_assert_true (lv_session_set_scenario_state (session, lv_session_shown (session), "fremlagt"));
  text = text_of (session);
  g_assert_nonnull (strstr (text, "state=fremlagt\nauthor=Økonomi\ndate=2026-11-24\n"));
  g_assert_false (lv_session_set (session, growth, 0, 8));
  g_assert_false (lv_session_reset (session, growth, 0));
  g_assert_false (lv_session_reset_all (session));
  g_assert_cmpuint (refused, ==, 3);
  copy = lv_session_duplicate_scenario (session, lv_session_shown (session), "Næste");
  g_assert_cmpstr (lv_session_shown (session), ==, copy);
  g_assert_true (lv_session_set (session, growth, 0, 8));
  check_state (session);
}

/* --- Scenarios */

static void
test_scenarios (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvNode *ta = node (session, "ta.vaekst");
  const LvNode *stu = node (session, "stu.vaekst");
  g_autofree char *one = lv_session_add_scenario (session, "Et", NULL);
  g_autofree char *two = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  double value;

  lv_session_set (session, ta, 0, 10);
  lv_session_set (session, stu, 0, 0);
  two = lv_session_add_scenario (session, "Et", one);
  g_assert_cmpstr (lv_session_shown (session), ==, two);
  lv_session_set (session, ta, 0, 5);
  value = gap (session, "2029");
  lv_session_end_edit (session);
  /* Taken back is what the parent says, not the grundprognose. */
  lv_session_reset (session, ta, 0);
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), ta, 0), ==, 10);
  lv_session_undo (session);
  /* The standard itself, against a parent that changed it, is a change. */
  lv_session_end_edit (session);
  lv_session_set (session, stu, 0, 1.5);
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), stu, 0), ==, 1.5);
  lv_session_undo (session);
  g_assert_false (lv_session_set_parent (session, one, two));
  g_assert_true (lv_session_rename_scenario (session, two, "To"));
  g_assert_true (lv_session_describe_scenario (session, two, "Linje 1\nLinje 2"));
  g_assert_true (lv_session_move_scenario (session, two, -1));
  g_assert_false (lv_session_move_scenario (session, two, -1));
  before = text_of (session);
  /* Deleting the parent folds it into the child, whose values stay. */
  g_assert_true (lv_session_delete_scenario (session, one));
  g_assert_cmpfloat (gap (session, "2029"), ==, value);
  check_state (session);
  lv_session_undo (session);
  after = text_of (session);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (lv_session_delete_scenario (session, two));
  g_assert_cmpstr (lv_session_shown (session), ==, one);
  lv_session_undo (session);
  g_assert_cmpstr (lv_session_shown (session), ==, two);
}

static void
test_reason (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvNode *ta = node (session, "ta.vaekst");
  g_autofree char *reason = NULL;
  g_autofree char *by = NULL;
  g_autofree char *gone = NULL;

  g_assert_false (lv_session_set_reason (session, ta, 0, "for tidligt"));
  lv_session_set (session, ta, 0, 10);
  g_assert_true (lv_session_set_reason (session, ta, 0, "aftalt"));
  reason = lv_session_reason (session, ta, 0, &by);
  g_assert_cmpstr (reason, ==, "aftalt");
  g_assert_cmpstr (by, ==, "Økonomi, 2026-11-24");
  lv_session_reset (session, ta, 0);
  gone = lv_session_reason (session, ta, 0, NULL);
  g_assert_cmpstr (gone, ==, "");
}

/* Parts, interaction and all together. */
/* After edits, and another number asked about, it is what a session finds that was never asked before. */
static void
expect_same_effects (LvSession *session, const LvNode *found, gsize cell)
{
  double together;

  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GArray) changes = NULL;
      g_autoptr (GArray) parts = NULL;

      lv_session_set (session, node (session, i < 2 ? "ta.vaekst" : "stu.vaekst"), 0, i);
      changes = lv_session_changes (session);
      parts = lv_session_effects (session, found, i == 1 ? cell - 1 : cell, &together);
      g_assert_cmpuint (parts->len, ==, changes->len);
      for (guint k = 0; k < parts->len; k++)
        {
          const LvSessionPart *part = &g_array_index (parts, LvSessionPart, k);
          g_autoptr (LvState) alone = lv_state_copy (lv_session_base (session));
          gsize at = i == 1 ? cell - 1 : cell;

          lv_state_set (alone, part->change.node, part->change.cell, part->change.value);
          lv_state_update (alone);
          g_assert_cmpfloat (part->alone, ==,
                             lv_state_number (alone, found, at)
                                 - lv_state_number (lv_session_base (session), found, at));
        }
    }
}

static void
test_effects (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvNode *found = node (session, "merforbrug");
  gsize cell = (gsize) lv_axis_find (lv_node_shape (found)->axis[0], "2029");
  g_autoptr (GArray) parts = NULL;
  double together;

  lv_session_set (session, node (session, "ta.vaekst"), 0, 0);
  lv_session_set (session, node (session, "stu.vaekst"), 0, 0);
  parts = lv_session_effects (session, found, cell, &together);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpfloat (together, ==, -75);
  g_assert_cmpfloat (g_array_index (parts, LvSessionPart, 0).alone
                         + g_array_index (parts, LvSessionPart, 1).alone,
                     ==, -75);
  expect_same_effects (session, found, cell);
}

/* --- Figures of the user's own */

static const LvNode *
find_missing (LvSession *session, gsize *cell)
{
  const LvModel *model = lv_session_model (session);

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *each = lv_model_node (model, i);

      for (gsize c = 0; lv_node_series (each) != NULL && c < lv_shape_cells (lv_node_shape (each)); c++)
        if (!lv_node_is_hidden (each) && lv_node_present (model, each, c)
            && isnan (lv_state_number (lv_session_base (session), each, c)))
          {
            *cell = c;
            return each;
          }
    }
  g_assert_not_reached ();
}

static void
test_figures (void)
{
  g_autoptr (LvSession) session = session_new ();
  gsize cell = 0;
  const LvNode *series = find_missing (session, &cell);
  g_autofree char *text = NULL;
  LvValue value;

  g_assert_false (lv_session_set_figure (session, series, cell, 12.5, ""));
  g_assert_true (lv_session_set_figure (session, series, cell, 12.5, "Brev fra forvaltningen"));
  value = lv_state_get (lv_session_base (session), series, cell);
  g_assert_cmpfloat (value.number, ==, 12.5);
  g_assert_cmpint (value.status, ==, LV_STATUS_IMPORTED);
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), series, cell), ==, 12.5);
  g_assert_false (lv_session_is_changed (session, series, cell));
  text = text_of (session);
  g_assert_nonnull (strstr (text, "value=12.5\nfrom-file=Brev fra forvaltningen\nby=Økonomi, 2026-11-24\n"));
  check_state (session);
  lv_session_undo (session);
  g_assert_true (isnan (lv_state_number (lv_session_base (session), series, cell)));
  lv_session_redo (session);
  g_assert_true (lv_session_take_figure (session, series, cell));
  g_assert_true (isnan (lv_state_number (lv_session_base (session), series, cell)));
  g_assert_cmpint (lv_state_get (lv_session_base (session), series, cell).status, ==, LV_STATUS_MISSING);
  g_assert_false (lv_session_take_figure (session, series, cell));
}

/* --- Random walks */

static void
random_edit (LvSession *session, GRand *random)
{
  static const char *const ids[]
      = { "ta.vaekst", "stu.vaekst", "koeb.vaekst", "hjemloese.vaekst", "katalog.realisering" };
  const LvNode *input = node (session, ids[g_rand_int_range (random, 0, G_N_ELEMENTS (ids))]);
  g_autoptr (GPtrArray) scenarios = lv_session_scenarios (session);
  const LvSessionScenario *any
      = scenarios->len > 0
            ? g_ptr_array_index (scenarios, g_rand_int_range (random, 0, (int) scenarios->len))
            : NULL;

  switch (g_rand_int_range (random, 0, 14))
    {
    case 0:
      g_free (lv_session_add_scenario (session, "Nyt", any != NULL ? any->id : NULL));
      break;
    case 1:
      if (any != NULL && scenarios->len < 12)
        g_free (lv_session_duplicate_scenario (session, any->id, "Kopi"));
      break;
    case 2:
      if (any != NULL)
        lv_session_delete_scenario (session, any->id);
      break;
    case 3:
      lv_session_show (session, any != NULL && g_rand_boolean (random) ? any->id : NULL, NULL);
      break;
    case 4:
      if (any != NULL)
        lv_session_set_parent (session, any->id, lv_session_shown (session));
      break;
    case 5:
      if (any != NULL)
        lv_session_set_scenario_state (session, any->id, g_rand_boolean (random) ? "udkast" : "laast");
      break;
    case 6:
      lv_session_reset (session, input, 0);
      break;
    case 7:
      lv_session_set_reason (session, input, 0, "fordi\nder er to linjer");
      break;
    case 8:
      lv_session_end_edit (session);
      break;
    case 9:
      if (any != NULL)
        lv_session_move_scenario (session, any->id, g_rand_boolean (random) ? 1 : -1);
      break;
    default:
      lv_session_set (session, input, 0, g_rand_int_range (random, -20, 20) / 2.0);
    }
}

/* More of it with `-m slow`. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= (g_test_slow () ? 5 : 1); seed++)
    {
      g_autoptr (LvSession) session = session_new ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree char *first = text_of (session);
      g_autofree char *last = NULL;
      g_autofree char *again = NULL;
      g_autofree char *back = NULL;

      for (int i = 0; i < STEPS; i++)
        {
          int choice = g_rand_int_range (random, 0, 10);

          if (choice == 0)
            lv_session_undo (session);
          else if (choice == 1)
            lv_session_redo (session);
          else
            random_edit (session, random);
          if (i % 100 == 0)
            check_state (session);
        }
      while (lv_session_redo (session))
        ;
      last = text_of (session);
      while (lv_session_undo (session))
        ;
      check_state (session);
      lv_session_show (session, NULL, NULL);
      back = text_of (session);
      g_assert_cmpstr (back, ==, first);
      while (lv_session_redo (session))
        ;
      check_state (session);
      again = text_of (session);
      g_assert_cmpstr (again, ==, last);
    }
}

/* A document that is read again shows the same values. */
static void
test_reopened (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvSession) other = session_new ();
  g_autofree char *text = NULL;
  g_autoptr (LvDocument) document = NULL;

  lv_session_set (session, node (session, "ta.vaekst"), 0, 10.25);
  text = text_of (session);
  document = read_text (other, text, NULL);
  g_assert_true (lv_session_set_document (other, document, NULL));
  g_assert_cmpstr (lv_session_shown (other), ==, lv_session_shown (session));
  g_assert_cmpfloat (gap (other, "2029"), ==, gap (session, "2029"));
}

/* What a newer version says otherwise is told in words, both ways. */
static void
test_differences (void)
{
  static const char *const head = "[document lokal]\npack=aarhus-2025\nformat=1\n";
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *old = g_strconcat (head, "[scenario lokal.a]\ntitle=Lav\nset ta.vaekst=10.5\n", NULL);
  g_autofree char *new = g_strconcat (head,
                                      "[scenario lokal.a]\ntitle=Lav\nset ta.vaekst=8\n"
                                      "because ta.vaekst=Aftalt\n[scenario lokal.b]\ntitle=Høj\n"
                                      "set ta.vaekst=15\n",
                                      NULL);
  g_autoptr (LvDocument) from = read_text (session, old, NULL);
  g_autoptr (LvDocument) to = read_text (session, new, NULL);
  g_autoptr (GPtrArray) none = lv_document_differences (lv_session_pack (session), to, to);
  g_autoptr (GPtrArray) there = lv_document_differences (lv_session_pack (session), from, to);
  g_autoptr (GPtrArray) back = lv_document_differences (lv_session_pack (session), to, from);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (there->len, ==, 4);
  g_assert_cmpstr (there->pdata[0], ==, "Lav: Vækst i tabt arbejdsfortjeneste pr. år 10,5 → 8");
  g_assert_cmpstr (there->pdata[1], ==, "Lav: reasons changed");
  g_assert_cmpstr (there->pdata[2], ==, "Scenario “Høj” is new");
  g_assert_cmpstr (there->pdata[3], ==, "Høj: Vækst i tabt arbejdsfortjeneste pr. år 13,5 → 15");
  g_assert_cmpuint (back->len, ==, 3);
  g_assert_cmpstr (back->pdata[0], ==, "Lav: Vækst i tabt arbejdsfortjeneste pr. år 8 → 10,5");
  g_assert_cmpstr (back->pdata[2], ==, "Scenario “Høj” is deleted");
}

/* What stands in no file is unsaved until it is saved, wherever undo leads. */
static void
test_unsaved (void)
{
  g_autoptr (LvSession) session = session_new ();
  LvDocument *document = lv_session_document (session);

  lv_document_mark_unsaved (document);
  g_assert_true (lv_document_is_modified (document));
  lv_session_set (session, node (session, "ta.vaekst"), 0, 10.25);
  lv_session_undo (session);
  g_assert_true (lv_document_is_modified (document));
  lv_document_mark_saved (document);
  g_assert_false (lv_document_is_modified (document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/round-trip", test_round_trip);
  g_test_add_func ("/document/refused", test_refused);
  g_test_add_func ("/document/unplaced", test_unplaced);
  g_test_add_func ("/document/edit", test_edit);
  g_test_add_func ("/document/joined", test_joined);
  g_test_add_func ("/document/saved", test_saved);
  g_test_add_func ("/document/locked", test_locked);
  g_test_add_func ("/document/scenarios", test_scenarios);
  g_test_add_func ("/document/reason", test_reason);
  g_test_add_func ("/document/effects", test_effects);
  g_test_add_func ("/document/figures", test_figures);
  g_test_add_func ("/document/random", test_random);
  g_test_add_func ("/document/reopened", test_reopened);
  g_test_add_func ("/document/differences", test_differences);
  g_test_add_func ("/document/unsaved", test_unsaved);
  return g_test_run ();
}
