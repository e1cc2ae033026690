/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list and show: every value, a row each. */
#include "lv-cli.h"

#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

enum
{
  N_COLUMNS = 12
};

static const char *const names[N_COLUMNS] = {
  "id",          "kind",   "title",  "axis",  "member", "value", "unit",
  "price-level", "status", "source", "place", "basis",
};

/** One row; all owned. */
typedef struct
{
  char *text[N_COLUMNS];
  gboolean missing;
  gboolean is_number;
} Row;

static void
row_clear (Row *row)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (row->text[i]);
}

static char *
axes_of (const LvShape *shape)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < shape->n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ";" : "", shape->axis[i]->id);
  return g_string_free (out, FALSE);
}

static const char *
attribute_at (const LvNode *node, gsize cell, LvAttribute attribute)
{
  const LvSeries *series = lv_node_series (node);
  const LvCellInfo *info = series != NULL && series->info != NULL ? series->info[cell] : NULL;

  if (info != NULL && info->attributes.value[attribute] != NULL)
    return info->attributes.value[attribute];
  return lv_node_attributes (node)->value[attribute];
}

static void
tell_source (const LvNode *node, gsize cell, const char **source, const char **place)
{
  const LvSeries *series = lv_node_series (node);
  const LvParameter *parameter = lv_node_parameter (node);
  const LvCellInfo *info = series != NULL && series->info != NULL ? series->info[cell] : NULL;

  *source = series != NULL ? series->source : parameter != NULL ? parameter->source : NULL;
  *place = series != NULL ? series->place : parameter != NULL ? parameter->place : NULL;
  if (info != NULL && info->source != NULL)
    *source = info->source;
  if (info != NULL && info->place != NULL)
    *place = info->place;
}

/* A number of JSON has one form, whatever was asked for. */
static char *
value_text (const LvCli *self, const LvNode *node, double value)
{
  char buffer[LV_NUMBER_BUFFER];

  if (g_strcmp0 (self->format, "json") != 0 || !lv_cli_is_number (node))
    return lv_cli_value (self, node, value);
  return g_strdup (isnan (value) ? "" : lv_number_format_c (value, buffer));
}

static void
row_init (Row *row, const LvCli *self, const LvNode *node, gsize cell)
{
  LvValue value = lv_state_get (self->state, node, cell);
  const LvShape *shape = lv_node_shape (node);
  const LvItem *item = lv_node_item (node);
  const char *source;
  const char *place;

  tell_source (node, cell, &source, &place);
  row->text[0] = g_strdup (lv_node_id (node));
  row->text[1] = g_strdup (item != NULL ? lv_kind_name (item->kind) : "");
  row->text[2] = g_strdup (lv_node_title (node));
  row->text[3] = axes_of (shape);
  row->text[4] = lv_shape_cell_name (shape, cell);
  row->text[5] = value_text (self, node, value.number);
  row->text[6] = g_strdup (lv_node_unit (node)->text);
  row->text[7] = g_strdup (attribute_at (node, cell, LV_ATTRIBUTE_PRICE_LEVEL));
  row->text[8] = g_strconcat (lv_status_name (value.status), value.marked ? "+marked" : "", NULL);
  row->text[9] = g_strdup (source);
  row->text[10] = g_strdup (place);
  row->text[11] = g_strdup (attribute_at (node, cell, LV_ATTRIBUTE_BASIS));
  row->is_number = lv_cli_is_number (node);
  row->missing = row->text[5][0] == '\0';
}

static void
print_csv (const Row *row)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const char *text = row->text[i] != NULL ? row->text[i] : "";

      lv_cli_print ("%s", i > 0 ? "," : "");
      if (strpbrk (text, ",\"\n") != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
          g_autofree char *doubled = g_strjoinv ("\"\"", parts);

          lv_cli_print ("\"%s\"", doubled);
        }
      else
        lv_cli_print ("%s", text);
    }
  lv_cli_print ("\n");
}

static void
print_json_string (const char *text)
{
  lv_cli_print ("\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        lv_cli_print ("\\%c", *p);
      else if ((guchar) *p < 0x20)
        lv_cli_print ("\\u%04x", (guint) *p);
      else
        lv_cli_print ("%c", *p);
    }
  lv_cli_print ("\"");
}

