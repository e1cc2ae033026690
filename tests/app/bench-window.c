/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints how long it takes from the start of the process to the first frame with the pack, and how long
 * one edit keeps the program busy until it is drawn: computing, showing and painting, without the wait
 * for the screen's next frame. Run by `./run bench`; the goals are 300 ms and 16 ms.
 *
 * bench-window PAGE SCENARIO ID@M shows the scenario, opens the page and edits there: how much processor time the
 * opening takes (goal 1.000 ms), and an edit as above.
 *
 * bench-window pages opens one page after the other: how long it takes until each has been drawn with what the
 * window shows of it (goal 500 ms), and how much processor time until it is whole. */
#include "lv-window.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define EDITS 30

/* Until a page that was opened has come to rest. */
#define REST_MS 4000

typedef struct
{
  LvWindow *window;
  gint64 process_start; /* microseconds of CLOCK_BOOTTIME */
  gint64 edit_work; /* 0: no edit under way */
  gint64 frame_start;
  gint64 edits[EDITS];
  gint64 work[EDITS]; /* the same in processor time, on a machine that does other things too */
  gint64 edit_cpu;
  gint64 frame_cpu;
  int n_edits;
  double start_cpu;
  gboolean framed;
  gboolean waiting; /* the next edit is on its way */
  const char *scenario; /* (nullable) */
  const char *edited;   /* ID or ID@member of its only axis */
  int page;             /* from 1; 0: stay */
  int last_page;        /* 0: only one is opened */
  gint64 opening;       /* when the page was asked for; 0 when it has been drawn */
} Bench;

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_BOOTTIME, &time);
  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/* Processor time of the process so far: what is left of a figure on a machine that does other things. */
static double
cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* Of this thread alone, in microseconds. */
static gint64
own_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/* Field 22 of /proc/self/stat, in clock ticks since boot. */
static gint64
started (void)
{
  g_autofree char *text = NULL;
  const char *p;

  if (!g_file_get_contents ("/proc/self/stat", &text, NULL, NULL))
    return now ();
  p = strrchr (text, ')') + 2;
  for (int field = 3; field < 22; field++)
    p = strchr (p, ' ') + 1;
  return (gint64) (g_ascii_strtoull (p, NULL, 10) * 1000000 / (guint64) sysconf (_SC_CLK_TCK));
}

static int
compare (const void *a, const void *b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
edit (Bench *self)
{
  LvSession *session = lv_window_session (self->window);
  g_auto (GStrv) names = g_strsplit (self->edited, "@", 2);
  const LvNode *node = lv_model_find (lv_session_model (session), names[0]);
  const LvShape *shape = lv_node_shape (node);
  gsize cell = names[1] != NULL ? (gsize) lv_axis_find (shape->axis[0], names[1]) : 0;
  gint64 before = now ();
  gint64 before_cpu = own_cpu ();

  lv_session_set (session, node, cell, self->n_edits % 2 == 0 ? 5 + self->n_edits : 13.5);
  self->edit_work = MAX (now () - before, 1);
  self->edit_cpu = own_cpu () - before_cpu;
}

static gboolean next_cb (gpointer user_data);

static gboolean
opened_cb (gpointer user_data)
{
  Bench *self = user_data;

  printf ("page %d of %s opened: %.0f ms of processor time (goal 1000)\n", self->page, self->scenario,
          cpu_ms () - self->start_cpu);
  self->start_cpu = cpu_ms ();
  return next_cb (self);
}

static gboolean open_next_cb (gpointer user_data);

static gboolean
open_cb (gpointer user_data)
{
  Bench *self = user_data;

  self->start_cpu = cpu_ms ();
  self->opening = now ();
  if (self->last_page > 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.page", "i", self->page);
      g_timeout_add (REST_MS, open_next_cb, self);
      return G_SOURCE_REMOVE;
    }
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.page", "i", self->page);
  g_timeout_add (REST_MS, opened_cb, self);
  return G_SOURCE_REMOVE;
}

static gboolean
open_next_cb (gpointer user_data)
{
  Bench *self = user_data;

  printf ("%.0f ms of processor time until it is whole\n", cpu_ms () - self->start_cpu);
  if (self->page++ < self->last_page)
    return open_cb (self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  return G_SOURCE_REMOVE;
}

/* Returns: whether there is something to be shown before the first edit */
static gboolean
prepare (Bench *self)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();

  if (self->last_page > 0)
    {
      g_timeout_add (REST_MS, open_cb, self);
      return TRUE;
    }
  if (self->scenario == NULL || self->waiting)
    return FALSE;
  lv_session_show (lv_window_session (self->window), self->scenario, problems);
  g_timeout_add (REST_MS, open_cb, self);
  return TRUE;
}

static gboolean
next_cb (gpointer user_data)
{
  Bench *self = user_data;

  self->waiting = FALSE;
  if (self->n_edits < EDITS)
    edit (self);
  return G_SOURCE_REMOVE;
}

static void
finish (Bench *self)
{
  qsort (self->edits, EDITS, sizeof (gint64), compare);
  qsort (self->work, EDITS, sizeof (gint64), compare);
  printf ("one edit to drawn: median %.1f ms, worst %.1f ms, median %.1f ms of processor time (goal 16); "
          "%.1f each with what is out of view\n",
          (double) self->edits[EDITS / 2] / 1000, (double) self->edits[EDITS - 1] / 1000,
          (double) self->work[EDITS / 2] / 1000, (cpu_ms () - self->start_cpu) / EDITS);
  self->waiting = TRUE;
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *self)
{
  if (!self->framed)
    {
      self->framed = TRUE;
      self->start_cpu = cpu_ms ();
      printf ("start to first frame: %.0f ms, %.0f of them processor time (goal 300)\n",
              (double) (now () - self->process_start) / 1000, self->start_cpu);
      self->waiting = prepare (self);
    }
  else if (self->opening > 0)
    {
      printf ("page %d drawn after %.0f ms, %.0f of them processor time (goal 500); ", self->page,
              (double) (now () - self->opening) / 1000, cpu_ms () - self->start_cpu);
      self->opening = 0;
    }
  else if (self->edit_work > 0)
    {
      self->work[self->n_edits] = self->edit_cpu + own_cpu () - self->frame_cpu;
      self->edits[self->n_edits++] = self->edit_work + now () - self->frame_start;
      self->edit_work = 0;
    }
  if (self->n_edits == EDITS)
    finish (self);
  else if (!self->waiting)
    {
      self->waiting = TRUE;
      g_timeout_add (50, next_cb, self);
    }
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *self)
{
  self->frame_start = now ();
  self->frame_cpu = own_cpu ();
}

static void
realize_cb (GtkWidget *widget, Bench *self)
{
  g_signal_connect (gtk_widget_get_frame_clock (widget), "before-paint", G_CALLBACK (before_paint_cb),
                    self);
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb),
                    self);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Bench *self)
{
  if (!LV_IS_WINDOW (window))
    return;
  self->window = LV_WINDOW (window);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), self);
}

int
main (int argc, char **argv)
{
  Bench bench = { .process_start = started (), .edited = "ta.vaekst" };
  g_autoptr (LvApplication) application = NULL;

  setlocale (LC_ALL, "");
  if (argc == 2 && strcmp (argv[1], "pages") == 0)
    {
      bench.page = 2;
      bench.last_page = 9;
    }
  if (argc > 3)
    {
      bench.page = atoi (argv[1]);
      bench.scenario = argv[2];
      bench.edited = argv[3];
    }
  application = lv_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
