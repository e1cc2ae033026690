/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-cli.h"

#include "lv-export-set.h"
#include "lv-import.h"
#include "lv-request.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const kinds[] = { "figure", "change", "knob" };

static const char *const reasons[] = { "unknown", "ambiguous", "member", "number", "unit",
                                       "range",   "twice",     "read-only", "error" };

static char *
cell_name (const LvImportDifference *difference)
{
  g_autofree char *members = lv_shape_cell_name (lv_node_shape (difference->node), difference->cell);

  return members[0] != '\0' ? g_strdup_printf ("%s@%s", lv_node_id (difference->node), members)
                            : g_strdup (lv_node_id (difference->node));
}

static char *
value_or_missing (const LvCli *self, const LvNode *node, double value)
{
  if (isnan (value))
    return g_strdup ("?");
  if (lv_node_is_switch (node))
    return g_strdup (value != 0 ? "on" : "off");
  return lv_cli_value (self, node, value);
}

static char *
place_name (guint row, guint column)
{
  g_autofree char *letters = lv_data_column_name (column);

  return g_strdup_printf ("%s%u", letters, row + 1);
}

static void
print_difference (const LvCli *self, const LvImportDifference *difference)
{
  g_autofree char *name = cell_name (difference);
  g_autofree char *old = value_or_missing (self, difference->node, difference->old.number);
  g_autofree char *value = value_or_missing (self, difference->node, difference->value);
  g_autofree char *place = place_name (difference->row, difference->column);

  lv_cli_print ("%-6s %-6s %s: %s (%s) -> %s%s\n", place, kinds[difference->kind], name, old,
                lv_status_name (difference->old.status), value, difference->confirms ? " confirmed" : "");
}

static void
print_proposal (const LvCli *self, const LvProposal *proposal)
{
  for (guint i = 0; i < proposal->differences->len; i++)
    print_difference (self, &g_array_index (proposal->differences, LvImportDifference, i));
  for (guint i = 0; i < proposal->bad->len; i++)
    {
      const LvImportBad *bad = &g_array_index (proposal->bad, LvImportBad, i);
      g_autofree char *place = place_name (bad->row, bad->column);

      lv_cli_print ("%-6s bad    %s\n", place, reasons[bad->reason]);
    }
  lv_cli_print ("%u differences, %u bad, %u the same\n", proposal->differences->len, proposal->n_bad,
                proposal->n_same);
}

static LvMapping *
find_mapping (const LvCli *self, const LvSheetData *data, GError **error)
{
  if (self->mapping != NULL)
    return lv_mapping_parse (self->model, self->mapping, error);
  return lv_mapping_guess (self->model, data, lv_mapping_guess_sheet (self->model, data));
}

/* Says how the file was understood, in the form that --mapping takes, and what it would change. */
static LvProposal *
propose (const LvCli *self, const LvSheetData *data, const LvTextForm *form, GError **error)
{
  g_autoptr (LvMapping) mapping = NULL;
  g_autofree char *form_text = lv_text_form_to_string (form);
  g_autofree char *text = NULL;

  if (form_text[0] != '\0')
    lv_cli_print ("text-form %s%s\n", form_text, form->uncertain ? " uncertain" : "");
  if (self->mapping == NULL && lv_import_is_workbook (self->model, data))
    {
      LvProposal *proposal = lv_import_propose_workbook (self->state, data, error);

      if (proposal != NULL)
        lv_cli_print ("workbook %s\n", lv_sheet_data_sheet (data, proposal->sheet)->name);
      return proposal;
    }
  mapping = find_mapping (self, data, error);
  if (mapping == NULL)
    return NULL;
  text = lv_mapping_to_string (mapping);
  lv_cli_print ("mapping %s\n", text);
  return lv_import_propose (self->state, data, mapping, error);
}

/* In the user's language, so they do not stand among the results. */
static void
print_reasons (const LvProposal *proposal)
{
  for (guint i = 0; i < proposal->bad->len; i++)
    {
      const LvImportBad *bad = &g_array_index (proposal->bad, LvImportBad, i);
      g_autofree char *place = place_name (bad->row, bad->column);

      lv_cli_error ("%s: %s", place, bad->text);
    }
}

/** import FILE: what a file would change; 1 when a row of it can't be taken. */
int
lv_cli_import (LvCli *self)
{
  LvTextForm wanted = { 0 };
  LvTextForm used;
  g_autoptr (GError) error = NULL;
  g_autoptr (LvSheetData) data = NULL;
  g_autoptr (LvProposal) proposal = NULL;

  if (self->text_form != NULL && !lv_text_form_parse (self->text_form, &wanted))
    {
      lv_cli_error (_ ("“%s” is no form of text; expected words such as semicolon,decimal-comma,utf-8"),
                    self->text_form);
      return LV_EXIT_USAGE;
    }
  data = lv_import_read (g_ptr_array_index (self->words, 1), &wanted, &used, &error);
  if (data != NULL)
    proposal = propose (self, data, &used, &error);
  if (proposal == NULL)
    {
      lv_cli_error ("%s", error->message);
      return error->code == LV_IMPORT_ERROR_MAPPING && self->mapping != NULL ? LV_EXIT_USAGE : LV_EXIT_DATA;
    }
  print_proposal (self, proposal);
  print_reasons (proposal);
  return proposal->n_bad > 0 ? LV_EXIT_DATA : LV_EXIT_OK;
}

/* --what names series and parameters, or pages: all that their cards are made of. */
static GPtrArray *
find_nodes (const LvCli *self)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  for (guint i = 0; i < self->what->len; i++)
    {
      const char *id = g_ptr_array_index (self->what, i);
      LvItem *page = lv_pack_find_kind (lv_model_pack (self->model), LV_KIND_PAGE, id);
      LvNode *node = lv_model_find (self->model, id);
      g_autoptr (GPtrArray) of_page = page != NULL ? lv_request_page_nodes (self->model, page) : NULL;

      if (node != NULL && lv_request_can_ask (node))
        g_ptr_array_add (nodes, node);
      else if (of_page != NULL)
        g_ptr_array_extend (nodes, of_page, NULL, NULL);
      else
        {
          lv_cli_error (_ ("“%s” is neither a page nor a series or parameter that can be asked for"), id);
          return NULL;
        }
    }
  return g_steal_pointer (&nodes);
}

/** form FILE: writes the form of everything that is missing or assumed; template FILE: of every figure. */
int
lv_cli_form (LvCli *self)
{
  g_autoptr (LvState) base = lv_state_new (self->model);
  g_autoptr (GError) error = NULL;
  const char *path = g_ptr_array_index (self->words, 1);
  LvExportOptions date = { 0 };
  g_autoptr (GPtrArray) nodes = NULL;
  LvRequestOptions options;

  if (!lv_cli_read_date (self, &date) || (nodes = find_nodes (self)) == NULL)
    return LV_EXIT_USAGE;
  options = (LvRequestOptions){ date.year, date.month, date.day, self->what->len > 0 ? nodes : NULL,
                                strcmp (g_ptr_array_index (self->words, 0), "template") == 0 };
  if (!lv_request_write (base, path, &options, &error))
    {
      lv_cli_error ("%s", error->message);
      return LV_EXIT_DATA;
    }
  lv_cli_print ("%s\n", path);
  return LV_EXIT_OK;
}
