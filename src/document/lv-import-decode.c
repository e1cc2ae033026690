/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of a text file to UTF-8. Windows-1252 is taken to UTF-8 here and not by iconv, which stops at
 * the five bytes that it has no character for and does not say where. */
#include "lv-import-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* 0x80 to 0x9F; 0 where there is no character (Windows-1252, as of Unicode's table CP1252.TXT). */
static const gunichar2 upper[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static guint
line_of (const char *bytes, gsize at)
{
  guint line = 1;

  for (gsize i = 0; i < at; i++)
    line += bytes[i] == '\n';
  return line;
}

static char *
bad_byte (const char *bytes, gsize at, const char *encoding, GError **error)
{
  g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT,
               _ ("line %u: the byte %02X is no character of %s"), line_of (bytes, at),
               (guchar) bytes[at], encoding);
  return NULL;
}

static char *
from_windows (const char *bytes, gsize length, GError **error)
{
  GString *out = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) bytes[i];
      gunichar u = c >= 0x80 && c < 0xA0 ? upper[c - 0x80] : c;

      if (u == 0)
        {
          g_string_free (out, TRUE);
          return bad_byte (bytes, i, "Windows-1252", error);
        }
      g_string_append_unichar (out, u);
    }
  return g_string_free (out, FALSE);
}

static char *
from_utf16 (const char *bytes, gsize length, GError **error)
{
  gboolean big = (guchar) bytes[0] == 0xFE;
  g_autofree gunichar2 *units = g_new (gunichar2, length / 2);
  gsize n = 0;
  char *text;

  if (memcmp (bytes, "\377\376", 2) != 0 && memcmp (bytes, "\376\377", 2) != 0)
    length = 1;
  for (gsize i = 2; i + 1 < length; i += 2)
    {
      guchar first = (guchar) bytes[i];
      guchar second = (guchar) bytes[i + 1];

      units[n++] = (gunichar2) (big ? first << 8 | second : second << 8 | first);
    }
  text = length % 2 == 0 ? g_utf16_to_utf8 (units, (glong) n, NULL, NULL, NULL) : NULL;
  if (text == NULL || strlen (text) < n)
    {
      g_free (text);
      g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT,
                   _ ("this is no text in UTF-16 with a byte order mark"));
      return NULL;
    }
  return text;
}

static LvEncoding
detect (const char *bytes, gsize length)
{
  if (length >= 2 && (memcmp (bytes, "\377\376", 2) == 0 || memcmp (bytes, "\376\377", 2) == 0))
    return LV_ENCODING_UTF16;
  return g_utf8_validate (bytes, (gssize) length, NULL) ? LV_ENCODING_UTF8 : LV_ENCODING_WINDOWS_1252;
}

/* What no text has: a file of another kind. */
static gboolean
is_binary (const char *bytes, gsize length)
{
  return memchr (bytes, '\0', length) != NULL;
}

/**
 * lv_import_decode:
 * @encoding: (inout): LV_ENCODING_DETECT becomes what was found
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, without a byte order mark
 */
char *
lv_import_decode (const char *bytes, gsize length, LvEncoding *encoding, GError **error)
{
  const char *end = NULL;

  if (length >= 3 && memcmp (bytes, "\357\273\277", 3) == 0)
    {
      bytes += 3;
      length -= 3;
      if (*encoding == LV_ENCODING_DETECT)
        *encoding = LV_ENCODING_UTF8;
    }
  if (*encoding == LV_ENCODING_DETECT)
    *encoding = detect (bytes, length);
  if (*encoding == LV_ENCODING_UTF16 && length >= 2)
    return from_utf16 (bytes, length, error);
  if (is_binary (bytes, length))
    {
      g_set_error (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_KIND, _ ("this is no text file"));
      return NULL;
    }
  if (*encoding == LV_ENCODING_WINDOWS_1252)
    return from_windows (bytes, length, error);
  if (!g_utf8_validate (bytes, (gssize) length, &end))
    return bad_byte (bytes, (gsize) (end - bytes), "UTF-8", error);
  return g_strndup (bytes, length);
}
