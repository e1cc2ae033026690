/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Protects what a document says of its own: series, measures and members become part of the model and of
 * every value, edits of them are steps of undo that come back to the same bytes, what is wrong is listed and
 * stops nothing, and a model that was made anew gives what a fresh load of the same file gives. */
#include "lv-local-measure.h"

#include <math.h>
#include <string.h>

#define STEPS 150
#define HEAD "[document lokal]\ntitle=Prøve\npack=%s\nformat=1\n"

static LvSession *
session_over (const char *folder)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (folder, NULL, problems);
  LvSession *session;

  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  session = lv_session_new (model);
  lv_session_set_user (session, "Økonomi");
  lv_session_set_today (session, "2026-11-24");
  return session;
}

static LvSession *
session_new (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);

  return session_over (folder);
}

/* A small pack with an open axis. */
static LvSession *
session_small (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "model", "analyses",
                                              NULL);

  return session_over (folder);
}

static const LvNode *
node (LvSession *session, const char *id)
{
  const LvNode *found = lv_model_find (lv_session_model (session), id);

  if (found == NULL)
    g_error ("there is no %s", id);
  return found;
}

static double
value_at (LvSession *session, const char *id, const char *members)
{
  const LvNode *found = node (session, id);
  g_autofree char *reason = NULL;
  gssize cell = -1;
  LvPlace place;

  g_assert_true (lv_place_parse (members, lv_node_shape (found), &place, &reason));
  g_assert_true (lv_place_next (&place, lv_node_shape (found), &cell));
  return lv_state_number (lv_session_state (session), found, (gsize) cell);
}

static double
gap (LvSession *session, const char *year)
{
  return value_at (session, "merforbrug", year);
}

static char *
text_of (LvSession *session)
{
  g_autoptr (GBytes) bytes = lv_document_write (lv_session_document (session));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static GPtrArray *
open_text (LvSession *session, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (LvDocument) document = lv_document_read (lv_session_pack (session), bytes, &error);
  GPtrArray *unplaced = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  lv_session_set_document (session, document, unplaced);
  return unplaced;
}

static void
switch_on (LvSession *session, const char *id)
{
  const LvItem *item = lv_pack_find_kind (lv_session_pack (session), LV_KIND_MEASURE, id);
  const LvNode *on;

  g_assert_nonnull (item);
  on = lv_model_measure_knob (lv_session_model (session), item, "on");
  g_assert_cmpfloat (lv_state_number (lv_session_state (session), on, 0), ==, 0);
  g_assert_true (lv_session_set (session, on, 0, 1));
}

/* Minus five from 2027 on one area. */
static LvLocalMeasure *
five_from_2027 (LvSession *session)
{
  LvLocalMeasure *measure = lv_local_measure_new ();
  LvLocalEffect *effect
      = lv_local_measure_add_effect (measure, session, "omraade.udgiftsaendring", "ta");
  const LvAxis *years = lv_pack_find_axis (lv_session_pack (session), "aar");

  g_free (measure->title);
  measure->title = g_strdup ("Styrket visitation");
  g_free (measure->why);
  measure->why = g_strdup ("Drøftet med området");
  for (int year = lv_axis_find (years, "2027"); year <= lv_axis_find (years, "2029"); year++)
    g_array_index (effect->values, double, year) = -5;
  return measure;
}

/* --- Measures */

static void
test_measure (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvLocalMeasure) measure = five_from_2027 (session);
  g_autofree char *before = text_of (session);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autofree char *id = lv_session_put_measure (session, measure);

  g_assert_cmpstr (id, ==, "lokal.tiltag-1");
  g_assert_cmpstr (lv_document_undo_name (lv_session_document (session)), ==,
                   "New measure: Styrket visitation");
  /* Off until a scenario switches it on. */
  g_assert_cmpfloat (gap (session, "2029"), ==, 531);
  switch_on (session, id);
  g_assert_cmpfloat (gap (session, "2029"), ==, 526);
  g_assert_cmpfloat (gap (session, "2026") - 5, !=, gap (session, "2027"));
  g_assert_cmpfloat (value_at (session, "omraade.udgiftsaendring", "ta/2026"), ==, 0);
  g_assert_cmpfloat (value_at (session, "omraade.udgiftsaendring", "ta/2027"), ==, -5);
  after = text_of (session);
  g_assert_nonnull (strstr (after, "[measure lokal.tiltag-1]\ntitle=Styrket visitation\n"));
  g_assert_nonnull (strstr (after, "effect@omraade.udgiftsaendring@ta=lokal.tiltag-1.effekt-1\n"));
  g_assert_nonnull (strstr (after, "values=-5;-5;-5\nstatus=assumed\nedit=no\n"));
  g_assert_true (lv_session_undo (session));
  g_assert_true (lv_session_undo (session));
  g_assert_false (lv_session_undo (session));
  back = text_of (session);
  g_assert_cmpstr (back, ==, before);
  g_assert_null (lv_pack_find (lv_session_pack (session), id));
  g_assert_true (lv_session_redo (session));
  g_assert_true (lv_session_redo (session));
  g_assert_cmpfloat (gap (session, "2029"), ==, 526);
}

