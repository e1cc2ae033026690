/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-plan-place.h"

G_BEGIN_DECLS

/**
 * LvForm:
 * @sheet: the sheet whose formulas are written; references to it have no sheet name
 *
 * Writes the formulas of a workbook.
 */
typedef struct
{
  LvPlan *plan;
  LvCalcSheet sheet;
} LvForm;

char *lv_form_cell (LvForm *self, guint slot, gsize cell, const LvOp *op, guint index)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_form_append (const LvForm *self, guint slot, gsize cell, GString *out);
char *lv_form_reference (const LvForm *self, guint slot, gsize cell) G_GNUC_WARN_UNUSED_RESULT;

/* Shared by the two halves of the writer. */

/** How tightly the text around binds: 0 an argument, 10 needs an atom. */
enum
{
  LV_AROUND_ARGUMENT = 0,
  LV_AROUND_SUM = 5,
  LV_AROUND_PRODUCT = 6,
  LV_AROUND_ATOM = 10,
};

void lv_form_slot (LvForm *self, guint slot, guint32 cell, guint around, gboolean truth, GString *out);
void lv_form_list (LvForm *self, const LvOp *op, guint index, guint around, GString *out);
gboolean lv_form_is_list (const LvOp *op);
void lv_form_at (const LvForm *self, LvCalcSheet sheet, guint row, guint column, GString *out);
void lv_form_number (double number, guint around, GString *out);

/**
 * LvFormLine:
 * @rows, @columns: of each cell, -1 where it is absent
 * @along_rows: the cells lie below each other
 * @stride: cells per step; 0 when they are not evenly spaced
 *
 * The cells that a reduction looks at, in a line of the sheet.
 */
typedef struct
{
  LvCalcSheet sheet;
  guint n;
  int *at;
  int across;
  gboolean along_rows;
  int first, last;
  int stride;
  gboolean whole; /* nothing else lies between */
} LvFormLine;

void lv_form_line_init (LvFormLine *self, const LvForm *form, guint slot, gboolean clean,
                        const guint32 *cells, guint n);
void lv_form_line_clear (LvFormLine *self);
void lv_form_line_areas (const LvFormLine *self, const LvForm *form, const char *before,
                         const char *after, const char *between, GString *out);
void lv_form_line_index (const LvFormLine *self, const LvForm *form, const char *number, GString *out);
int lv_form_line_run (const LvFormLine *self, int *at);
void lv_form_line_part (const LvFormLine *self, const LvForm *form, int from, int to, GString *out);
void lv_form_line_range (const LvFormLine *self, const LvForm *form, GString *out);
void lv_form_line_one (const LvFormLine *self, const LvForm *form, int at, GString *out);

G_END_DECLS
