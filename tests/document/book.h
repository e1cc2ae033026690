/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-data.h"

G_BEGIN_DECLS

/* What the tests of reading files in share: workbooks made of texts, sheets shown as lines. */

/** A part of a workbook on its way. */
typedef struct
{
  const char *name;
  const char *text;
  gssize length; /* -1: it ends with a NUL */
} BookPart;

GBytes *book_zip (const BookPart *parts, guint n_parts) G_GNUC_WARN_UNUSED_RESULT;
GBytes *book_of_sheet (const char *rows) G_GNUC_WARN_UNUSED_RESULT;
GBytes *book_with (const char *name, const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *book_show (const LvDataSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