/* What is written is read back, and edits keep what else the group says. */
static void
test_measure_read (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvLocalMeasure) measure = five_from_2027 (session);
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;
  g_autofree char *text = NULL;
  g_autoptr (LvLocalMeasure) read = NULL;
  const LvLocalEffect *effect;

  measure->start = 2027 * 12;
  measure->phase_in = 6;
  measure->realisation = 80;
  id = lv_session_put_measure (session, measure);
  read = lv_session_read_measure (session, id);
  g_assert_cmpstr (read->title, ==, measure->title);
  g_assert_cmpstr (read->why, ==, measure->why);
  g_assert_cmpint (read->start, ==, measure->start);
  g_assert_cmpuint (read->phase_in, ==, 6);
  g_assert_cmpfloat (read->realisation, ==, 80);
  g_assert_cmpuint (read->effects->len, ==, 1);
  effect = read->effects->pdata[0];
  g_assert_false (effect->fixed);
  for (guint i = 0; i < effect->values->len; i++)
    {
      double a = g_array_index (effect->values, double, i);
      double b = g_array_index (((LvLocalEffect *) measure->effects->pdata[0])->values, double, i);

      g_assert_true (a == b || (isnan (a) && isnan (b)));
    }
  /* Saying the same again is no step. */
  text = text_of (session);
  g_free (lv_session_put_measure (session, read));
  again = text_of (session);
  g_assert_cmpstr (again, ==, text);
  g_assert_true (lv_session_undo (session));
  g_assert_false (lv_session_undo (session));
}

static void
test_measure_edit (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvLocalMeasure) measure = five_from_2027 (session);
  g_autofree char *id = lv_session_put_measure (session, measure);
  g_autofree char *text = NULL;
  int last = lv_axis_find (lv_pack_find_axis (lv_session_pack (session), "aar"), "2029");

  switch_on (session, id);
  g_assert_true (lv_session_set_measure_effect (session, id, 0, (guint) last, -20));
  g_assert_cmpfloat (gap (session, "2029"), ==, 511);
  g_assert_false (lv_session_set_measure_effect (session, id, 1, 0, 1));
  lv_session_undo (session);
  g_assert_cmpfloat (gap (session, "2029"), ==, 526);
  /* Without numbers it is ikke vurderet, and no series is left. */
  for (guint year = 0; year <= (guint) last; year++)
    lv_session_set_measure_effect (session, id, 0, year, NAN);
  g_assert_cmpfloat (gap (session, "2029"), ==, 531);
  text = text_of (session);
  g_assert_null (strstr (text, "[series"));
  g_assert_null (strstr (text, "effect@"));
}

static void
test_measure_refused (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvLocalMeasure) measure = lv_local_measure_new ();
  g_autofree char *text = text_of (session);
  g_autofree char *after = NULL;

  g_assert_null (lv_session_put_measure (session, measure));
  g_free (measure->title);
  measure->title = g_strdup ("To gange");
  lv_local_measure_add_effect (measure, session, "omraade.udgiftsaendring", "ta");
  lv_local_measure_add_effect (measure, session, "omraade.udgiftsaendring", "ta");
  g_assert_null (lv_session_put_measure (session, measure));
  g_assert_false (lv_session_delete_measure (session, "findes.ikke"));
  after = text_of (session);
  g_assert_cmpstr (after, ==, text);
}

