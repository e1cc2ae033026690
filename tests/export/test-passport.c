/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Protects what passports promise: the same content has the same id however it came to be, another number has
 * other ids, no two tables share one, and each is found again. */
#include "lv-passport.h"

#include "lv-session.h"

#include <glib/gstdio.h>
#include <string.h>

static const char document_text[]
    = "[document lokal]\ntitle=Prøve\npack=aarhus-2025\nformat=1\nshows=lokal.s\n"
      "[scenario lokal.s]\ntitle=Afprøvning\nset ta.vaekst=10\nbecause ta.vaekst=Aftalt\n"
      "measure lokal.tiltag-1.on=on\n"
      "[cell omraade.merforbrug.trykt@ta/2027]\nvalue=45\nfrom-file=Brev\nplace=side 2\nby=Økonomi, 2026-11-24\n"
      "[measure lokal.tiltag-1]\ntitle=Styrket visitation\nwhy=Drøftet\n"
      "effect@omraade.udgiftsaendring@ta=lokal.tiltag-1.effekt-1\n"
      "[series lokal.tiltag-1.effekt-1]\ntitle=Effekt\nunit=mio-kr-1\naxes=aar\nfrom=2027\nvalues=-5;-5;-5\n"
      "status=assumed\nedit=no\nprice-level=2025\nbasis=netto\nkind=prognose\npurse=msb\ntype=drift\n";

static char *
folder (void)
{
  return g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
}

static LvModel *
model_new (void)
{
  g_autofree char *path = folder ();
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (path, NULL, problems);

  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  return model;
}

static const LvNode *
find (const LvModel *model, const char *id)
{
  const LvNode *node = lv_model_find (model, id);

  g_assert_nonnull (node);
  return node;
}

static LvItem *
attachment_of (const LvModel *model, const char *id)
{
  return lv_pack_find_kind (lv_model_pack (model), LV_KIND_ATTACHMENT, id);
}

/* The id of the first table of Bilag 1. */
static char *
id_of (const LvState *state, const LvState *base)
{
  g_autoptr (LvPassport) passport = lv_passport_new (state, base, NULL, "Prøve");

  return lv_passport_id (passport, attachment_of (lv_state_model (state), "bilag1"), "x");
}

static void
set (LvState *state, const char *id, double value)
{
  lv_state_set (state, find (lv_state_model (state), id), 0, value);
  lv_state_update (state);
}

static void
test_same_and_other (void)
{
  g_autoptr (LvModel) model = model_new ();
  g_autoptr (LvModel) again = model_new ();
  g_autoptr (LvState) base = lv_state_new (model);
  g_autoptr (LvState) base_again = lv_state_new (again);
  g_autoptr (LvState) one = lv_state_new (model);
  g_autoptr (LvState) two = lv_state_new (model);
  g_autofree char *grund = id_of (base, base);
  g_autofree char *grund_again = id_of (base_again, base_again);
  g_autofree char *unchanged = id_of (one, base);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *slightly = NULL;
  g_autofree char *back = NULL;
  g_autofree char *looked_at = NULL;

  g_assert_cmpstr (grund, ==, grund_again);
  g_assert_cmpstr (grund, ==, unchanged);
  set (one, "ta.vaekst", 10);
  set (one, "stu.vaekst", 1);
  set (two, "stu.vaekst", 1);
  set (two, "ta.vaekst", 10);
  first = id_of (one, base);
  second = id_of (two, base);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, grund);
  set (two, "ta.vaekst", 10.000001);
  slightly = id_of (two, base);
  g_assert_cmpstr (slightly, !=, first);
  lv_state_clear (two);
  lv_state_update (two);
  back = id_of (two, base);
  g_assert_cmpstr (back, ==, grund);
  /* What is looked at changes the numbers of a table, too. */
  set (two, "vis.budgetaar", 1);
  looked_at = id_of (two, base);
  g_assert_cmpstr (looked_at, !=, grund);
}

