/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans of the pack that ships are the documents' own lists: no task is lost, none is added, and each
 * has the unit, the follow-up and the dates that the document prints. */
#include "lv-pack.h"

#include <string.h>

#define CLOSED NULL

typedef struct
{
  const char *id;
  const char *number;
  const char *owner;
  const char *next; /* CLOSED: "Afsluttes" */
  const char *says; /* dates of the printed status, with semicolons, as the note or the window has them */
} Task;

/* Opfølgningsliste februar 2025, in its order. */
static const Task tasks[] = {
  { "plan.forlig.1", "1", "MBU", "2025-10", "5. februar 2025;primo 2025;2027 og 2028" },
  { "plan.forlig.2", "2", "MBU", CLOSED, "5. februar 2025" },
  { "plan.forlig.3", "3", "MBU", CLOSED, "december 2024;2031/2032;budget 2026;udgangen af 2024" },
  { "plan.forlig.4", "4", "MSO/MSB", "2025-10", "" },
  { "plan.forlig.5", "5", "MSO", CLOSED, "22. januar 2025;udgangen af 2024" },
  { "plan.forlig.6.drift", "6", "MSB", CLOSED,
    "23. januar 2024;18. december 2024;februar 2025;2025-2028" },
  { "plan.forlig.6.skoler", "6", "MBU/MSB/MKB", CLOSED, "18. december 2024;2025-2028" },
  { "plan.forlig.6.herredsvang", "6", "MSB", CLOSED,
    "2026, dækket af salg;2027 og i 2028;sommeren 2025;medio 2026;18. december 2024" },
  { "plan.forlig.7", "7", "MSB", CLOSED, "2025-2028" },
  { "plan.forlig.8", "8", "MSB/BA/MBU", CLOSED, "5. februar;sommeren 2025;primo 2025" },
  { "plan.forlig.9", "9", "MSB", "2025-10",
    "2025-2026;udgangen af 2024;udgangen af 2026;22. januar 2025;2035;primo 2025" },
  { "plan.forlig.10", "10", "MSB", CLOSED, "foråret 2025" },
  { "plan.forlig.11", "11", "BA/MSB", CLOSED, "udgangen af 2026;i 2025" },
  { "plan.forlig.12", "12", "MSB", "2025-10", "februar;tællingen i 2024" },
  { "plan.forlig.13", "13", "MSB", CLOSED, "" },
  { "plan.forlig.14", "14", "MSB", CLOSED, "hvert halve år;årligt" },
  { "plan.forlig.15", "15", "MKB/MSB", "2025-10", "" },
  { "plan.forlig.16", "16", "Alle", "2025-10", "" },
  { "plan.forlig.17", "17", "MSB", "2025-10", "2025-2028;sommer 2025;foråret 2025" },
  { "plan.forlig.18", "18", "MKB/MSB", CLOSED, "ultimo januar" },
  { "plan.forlig.19", "19", "MSB", CLOSED, "2025-2027" },
  { "plan.forlig.20", "20", "Alle", "2025-10",
    "4. februar 2025;ultimo februar eller primo marts;budget 2026" },
  { "plan.forlig.21", "21", "Alle", CLOSED, "i 2025" },
  { "plan.forlig.22", "22", "BA/MBU/MSB/MSO (FAS/UJU)", "2025-10", "tidligst i 2025;ultimo februar 2025" },
  { "plan.forlig.23", "23", "MSB (UJU/FAS)", CLOSED,
    "4. juni;12. juni 2024;sommeren 2024;medio 2025;august 2025;december 2024;august/september 2025" },
};

typedef struct
{
  const char *id;
  const char *start;
  const char *end; /* the deadline where nothing begins; none of a law that comes into force */
} Meeting;