/* Deleting takes along what scenarios say of it, and no more. */
static void
test_measure_deleted (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvLocalMeasure) measure = five_from_2027 (session);
  g_autofree char *first = lv_session_put_measure (session, measure);
  g_autofree char *second = lv_session_duplicate_measure (session, first, 0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;

  g_assert_cmpstr (second, ==, "lokal.tiltag-2");
  switch_on (session, first);
  switch_on (session, second);
  g_assert_cmpfloat (gap (session, "2029"), ==, 521);
  before = text_of (session);
  g_assert_true (lv_session_delete_measure (session, first));
  g_assert_cmpfloat (gap (session, "2029"), ==, 526);
  after = text_of (session);
  g_assert_null (strstr (after, "lokal.tiltag-1"));
  g_assert_nonnull (strstr (after, "measure lokal.tiltag-2.on=on\n"));
  lv_session_undo (session);
  back = text_of (session);
  g_assert_cmpstr (back, ==, before);
  g_assert_cmpfloat (gap (session, "2029"), ==, 521);
}

/* Of a measure of the pack the copy has its numbers. */
static void
test_measure_copied (void)
{
  g_autoptr (LvSession) session = session_small ();
  g_autofree char *id = lv_session_duplicate_measure (session, "tiltag", 0);
  g_autoptr (LvLocalMeasure) copy = NULL;
  double before = value_at (session, "gab", "2028");

  g_assert_nonnull (id);
  copy = lv_session_read_measure (session, id);
  g_assert_true (g_str_has_suffix (copy->title, "(copy)"));
  switch_on (session, id);
  g_assert_cmpfloat (value_at (session, "gab", "2028"), ==, before - 12);
}

static void
test_targets (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (GPtrArray) targets = lv_session_measure_targets (session);
  gboolean found = FALSE;

  for (guint i = 0; i < targets->len; i++)
    {
      const LvMeasureTarget *target = targets->pdata[i];

      g_assert_nonnull (node (session, target->id));
      found = found || (strcmp (target->members, "ta") == 0
                        && g_str_has_prefix (target->title, "Tabt arbejdsfortjeneste ("));
    }
  g_assert_true (found);
}

/* --- Members */

static void
test_members (void)
{
  g_autoptr (LvSession) session = session_small ();
  g_autofree char *before = text_of (session);
  g_autofree char *member = lv_session_add_member (session, "gruppe", "Ældre");
  g_autofree char *other = lv_session_add_member (session, "gruppe", "Alle");
  g_autofree char *place = g_strdup (member);
  g_autofree char *back = NULL;
  g_autofree char *text = NULL;
  const LvAxis *axis = lv_pack_find_axis (lv_session_pack (session), "gruppe");
  const LvNode *number = node (session, "gruppe.tal");

  g_assert_cmpuint (lv_axis_length (axis), ==, 4);
  g_assert_true (lv_session_set (session, number, 2, 7));
  g_assert_cmpfloat (value_at (session, "gruppe.tal", place), ==, 7);
  g_assert_true (lv_session_rename_member (session, "gruppe", member, "Ældre borgere"));
  axis = lv_pack_find_axis (lv_session_pack (session), "gruppe");
  g_assert_cmpstr (lv_axis_member (axis, 2)->title, ==, "Ældre borgere");
  g_assert_cmpfloat (value_at (session, "gruppe.tal", place), ==, 7);
  g_assert_true (lv_session_remove_member (session, "gruppe", member));
  text = text_of (session);
  g_assert_null (strstr (text, member));
  g_assert_nonnull (strstr (text, other));
  g_assert_false (lv_session_remove_member (session, "gruppe", "unge"));
  g_assert_false (lv_session_rename_member (session, "gruppe", "unge", "X"));
  g_assert_null (lv_session_add_member (session, "omraade", "Lukket"));
  while (lv_session_undo (session))
    ;
  back = text_of (session);
  g_assert_cmpstr (back, ==, before);
}

