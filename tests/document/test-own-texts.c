/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and estimates that a document says anew: they count at once and in the file, undo brings the pack's back,
 * and what can't be is refused with its reason. */
#include "lv-own-texts.h"

#include "lv-document-differences.h"
#include "lv-tornado.h"
#include "lv-words.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#define SENTENCE "tekst.o.titel"

static void
refused_cb (LvSession *session, const char *reason, char **last)
{
  g_free (*last);
  *last = g_strdup (reason);
}

static char *
folder_of_pack (void)
{
  return g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
}

static LvSession *
session_new (void)
{
  g_autofree char *folder = folder_of_pack ();
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvSession *session = lv_session_new (lv_model_load (folder, NULL, problems));

  lv_session_set_user (session, "Økonomi");
  lv_session_set_today (session, "2026-11-24");
  return session;
}

static char *
shown (LvSession *session)
{
  const LvItem *words = lv_pack_find_kind (lv_session_pack (session), LV_KIND_WORDS, SENTENCE);

  return lv_words_fill (words, lv_session_state (session), lv_session_base (session));
}

static const LvNode *
growth (LvSession *session)
{
  return lv_model_find (lv_session_model (session), "ta.vaekst");
}

/* The document as another program finds it: read with the pack. */
static LvModel *
saved (LvSession *session)
{
  g_autofree char *folder = folder_of_pack ();
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = lv_document_write (lv_session_document (session));
  g_autoptr (LvProblems) problems = lv_problems_new ();
  int file = g_file_open_tmp ("texts-XXXXXX.ligevaegt", &path, NULL);
  const char *documents[] = { path, NULL };
  LvModel *model;

  close (file);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
  model = lv_model_load (folder, documents, problems);
  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  g_assert_nonnull (model);
  g_unlink (path);
  return model;
}

static void
test_text (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *before = shown (session);
  g_autofree char *edited = NULL;
  g_autofree char *scenario = NULL;
  g_autofree char *by = NULL;
  g_autofree char *back = NULL;

  g_assert_false (lv_own_text_exists (session, SENTENCE));
  g_assert_true (lv_own_text_set (session, SENTENCE, "Vi mangler {merforbrug@2029} i 2029."));
  edited = shown (session);
  g_assert_cmpstr (edited, ==, "Vi mangler 531 mio. kr. i 2029.");
  g_assert_cmpstr (lv_document_undo_name (lv_session_document (session)), ==,
                   "Edit text: Vi mangler {merforbrug@2029} i 2029.");
  by = lv_own_text_by (session, SENTENCE);
  g_assert_cmpstr (by, ==, "Økonomi, 2026-11-24");
  /* It follows the scenario, and no longer chooses between texts. */
  lv_session_set (session, growth (session), 0, 0);
  scenario = shown (session);
  g_assert_cmpstr (scenario, ==, "Vi mangler 464 mio. kr. i 2029.");
  lv_session_undo (session);
  g_assert_true (lv_session_undo (session));
  back = shown (session);
  g_assert_cmpstr (back, ==, before);
  g_assert_false (lv_own_text_exists (session, SENTENCE));
}

static void
test_text_reset (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *before = shown (session);
  g_autofree char *empty = NULL;
  g_autofree char *back = NULL;

  lv_own_text_set (session, SENTENCE, "Første afsnit.\n\nAndet afsnit.");
  empty = shown (session);
  g_assert_cmpstr (empty, ==, "Første afsnit.\n\nAndet afsnit.");
  g_assert_true (lv_own_text_set (session, SENTENCE, NULL));
  back = shown (session);
  g_assert_cmpstr (back, ==, before);
}

static void
test_text_wrong (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *reason = NULL;

  g_signal_connect (session, "refused", G_CALLBACK (refused_cb), &reason);
  g_assert_false (lv_own_text_set (session, SENTENCE, "Vi mangler {merforbrug@2099}."));
  g_assert_cmpstr (reason, ==, "There is no value “merforbrug@2099”");
  g_assert_false (lv_own_text_set (session, SENTENCE, "Vi mangler {merforbrug@2029."));
  g_assert_false (lv_document_is_modified (lv_session_document (session)));
}

static void
test_text_saved (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvModel) model = NULL;
  g_autoptr (LvState) state = NULL;
  g_autofree char *text = NULL;

  lv_own_text_set (session, SENTENCE, "Vi mangler {merforbrug@2029}.");
  model = saved (session);
  state = lv_state_new (model);
  text = lv_words_fill (lv_pack_find_kind (lv_model_pack (model), LV_KIND_WORDS, SENTENCE), state, state);
  g_assert_cmpstr (text, ==, "Vi mangler 531 mio. kr.");
}

