/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of a workbook: fonts, fills and borders stand in lists, cells name a line that names one of each. */
#include "lv-access-private.h"

#include <string.h>

/** Lists of the part on its way. Looks are kept as LvAccessStyle, of which each list fills its own fields. */
typedef struct
{
  LvAccessBook *book;
  char section[16]; /* the list that the walk is in */
  GArray *fonts, *fills, *borders;
  GArray *lines;    /* Line: cellXfs */
  GArray *headings; /* guint: numbers of cell styles that are headings of the first level */
  guint depth;
} Styles;

typedef struct
{
  guint font, fill, border, style;
  gboolean wrap;
  LvAccessSide side;
} Line;

static guint
number_of (const char **names, const char **values, const char *name)
{
  const char *text = lv_xml_get (names, values, name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static gboolean
is_serif (const char *name)
{
  static const char *const serif[] = { "times", "georgia", "cambria", "garamond", "serif", "roman" };
  g_autofree char *folded = g_ascii_strdown (name != NULL ? name : "", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (serif); i++)
    if (strstr (folded, serif[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Black is no colour, nor is the theme's colour of text. */
static gboolean
is_colour (const char **names, const char **values)
{
  const char *rgb = lv_xml_get (names, values, "rgb");

  return g_strcmp0 (lv_xml_get (names, values, "theme"), "1") != 0
         && !(rgb != NULL && g_str_has_suffix (rgb, "000000"));
}

static void
take_font (Styles *self, const char *name, const char **names, const char **values)
{
  const LvAccessStyle plain = { .size = 11 };
  LvAccessStyle *font;

  if (strcmp (name, "font") == 0)
    {
      g_array_append_val (self->fonts, plain);
      return;
    }
  if (self->fonts->len == 0)
    return;
  font = &g_array_index (self->fonts, LvAccessStyle, self->fonts->len - 1);
  if (strcmp (name, "sz") == 0)
    font->size = g_ascii_strtod (lv_xml_get (names, values, "val") != NULL ? lv_xml_get (names, values, "val") : "0", NULL);
  else if (strcmp (name, "name") == 0)
    font->serif = is_serif (lv_xml_get (names, values, "val"));
  else if (strcmp (name, "b") == 0)
    font->bold = TRUE;
  else if (strcmp (name, "i") == 0)
    font->italic = TRUE;
  else if (strcmp (name, "color") == 0)
    font->coloured = is_colour (names, values);
}

static void
take_fill (Styles *self, const char *name, const char **names, const char **values)
{
  const LvAccessStyle plain = { 0 };
  const char *pattern = lv_xml_get (names, values, "patternType");

  if (strcmp (name, "fill") == 0)
    g_array_append_val (self->fills, plain);
  else if (self->fills->len > 0
           && (strcmp (name, "gradientFill") == 0 || (pattern != NULL && strcmp (pattern, "none") != 0)))
    g_array_index (self->fills, LvAccessStyle, self->fills->len - 1).fill = TRUE;
}

static void
take_border (Styles *self, const char *name, const char **names, const char **values)
{
  const LvAccessStyle plain = { 0 };
  const char *style = lv_xml_get (names, values, "style");

  if (strcmp (name, "border") == 0)
    g_array_append_val (self->borders, plain);
  else if (self->borders->len > 0 && style != NULL && strcmp (style, "none") != 0)
    g_array_index (self->borders, LvAccessStyle, self->borders->len - 1).border = TRUE;
}

static LvAccessSide
side_of (const char *text)
{
  if (text == NULL || strcmp (text, "general") == 0)
    return LV_ACCESS_GENERAL;
  return strcmp (text, "left") == 0 ? LV_ACCESS_LEFT : strcmp (text, "right") == 0 ? LV_ACCESS_RIGHT : LV_ACCESS_OTHER;
}

static void
take_line (Styles *self, const char *name, const char **names, const char **values)
{
  if (strcmp (name, "xf") == 0)
    {
      const Line line = { number_of (names, values, "fontId"), number_of (names, values, "fillId"),
                          number_of (names, values, "borderId"), number_of (names, values, "xfId"), FALSE,
                          LV_ACCESS_GENERAL };

      g_array_append_val (self->lines, line);
    }
  else if (strcmp (name, "alignment") == 0 && self->lines->len > 0)
    {
      Line *line = &g_array_index (self->lines, Line, self->lines->len - 1);

      line->wrap = lv_xml_true (lv_xml_get (names, values, "wrapText"));
      line->side = side_of (lv_xml_get (names, values, "horizontal"));
    }
}

/* Spreadsheets know headings by the number of the built-in style, whatever it is called. */
static void
take_cell_style (Styles *self, const char *name, const char **names, const char **values)
{
  guint number = number_of (names, values, "xfId");

  if (strcmp (name, "cellStyle") == 0 && g_strcmp0 (lv_xml_get (names, values, "builtinId"), "16") == 0)
    g_array_append_val (self->headings, number);
}

static gboolean
style_start (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Styles *self = data;

  if (++self->depth == 2)
    g_strlcpy (self->section, name, sizeof self->section);
  else if (strcmp (self->section, "fonts") == 0)
    take_font (self, name, names, values);
  else if (strcmp (self->section, "fills") == 0)
    take_fill (self, name, names, values);
  else if (strcmp (self->section, "borders") == 0)
    take_border (self, name, names, values);
  else if (strcmp (self->section, "cellXfs") == 0)
    take_line (self, name, names, values);
  else if (strcmp (self->section, "cellStyles") == 0)
    take_cell_style (self, name, names, values);
  return TRUE;
}

static gboolean
style_end (const char *name, gpointer data, GError **error)
{
  ((Styles *) data)->depth--;
  return TRUE;
}

static LvAccessStyle
look_of (const GArray *list, guint index)
{
  const LvAccessStyle plain = { .size = 11 };

  return index < list->len ? g_array_index (list, LvAccessStyle, index) : plain;
}

static void
settle (Styles *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      LvAccessStyle style = look_of (self->fonts, line->font);

      style.fill = look_of (self->fills, line->fill).fill;
      style.border = look_of (self->borders, line->border).border;
      style.wrap = line->wrap;
      style.side = line->side;
      for (guint h = 0; h < self->headings->len; h++)
        style.heading = style.heading || g_array_index (self->headings, guint, h) == line->style;
      g_array_append_val (self->book->styles, style);
    }
}

/** Reads what cells look like. */
gboolean
lv_access_read_styles (LvAccessBook *self, GBytes *part, GError **error)
{
  static const LvXmlFuncs funcs = { style_start, style_end, NULL, NULL };
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (LvAccessStyle));
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (LvAccessStyle));
  g_autoptr (GArray) borders = g_array_new (FALSE, FALSE, sizeof (LvAccessStyle));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (guint));
  Styles styles = { .book = self, .fonts = fonts, .fills = fills, .borders = borders, .lines = lines,
                    .headings = headings };

  if (!lv_import_xml (part, "xl/styles.xml", &funcs, &styles, error))
    return FALSE;
  settle (&styles);
  return TRUE;
}