/* --- What is wrong */

static void
test_faults (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvLocalMeasure) measure = five_from_2027 (session);
  g_autofree char *id = lv_session_put_measure (session, measure);
  g_autofree char *good = text_of (session);
  g_autofree char *text = g_strconcat (
      good,
      "[series lokal.skaev]\ntitle=Skæv\nunit=findes-ikke\nvalues=1\n"
      "[measure lokal.uden]\ntitle=Uden\neffect@omraade.udgiftsaendring@ta=lokal.skaev\n"
      "[formula lokal.ring]\ntitle=Ring\nunit=mio-kr\naxes=aar\nvalue=lokal.ring + 1 mio-kr\n"
      "[formula lokal.rundt]\ntitle=Rundt\nunit=mio-kr\naxes=aar\nvalue=sum(omraade.udgiftsaendring, omraade)\n"
      "[measure lokal.rundt-om]\ntitle=Rundt om\neffect@omraade.udgiftsaendring@stu=lokal.rundt\n"
      "[axis omraade]\nmembers=lokal.ny\n"
      "[series noget.andet]\ntitle=X\nunit=antal\nvalues=1\n"
      "[scenario lokal.s]\ntitle=S\nmeasure lokal.tiltag-1.on=on\nset ta.vaekst=13.5\n",
      NULL);
  g_autoptr (GPtrArray) unplaced = open_text (session, text);
  g_autofree char *after = NULL;
  const char *const told[]
      = { "lokal.skaev", "lokal.uden", "lokal.ring", "lokal.rundt-om", "omraade", "noget.andet" };

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < unplaced->len; k++)
        found = found || strstr (unplaced->pdata[k], told[i]) != NULL;
      if (!found)
        g_error ("nothing is told of %s", told[i]);
    }
  g_assert_null (lv_model_find (lv_session_model (session), "lokal.skaev"));
  g_assert_nonnull (lv_model_find (lv_session_model (session), "lokal.tiltag-1.effekt-1"));
  after = text_of (session);
  g_assert_cmpstr (after, ==, text);
  lv_session_show (session, "lokal.s", NULL);
  g_assert_cmpfloat (gap (session, "2029"), ==, 526);
}

/* A document that an older program wrote, or a hand, cannot stop a session. */
static void
test_garbage (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *head = g_strdup_printf (HEAD, "aarhus-2025");
  const char *const kinds[] = { "series", "measure", "formula", "axis", "parameter", "row", "goal" };
  const char *const lines[]
      = { "title=T\n",   "unit=mio-kr\n",    "values=1;2\n", "value=lokal.b\n",
          "like=budget\n", "@ta=3\n",         "effect@omraade.udgiftsaendring=lokal.a\n", "q\n",
          " fortsat\n",  "members=lokal.m\n", "axes=aar\n",   "role=lever\n", "default=1\n" };

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (LvSession) session = session_new ();
      g_autoptr (GString) text = g_string_new (head);
      g_autoptr (GPtrArray) unplaced = NULL;

      for (int i = 0; i < 6; i++)
        {
          g_string_append_printf (text, "[%s lokal.%c]\n",
                                  kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))],
                                  (char) ('a' + g_rand_int_range (random, 0, 4)));
          for (int k = g_rand_int_range (random, 0, 6); k > 0; k--)
            g_string_append (text, lines[g_rand_int_range (random, 0, G_N_ELEMENTS (lines))]);
        }
      unplaced = open_text (session, text->str);
      g_assert_cmpfloat (gap (session, "2029"), ==, 531);
    }
}

/* --- What lasts */

static void
count_cb (LvSession *session, guint *count)
{
  (*count)++;
}

