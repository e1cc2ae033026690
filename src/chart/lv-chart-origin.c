/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What kind of number each one is (accounts, budget, forecast), and which sources they come from.
 *
 * A published number says its kind itself: its cell, else its series.  A formula may say one; a
 * formula that does not is what it is made of: with anything forecast under it, it is a forecast,
 * else with anything budgeted a budget, else accounts.  Assumptions have no kind.  What stands inside
 * change() or measures() adds nothing to the grundprognose, so it neither has a say nor is a source. */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-chart-private.h"
#include "lv-explain.h"
#include "lv-text.h"

#include <string.h>

/* A source, and every place in it that the chart draws from. */
typedef struct {
  const char *id;
  GPtrArray *places;            /* (owned): borrowed strings, each once */
} Origin;

typedef struct {
  LvChart *chart;
  const LvState *base;
  GHashTable *known;            /* (owned): cell of a node -> its period */
  GArray *origins;              /* (owned): Origin */
} Search;

guint
lv_chart_cell_hash (gconstpointer key)
{
  const LvChartCell *at = key;

  return g_direct_hash (at->node) ^ (guint) at->cell * 2654435761u;
}

gboolean
lv_chart_cell_equal (gconstpointer a, gconstpointer b)
{
  const LvChartCell *left = a;
  const LvChartCell *right = b;

  return left->node == right->node && left->cell == right->cell;
}

static void
clear_origin (gpointer data)
{
  g_ptr_array_unref (((Origin *) data)->places);
}

static void
add_origin (Search *self, const char *id, const char *place)
{
  Origin origin = { id, NULL };
  guint i = 0;

  if (id == NULL || id[0] == '\0')
    return;
  while (i < self->origins->len && !g_str_equal (g_array_index (self->origins, Origin, i).id, id))
    i++;
  if (i == self->origins->len)
    {
      origin.places = g_ptr_array_new ();
      g_array_append_val (self->origins, origin);
    }
  if (place == NULL)
    place = "";
  if (!g_ptr_array_find_with_equal_func (g_array_index (self->origins, Origin, i).places, place,
                                         g_str_equal, NULL))
    g_ptr_array_add (g_array_index (self->origins, Origin, i).places, (gpointer) place);
}

static LvFigurePeriod
period_of_kind (const char *kind)
{
  static const struct { const char *kind; LvFigurePeriod period; } table[] = {
    { "regnskab", LV_FIGURE_PERIOD_ACCOUNTS },
    { "vedtaget-budget", LV_FIGURE_PERIOD_BUDGET },
    { "korrigeret-budget", LV_FIGURE_PERIOD_BUDGET },
    { "forventet-regnskab", LV_FIGURE_PERIOD_FORECAST },
    { "prognose", LV_FIGURE_PERIOD_FORECAST },
  };

  for (gsize i = 0; kind != NULL && i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].kind, kind))
      return table[i].period;
  return LV_FIGURE_PERIOD_NONE;
}

static const LvCellInfo *
info_of (const LvSeries *series, gsize cell)
{
  return series->info != NULL ? series->info[cell] : NULL;
}

static LvFigurePeriod
visit_series (Search *self, const LvNode *node, gsize cell)
{
  const LvSeries *series = lv_node_series (node);
  const LvCellInfo *info = info_of (series, cell);
  const char *kind = lv_node_attributes (node)->value[LV_ATTRIBUTE_KIND];

  if (info != NULL && info->attributes.value[LV_ATTRIBUTE_KIND] != NULL)
    kind = info->attributes.value[LV_ATTRIBUTE_KIND];
  add_origin (self, info != NULL && info->source != NULL ? info->source : series->source,
              info != NULL && info->place != NULL ? info->place : series->place);
  return period_of_kind (kind);
}

static LvFigurePeriod visit (Search *self, const LvNode *node, gsize cell);

