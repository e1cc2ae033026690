/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-workbook.h"

#include <locale.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/** Of all cells, and what columns are measured in. */
#define LV_WORKBOOK_FONT "Arial"

/** Most decimals that a number format shows. */
#define LV_MAX_DECIMALS 6

/** A text that wraps, to find the height of its row. */
typedef struct
{
  LvCellPlace at;
  char *text; /* (owned) */
  gboolean bold;
  gboolean heading;
} LvTextSize;

struct _LvWorkbook
{
  lxw_workbook *book;  /* (owned) until it is closed */
  char *path;          /* (owned) (nullable) */
  int fd;              /* what the library writes to, in memory */
  char *heading;       /* (owned) (nullable): name of the style of titles */
  char *language;      /* (owned) (nullable) */
  char *temporary;     /* (owned): its name */
  locale_t locale;     /* (owned) C numbers */
  GPtrArray *sheets;   /* lxw_worksheet */
  GPtrArray *refs;     /* (owned) char: names as formulas write them */
  GPtrArray *names;    /* (owned) char */
  GHashTable *taken;   /* (owned) */
  lxw_format *formats[LV_N_STYLES][LV_MAX_DECIMALS + 2];
  GArray *texts;       /* (owned) LvTextSize: what may need several lines */
  GHashTable *widths;  /* (owned) sheet and column -> width in characters */
  GError *error;       /* (owned) the first fault */
};

lxw_worksheet *lv_workbook_begin (LvWorkbook *self, guint sheet, locale_t *before);
void lv_workbook_end (LvWorkbook *self, locale_t before, lxw_error code, const char *what);
gboolean lv_workbook_text_ok (LvWorkbook *self, const char *text);
lxw_format *lv_workbook_format (LvWorkbook *self, LvStyle style, int decimals);

gpointer lv_workbook_column_key (guint sheet, guint column);
void lv_text_size_clear (gpointer data);
void lv_workbook_note_text (LvWorkbook *self, LvCellPlace at, const char *text, LvStyle style);
void lv_workbook_set_heights (LvWorkbook *self);

GBytes *lv_workbook_finish (const LvWorkbook *self, GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