static void
test_lasts (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvLocalMeasure) measure = five_from_2027 (session);
  g_autofree char *scenario = lv_session_add_scenario (session, "Mit", NULL);
  const LvNode *year = node (session, "vis.budgetaar");
  const LvNode *old = node (session, "ta.vaekst");
  g_autofree char *id = NULL;
  double shown = lv_state_number (lv_session_state (session), year, 0) + 1;
  guint rebuilt = 0;

  g_signal_connect (session, "rebuilt", G_CALLBACK (count_cb), &rebuilt);
  lv_session_set (session, year, 0, shown);
  lv_session_set (session, old, 0, 10);
  lv_session_compare (session, scenario);
  g_assert_cmpuint (rebuilt, ==, 0);
  id = lv_session_put_measure (session, measure);
  g_assert_cmpuint (rebuilt, ==, 1);
  g_assert_cmpstr (lv_session_shown (session), ==, scenario);
  g_assert_cmpstr (lv_session_compared (session), ==, scenario);
  g_assert_cmpfloat (value_at (session, "vis.budgetaar", ""), ==, shown);
  g_assert_cmpfloat (value_at (session, "ta.vaekst", ""), ==, 10);
  /* Edits of what was are nobody's. */
  g_assert_false (lv_session_set (session, old, 0, 3));
  g_assert_false (lv_session_reset (session, old, 0));
  g_assert_cmpfloat (value_at (session, "ta.vaekst", ""), ==, 10);
  switch_on (session, id);
  g_assert_cmpuint (rebuilt, ==, 1);
  lv_session_undo (session);
  g_assert_cmpuint (rebuilt, ==, 1);
  lv_session_undo (session);
  g_assert_cmpuint (rebuilt, ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (value_at (session, "ta.vaekst", ""), ==, 10);
}

/* Figures of the user's own count in the new model too, also in series of the user's own. */
static void
test_figures (void)
{
  g_autoptr (LvSession) session = session_small ();
  g_autofree char *head = g_strdup_printf (HEAD, "analyser");
  g_autofree char *text = g_strconcat (
      head, "[series lokal.x]\ntitle=X\nlike=grund.koeb\nvalues=1;?;3\n[cell lokal.x@2025]\nvalue=9\n"
            "from-file=Brev\n[cell maalt@2026]\nvalue=4\nfrom-file=Brev\n", NULL);
  g_autoptr (GPtrArray) unplaced = open_text (session, text);
  g_autofree char *member = NULL;

  g_assert_cmpuint (unplaced->len, ==, 0);
  g_assert_cmpfloat (value_at (session, "lokal.x", "2025"), ==, 9);
  g_assert_cmpfloat (value_at (session, "maalt", "2026"), ==, 4);
  member = lv_session_add_member (session, "gruppe", "Ny");
  g_assert_cmpfloat (value_at (session, "lokal.x", "2025"), ==, 9);
  g_assert_cmpfloat (value_at (session, "maalt", "2026"), ==, 4);
  g_assert_true (lv_session_take_figure (session, node (session, "maalt"), 2));
  g_assert_true (isnan (value_at (session, "maalt", "2026")));
}

/* --- Random walks */

static void
check_fresh (LvSession *session)
{
  g_autoptr (LvSession) fresh = session_new ();
  g_autofree char *text = text_of (session);
  g_autoptr (GPtrArray) unplaced = open_text (fresh, text);
  const LvModel *model = lv_session_model (session);

  lv_session_show (fresh, lv_session_shown (session), NULL);
  g_assert_cmpuint (lv_model_n_nodes (model), ==, lv_model_n_nodes (lv_session_model (fresh)));
  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *own = lv_model_node (model, i);
      const LvNode *other = lv_model_node (lv_session_model (fresh), i);

      g_assert_cmpstr (lv_node_id (own), ==, lv_node_id (other));
      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (own)); cell++)
        {
          double a = lv_state_number (lv_session_state (session), own, cell);
          double b = lv_state_number (lv_session_state (fresh), other, cell);

          if (isnan (a) != isnan (b) || (!isnan (a) && a != b))
            g_error ("%s[%" G_GSIZE_FORMAT "] is %.17g, not %.17g", lv_node_id (own), cell, a, b);
        }
    }
}

