/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work that was not saved is found again by the next start, whole, with what it builds on; what is damaged is kept
 * and told; what is discarded can be had for thirty days. */
#include "lv-autosave.h"

#include "fail-calls.h"
#include "file-fixture.h"
#include "lv-file-save.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static GBytes *
text_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static GDateTime *
day (int number)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 3, 1, 12, 0, 0);

  return g_date_time_add_days (first, number);
}

/* A document with an autosave. */
typedef struct
{
  LvAutosave *autosave;
  char *text;
  guint asked, written, failed;
} Document;

static GBytes *
contents_cb (gpointer data)
{
  Document *document = data;

  document->asked++;
  return text_bytes (document->text);
}

static void
written_cb (LvAutosave *autosave, Document *document)
{
  document->written++;
}

static void
failed_cb (LvAutosave *autosave, const GError *error, Document *document)
{
  g_assert_true (error->domain == LV_FILE_ERROR);
  document->failed++;
}

static void
document_open (Document *document, const char *folder, LvRecovered *recovered)
{
  memset (document, 0, sizeof *document);
  document->autosave = lv_autosave_new (folder, recovered, contents_cb, document);
  lv_autosave_set_delay (document->autosave, 1);
  g_signal_connect (document->autosave, "written", G_CALLBACK (written_cb), document);
  g_signal_connect (document->autosave, "failed", G_CALLBACK (failed_cb), document);
}

static void
document_edit (Document *document, const char *text)
{
  g_free (document->text);
  document->text = g_strdup (text);
  lv_autosave_touch (document->autosave);
}

static void
document_close (Document *document)
{
  g_clear_object (&document->autosave);
  g_clear_pointer (&document->text, g_free);
}