static void
print_json (const Row *row, gboolean first)
{
  lv_cli_print ("%s\n{", first ? "" : ",");
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      lv_cli_print ("%s\"%s\":", i > 0 ? "," : "", names[i]);
      if (i == 5 && (row->missing || row->text[i] == NULL))
        lv_cli_print ("null");
      else if (i == 5 && row->is_number)
        lv_cli_print ("%s", row->text[i]);
      else if (row->text[i] == NULL)
        lv_cli_print ("null");
      else
        print_json_string (row->text[i]);
    }
  lv_cli_print ("}");
}

static void
print_text (const Row *row)
{
  lv_cli_print ("%-40s %-12s %12s %-14s %s\n", row->text[0], row->text[4],
           row->missing ? "?" : row->text[5], row->text[6], row->text[8]);
}

static void
print_row (const LvCli *self, const char *format, const LvNode *node, gsize cell, gboolean *first)
{
  Row row = { 0 };

  row_init (&row, self, node, cell);
  if (strcmp (format, "csv") == 0)
    print_csv (&row);
  else if (strcmp (format, "json") == 0)
    print_json (&row, *first);
  else
    print_text (&row);
  *first = FALSE;
  row_clear (&row);
}

static void
print_header (void)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    lv_cli_print ("%s%s", i > 0 ? "," : "", names[i]);
  lv_cli_print ("\n");
}

/** list: every value of the model, absent cells left out. */
int
lv_cli_list (LvCli *self)
{
  const char *format = self->format != NULL ? self->format : "text";
  gboolean first = TRUE;

  if (strcmp (format, "csv") == 0)
    print_header ();
  if (strcmp (format, "json") == 0)
    lv_cli_print ("[");
  for (guint i = 0; i < lv_model_n_nodes (self->model); i++)
    {
      const LvNode *node = lv_model_node (self->model, i);
      gsize cells = lv_shape_cells (lv_node_shape (node));

      for (gsize cell = 0; !lv_node_is_hidden (node) && cell < cells; cell++)
        if (lv_node_present (self->model, node, cell))
          print_row (self, format, node, cell, &first);
    }
  if (strcmp (format, "json") == 0)
    lv_cli_print ("\n]\n");
  return LV_EXIT_OK;
}

static void
show_entries (const LvItem *item)
{
  g_autofree char *group = lv_item_group (item);

  lv_cli_print ("[%s] %s:%u\n", group, item->file, item->line);
  for (guint i = 0; i < item->entries->len; i++)
    {
      const LvEntry *entry = &g_array_index (item->entries, LvEntry, i);

      lv_cli_print ("%s%s%s=%s\n", entry->key,
               entry->argument == NULL ? "" : item->kind == LV_KIND_SCENARIO ? " " : "@",
               entry->argument != NULL ? entry->argument : "", entry->value);
    }
}

/* Axes and units have ids of their own; what else is called so comes first. */
static const LvItem *
find_item (const LvPack *pack, const char *id)
{
  const LvItem *item = lv_pack_find (pack, id);

  if (item == NULL)
    item = lv_pack_find_kind (pack, LV_KIND_AXIS, id);
  return item != NULL ? item : lv_pack_find_kind (pack, LV_KIND_UNIT, id);
}

/** show ID: the group as the pack says it, and its values. */
int
lv_cli_show (LvCli *self)
{
  const char *id = g_ptr_array_index (self->words, 1);
  const LvItem *item = find_item (lv_model_pack (self->model), id);
  const LvNode *node = lv_model_find (self->model, id);
  gboolean first = TRUE;

  if (item == NULL)
    {
      lv_cli_error (_ ("there is nothing called “%s”"), id);
      return LV_EXIT_USAGE;
    }
  show_entries (item);
  for (gsize cell = 0; node != NULL && cell < lv_shape_cells (lv_node_shape (node)); cell++)
    if (lv_node_present (self->model, node, cell))
      print_row (self, "text", node, cell, &first);
  return LV_EXIT_OK;
}
