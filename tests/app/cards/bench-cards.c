/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints for each card of a page how long it takes to build and to update; the goal of an update is 1 ms. */
#include "lv-card.h"

#include <adwaita.h>
#include <locale.h>
#include <stdio.h>

#define EDITS 21

static int
compare (const void *a, const void *b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
bench (LvSession *session, const LvItem *item)
{
  const LvNode *node = lv_model_find (lv_session_model (session), "ta.vaekst");
  gint64 before = g_get_monotonic_time ();
  LvCard *card = lv_card_new_for (session, item);
  gint64 built = g_get_monotonic_time () - before;
  gint64 updates[EDITS];

  if (card == NULL)
    return;
  g_object_ref_sink (card);
  for (guint i = 0; i < EDITS; i++)
    {
      lv_session_set (session, node, 0, i % 2 == 0 ? i : 13.5);
      before = g_get_monotonic_time ();
      if (LV_CARD_GET_CLASS (card)->update != NULL)
        LV_CARD_GET_CLASS (card)->update (card);
      updates[i] = g_get_monotonic_time () - before;
    }
  lv_session_reset_all (session);
  qsort (updates, EDITS, sizeof (gint64), compare);
  printf ("%-24s %-10s build %5.2f ms, update median %.3f ms, worst %.3f ms\n", item->id,
          lv_item_get (item, "kind"), (double) built / 1000, (double) updates[EDITS / 2] / 1000,
          (double) updates[EDITS - 1] / 1000);
  g_object_unref (card);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvSession) session = NULL;
  const GPtrArray *cards;

  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();
  session = lv_session_new (lv_model_load (folder, NULL, problems));
  cards = lv_pack_items (lv_session_pack (session), LV_KIND_CARD);
  for (guint i = 0; i < cards->len; i++)
    bench (session, g_ptr_array_index (cards, i));
  return 0;
}
