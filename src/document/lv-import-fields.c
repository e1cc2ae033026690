/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text to fields, as RFC 4180 has it, with any delimiter: quoted fields may hold delimiters, line ends
 * and doubled quotes. Lines end with LF, CR LF or CR. */
#include "lv-import-text.h"

#include <string.h>

/** One way through a text. */
typedef struct
{
  const char *p;
  char delimiter;
  GString *field;
} Fields;

static gboolean
ends_field (const Fields *self)
{
  return *self->p == '\0' || *self->p == self->delimiter || *self->p == '\n' || *self->p == '\r';
}

/* Returns: FALSE when the quote is never closed. */
static gboolean
take_quoted (Fields *self)
{
  for (self->p++; *self->p != '\0'; self->p++)
    {
      if (*self->p == '"' && self->p[1] == '"')
        self->p++;
      else if (*self->p == '"')
        {
          self->p++;
          return TRUE;
        }
      g_string_append_c (self->field, *self->p);
    }
  return FALSE;
}

/* What stands behind a closing quote belongs to the field, as spreadsheets have it. */
static gboolean
take_field (Fields *self)
{
  const char *start;

  g_string_truncate (self->field, 0);
  if (*self->p == '"' && !take_quoted (self))
    return FALSE;
  start = self->p;
  while (!ends_field (self))
    self->p++;
  g_string_append_len (self->field, start, self->p - start);
  return TRUE;
}

/**
 * lv_import_fields:
 * @text: UTF-8
 * @field: is called for each field
 * @row, @column: (out): where a quote is opened that nobody closes, or where @field said stop
 *
 * Returns: %FALSE when it ended before the text did
 */
gboolean
lv_import_fields (const char *text, char delimiter, LvFieldFunc field, gpointer data, guint *row,
                  guint *column)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  Fields self = { .p = text, .delimiter = delimiter, .field = buffer };

  *row = *column = 0;
  while (*self.p != '\0')
    {
      if (!take_field (&self) || !field (*row, *column, buffer->str, buffer->len, data))
        return FALSE;
      if (*self.p == delimiter)
        {
          self.p++;
          *column += 1;
          continue;
        }
      if (*self.p == '\r' && self.p[1] == '\n')
        self.p++;
      if (*self.p != '\0')
        self.p++;
      *row += 1;
      *column = 0;
    }
  return TRUE;
}

/* Lines that are looked at to find the delimiter. */
#define LOOK_ROWS 200

/** Fields per row; @bare rows have nothing but figures in theirs. */
typedef struct
{
  guint fields[LOOK_ROWS];
  gboolean bare[LOOK_ROWS];
  guint rows;
  char delimiter;
} Look;

static gboolean
look_cb (guint row, guint column, const char *text, gsize length, gpointer data)
{
  Look *look = data;

  if (row >= LOOK_ROWS)
    return FALSE;
  look->bare[row] = (column == 0 || look->bare[row]) && length > 0
                    && strspn (text, "-.0123456789") == length;
  look->fields[row] = column + 1;
  look->rows = row + 1;
  return TRUE;
}

/* 13,5 is a number, not two. */
static gboolean
is_number (const Look *look, guint row)
{
  return look->delimiter == ',' && look->fields[row] == 2 && look->bare[row];
}

/* How many rows have the number of fields that most have; 0 when most have only one. */
static guint
agreeing (const Look *look)
{
  guint best = 0;

  for (guint i = 0; i < look->rows; i++)
    {
      guint count = 0;

      for (guint j = 0; look->fields[i] > 1 && j < look->rows; j++)
        count += look->fields[j] == look->fields[i] && !is_number (look, j);
      best = MAX (best, count);
    }
  return best;
}

/** Returns: the delimiter that gives the most rows alike; of equals a tab, then a semicolon */
char
lv_import_find_delimiter (const char *text)
{
  static const char candidates[] = "\t;,";
  char best = ';';
  guint most = 0;

  for (const char *c = candidates; *c != '\0'; c++)
    {
      Look look = { .delimiter = *c };
      guint row;
      guint column;
      guint score;

      lv_import_fields (text, *c, look_cb, &look, &row, &column);
      score = agreeing (&look);
      if (score > most)
        {
          best = *c;
          most = score;
        }
    }
  return best;
}
