/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sender says of attachments stands in the document, is one step of undo, and comes back from the file. */
#include "lv-paper-notes.h"

static LvSession *
session_new (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();

  return lv_session_new (lv_model_load (folder, NULL, problems));
}

static void
assert_note (LvSession *session, const char *id, const char *key, const char *text)
{
  g_autofree char *now = lv_paper_note (session, id, key);

  g_assert_cmpstr (now, ==, text);
}

static const LvPaperNote notes[] = { { LV_PAPER_ALL, "case-number", "25/012345" },
                                     { "bilag3", "number", "Bilag 7" },
                                     { "bilag3", "read", "yes" },
                                     { "bilag2", "title", "" } };

static void
test_one_step (void)
{
  g_autoptr (LvSession) session = session_new ();
  LvDocument *document = lv_session_document (session);

  assert_note (session, "bilag3", "number", "");
  lv_paper_notes_set (session, notes, G_N_ELEMENTS (notes));
  assert_note (session, LV_PAPER_ALL, "case-number", "25/012345");
  assert_note (session, "bilag3", "number", "Bilag 7");
  assert_note (session, "bilag2", "title", "");
  g_assert_cmpuint (lv_document_n_done (document), ==, 1);
  lv_paper_notes_set (session, notes, G_N_ELEMENTS (notes));
  g_assert_cmpuint (lv_document_n_done (document), ==, 1);
  g_assert_true (lv_session_undo (session));
  assert_note (session, LV_PAPER_ALL, "case-number", "");
  g_assert_null (lv_document_find (document, "paper", "bilag3"));
}

static void
test_taken_away (void)
{
  g_autoptr (LvSession) session = session_new ();
  const LvPaperNote nothing[] = { { "bilag3", "number", "" }, { "bilag3", "read", "" } };

  lv_paper_notes_set (session, notes, G_N_ELEMENTS (notes));
  lv_paper_notes_set (session, nothing, G_N_ELEMENTS (nothing));
  g_assert_null (lv_document_find (lv_session_document (session), "paper", "bilag3"));
  assert_note (session, LV_PAPER_ALL, "case-number", "25/012345");
}

static void
test_file (void)
{
  g_autoptr (LvSession) session = session_new ();
  g_autoptr (LvSession) again = session_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LvDocument) document = NULL;

  lv_paper_notes_set (session, notes, G_N_ELEMENTS (notes));
  bytes = lv_document_write (lv_session_document (session));
  document = lv_document_read (lv_session_pack (again), bytes, NULL);
  g_assert_nonnull (document);
  g_assert_true (lv_session_set_document (again, document, NULL));
  assert_note (again, "bilag3", "number", "Bilag 7");
  assert_note (again, "bilag3", "read", "yes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-notes/one-step", test_one_step);
  g_test_add_func ("/paper-notes/taken-away", test_taken_away);
  g_test_add_func ("/paper-notes/file", test_file);
  return g_test_run ();
}
