/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML parts through GMarkup, which knows no entities of its own making: a document type is refused, and an
 * entity that one would have defined is an error. */
#include "lv-import-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (256 * 1024)
#define MAX_ATTRIBUTES 200
/* From one < to the next: a tag and the text behind it. GMarkup keeps such a piece in memory whole, and
 * several times its size where it is a tag full of attributes. */
#define MAX_PIECE (1024 * 1024)

typedef struct
{
  const LvXmlFuncs *funcs;
  gpointer data;
  guint depth;
  gboolean own; /* the error is of this file */
} Walk;

/* "x:row" is the row; the prefix is whatever the program that wrote it fancied. */
static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer data, GError **error)
{
  Walk *self = data;

  self->own = ++self->depth > LV_IMPORT_MAX_DEPTH || g_strv_length ((char **) names) > MAX_ATTRIBUTES;
  if (self->depth > LV_IMPORT_MAX_DEPTH)
    g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_LIMIT, _ ("elements lie too deep"));
  else if (self->own)
    g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_LIMIT, _ ("too many attributes"));
  else
    self->funcs->start (local_name (name), names, values, self->data, error);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Walk *self = data;

  self->depth--;
  self->funcs->end (local_name (name), self->data, error);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Walk *self = data;

  if (self->funcs->text != NULL)
    self->funcs->text (text, length, self->data);
}

/* Comments and the XML declaration pass; CDATA would be text, but GMarkup can give it as text itself. */
static void
other_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Walk *self = data;

  if (length < 9 || g_ascii_strncasecmp (text, "<!DOCTYPE", 9) != 0)
    return;
  self->own = TRUE;
  g_set_error_literal (error, LV_IMPORT_ERROR, LV_IMPORT_ERROR_CONTENT,
                       _ ("it has a document type, which no workbook has"));
}

/* What @funcs say names its place already; GMarkup knows lines and characters only. */
static gboolean
fail (GError **error, Walk *self, const char *name, GError *cause)
{
  g_autofree char *where = self->funcs->where != NULL ? self->funcs->where (self->data) : g_strdup (name);

  if (cause->domain == LV_IMPORT_ERROR && !self->own)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_set_error (error, LV_IMPORT_ERROR,
               cause->domain == LV_IMPORT_ERROR ? cause->code : LV_IMPORT_ERROR_CONTENT,
               _ ("%s: the workbook is damaged here: %s"), where, cause->message);
  g_error_free (cause);
  return FALSE;
}

static gboolean
refuse (GError **error, LvImportError code, const char *name, const char *what)
{
  g_set_error (error, LV_IMPORT_ERROR, (int) code, "%s: %s", name, what);
  return FALSE;
}

static gboolean
has_short_pieces (const char *p, gsize length)
{
  const char *end = p + length;

  while (p < end)
    {
      const char *next = memchr (p, '<', (gsize) (end - p));
      gsize piece = (gsize) ((next != NULL ? next : end) - p);

      if (piece > MAX_PIECE)
        return FALSE;
      p = next != NULL ? next + 1 : end;
    }
  return TRUE;
}

/**
 * lv_import_xml:
 * @name: of the part, for errors
 *
 * Walks through a part.
 */
gboolean
lv_import_xml (GBytes *part, const char *name, const LvXmlFuncs *funcs, gpointer data, GError **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, other_cb, NULL };
  Walk self = { .funcs = funcs, .data = data };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);
  GError *cause = NULL;
  gsize length;
  const char *p = g_bytes_get_data (part, &length);

  if (length >= 3 && memcmp (p, "\357\273\277", 3) == 0)
    {
      p += 3;
      length -= 3;
    }
  if (!has_short_pieces (p, length))
    return refuse (error, LV_IMPORT_ERROR_LIMIT, name, _ ("a text or a tag is too long"));
  /* GMarkup finds it as well, and repeats what it found in its message. */
  if (!g_utf8_validate_len (p, length, NULL))
    return refuse (error, LV_IMPORT_ERROR_CONTENT, name, _ ("the workbook is damaged here: it is not UTF-8"));
  for (gsize at = 0; at < length; at += CHUNK)
    if (!g_markup_parse_context_parse (context, p + at, (gssize) MIN (CHUNK, length - at), &cause))
      return fail (error, &self, name, cause);
  if (!g_markup_parse_context_end_parse (context, &cause))
    return fail (error, &self, name, cause);
  return TRUE;
}

/** Returns: (transfer none) (nullable): an attribute, whatever its prefix */
const char *
lv_xml_get (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (local_name (names[i]), name) == 0)
      return values[i];
  return NULL;
}

/** Returns: whether an attribute says yes (xsd:boolean) */
gboolean
lv_xml_true (const char *value)
{
  return g_strcmp0 (value, "1") == 0 || g_strcmp0 (value, "true") == 0;
}
