/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Protects what charts and tables are laid out by: a text is as wide as it is drawn, to the last unit, whichever way it
 * was measured. */
#include "lv-pango-private.h"

#include <locale.h>
#include <string.h>

static const LvFont fonts[] = { { 7, FALSE }, { 9, TRUE }, { 10.5, FALSE }, { 13, TRUE }, { 18, FALSE } };

typedef struct
{
  LvTextMeasure *measure;
  PangoLayout *layouts[G_N_ELEMENTS (fonts)];
  guint n;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  PangoContext *context = lv_pango_context_new ();

  self->measure = lv_measure_pango_new (NULL, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    self->layouts[i] = lv_pango_layout_new (context, "Sans", &fonts[i]);
  g_object_unref (context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    g_object_unref (self->layouts[i]);
  lv_measure_free (self->measure);
}

static void
compare (Fixture *self, const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      int width;
      int height;

      pango_layout_set_text (self->layouts[i], text, -1);
      pango_layout_get_size (self->layouts[i], &width, &height);
      if (lv_measure_width (self->measure, text, &fonts[i]) * PANGO_SCALE != width)
        g_error ("%s: %d is drawn, %g measured", text, width,
                 lv_measure_width (self->measure, text, &fonts[i]) * PANGO_SCALE);
      self->n++;
    }
}

/* Letters that move together, signs, and what one font or one line does not have. */
static void
test_some (Fixture *self, gconstpointer data)
{
  static const char *const texts[]
      = { "", " ", "0", "1.568", "-27,5", "−27,5 %", "AVATAR To. Ty, »Vi«", "§ 85 a", "Læsø – “år” … 1–2", "fi ffl ffi",
          "A\u030a", "ﬁ", "漢字 og kana", "שלום 12", "a\tb", "to\nlinjer", "a\u00adb", "a\u200bb", "→ 12 ≥ 3", "☎ 1", "é\u00a0b" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    compare (self, texts[i]);
}

/* Whatever the pack says. */
static void
test_pack (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      if (!g_str_has_suffix (name, ".lv"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      lines = g_strsplit (text, "\n", -1);
      /* Each tenth line takes a second. */
      for (guint i = 0; i < g_strv_length (lines); i += 10)
        compare (self, lines[i]);
    }
  g_assert_cmpuint (self->n, >, 1000);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/measure/some", Fixture, NULL, set_up, test_some, tear_down);
  g_test_add ("/measure/pack", Fixture, NULL, set_up, test_pack, tear_down);
  return g_test_run ();
}