static const char *
any_measure (LvSession *session, GRand *random)
{
  const GPtrArray *measures = lv_pack_items (lv_session_pack (session), LV_KIND_MEASURE);
  const LvItem *item;

  if (measures->len == 0)
    return NULL;
  item = g_ptr_array_index (measures, g_rand_int_range (random, 0, (int) measures->len));
  return item->local ? item->id : NULL;
}

static void
random_measure (LvSession *session, GRand *random)
{
  static const char *const areas[] = { "ta", "stu", "koeb", "hjemloese" };
  g_autoptr (LvLocalMeasure) measure = lv_local_measure_new ();

  g_free (measure->title);
  measure->title = g_strdup_printf ("Nummer %d", g_rand_int_range (random, 0, 1000));
  for (int i = g_rand_int_range (random, 0, 4); i > 0; i--)
    {
      LvLocalEffect *effect = lv_local_measure_add_effect (
          measure, session, "omraade.udgiftsaendring", areas[i - 1]);

      for (int k = 0; k < 5; k++)
        g_array_index (effect->values, double, g_rand_int_range (random, 12, 18))
            = g_rand_int_range (random, -20, 5) / 2.0;
    }
  g_free (lv_session_put_measure (session, measure));
}

static void
random_edit (LvSession *session, GRand *random)
{
  g_autofree char *id = g_strdup (any_measure (session, random));
  const LvItem *item
      = id != NULL ? lv_pack_find_kind (lv_session_pack (session), LV_KIND_MEASURE, id) : NULL;

  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
    case 1:
      random_measure (session, random);
      break;
    case 2:
      if (id != NULL)
        g_free (lv_session_duplicate_measure (session, id, 0));
      break;
    case 3:
      if (id != NULL)
        lv_session_delete_measure (session, id);
      break;
    case 4:
    case 5:
      if (id != NULL)
        lv_session_set_measure_effect (session, id, 0, (guint) g_rand_int_range (random, 12, 18),
                                       g_rand_int_range (random, -9, 9));
      break;
    case 6:
    case 7:
    case 8:
      if (item != NULL)
        lv_session_set (session, lv_model_measure_knob (lv_session_model (session), item, "on"), 0,
                        g_rand_int_range (random, 0, 2));
      break;
    case 9:
      lv_session_undo (session);
      break;
    case 10:
      lv_session_redo (session);
      break;
    default:
      lv_session_set (session, node (session, "ta.vaekst"), 0, g_rand_int_range (random, 0, 20));
    }
}

/* More of it with `-m slow`. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= (g_test_slow () ? 4 : 1); seed++)
    {
      g_autoptr (LvSession) session = session_new ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree char *first = text_of (session);
      g_autofree char *last = NULL;
      g_autofree char *back = NULL;
      g_autofree char *again = NULL;

      for (int i = 0; i < STEPS; i++)
        {
          random_edit (session, random);
          while (g_main_context_iteration (NULL, FALSE))
            ;
          if (i % 50 == 0)
            check_fresh (session);
        }
      while (lv_session_redo (session))
        ;
      check_fresh (session);
      last = text_of (session);
      while (lv_session_undo (session))
        ;
      lv_session_show (session, NULL, NULL);
      back = text_of (session);
      g_assert_cmpstr (back, ==, first);
      g_assert_cmpfloat (gap (session, "2029"), ==, 531);
      while (lv_session_redo (session))
        ;
      again = text_of (session);
      g_assert_cmpstr (again, ==, last);
      check_fresh (session);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/local/measure", test_measure);
  g_test_add_func ("/local/measure/read", test_measure_read);
  g_test_add_func ("/local/measure/edit", test_measure_edit);
  g_test_add_func ("/local/measure/refused", test_measure_refused);
  g_test_add_func ("/local/measure/deleted", test_measure_deleted);
  g_test_add_func ("/local/measure/copied", test_measure_copied);
  g_test_add_func ("/local/targets", test_targets);
  g_test_add_func ("/local/members", test_members);
  g_test_add_func ("/local/faults", test_faults);
  g_test_add_func ("/local/garbage", test_garbage);
  g_test_add_func ("/local/lasts", test_lasts);
  g_test_add_func ("/local/figures", test_figures);
  g_test_add_func ("/local/random", test_random);
  return g_test_run ();
}
