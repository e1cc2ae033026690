/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that edits and saves all the time is killed at two hundred moments. The document's file then always holds one
 * whole version; of what was saved or autosaved nothing is lost, and of the rest at most two seconds; and after the
 * next start's cleaning nothing else is left.
 *
 * Most live for some hundredths of a second with a short delay of the autosave, so that something is being written all the
 * time; the others run side by side with the delay that users have. The schedule is the same in each run. */
#include "lv-autosave.h"

#include "file-fixture.h"
#include "lv-file-save.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define SEED 20260302
#define N_SHORT 180
#define N_LONG 20
#define LONG_EDIT_MS 20
#define LOST_US (2 * G_USEC_PER_SEC)

/* More than a long life can have. */
#define MAX_EDITS 100000

/* What the killed program had done, in memory that outlives it. An edit's number is the document's version. */
typedef struct
{
  guint edits;
  guint saved;   /* the version of the last save that returned */
  guint written; /* the version of the last autosave that returned */
  gint64 when[MAX_EDITS];
} Log;

typedef struct
{
  char *folder;
  char *path;
  char *state;
  Log *log;
  guint delay_ms, edit_ms;
  pid_t process;

  LvAutosave *autosave;
  LvFileWatch *watch;
  GRand *rand;
  guint asked;
} Life;

/* Long enough to be cut, and different in every byte that counts. */
static GBytes *
version_bytes (guint version)
{
  g_autoptr (GString) text = g_string_new ("[document]\n");

  for (guint i = 0; i < 400 + version % 50; i++)
    g_string_append_printf (text, "version=%u\n", version);
  g_string_append (text, "[end]\n");
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* The version that @bytes are exactly. */
static guint
whole_version (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_autoptr (GBytes) expected = NULL;
  guint version = 0;

  g_assert_cmpint (sscanf (text, "[document]\nversion=%u\n", &version), ==, 1);
  expected = version_bytes (version);
  g_assert_true (g_bytes_equal (bytes, expected));
  return version;
}

/* The program */

static GBytes *
contents_cb (gpointer data)
{
  Life *life = data;

  life->asked = life->log->edits;
  return version_bytes (life->log->edits);
}

static void
written_cb (LvAutosave *autosave, Life *life)
{
  life->log->written = life->asked;
}

static void
save (Life *life)
{
  g_autoptr (GBytes) bytes = version_bytes (life->log->edits);

  if (!lv_file_watch_save (life->watch, bytes, NULL))
    _exit (1);
  life->log->saved = life->log->edits;
  lv_autosave_clear (life->autosave);
  lv_autosave_set_document (life->autosave, life->path, "plan", lv_file_watch_hash (life->watch));
}

static gboolean
edit_cb (gpointer data)
{
  Life *life = data;
  Log *log = life->log;

  if (log->edits + 1 == MAX_EDITS)
    _exit (1);
  log->when[log->edits + 1] = g_get_monotonic_time ();
  log->edits++;
  lv_autosave_touch (life->autosave);
  if (g_rand_int_range (life->rand, 0, life->edit_ms == 0 ? 1000 : 150) == 0)
    save (life);
  return G_SOURCE_CONTINUE;
}

static void
live (Life *life)
{
  GSource *source = g_timeout_source_new (life->edit_ms);
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);

  g_main_context_push_thread_default (context);
  life->watch = lv_file_watch_new (life->path);
  life->autosave = lv_autosave_new (life->state, NULL, contents_cb, life);
  lv_autosave_set_delay (life->autosave, life->delay_ms);
  g_signal_connect (life->autosave, "written", G_CALLBACK (written_cb), life);
  save (life);
  g_source_set_callback (source, edit_cb, life, NULL);
  g_source_attach (source, context);
  g_main_loop_run (loop);
}