static LvSession *
session_with_document (void)
{
  LvSession *session = lv_session_new (model_new ());
  g_autoptr (GBytes) bytes = g_bytes_new_static (document_text, strlen (document_text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unplaced = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LvDocument) document = lv_document_read (lv_session_pack (session), bytes, &error);

  g_assert_no_error (error);
  lv_session_set_document (session, document, unplaced);
  for (guint i = 0; i < unplaced->len; i++)
    g_error ("%s", (const char *) g_ptr_array_index (unplaced, i));
  return session;
}

static LvModel *
model_with_document (void)
{
  g_autofree char *path = folder ();
  g_autofree char *directory = g_dir_make_tmp ("passport-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (directory, "prøve.ligevaegt", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvProblems) unplaced = lv_problems_new ();
  g_autoptr (GError) error = NULL;
  LvModel *model;

  g_file_set_contents (file, document_text, -1, &error);
  g_assert_no_error (error);
  model = lv_model_load_over (path, file, problems, unplaced);
  g_assert_cmpuint (lv_problems_count (problems) + lv_problems_count (unplaced), ==, 0);
  g_remove (file);
  g_rmdir (directory);
  return model;
}

/* The window puts figures into the model that it has and makes own measures part of a new one; the command line
 * reads the file over the pack. */
static void
test_window_and_file (void)
{
  g_autoptr (LvSession) session = session_with_document ();
  g_autoptr (LvModel) model = model_with_document ();
  g_autoptr (LvState) base = lv_state_new (model);
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  const LvItem *item = lv_pack_find_kind (lv_model_pack (model), LV_KIND_SCENARIO, "lokal.s");
  g_autofree char *window = NULL;
  g_autofree char *file = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (lv_session_show (session, "lokal.s", problems));
  g_assert_true (lv_state_apply (state, lv_model_pack (model), item->detail, problems));
  lv_state_update (state);
  window = id_of (lv_session_state (session), lv_session_base (session));
  file = id_of (state, base);
  g_assert_cmpstr (window, ==, file);
  before = id_of (base, base);
  g_assert_cmpstr (before, !=, file);
  g_assert_true (lv_session_show (session, NULL, problems));
  after = id_of (lv_session_state (session), lv_session_base (session));
  g_assert_cmpstr (after, ==, before);
}

static void
test_find (void)
{
  g_autoptr (LvModel) model = model_new ();
  g_autoptr (LvState) base = lv_state_new (model);
  g_autoptr (LvPassport) passport = lv_passport_new (base, base, NULL, "Grundprognose");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *attachments = lv_pack_items (lv_model_pack (model), LV_KIND_ATTACHMENT);

  for (guint a = 0; a < attachments->len; a++)
    {
      const LvItem *attachment = g_ptr_array_index (attachments, a);
      const LvAttachment *detail = attachment->detail;

      for (guint i = 0; i < detail->sheets->len; i++)
        {
          const LvSheet *sheet = &g_array_index (detail->sheets, LvSheet, i);
          char *id = lv_passport_sheet_id (passport, attachment, sheet, 1);
          LvPassportHit hit;

          g_assert_cmpuint (strlen (id), ==, LV_PASSPORT_LENGTH);
          g_assert_true (lv_passport_find (passport, id, &hit));
          g_assert_true (hit.attachment == attachment && hit.sheet == sheet && hit.n == 1);
          g_assert_true (g_hash_table_add (seen, id));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 100);
}

static void
test_find_others (void)
{
  g_autoptr (LvModel) model = model_new ();
  g_autoptr (LvState) base = lv_state_new (model);
  g_autoptr (LvPassport) passport = lv_passport_new (base, base, NULL, "Grundprognose");
  const LvItem *attachment = attachment_of (model, "bilag1");
  const LvItem *chart = g_ptr_array_index (lv_pack_items (lv_model_pack (model), LV_KIND_CHART), 0);
  g_autofree char *changes = lv_passport_id (passport, attachment, LV_PASSPORT_CHANGES);
  g_autofree char *own = lv_passport_id (passport, NULL, chart->id);
  LvPassportHit hit;

  g_assert_true (lv_passport_find (passport, changes, &hit));
  g_assert_cmpstr (hit.part, ==, LV_PASSPORT_CHANGES);
  g_assert_true (lv_passport_find (passport, own, &hit));
  g_assert_true (hit.chart == chart && hit.attachment == NULL);
  g_assert_false (lv_passport_find (passport, "00000000", &hit));
}

static void
test_read (void)
{
  static const char *const bad[] = { "", "1234567", "123456789", "1234567U", "1234567Æ", "----" };
  char id[LV_PASSPORT_BUFFER];

  g_assert_true (lv_passport_read ("4f7k-92qm", id));
  g_assert_cmpstr (id, ==, "4F7K92QM");
  g_assert_true (lv_passport_read (" OIL0 1abc", id));
  g_assert_cmpstr (id, ==, "01101ABC");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lv_passport_read (bad[i], id));
}

static void
test_lines (void)
{
  g_autoptr (LvModel) model = model_with_document ();
  g_autoptr (LvState) base = lv_state_new (model);
  g_autoptr (LvState) state = lv_state_new (model);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  const LvItem *item = lv_pack_find_kind (lv_model_pack (model), LV_KIND_SCENARIO, "lokal.s");
  g_autoptr (LvPassport) passport = NULL;
  g_autoptr (LvCompare) compare = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;

  g_assert_true (lv_state_apply (state, lv_model_pack (model), item->detail, problems));
  set (state, "vis.budgetaar", 1);
  passport = lv_passport_new (state, base, item->detail, item->title);
  lines = lv_passport_lines (passport);
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  g_assert_nonnull (strstr (text, "Scenarie: Afprøvning\n"));
  g_assert_nonnull (strstr (text, "Datagrundlag: Aarhus 2025, version 1, kontrolsum "));
  g_assert_nonnull (strstr (text, "13,5"));
  g_assert_nonnull (strstr (text, "Aftalt"));
  g_assert_nonnull (strstr (text, "\nVist: "));
  compare = lv_passport_compare (passport);
  changes = lv_passport_changes (passport, compare);
  g_assert_cmpuint (changes->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/passport/same-and-other", test_same_and_other);
  g_test_add_func ("/passport/window-and-file", test_window_and_file);
  g_test_add_func ("/passport/find", test_find);
  g_test_add_func ("/passport/find-others", test_find_others);
  g_test_add_func ("/passport/read", test_read);
  g_test_add_func ("/passport/lines", test_lines);
  return g_test_run ();
}
