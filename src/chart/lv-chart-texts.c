/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Title, subtitle, notes and source of a chart, filled with the values of now. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-build.h"

#include "lv-chart-private.h"
#include "lv-chart-words.h"
#include "lv-number.h"
#include "lv-text.h"
#include "lv-unlike.h"
#include "lv-words.h"

static char *
words_of (const LvChart *self, const char *key, const LvState *state, const LvState *base)
{
  const LvPack *pack = lv_model_pack (self->model);
  g_autofree char *words_key = g_strconcat (key, "-words", NULL);
  const char *id = lv_item_get (self->item, words_key);
  const LvItem *words = id != NULL ? lv_pack_find_kind (pack, LV_KIND_WORDS, id) : NULL;
  const char *text = lv_item_get (self->item, key);

  if (words != NULL)
    return lv_words_fill (words, state, base);
  return text != NULL ? lv_words_fill_text (text, state, base, NULL) : NULL;
}

/**
 * lv_chart_dup_title:
 *
 * Returns: (transfer full): the title, right for what the values do
 */
char *
lv_chart_dup_title (const LvChart *self, const LvState *state, const LvState *base)
{
  char *title = words_of (self, "title", state, base);

  return title != NULL ? title : g_strdup ("");
}

/* Those of the three that are not empty, with commas between. */
static char *
join (const char *a, const char *b, const char *c)
{
  const char *texts[] = { a, b, c };
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i][0] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", texts[i]);
  return g_string_free (out, FALSE);
}

/* Unit, price level and basis, as far as all series have the same.  Columns of a single series have
 * no legend, so its name goes before. */
static char *
generate_subtitle (const LvChart *self, const char *title)
{
  const char *label = lv_chart_track (self, 0)->label;
  gboolean is_named = self->tracks->len == 1 && g_strcmp0 (label, title) != 0;
  const LvPack *pack = lv_model_pack (self->model);
  g_autofree char *attributes = lv_text_attributes (pack, lv_chart_track (self, 0)->node);
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;

  for (guint i = 1; i < self->tracks->len; i++)
    {
      g_autofree char *own = lv_text_attributes (pack, lv_chart_track (self, i)->node);

      if (!g_str_equal (own, attributes))
        attributes[0] = '\0';
    }
  text = join (is_named ? label : "", lv_chart_is_plane (self) ? "" : self->unit->plural,
               attributes);
  if (text[0] == '\0')
    return NULL;
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* Finds what the series do not have in common, so that nobody takes them for alike. */
void
lv_chart_find_unlike (LvChart *self)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < self->tracks->len; i++)
    if (lv_chart_track (self, i)->node != NULL)
      g_ptr_array_add (nodes, (gpointer) lv_chart_track (self, i)->node);
  for (guint i = 0; i < self->references->len; i++)
    if (g_array_index (self->references, LvChartCell, i).node != NULL)
      g_ptr_array_add (nodes, (gpointer) g_array_index (self->references, LvChartCell, i).node);
  self->unlike = lv_unlike_text (self->model, nodes, lv_chart_is_plane (self));
}

static GPtrArray *
collect_notes (const LvChart *self, const LvState *state, const LvState *base)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) ids = lv_item_get_list (self->item, "notes");

  if (self->unlike != NULL)
    g_ptr_array_add (notes, g_strdup (self->unlike));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const LvItem *words
        = lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_WORDS, ids[i]);

      if (words != NULL)
        g_ptr_array_add (notes, lv_words_fill (words, state, base));
    }
  return notes;
}

/**
 * lv_chart_dup_notes:
 *
 * Returns: (transfer full): the notes as one paragraph; a card writes them under the picture
 */
char *
lv_chart_dup_notes (const LvChart *self, const LvState *state, const LvState *base)
{
  g_autoptr (GPtrArray) notes = collect_notes (self, state, base);

  g_ptr_array_add (notes, NULL);
  return g_strjoinv (" ", (char **) notes->pdata);
}

static char *
format_cb (double value, int decimals, gpointer user_data)
{
  return lv_number_format_da (value, decimals);
}

static LvFigureGood
good_of (const LvChart *chart)
{
  const char *good = lv_item_get (chart->item, "good");

  if (good == NULL)
    return LV_FIGURE_GOOD_UNKNOWN;
  return g_str_equal (good, "up") ? LV_FIGURE_GOOD_UP : LV_FIGURE_GOOD_DOWN;
}

/* @heading: (nullable): what stands above the picture already */
void
lv_chart_fill_texts (const LvChart *chart, LvFigure *figure, const LvState *state,
                     const LvState *base, const char *heading, int decimals)
{
  const char *language = lv_pack_head (lv_model_pack (chart->model), "language");
  g_autofree char *title = lv_chart_dup_title (chart, state, base);
  g_autofree char *subtitle = words_of (chart, "subtitle", state, base);

  if (g_strcmp0 (heading, title) != 0)
    lv_figure_set_title (figure, title);
  if (subtitle == NULL && chart->unit != NULL && chart->tracks->len > 0)
    subtitle = generate_subtitle (chart, title);
  lv_figure_set_subtitle (figure, subtitle);
  lv_figure_set_source (figure, chart->source);
  lv_figure_set_unit (figure, chart->unit != NULL ? chart->unit->plural : NULL,
                      decimals);
  lv_figure_set_language (figure, language != NULL ? language : "da");
  lv_figure_set_format (figure, format_cb, NULL, NULL);
  lv_figure_set_scenario_form (figure,
                               g_strcmp0 (lv_item_get (chart->item, "scenario"), "over") == 0
                                 ? LV_FIGURE_OVER
                                 : LV_FIGURE_BESIDE);
  lv_figure_set_good (figure, good_of (chart));
  lv_chart_set_words (figure, lv_model_pack (chart->model));
  if (chart->is_published)
    lv_figure_set_word (figure, LV_WORD_MISSING, lv_text_word (lv_model_pack (chart->model), "xl-not-stated", "ikke oplyst"));
  if (heading == NULL)
    {
      g_autoptr (GPtrArray) notes = collect_notes (chart, state, base);

      for (guint i = 0; i < notes->len; i++)
        lv_figure_add_note (figure, g_ptr_array_index (notes, i));
    }
}