/* The periods are in the order of how uncertain they are. */
static LvFigurePeriod
visit_formula (Search *self, const LvNode *node, gsize cell)
{
  g_autoptr (LvExplanation) why = lv_explain_operands (self->base, node, cell);
  const LvItem *item = lv_node_item (node);
  const char *kind = item != NULL && item->kind == LV_KIND_FORMULA ? lv_item_get (item, "kind")
                                                                   : NULL;
  LvFigurePeriod period = LV_FIGURE_PERIOD_NONE;

  for (guint i = 0; i < why->parts->len; i++)
    {
      const LvExplanation *part = g_ptr_array_index (why->parts, i);

      if (!part->changes)
        period = MAX (period, visit (self, part->node, part->cell));
    }
  return kind != NULL ? period_of_kind (kind) : period;
}

/* Each cell is looked at once, however many ways lead to it. */
static LvFigurePeriod
visit (Search *self, const LvNode *node, gsize cell)
{
  LvChartCell key = { node, cell };
  gpointer known = NULL;
  LvFigurePeriod period = LV_FIGURE_PERIOD_NONE;

  if (g_hash_table_lookup_extended (self->known, &key, NULL, &known))
    return (LvFigurePeriod) GPOINTER_TO_INT (known);
  /* A loop along the years comes back to cells that are being looked at: they add nothing. */
  g_hash_table_insert (self->known, g_memdup2 (&key, sizeof key), NULL);
  if (lv_node_series (node) != NULL)
    period = visit_series (self, node, cell);
  else if (!lv_node_is_input (node) && lv_node_is_sourced (node))
    period = visit_formula (self, node, cell);
  g_hash_table_insert (self->known, g_memdup2 (&key, sizeof key), GINT_TO_POINTER ((int) period));
  return period;
}

/* Periods */

static LvFigurePeriod
period_at (Search *self, guint track, guint column)
{
  const LvChartCell *at = lv_chart_cell (lv_chart_track (self->chart, track), column);

  return at->node != NULL ? visit (self, at->node, at->cell) : LV_FIGURE_PERIOD_NONE;
}

/* TRUE if all numbers of the track are of one kind, which is then in @period. */
static gboolean
is_constant (Search *self, guint track, LvFigurePeriod *period)
{
  gboolean any = FALSE;

  for (guint c = 0; c < self->chart->columns->len; c++)
    {
      LvFigurePeriod own;

      if (lv_chart_cell (lv_chart_track (self->chart, track), c)->node == NULL)
        continue;
      own = period_at (self, track, c);
      if (any && own != *period)
        return FALSE;
      *period = own;
      any = TRUE;
    }
  return any;
}

/* A column is what its least certain number is; a track of one kind throughout that is another
 * one than its columns keeps its own (the adopted budget beside a forecast). */
static void
set_periods (Search *self)
{
  gboolean named = self->chart->axis == NULL || self->chart->axis->kind == LV_AXIS_NAMED;

  for (guint t = 0; t < self->chart->tracks->len; t++)
    for (guint c = 0; c < self->chart->columns->len; c++)
      {
        LvFigurePeriod own = period_at (self, t, c);

        /* Names do not part into years of accounts and of forecast. */
        if (!named)
          lv_chart_column (self->chart, c)->period
            = MAX (lv_chart_column (self->chart, c)->period, own);
      }
  for (guint t = 0; t < self->chart->tracks->len; t++)
    {
      LvFigurePeriod period = LV_FIGURE_PERIOD_NONE;
      gboolean differs = FALSE;

      if (!is_constant (self, t, &period))
        continue;
      for (guint c = 0; c < self->chart->columns->len; c++)
        differs = differs || lv_chart_column (self->chart, c)->period != period;
      if (differs)
        lv_chart_track (self->chart, t)->period = period;
    }
}

/* The source line */

static void
append_source (const LvPack *pack, const char *id, GString *out)
{
  const LvItem *item = lv_pack_find_kind (pack, LV_KIND_SOURCE, id);
  const char *publisher = item != NULL ? lv_item_get (item, "publisher") : NULL;
  const char *date = item != NULL ? lv_item_get (item, "date") : NULL;

  g_string_append (out, item != NULL && item->title != NULL ? item->title : id);
  if (publisher != NULL)
    g_string_append_printf (out, ", %s%s%.4s", publisher, date != NULL ? " " : "",
                            date != NULL ? date : "");
}