static void
life_start (Life *life, guint32 seed, guint delay_ms, guint edit_ms)
{
  g_autoptr (GBytes) first = version_bytes (0);

  life->folder = test_folder_new ();
  life->path = g_build_filename (life->folder, "plan.ligevaegt", NULL);
  life->state = g_build_filename (life->folder, "state", NULL);
  life->log = mmap (NULL, sizeof (Log), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (life->log != MAP_FAILED);
  life->delay_ms = delay_ms;
  life->edit_ms = edit_ms;
  life->rand = g_rand_new_with_seed (seed);
  g_assert_true (lv_file_save (life->path, first, NULL));
  life->process = fork ();
  g_assert_cmpint (life->process, >=, 0);
  if (life->process == 0)
    {
      /* A test that fails leaves nobody behind. */
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      live (life);
      _exit (1);
    }
}

static void
life_kill (Life *life)
{
  int status;

  g_assert_cmpint (kill (life->process, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (life->process, &status, 0), ==, life->process);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

/* After the death */

static guint
saved_version (const Life *life)
{
  g_autoptr (GFile) file = g_file_new_for_path (life->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return whole_version (bytes);
}

/* 0 when there is nothing to recover. */
static guint
recovered_version (const Life *life)
{
  g_autoptr (GPtrArray) list = lv_recovery_list (life->state);

  g_assert_cmpuint (list->len, <=, 1);
  if (list->len == 0)
    return 0;
  g_assert_no_error (lv_recovered_damage (g_ptr_array_index (list, 0)));
  return whole_version (lv_recovered_record (g_ptr_array_index (list, 0))->bytes);
}

/* Only the document and, in the recovery folder, what can be recovered. */
static void
assert_clean (const Life *life, gboolean recovers)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gboolean has_state = g_file_test (life->state, G_FILE_TEST_IS_DIR);

  lv_file_save_clean (life->folder);
  lv_recovery_clean (life->state, now);
  g_assert_cmpuint (count_files (life->folder), ==, has_state ? 2 : 1);
  if (has_state)
    g_assert_cmpuint (count_files (life->state), ==, recovers ? 1 : 0);
}

/* Returns whether work was found that was in no saved file. */
static gboolean
life_judge (Life *life)
{
  const Log *log = life->log;
  guint saved = saved_version (life), recovered = recovered_version (life);
  guint newest = MAX (saved, recovered);

  g_assert_cmpuint (saved, >=, log->saved);
  g_assert_cmpuint (newest, >=, log->written);
  /* The log counts an edit after it wrote down when, so the last one may be in neither. */
  g_assert_cmpuint (newest, <=, log->edits);
  if (newest < log->edits)
    g_assert_cmpint (log->when[log->edits] - log->when[newest + 1], <=, LOST_US);
  assert_clean (life, recovered > 0);
  return recovered > saved;
}

static void
life_clear (Life *life)
{
  munmap (life->log, sizeof (Log));
  g_rand_free (life->rand);
  test_folder_free (life->folder);
  g_free (life->path);
  g_free (life->state);
}

static void
test_short (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint found = 0, edits = 0;

  for (guint i = 0; i < N_SHORT; i++)
    {
      Life life = { NULL };
      gint wait_us = g_rand_int_range (rand, 1000, 30000);

      life_start (&life, g_rand_int (rand), (guint) g_rand_int_range (rand, 0, 4), 0);
      g_usleep ((gulong) wait_us);
      life_kill (&life);
      edits += life.log->edits;
      found += life_judge (&life);
      life_clear (&life);
    }
  g_test_message ("%u edits, %u times recovered", edits, found);
  /* Else it was not tried at all. */
  g_assert_cmpuint (edits, >, N_SHORT);
  g_assert_cmpuint (found, >, 0);
}

static void
test_long (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  Life lives[N_LONG] = { { NULL } };
  guint found = 0;

  for (guint i = 0; i < N_LONG; i++)
    life_start (&lives[i], g_rand_int (rand), LV_AUTOSAVE_DELAY_MS, LONG_EDIT_MS);
  g_usleep (2 * G_USEC_PER_SEC);
  for (guint i = 0; i < N_LONG; i++)
    {
      g_usleep ((gulong) g_rand_int_range (rand, 0, 300000));
      life_kill (&lives[i]);
    }
  for (guint i = 0; i < N_LONG; i++)
    {
      g_assert_cmpuint (lives[i].log->edits, >, 10);
      found += life_judge (&lives[i]);
      life_clear (&lives[i]);
    }
  g_test_message ("%u times recovered", found);
  g_assert_cmpuint (found, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/short", test_short);
  g_test_add_func ("/kill/long", test_long);
  return g_test_run ();
}