/* Procesplan for 2025 and the three dates of the law. */
static const Meeting meetings[] = {
  { "plan.reform.proces.2025-08-13", "2025-08-13", "2025-08-13" },
  { "plan.reform.proces.2025-08-20", "2025-08-20", "2025-08-20" },
  { "plan.reform.proces.2025-08-21", "2025-08-21", "2025-08-21" },
  { "plan.reform.proces.2025-08-26", "2025-08-26", "2025-08-26" },
  { "plan.reform.proces.kommunikation", NULL, "2025-09-02" },
  { "plan.reform.proces.2025-09-03", "2025-09-03", "2025-09-03" },
  { "plan.reform.proces.2025-09-17", "2025-09-17", "2025-09-17" },
  { "plan.reform.proces.budget-1", "2025-09-15", "2025-09-19" },
  { "plan.reform.proces.2025-10-03", "2025-10-03", "2025-10-03" },
  { "plan.reform.proces.budget-2", "2025-10-08", "2025-10-08" },
  { "plan.reform.proces.2025-10-22", "2025-10-22", "2025-10-22" },
  { "plan.reform.proces.strategi", "2025-10", "2025-11" },
  { "plan.reform.proces.raadmand", "2025-11", "2025-12" },
  { "plan.reform.proces.byraad", "2025-11", "2025-12" },
  { "plan.reform.lov.1", "2026-02-01", NULL },
  { "plan.reform.lov.2", "2026-07-01", NULL },
  { "plan.reform.lov.3", "2027-01-01", NULL },
};

static LvPack *
load (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvPack *pack = lv_pack_load (folder, NULL, problems);

  g_assert_nonnull (pack);
  return pack;
}

static const LvItem *
find (const LvPack *pack, const char *id)
{
  const LvItem *item = lv_pack_find_kind (pack, LV_KIND_ACTION, id);

  if (item == NULL)
    g_error ("no [action %s]", id);
  return item;
}

static guint
count (const LvPack *pack, const char *prefix, const char *key)
{
  const GPtrArray *items = lv_pack_items (pack, LV_KIND_ACTION);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);

      if (g_str_has_prefix (item->id, prefix) && (key == NULL || lv_item_get (item, key) != NULL))
        n++;
    }
  return n;
}

static void
assert_says (const LvItem *item, const char *wanted)
{
  const char *note = lv_item_get (item, "note");
  const char *window = lv_item_get (item, "window");
  g_auto (GStrv) parts = g_strsplit (wanted, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (note, parts[i]) == NULL && (window == NULL || strstr (window, parts[i]) == NULL))
      g_test_fail_printf ("%s does not say “%s”", item->id, parts[i]);
}

static void
test_follow_up_list (void)
{
  g_autoptr (LvPack) pack = load ();
  const char *number = "";
  guint n_numbers = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      const Task *task = &tasks[i];
      const LvItem *item = find (pack, task->id);
      gboolean earlier = strcmp (task->number, "22") == 0 || strcmp (task->number, "23") == 0;

      g_assert_cmpstr (lv_item_get (item, "number"), ==, task->number);
      g_assert_cmpstr (lv_item_get (item, "owner"), ==, task->owner);
      g_assert_cmpstr (lv_item_get (item, "next-follow-up"), ==, task->next);
      g_assert_cmpstr (lv_item_get (item, "closed"), ==, task->next == CLOSED ? "2025-02-25" : NULL);
      g_assert_cmpstr (lv_item_get (item, "track"), ==,
                       earlier ? "Budgetforlig 2024-2027" : "Budgetforlig 2025-2028");
      g_assert_cmpstr (lv_item_get (item, "status-date"), ==, "2025-02");
      g_assert_nonnull (lv_item_get (item, "status"));
      g_assert_nonnull (strstr (lv_item_get (item, "place"), task->number));
      assert_says (item, task->says);
      n_numbers += strcmp (number, task->number) != 0;
      number = task->number;
    }
  g_assert_cmpuint (n_numbers, ==, 23);
  g_assert_cmpuint (count (pack, "plan.forlig.", NULL), ==, G_N_ELEMENTS (tasks));
  /* "For 9 punkter": so many have another follow-up. */
  g_assert_cmpuint (count (pack, "plan.forlig.", "next-follow-up"), ==, 9);
}

