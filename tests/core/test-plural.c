/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One or many. What it protects: no text says "1 måneder". */
#include "lv-plural.h"

#include <string.h>

static void
test_pick (void)
{
  static const struct
  {
    const char *forms;
    const char *number;
    const char *picked;
  } rows[] = {
    { "måned|måneder", "1", "måned" },       { "måned|måneder", "0", "måneder" },
    { "måned|måneder", "2", "måneder" },     { "måned|måneder", "11", "måneder" },
    { "måned|måneder", "1.000", "måneder" }, { "måned|måneder", "1,0", "måneder" },
    { "måned|måneder", "-1", "måned" },      { "måned|måneder", "+1", "måned" },
    { "sag|sager", "1 sag", "sag" },         { "sag|sager", "1,5 sager", "sager" },
    { "|er", "1", "" },                      { "|er", "3", "er" },
    { "altid", "1", "altid" },               { "måned|måneder", "mangler", "måneder" },
    { "måned|måneder", "", "måneder" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *picked = lv_plural_pick (rows[i].forms, strlen (rows[i].forms), rows[i].number);

      g_test_message ("%s, %s", rows[i].forms, rows[i].number);
      g_assert_cmpstr (picked, ==, rows[i].picked);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plural/pick", test_pick);
  return g_test_run ();
}
