/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes parts of a zip file that was just made in memory: what libxlsxwriter can't say, such as the name of a
 * style. All other parts keep their bytes, and so do the dates in it. */
#include "lv-zip-edit.h"

#include <gio/gio.h>
#include <string.h>

#define LOCAL 30
#define CENTRAL 46
#define END 22
#define FLAG_DESCRIPTOR 8

/* Places in an entry of the central directory. */
enum
{
  FLAGS = 8,
  METHOD = 10,
  CRC = 16,
  PACKED = 20,
  SIZE = 24,
  NAME_LENGTH = 28,
  EXTRA_LENGTH = 30,
  COMMENT_LENGTH = 32,
  OFFSET = 42
};

static guint
get (const guint8 *at, guint n)
{
  guint value = 0;

  while (n-- > 0)
    value = value << 8 | at[n];
  return value;
}

static void
set (guint8 *at, guint n, guint value)
{
  for (guint i = 0; i < n; i++, value >>= 8)
    at[i] = (guint8) value;
}

static guint32
crc_of (const guint8 *data, gsize length)
{
  guint32 crc = G_MAXUINT32;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
  return ~crc;
}

static GBytes *
convert (GConverter *converter, const guint8 *data, gsize length)
{
  g_autoptr (GInputStream) from = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GInputStream) through = g_converter_input_stream_new (from, converter);
  g_autoptr (GOutputStream) to = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (to, through, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (to));
}

static char *
unpack (const guint8 *data, gsize length, gboolean deflated)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autoptr (GBytes) bytes = deflated ? convert (G_CONVERTER (inflate), data, length) : g_bytes_new (data, length);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

/* Appends the part anew; @entry gets its numbers. */
static gboolean
write_edited (GByteArray *out, const guint8 *local, guint8 *entry, const char *text)
{
  g_autoptr (GZlibCompressor) deflate = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
  g_autoptr (GBytes) packed = convert (G_CONVERTER (deflate), (const guint8 *) text, strlen (text));
  guint name_length = get (entry + NAME_LENGTH, 2);
  guint8 header[LOCAL];

  if (packed == NULL)
    return FALSE;
  set (entry + METHOD, 2, 8);
  set (entry + CRC, 4, crc_of ((const guint8 *) text, strlen (text)));
  set (entry + PACKED, 4, (guint) g_bytes_get_size (packed));
  set (entry + SIZE, 4, (guint) strlen (text));
  memcpy (header, local, LOCAL);
  memcpy (header + 8, entry + METHOD, 2 + 4 + 12); /* method, date, sum, sizes stand alike in both */
  set (header + 28, 2, 0);
  g_byte_array_append (out, header, LOCAL);
  g_byte_array_append (out, local + LOCAL, name_length);
  g_byte_array_append (out, g_bytes_get_data (packed, NULL), (guint) g_bytes_get_size (packed));
  return TRUE;
}

static char *
edited_text (const guint8 *packed, const guint8 *entry, const LvZipEdit *edits, guint n_edits)
{
  guint length = get (entry + NAME_LENGTH, 2);
  g_autofree char *name = g_strndup ((const char *) entry + CENTRAL, length);

  for (guint i = 0; i < n_edits; i++)
    if (strcmp (edits[i].name, name) == 0)
      {
        g_autofree char *text = unpack (packed, get (entry + PACKED, 4), get (entry + METHOD, 2) == 8);

        return text != NULL ? edits[i].edit (text, edits[i].user_data) : NULL;
      }
  return NULL;
}

static gboolean
write_entry (GByteArray *out, const guint8 *data, guint8 *entry, const LvZipEdit *edits, guint n_edits)
{
  const guint8 *local = data + get (entry + OFFSET, 4);
  guint head = LOCAL + get (local + 26, 2) + get (local + 28, 2);
  g_autofree char *text = edited_text (local + head, entry, edits, n_edits);

  set (entry + OFFSET, 4, out->len);
  if (text != NULL)
    return write_edited (out, local, entry, text);
  g_byte_array_append (out, local, head + get (entry + PACKED, 4));
  return TRUE;
}

/**
 * lv_zip_edit:
 * @zip: a zip file as libxlsxwriter writes it: without comment, and with all sizes before the parts
 *
 * Returns: (transfer full) (nullable): the same with some parts changed; %NULL for a file of another kind
 */
GBytes *
lv_zip_edit (GBytes *zip, const LvZipEdit *edits, guint n_edits)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (zip, &size);
  const guint8 *end = size >= END ? data + size - END : NULL;
  g_autoptr (GByteArray) out = g_byte_array_sized_new ((guint) size + 4096);
  g_autoptr (GByteArray) central = g_byte_array_new ();
  guint8 tail[END];
  const guint8 *at;

  if (end == NULL || get (end, 4) != 0x06054b50)
    return NULL;
  at = data + get (end + 16, 4);
  for (guint i = 0; i < get (end + 10, 2); i++)
    {
      guint length = CENTRAL + get (at + NAME_LENGTH, 2) + get (at + EXTRA_LENGTH, 2) + get (at + COMMENT_LENGTH, 2);
      guint from = central->len;

      if (get (at, 4) != 0x02014b50 || (get (at + FLAGS, 2) & FLAG_DESCRIPTOR) != 0)
        return NULL;
      g_byte_array_append (central, at, length);
      if (!write_entry (out, data, central->data + from, edits, n_edits))
        return NULL;
      at += length;
    }
  memcpy (tail, end, END);
  set (tail + 12, 4, central->len);
  set (tail + 16, 4, out->len);
  g_byte_array_append (out, central->data, central->len);
  g_byte_array_append (out, tail, END);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