/* What is begun from is the text that is right now, with its numbers as placeholders. */
static void
test_pattern (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvItem *words = lv_pack_find_kind (lv_session_pack (session), LV_KIND_WORDS, SENTENCE);
  g_autofree char *text = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *now = NULL;

  lv_session_set (session, growth (session), 0, 0);
  words = lv_pack_find_kind (lv_session_pack (session), LV_KIND_WORDS, SENTENCE);
  text = lv_words_pattern (words, lv_session_state (session), lv_session_base (session));
  filled = lv_words_fill_text (text, lv_session_state (session), lv_session_base (session), NULL);
  now = shown (session);
  g_assert_cmpstr (filled, ==, now);
  g_assert_nonnull (strstr (text, "{merforbrug@2029}"));
}

static char *
whose (const LvModel *model)
{
  g_autoptr (LvState) state = lv_state_new (model);
  const LvNode *gap = lv_model_find (model, "merforbrug");
  gsize cell = (gsize) lv_axis_find (lv_pack_find_axis (lv_model_pack (model), "aar"), "2029");
  g_autoptr (LvTornado) tornado = lv_tornado_new (state, gap, cell, TRUE, TRUE);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < tornado->rows->len; i++)
    {
      const LvTornadoRow *row = &g_array_index (tornado->rows, LvTornadoRow, i);
      g_autofree char *text = lv_tornado_whose (tornado, row, lv_model_pack (model));

      if (g_str_equal (lv_node_id (row->node), "ta.vaekst"))
        g_string_append_printf (out, "%g..%g %s", row->low, row->high, text);
    }
  return g_string_free (out, FALSE);
}

static void
test_estimate (void)
{
  g_autoptr (LvSession) session = session_new ();
  LvOwnEstimate estimate = { 10, 17, "TA-området", "Set over fem år" };
  g_autofree char *none = whose (lv_session_model (session));
  g_autofree char *own = NULL;
  g_autofree char *elsewhere = NULL;
  g_autofree char *gone = NULL;
  g_autoptr (LvModel) model = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_true (lv_own_estimate_set (session, growth (session), &estimate));
  g_assert_true (lv_own_estimate_exists (session, growth (session)));
  own = whose (lv_session_model (session));
  g_assert_cmpstr (own, ==, "10..17 TA-området, 2026-11-24: Set over fem år");
  model = saved (session);
  elsewhere = whose (model);
  g_assert_cmpstr (elsewhere, ==, own);
  g_assert_true (lv_own_estimate_set (session, growth (session), NULL));
  gone = whose (lv_session_model (session));
  g_assert_cmpstr (gone, ==, "");
  g_assert_true (lv_session_undo (session));
  g_assert_true (lv_own_estimate_exists (session, growth (session)));
  g_assert_true (lv_session_undo (session));
  g_assert_true (isnan (lv_node_parameter (growth (session))->low));
}

static void
test_estimate_wrong (void)
{
  static const LvOwnEstimate wrong[]
      = { { 17, 10, "A", "" }, { 10, 10, "A", "" }, { 10, NAN, "A", "" }, { 10, 17, "", "" }, { 10, 1e9, "A", "" } };
  g_autoptr (LvSession) session = session_new ();
  g_autofree char *reason = NULL;

  g_signal_connect (session, "refused", G_CALLBACK (refused_cb), &reason);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_clear_pointer (&reason, g_free);
      g_assert_false (lv_own_estimate_set (session, growth (session), &wrong[i]));
      g_assert_nonnull (reason);
    }
  g_assert_false (lv_document_is_modified (lv_session_document (session)));
}

/* What somebody is asked to take or leave says what is in it. */
static void
test_told (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvDocument) empty = lv_document_new (lv_session_pack (session), "S");
  LvOwnEstimate estimate = { 10, 17, "A", "" };
  g_autoptr (GPtrArray) lines = NULL;

  lv_own_text_set (session, SENTENCE, "Kort.");
  lv_own_estimate_set (session, growth (session), &estimate);
  lines = lv_document_differences (lv_session_pack (session), empty, lv_session_document (session));
  g_assert_cmpstr (g_ptr_array_index (lines, lines->len - 2), ==, "Edited text: Kort.");
  g_assert_true (g_str_has_suffix (g_ptr_array_index (lines, lines->len - 1), ": 10 – 17"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-texts/text", test_text);
  g_test_add_func ("/own-texts/text-reset", test_text_reset);
  g_test_add_func ("/own-texts/text-wrong", test_text_wrong);
  g_test_add_func ("/own-texts/text-saved", test_text_saved);
  g_test_add_func ("/own-texts/pattern", test_pattern);
  g_test_add_func ("/own-texts/estimate", test_estimate);
  g_test_add_func ("/own-texts/told", test_told);
  g_test_add_func ("/own-texts/estimate-wrong", test_estimate_wrong);
  return g_test_run ();
}