static void
wait_written (Document *document, guint n)
{
  while (document->written < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_recovers (const char *folder, const char *text)
{
  g_autoptr (GPtrArray) list = lv_recovery_list (folder);
  g_autoptr (GBytes) expected = text_bytes (text);

  g_assert_cmpuint (list->len, ==, 1);
  g_assert_no_error (lv_recovered_damage (g_ptr_array_index (list, 0)));
  g_assert_true (g_bytes_equal (lv_recovered_record (g_ptr_array_index (list, 0))->bytes, expected));
}

static void
test_record (void)
{
  const char *texts[] = { "", "[document]\n", "linje\n\n[recovery]\ntime=1\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = text_bytes (texts[i]);
      LvRecoveryRecord record = { (char *) "/tmp/æ \xff.ligevaegt", (char *) "Ældre;\n=", 17, (char *) "abc", bytes };
      g_auto (LvRecoveryRecord) back = { NULL };
      g_autoptr (GBytes) file = lv_recovery_record_to_bytes (&record);
      g_autoptr (GError) error = NULL;

      lv_recovery_record_read (&back, file, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (back.path, ==, record.path);
      g_assert_cmpstr (back.title, ==, record.title);
      g_assert_cmpstr (back.base, ==, record.base);
      g_assert_cmpint (back.time_us, ==, 17);
      g_assert_true (g_bytes_equal (back.bytes, bytes));
    }
}

static void
assert_damaged (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) file = g_bytes_new (data, size);
  g_auto (LvRecoveryRecord) record = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (lv_recovery_record_read (&record, file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* Every truncation and every flipped bit is noticed. */
static void
test_record_damaged (void)
{
  g_autoptr (GBytes) bytes = text_bytes ("[document]\nversion = 1\n");
  LvRecoveryRecord record = { NULL, (char *) "Uden navn", 17, NULL, bytes };
  g_autoptr (GBytes) file = lv_recovery_record_to_bytes (&record);
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  for (gsize i = 0; i < size; i++)
    {
      assert_damaged (data, i);
      for (guint bit = 0; bit < 8; bit++)
        {
          copy[i] ^= (guint8) (1u << bit);
          assert_damaged (copy, size);
          copy[i] = data[i];
        }
    }
}

static void
test_life (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *state = g_build_filename (folder, "ny", "ligevaegt", NULL);
  Document document;

  document_open (&document, state, NULL);
  document_edit (&document, "en");
  wait_written (&document, 1);
  document_edit (&document, "to");
  wait_written (&document, 2);
  /* While it is open nobody else is offered it. */
  {
    g_autoptr (GPtrArray) list = lv_recovery_list (state);

    g_assert_cmpuint (list->len, ==, 0);
  }
  lv_autosave_clear (document.autosave);
  g_assert_cmpuint (count_files (state), ==, 1);
  document_close (&document);
  g_assert_cmpuint (count_files (state), ==, 0);
}

static void
test_left_behind (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "Ældre.ligevaegt", NULL);
  g_autofree char *state = g_build_filename (folder, "state", NULL);
  g_autoptr (GBytes) saved = text_bytes ("gemt");
  g_autofree char *hash = lv_file_hash (saved);
  g_autoptr (GPtrArray) list = NULL;
  LvRecovered *found;
  Document document;

  put (path, "gemt");
  document_open (&document, state, NULL);
  lv_autosave_set_document (document.autosave, path, "Ældre", hash);
  document_edit (&document, "ændret");
  wait_written (&document, 1);
  document_close (&document);
  list = lv_recovery_list (state);
  g_assert_cmpuint (list->len, ==, 1);
  found = g_ptr_array_index (list, 0);
  g_assert_cmpstr (lv_recovered_record (found)->path, ==, path);
  g_assert_cmpstr (lv_recovered_record (found)->title, ==, "Ældre");
  g_assert_cmpstr (lv_recovered_record (found)->base, ==, hash);
  g_assert_cmpint (lv_recovered_original (found), ==, LV_FILE_UNCHANGED);
  put (path, "ændret af en anden");
  g_assert_cmpint (lv_recovered_original (found), ==, LV_FILE_CHANGED);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (lv_recovered_original (found), ==, LV_FILE_GONE);
}

/* The recovered document is written on in the same file; until it is saved the work is in it. */
static void
test_adopt (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) meanwhile = NULL;
  Document document;

  document_open (&document, folder, NULL);
  document_edit (&document, "en");
  wait_written (&document, 1);
  document_close (&document);
  list = lv_recovery_list (folder);
  document_open (&document, folder, g_ptr_array_index (list, 0));
  g_clear_pointer (&list, g_ptr_array_unref);
  meanwhile = lv_recovery_list (folder);
  g_assert_cmpuint (meanwhile->len, ==, 0);
  document_edit (&document, "to");
  wait_written (&document, 1);
  document_close (&document);
  assert_recovers (folder, "to");
}

static void
test_listed_once (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) again = NULL;
  Document document;

  document_open (&document, folder, NULL);
  document_edit (&document, "en");
  g_assert_true (lv_autosave_flush (document.autosave, NULL));
  document_close (&document);
  list = lv_recovery_list (folder);
  again = lv_recovery_list (folder);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (again->len, ==, 0);
  g_clear_pointer (&list, g_ptr_array_unref);
  assert_recovers (folder, "en");
}

static void
put_record (const char *folder, const char *id, gint64 time_us)
{
  g_autoptr (GBytes) bytes = text_bytes (id);
  LvRecoveryRecord record = { NULL, (char *) id, time_us, NULL, bytes };
  g_autoptr (GBytes) file = lv_recovery_record_to_bytes (&record);
  g_autofree char *path = lv_recovery_file (folder, id, LV_RECOVERY_SUFFIX);

  g_assert_true (lv_file_save (path, file, NULL));
}

static void
test_order_and_damage (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *broken = lv_recovery_file (folder, "broken", LV_RECOVERY_SUFFIX);
  g_autoptr (GPtrArray) list = NULL;
  const char *expected[] = { "newest", "middle", "oldest" };

  put_record (folder, "middle", 20);
  put_record (folder, "newest", 30);
  put_record (folder, "oldest", 10);
  put (broken, "half a file");
  list = lv_recovery_list (folder);
  g_assert_cmpuint (list->len, ==, 4);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (lv_recovered_record (g_ptr_array_index (list, i))->title, ==, expected[i]);
  g_assert_null (lv_recovered_record (g_ptr_array_index (list, 3)));
  g_assert_error (lv_recovered_damage (g_ptr_array_index (list, 3)), G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (lv_recovered_file (g_ptr_array_index (list, 3)), ==, broken);
  assert_holds (broken, "half a file");
}

static void
test_trash (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *trash = g_build_filename (folder, "trash", NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GDateTime) first = day (0);
  g_autoptr (GDateTime) last = day (LV_RECOVERY_TRASH_DAYS);
  g_autoptr (GDateTime) after = day (LV_RECOVERY_TRASH_DAYS + 1);
  g_autoptr (GError) error = NULL;

  put_record (folder, "one", 10);
  list = lv_recovery_list (folder);
  lv_recovered_discard (g_ptr_array_index (list, 0), first, &error);
  g_assert_no_error (error);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = lv_recovery_list (folder);
  g_assert_cmpuint (list->len, ==, 0);
  lv_recovery_clean (folder, last);
  g_assert_cmpuint (count_files (trash), ==, 1);
  lv_recovery_clean (folder, after);
  g_assert_cmpuint (count_files (trash), ==, 0);
}

/* Closing without saving is no deletion either, even of what the autosave had not reached. */
static void
test_close_without_saving (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *trash = g_build_filename (folder, "trash", NULL);
  g_autoptr (GDateTime) now = day (0);
  g_autoptr (GError) error = NULL;
  Document document;

  document_open (&document, folder, NULL);
  g_assert_true (lv_autosave_discard (document.autosave, now, NULL));
  document_edit (&document, "fortrudt");
  lv_autosave_discard (document.autosave, now, &error);
  g_assert_no_error (error);
  document_close (&document);
  assert_recovers (trash, "fortrudt");
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_clean_spares (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *left = lv_recovery_file (folder, "left", LV_RECOVERY_CLAIM);
  g_autoptr (GDateTime) now = day (0);
  Document document;

  document_open (&document, folder, NULL);
  put_record (folder, "one", 10);
  put (left, "");
  lv_recovery_clean (folder, now);
  g_assert_cmpuint (count_files (folder), ==, 2);
  document_close (&document);
  assert_recovers (folder, "one");
}

/* A version on its way must not come after the end. */
static void
test_clear_while_writing (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      Document document;

      document_open (&document, folder, NULL);
      lv_autosave_set_delay (document.autosave, 0);
      document_edit (&document, "en");
      while (document.asked == 0)
        g_main_context_iteration (NULL, TRUE);
      lv_autosave_clear (document.autosave);
      g_assert_cmpuint (count_files (folder), ==, 1);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      document_close (&document);
      g_assert_cmpuint (count_files (folder), ==, 0);
    }
}

/* The later version wins, also when the earlier one waits for its thread. */
static void
test_flush_while_writing (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      Document document;

      document_open (&document, folder, NULL);
      lv_autosave_set_delay (document.autosave, 0);
      document_edit (&document, "en");
      while (document.asked == 0)
        g_main_context_iteration (NULL, TRUE);
      document_edit (&document, "to");
      g_assert_true (lv_autosave_flush (document.autosave, NULL));
      while (g_main_context_iteration (NULL, FALSE))
        ;
      document_close (&document);
      assert_recovers (folder, "to");
    }
}

/* Were the clock started anew by each edit, somebody who types without a pause would never be written. */
static void
test_edits_do_not_postpone (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  Document document;
  guint edits = 0;

  g_assert_cmpuint (LV_AUTOSAVE_DELAY_MS, <=, 1000);
  document_open (&document, folder, NULL);
  lv_autosave_set_delay (document.autosave, 30);
  while (document.written < 3)
    {
      g_autofree char *text = g_strdup_printf ("%u", ++edits);

      document_edit (&document, text);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (document.asked, <, edits);
  document_close (&document);
}

/* A full disk is told once, and what could not be written is written when there is room. */
static void
test_full_disk (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  Document document;

  document_open (&document, folder, NULL);
  document_edit (&document, "en");
  wait_written (&document, 1);
  document_edit (&document, "to");
  fail_calls_start (FAIL_EVER, 1, ENOSPC);
  while (document.asked < 4)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (lv_autosave_flush (document.autosave, NULL));
  g_assert_cmpuint (document.failed, ==, 1);
  fail_calls_stop ();
  wait_written (&document, 2);
  document_close (&document);
  assert_recovers (folder, "to");
}

static void
test_folder_tidied_away (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *state = g_build_filename (folder, "state", NULL);
  g_autofree char *away = g_build_filename (folder, "away", NULL);
  Document document;

  document_open (&document, state, NULL);
  g_assert_cmpint (g_rename (state, away), ==, 0);
  document_edit (&document, "en");
  wait_written (&document, 1);
  document_close (&document);
  assert_recovers (state, "en");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery/record", test_record);
  g_test_add_func ("/recovery/record-damaged", test_record_damaged);
  g_test_add_func ("/recovery/life", test_life);
  g_test_add_func ("/recovery/left-behind", test_left_behind);
  g_test_add_func ("/recovery/adopt", test_adopt);
  g_test_add_func ("/recovery/listed-once", test_listed_once);
  g_test_add_func ("/recovery/order-and-damage", test_order_and_damage);
  g_test_add_func ("/recovery/trash", test_trash);
  g_test_add_func ("/recovery/close-without-saving", test_close_without_saving);
  g_test_add_func ("/recovery/clean-spares", test_clean_spares);
  g_test_add_func ("/recovery/clear-while-writing", test_clear_while_writing);
  g_test_add_func ("/recovery/flush-while-writing", test_flush_while_writing);
  g_test_add_func ("/recovery/edits-do-not-postpone", test_edits_do_not_postpone);
  g_test_add_func ("/recovery/full-disk", test_full_disk);
  g_test_add_func ("/recovery/folder-tidied-away", test_folder_tidied_away);
  return g_test_run ();
}
