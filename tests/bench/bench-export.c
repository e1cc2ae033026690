/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the whole set of attachments of the pack that ships takes, for one scenario, against what was promised: two
 * seconds on two processors. The slowest files follow, as one thread makes them. A figure beyond its goal is a failure;
 * no test of the suite: `./run bench`, or `meson test --benchmark`. */
#include "../document/file-fixture.h"
#include "lv-export-set.h"

#define ROUNDS 3
#define GOAL_MS 2000
#define SLOWEST 10

typedef struct
{
  const LvExportJob *job;
  gint64 us;
} Time;

static LvExportSet *
set_new (const LvState *base, const char *folder)
{
  const LvSide side = { .title = NULL, .state = base };
  LvExportSet *set;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 21, G_DATE_NOVEMBER, 2026);
  set = lv_export_set_new (base, folder, &date);
  lv_export_set_add_pack (set, &side, NULL, LV_N_PROFILES);
  return set;
}

static gint64
time_set (LvExportSet *set, const LvExportRun *run)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_true (lv_export_set_run (set, run, NULL));
  return g_get_monotonic_time () - start;
}

static gint64
bench_all (const LvState *base, guint *n)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (TestFolder) folder = test_folder_new ();
      g_autoptr (LvExportSet) set = set_new (base, folder);
      const LvExportRun run = { .replace = TRUE };
      gint64 time = time_set (set, &run);

      best = MIN (best, time);
      *n = lv_export_set_count (set, LV_EXPORT_WRITTEN);
    }
  return best;
}

static void
begin_cb (const LvExportJob *job, guint n_done, guint n, gpointer data)
{
  GArray *times = data;
  Time time = { job, g_get_monotonic_time () };

  if (times->len > 0)
    g_array_index (times, Time, times->len - 1).us = time.us - g_array_index (times, Time, times->len - 1).us;
  g_array_append_val (times, time);
}

static int
slower_first (gconstpointer a, gconstpointer b)
{
  const Time *left = a;
  const Time *right = b;

  return left->us == right->us ? 0 : left->us < right->us ? 1 : -1;
}

static void
tell_slowest (const LvState *base)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (LvExportSet) set = set_new (base, folder);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (Time));
  const LvExportRun run = { .replace = TRUE, .n_threads = 1, .progress = begin_cb, .user_data = times };

  time_set (set, &run);
  begin_cb (NULL, 0, 0, times);
  g_array_set_size (times, times->len - 1);
  g_array_sort (times, slower_first);
  for (guint i = 0; i < MIN (SLOWEST, times->len); i++)
    {
      const Time *time = &g_array_index (times, Time, i);
      g_autofree char *name = g_path_get_basename (time->job->path);

      g_print ("  %s: %.3g ms\n", name, (double) time->us / 1000);
    }
}

int
main (void)
{
  g_autofree char *pack = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvModel) model = lv_model_load (pack, NULL, problems);
  g_autoptr (LvState) base = NULL;
  double ms;
  guint n;

  g_assert_nonnull (model);
  base = lv_state_new (model);
  ms = (double) bench_all (base, &n) / 1000;
  g_print ("set of %u files, %u processors: %.4g ms (goal %d)%s\n", n, g_get_num_processors (), ms, GOAL_MS,
           ms < GOAL_MS ? "" : " MISSED");
  tell_slowest (base);
  return ms < GOAL_MS ? 0 : 1;
}
