/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libxlsxwriter can't say of a workbook: that its titles have the cell style of headings, by which a screen reader
 * finds them, its language, the font that columns are measured in, and who made it. */
#include "lv-workbook-private.h"

#include "lv-zip-edit.h"

#include <string.h>

#define HEADING_FONT "<font><b/><sz val=\"16\"/>"

/* Number of the font of titles, or -1. */
static int
heading_font (const char *styles)
{
  const char *found = strstr (styles, HEADING_FONT);
  int number = -1;

  for (const char *p = styles; found != NULL && p != NULL && p <= found; number++)
    {
      p = strstr (p, "<font>");
      p = p != NULL ? p + 1 : NULL;
      if (p != NULL && p > found + 1)
        break;
    }
  return number;
}

/* "<list count="2">" becomes one more, with @item at its end. Returns: how many there were */
static guint
add_to_list (GString *styles, const char *list, const char *item)
{
  g_autofree char *open = g_strdup_printf ("<%s count=\"", list);
  g_autofree char *close = g_strdup_printf ("</%s>", list);
  char *count = strstr (styles->str, open);
  char *end = strstr (styles->str, close);
  guint n;
  g_autofree char *more = NULL;
  gsize at;

  if (count == NULL || end == NULL)
    return 0;
  n = (guint) g_ascii_strtoull (count + strlen (open), NULL, 10);
  g_string_insert (styles, end - styles->str, item);
  at = (gsize) (strstr (styles->str, open) - styles->str) + strlen (open);
  g_string_erase (styles, (gssize) at, (gssize) strcspn (styles->str + at, "\""));
  more = g_strdup_printf ("%u", n + 1);
  g_string_insert (styles, (gssize) at, more);
  return n;
}

static char *
name_heading (const char *text, gpointer name)
{
  int font = heading_font (text);
  g_autoptr (GString) styles = g_string_new (text);
  g_autofree char *xf = g_strdup_printf ("<xf numFmtId=\"0\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" "
                                         "applyNumberFormat=\"0\" applyFill=\"0\" applyBorder=\"0\"/>", font);
  g_autofree char *style = NULL;
  g_autofree char *before = g_strdup_printf ("fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\"", font);
  g_autofree char *after = NULL;
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  guint n;

  if (font < 0)
    return NULL;
  n = add_to_list (styles, "cellStyleXfs", xf);
  style = g_strdup_printf ("<cellStyle name=\"%s\" xfId=\"%u\" builtinId=\"16\"/>", escaped, n);
  add_to_list (styles, "cellStyles", style);
  after = g_strdup_printf ("fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"%u\"", font, n);
  g_string_replace (styles, before, after, 0);
  return g_string_free (g_steal_pointer (&styles), FALSE);
}

/* A column is so many figures of the first font wide. That one is the font of all cells, which every program has or has
 * something as wide for; the library's own is not on every machine, and then columns and rows would not fit their texts. */
static char *
finish_styles (const char *text, gpointer name)
{
  static const char *const library = "<name val=\"Calibri\"/><family val=\"2\"/><scheme val=\"minor\"/>";
  g_autofree char *named = name != NULL ? name_heading (text, name) : NULL;
  g_autoptr (GString) styles = g_string_new (named != NULL ? named : text);

  g_string_replace (styles, library, "<name val=\"" LV_WORKBOOK_FONT "\"/><family val=\"2\"/>", 1);
  return g_string_free (g_steal_pointer (&styles), FALSE);
}

static char *
say_language (const char *text, gpointer language)
{
  g_autofree char *element = g_markup_printf_escaped ("<dc:language>%s</dc:language></cp:coreProperties>",
                                                      (const char *) language);
  g_autoptr (GString) core = g_string_new (text);

  g_string_replace (core, "</cp:coreProperties>", element, 1);
  return g_string_free (g_steal_pointer (&core), FALSE);
}

/* The library keeps a missing number as the text "#N/A", and signs as Microsoft Excel. LibreOffice believes what Excel
 * kept: formulas above such a text were #VALUE! as soon as one of them was computed again. Of a program that it does not
 * know it computes all when it opens the file. */
static char *
say_program (const char *text, gpointer data)
{
  g_autoptr (GString) app = g_string_new (text);

  g_string_replace (app, "<Application>Microsoft Excel</Application>", "<Application>Ligevægt</Application>", 1);
  return g_string_free (g_steal_pointer (&app), FALSE);
}

/** Returns: (transfer full): the file with the font, the style and the language that the workbook was made with */
GBytes *
lv_workbook_finish (const LvWorkbook *self, GBytes *bytes)
{
  LvZipEdit edits[3];
  guint n = 0;
  GBytes *finished;

  edits[n++] = (LvZipEdit){ "xl/styles.xml", finish_styles, self->heading };
  edits[n++] = (LvZipEdit){ "docProps/app.xml", say_program, NULL };
  if (self->language != NULL)
    edits[n++] = (LvZipEdit){ "docProps/core.xml", say_language, self->language };
  finished = lv_zip_edit (bytes, edits, n);
  return finished != NULL ? finished : g_bytes_ref (bytes);
}
