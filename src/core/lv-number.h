/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers in text. Nothing here looks at the locale: packs, documents and the command line use the C
 * form, the window and the attachments the Danish one, in every locale. */

/** Bytes that hold any number of lv_number_format_c(). */
#define LV_NUMBER_BUFFER 32

gboolean lv_number_parse_c (const char *text, double *value);
gboolean lv_number_parse_da (const char *text, double *value);
char *lv_number_format_c (double value, char buffer[LV_NUMBER_BUFFER]);
char *lv_number_format_da (double value, int decimals) G_GNUC_WARN_UNUSED_RESULT;
double lv_number_round (double value);
gboolean lv_number_equal (double left, double right);

G_END_DECLS
