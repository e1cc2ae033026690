/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what a plan of 500 actions costs until it is painted, in processor time: a keystroke in the search, an
 * edit of one action, a month on the timeline, and a page of scrolling. Run by `./run bench`; the goal is 16 ms. */
#include "card-fixture.h"

#include "lv-action-plan.h"
#include "lv-card-plan-private.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define ACTIONS 500
#define TIMES 30

typedef struct
{
  LvSession *session; /* (owned) */
  GtkWidget *window;
  LvCardPlan *card;
  gboolean painted;
} Bench;

static double
cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *self)
{
  self->painted = TRUE;
}

static int
compare (const void *a, const void *b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
measure (Bench *self, const char *name, void (*step) (Bench *self, guint i))
{
  double times[TIMES];

  for (guint i = 0; i < TIMES; i++)
    {
      double began = cpu_ms ();

      self->painted = FALSE;
      step (self, i);
      gtk_widget_queue_draw (self->window);
      while (!self->painted)
        g_main_context_iteration (NULL, TRUE);
      times[i] = cpu_ms () - began;
      fixture_settle ();
    }
  qsort (times, TIMES, sizeof (double), compare);
  printf ("%s: median %.1f ms, worst %.1f ms of processor time until it is painted (goal 16)\n", name,
          times[TIMES / 2], times[TIMES - 1]);
}

static void
filter (Bench *self, guint i)
{
  static const char *const texts[] = { "o", "op", "opgave", "opgave 4", "opgave 42", "" };
  LvActionFilter filter = { .text = texts[i % G_N_ELEMENTS (texts)] };

  lv_plan_list_set_filter (lv_card_plan_get_list (self->card), &filter);
}

static void
edit (Bench *self, guint i)
{
  lv_session_set_action (self->session, "plan.mange.3", LV_ACTION_STATUS, i % 2 == 0 ? "i-gang" : "i-bero");
}

static void
move (Bench *self, guint i)
{
  lv_session_set_action_dates (self->session, "plan.1", NULL, i % 2 == 0 ? "2026-09-30" : "2026-10-31");
}

static void
scroll (Bench *self, guint i)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->card->scroller));

  gtk_adjustment_set_value (adjustment, i * gtk_adjustment_get_page_size (adjustment));
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };

  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();
  self.session = fixture_session_long (ACTIONS);
  lv_session_set_today (self.session, "2026-05-01");
  self.card = LV_CARD_PLAN (fixture_card (self.session, "k.plan"));
  self.window = fixture_window (GTK_WIDGET (self.card));
  g_signal_connect (gtk_widget_get_frame_clock (self.window), "after-paint", G_CALLBACK (after_paint_cb), &self);
  measure (&self, "scroll by a page", scroll);
  measure (&self, "filter", filter);
  measure (&self, "edit one of them", edit);
  lv_card_plan_show_view (self.card, "timeline");
  fixture_settle ();
  measure (&self, "move a month on the timeline", move);
  fixture_close (self.window);
  g_object_unref (self.session);
  return 0;
}
