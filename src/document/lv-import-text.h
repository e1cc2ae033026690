/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-import-data.h"

G_BEGIN_DECLS

typedef enum
{
  LV_DECIMAL_DETECT,
  LV_DECIMAL_COMMA, /* 1.234,5 */
  LV_DECIMAL_POINT, /* 1,234.5 */
} LvDecimal;

typedef enum
{
  LV_ENCODING_DETECT,
  LV_ENCODING_UTF8,
  LV_ENCODING_WINDOWS_1252,
  LV_ENCODING_UTF16, /* by its byte order mark; what spreadsheets call Unicode text */
} LvEncoding;

/**
 * LvTextForm:
 * @delimiter: ';', ',' or a tab; 0 is detect
 * @uncertain: of what was detected: the file holds numbers such as 1.234 only, which another reader
 *   could take for another number
 *
 * How a text file is written.
 */
typedef struct
{
  char delimiter;
  LvDecimal decimal;
  LvEncoding encoding;
  gboolean uncertain;
} LvTextForm;

LvSheetData *lv_import_text (const char *bytes, gsize length, const char *file,
                             const LvTextForm *wanted, LvTextForm *used, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_text_form_parse (const char *text, LvTextForm *form);
char *lv_text_form_to_string (const LvTextForm *form) G_GNUC_WARN_UNUSED_RESULT;

/** Is told a field of a text: @text is not ended. Returning %FALSE ends the reading. */
typedef gboolean (*LvFieldFunc) (guint row, guint column, const char *text, gsize length, gpointer data);

/* lv-import-fields.c: text to fields */
gboolean lv_import_fields (const char *text, char delimiter, LvFieldFunc field, gpointer data,
                           guint *row, guint *column);
char lv_import_find_delimiter (const char *text);
/* lv-import-decode.c: bytes to UTF-8 */
char *lv_import_decode (const char *bytes, gsize length, LvEncoding *encoding, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* lv-import-number.c: what a text means */
gboolean lv_import_number (const char *text, LvDecimal decimal, double *value, const char **suffix);
/** Bytes of a day in words. */
#define LV_DATE_BUFFER 16

gboolean lv_import_is_error (const char *text);
gboolean lv_import_date (const char *text, GDate *date);
void lv_import_format_date (const GDate *date, char buffer[LV_DATE_BUFFER]);
void lv_import_weigh_decimal (const char *text, guint *comma, guint *point, guint *either);

G_END_DECLS
