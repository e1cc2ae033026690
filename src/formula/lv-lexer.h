/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LV_TOKEN_END,
  LV_TOKEN_NUMBER,
  LV_TOKEN_ID,
  LV_TOKEN_STRING,
  LV_TOKEN_SIGN, /* one of the operators, brackets, comma */
  LV_TOKEN_WRONG,
} LvTokenKind;

/**
 * LvToken:
 * @start: byte offset
 * @length: in bytes; a string's with its quotes
 * @space_before, @space_after: whether white space touches it
 */
typedef struct
{
  LvTokenKind kind;
  guint start;
  guint length;
  gboolean space_before;
  gboolean space_after;
} LvToken;

LvToken lv_lexer_next (const char *text, guint from);

G_END_DECLS