static void
test_reform (void)
{
  g_autoptr (LvPack) pack = load ();
  const GPtrArray *rows = lv_pack_items (pack, LV_KIND_ROW);
  guint n_changes = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      const LvItem *item = find (pack, meetings[i].id);
      const char *end = lv_item_get (item, "end");

      g_assert_cmpstr (lv_item_get (item, "start"), ==, meetings[i].start);
      g_assert_cmpstr (end != NULL ? end : lv_item_get (item, "deadline"), ==, meetings[i].end);
    }
  /* One more, "foråret 2026", has no day. */
  g_assert_cmpuint (count (pack, "plan.reform.", NULL), ==, G_N_ELEMENTS (meetings) + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      const LvItem *row = g_ptr_array_index (rows, i);

      if (!g_str_has_prefix (row->id, "reform.lovaendringer."))
        continue;
      n_changes++;
      g_assert_cmpstr (lv_item_entry (row, "", "ikraft")->value, ==, "uafklaret");
    }
  g_assert_cmpuint (n_changes, ==, 22);
}

/* Five efforts; three of them with a status from each of three centres, four of those "indfriet" or done. */
static void
test_danmarkskort (void)
{
  g_autoptr (LvPack) pack = load ();
  const GPtrArray *items = lv_pack_items (pack, LV_KIND_ACTION);
  guint n_done = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);

      if (!g_str_has_prefix (item->id, "plan.danmarkskort."))
        continue;
      g_assert_cmpstr (lv_item_get (item, "status-date"), ==, "2025-06-26");
      n_done += strcmp (lv_item_get (item, "status"), "gennemfoert") == 0;
    }
  g_assert_cmpuint (count (pack, "plan.danmarkskort.", NULL), ==, 11);
  g_assert_cmpuint (n_done, ==, 4);
  g_assert_cmpstr (lv_item_get (find (pack, "plan.danmarkskort.1"), "deadline"), ==, "2025-12");
  g_assert_cmpstr (lv_item_get (find (pack, "plan.danmarkskort.4.uju"), "end"), ==, "2024-06");
}

static void
test_ta (void)
{
  g_autoptr (LvPack) pack = load ();
  const LvItem *first = find (pack, "plan.ta.status-1");

  g_assert_cmpstr (lv_item_get (first, "deadline"), ==, "2026-06");
  g_assert_cmpstr (lv_item_get (first, "body"), ==,
                   "Børn- og Ungeudvalget samt Social- og Beskæftigelsesudvalget");
  g_assert_cmpstr (lv_item_get (find (pack, "plan.ta.start"), "window"), ==, "foråret 2026");
}

/* Six initiatives in two tracks, and a third track without numbers. */
static void
test_hjemloeshed (void)
{
  static const char *const numbers[] = { "4.1.1", "4.1.2", "4.2.1", "4.2.2", "4.2.3", "4.2.4" };
  static const char *const tracks[]
      = { "4.1 Forebyggelse", "4.2 Bolig- og støtteløsninger", "4.3 Uddannelse og job" };
  g_autoptr (LvPack) pack = load ();
  const GPtrArray *items = lv_pack_items (pack, LV_KIND_ACTION);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *number = g_strdelimit (g_strdup (numbers[i]), ".", '-');
      g_autofree char *id = g_strconcat ("plan.hjemloeshed.", number, NULL);

      g_assert_cmpstr (lv_item_get (find (pack, id), "number"), ==, numbers[i]);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const LvItem *item = g_ptr_array_index (items, i);
      const char *track = lv_item_get (item, "track");

      if (g_str_has_prefix (item->id, "plan.hjemloeshed."))
        g_assert_true (strcmp (track, tracks[0]) == 0 || strcmp (track, tracks[1]) == 0
                       || strcmp (track, tracks[2]) == 0);
    }
  g_assert_cmpuint (count (pack, "plan.hjemloeshed.4-1", NULL), ==, 8);
  g_assert_cmpuint (count (pack, "plan.hjemloeshed.4-2", NULL), ==, 12);
  g_assert_cmpuint (count (pack, "plan.hjemloeshed.4-3", NULL), ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plans/follow-up-list", test_follow_up_list);
  g_test_add_func ("/plans/reform", test_reform);
  g_test_add_func ("/plans/danmarkskort", test_danmarkskort);
  g_test_add_func ("/plans/ta", test_ta);
  g_test_add_func ("/plans/hjemloeshed", test_hjemloeshed);
  return g_test_run ();
}