/* What all places begin with: "Bilag 1, tabellen". */
static char *
common_place (const GPtrArray *places)
{
  g_auto (GStrv) common = g_strsplit (g_ptr_array_index (places, 0), ", ", -1);

  for (guint i = 1; i < places->len; i++)
    {
      g_auto (GStrv) own = g_strsplit (g_ptr_array_index (places, i), ", ", -1);

      for (guint k = 0; common[k] != NULL; k++)
        if (own[k] == NULL || !g_str_equal (own[k], common[k]))
          {
            for (guint rest = k; common[rest] != NULL; rest++)
              g_clear_pointer (&common[rest], g_free);
            break;
          }
    }
  return g_strjoinv (", ", common);
}

static char *
fill_source (const LvPack *pack, const char *text)
{
  const char *pattern = lv_text_word (pack, "chart-source", "Kilde: {1}.");
  g_auto (GStrv) parts = g_strsplit (pattern, "{1}", 2);

  return g_strconcat (parts[0], text, parts[0] != NULL ? parts[1] : NULL, NULL);
}

static void
set_source (Search *self)
{
  const LvPack *pack = lv_model_pack (self->chart->model);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->origins->len; i++)
    {
      const Origin *origin = &g_array_index (self->origins, Origin, i);
      g_autofree char *place = common_place (origin->places);

      if (out->len > 0)
        g_string_append (out, "; ");
      append_source (pack, origin->id, out);
      if (place[0] != '\0')
        g_string_append_printf (out, ", %s", place);
    }
  if (out->len > 0)
    self->chart->source = fill_source (pack, out->str);
}

/* Fills in the periods and the source line. */
void
lv_chart_find_origin (LvChart *self, const LvState *base)
{
  Search search = { self, base, NULL, NULL };

  search.known = g_hash_table_new_full (lv_chart_cell_hash, lv_chart_cell_equal, g_free, NULL);
  search.origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  g_array_set_clear_func (search.origins, clear_origin);
  if (self->flow != NULL)
    add_origin (&search, lv_item_get (self->flow->item, "source"),
                lv_item_get (self->flow->item, "place"));
  set_periods (&search);
  for (guint i = 0; i < self->references->len; i++)
    {
      const LvChartCell *at = &g_array_index (self->references, LvChartCell, i);

      visit (&search, at->node, at->cell);
    }
  set_source (&search);
  g_array_unref (search.origins);
  g_hash_table_unref (search.known);
}

/* Fills in the source line of a timeline: where its actions are printed. */
void
lv_chart_find_action_origin (LvChart *self)
{
  Search search = { .chart = self };

  search.origins = g_array_new (FALSE, FALSE, sizeof (Origin));
  g_array_set_clear_func (search.origins, clear_origin);
  for (guint i = 0; i < self->actions->len; i++)
    {
      const LvItem *action = g_ptr_array_index (self->actions, i);

      add_origin (&search, lv_item_get (action, "source"), lv_item_get (action, "place"));
    }
  set_source (&search);
  g_array_unref (search.origins);
}

/* Returns: (transfer full) (nullable): "Title, publisher year, place" */
char *
lv_chart_dup_source_name (const LvPack *pack, const char *source, const char *place)
{
  GString *out;

  if (source == NULL || source[0] == '\0')
    return NULL;
  out = g_string_new (NULL);
  append_source (pack, source, out);
  if (place != NULL && place[0] != '\0')
    g_string_append_printf (out, ", %s", place);
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full) (nullable): title and place of where a single number is printed */
char *
lv_chart_dup_source_of (const LvPack *pack, const LvNode *node, gsize cell)
{
  const LvSeries *series = lv_node_series (node);
  const LvParameter *parameter = lv_node_parameter (node);
  const LvCellInfo *info = series != NULL ? info_of (series, cell) : NULL;
  const char *source = series != NULL ? series->source : parameter != NULL ? parameter->source
                                                                            : NULL;
  const char *place = series != NULL ? series->place : parameter != NULL ? parameter->place : NULL;

  if (info != NULL && info->source != NULL)
    source = info->source;
  if (info != NULL && info->place != NULL)
    place = info->place;
  return lv_chart_dup_source_name (pack, source, place);
}
