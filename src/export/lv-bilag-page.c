/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An attachment as one page of HTML that needs nothing beside it: no scripts, no files, no net. It is well-formed XML too. */
#include "lv-bilag-page.h"

#include "lv-chart-export.h"
#include "lv-page-style.h"

#include <string.h>

/* Wide enough that labels stand as in the PDF. */
#define PICTURE_WIDTH 680.0
#define PICTURE_HEIGHT 340.0

/**
 * Page:
 * @sections: how many sections were written
 * @figures: how many pictures
 * @references: of each note, how often the page refers to it
 * @contents: the entries of the contents
 */
typedef struct
{
  const LvBilag *bilag;
  GString *body;
  GString *contents;
  guint sections;
  guint figures;
  guint *references;
  const char *heading; /* that stands last */
} Page;

/* With a space that no line ends at between the sign of a section and its number. */
static void
add_text (GString *to, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);
  g_autoptr (GString) kept = g_string_new (escaped);

  g_string_replace (kept, "§ ", "§\302\240", 0);
  g_string_append (to, kept->str);
}

/* <tag attributes>text</tag>; nothing for no text */
static void
add_element (GString *to, const char *tag, const char *attributes, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_string_append_printf (to, "<%s%s%s>", tag, attributes[0] != '\0' ? " " : "", attributes);
  add_text (to, text);
  g_string_append_printf (to, "</%s>\n", tag);
}

/* --- Tables */

/* "[note 3]" leads to the note, and the note leads back. */
static void
add_reference (Page *self, const LvItem *note)
{
  guint index;

  if (note == NULL || !g_ptr_array_find (self->bilag->notes, note, &index))
    return;
  self->references[index]++;
  g_string_append_printf (self->body, " <a href=\"#note-%u\" id=\"ref-%u-%u\">[%s %u]</a>", index + 1,
                          index + 1, self->references[index], lv_bilag_word (self->bilag, "note", "note"),
                          index + 1);
}

static void
add_row (Page *self, const LvGrid *grid, const LvGridRow *row)
{
  g_string_append (self->body, "<tr><th scope=\"row\">");
  add_text (self->body, row->label);
  add_reference (self, row->note);
  g_string_append (self->body, "</th>");
  for (guint c = 0; c < grid->heads->len; c++)
    {
      const LvGridCell *cell = c < row->cells->len ? &g_array_index (row->cells, LvGridCell, c) : NULL;
      g_autofree char *text = cell != NULL ? lv_bilag_cell_text (self->bilag, cell) : NULL;

      g_string_append (self->body, lv_paper_is_number (grid, c) ? "<td class=\"n\">" : "<td>");
      add_text (self->body, text);
      g_string_append (self->body, "</td>");
    }
  g_string_append (self->body, "</tr>\n");
}

static void
add_heads (Page *self, const LvGrid *grid)
{
  g_autoptr (GPtrArray) heads = lv_bilag_heads (NULL, grid);

  g_string_append (self->body, "<thead><tr>");
  for (guint i = 0; i < heads->len; i++)
    {
      const char *head = g_ptr_array_index (heads, i);

      g_string_append_printf (self->body, "<th scope=\"col\"%s>",
                              i > 0 && lv_paper_is_number (grid, i - 1) ? " class=\"n\"" : "");
      add_text (self->body, head[0] != '\0' ? head : lv_bilag_word (self->bilag, "row", "Row"));
      g_string_append (self->body, "</th>");
    }
  g_string_append (self->body, "</tr></thead>\n");
}

/* A table that is wider than the screen is scrolled by itself, with the keyboard too. */
static void
add_table (Page *self, const LvGrid *grid, const char *title, const char *caption)
{
  g_autofree char *whole = lv_paper_join (title, caption);
  g_autofree char *name = g_markup_escape_text (whole, -1);

  g_string_append_printf (self->body, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><table>\n",
                          name);
  /* What stands right above as a heading is for the ears only. */
  add_element (self->body, "caption", g_strcmp0 (whole, self->heading) == 0 ? "class=\"heard\"" : "", whole);
  add_heads (self, grid);
  g_string_append (self->body, "<tbody>\n");
  for (guint r = 0; r < grid->rows->len; r++)
    add_row (self, grid, g_ptr_array_index (grid->rows, r));
  g_string_append (self->body, "</tbody></table></div>\n");
}

/* --- Sections */

static void
begin_section (Page *self, const char *title, const char *what)
{
  g_autofree char *passport = what != NULL ? lv_bilag_passport_line (self->bilag, what) : NULL;
  g_autofree char *attributes = g_strdup_printf ("id=\"o-%u\"", ++self->sections);

  g_string_append_printf (self->contents, "<li><a href=\"#o-%u\">", self->sections);
  add_text (self->contents, title);
  g_string_append (self->contents, "</a>");
  g_string_append_printf (self->body, "<section aria-labelledby=\"o-%u\">\n", self->sections);
  self->heading = title;
  add_element (self->body, "h2", attributes, title);
  add_element (self->body, "p", "class=\"code\"", passport);
}

static void
end_section (Page *self)
{
  self->heading = NULL;
  g_string_append (self->body, "</section>\n");
  g_string_append (self->contents, "</li>\n");
}

/* Takes @grid. A table about the attachment itself. */
static void
add_about (Page *self, LvGrid *grid, const char *what)
{
  g_autofree char *caption = lv_paper_caption (NULL, grid);

  if (grid->rows->len > 0)
    {
      begin_section (self, grid->title, what);
      add_table (self, grid, grid->title, caption);
      end_section (self);
    }
  lv_grid_free (grid);
}

/* The picture without the line that says it is XML. */
static gboolean
add_picture (Page *self, LvFigure *figure, GError **error)
{
  LvChartExport options
      = { .width = PICTURE_WIDTH,
          .height = MAX (PICTURE_HEIGHT, lv_chart_export_height (figure, PICTURE_WIDTH)),
          .keeps_texts = TRUE };
  g_autoptr (GBytes) svg = lv_chart_to_svg (figure, &options, error);
  const char *from;
  gsize size;

  if (svg == NULL)
    return FALSE;
  from = g_bytes_get_data (svg, &size);
  if (g_str_has_prefix (from, "<?xml"))
    {
      const char *next = g_strstr_len (from, (gssize) size, "<svg");

      size -= (gsize) (next - from);
      from = next;
    }
  g_string_append_len (self->body, from, (gssize) size);
  g_string_append_c (self->body, '\n');
  return TRUE;
}

static gboolean
add_figure (Page *self, const LvPart *part, LvFigure *figure, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", ++self->figures);
  g_autofree char *label = lv_paper_fill (self->bilag, "figure", "Figure {1}", number, NULL);
  g_autofree char *of = lv_paper_of_figure (self->bilag, part, number);
  g_autofree char *caption = g_strdup_printf ("%s: %s", label, lv_figure_get_title (figure));
  g_autofree char *unit = lv_paper_caption (part, part->grid);

  g_string_append (self->body, "<figure>\n");
  add_element (self->body, "figcaption", "", caption);
  if (!add_picture (self, figure, error))
    return FALSE;
  g_string_append (self->body, "</figure>\n");
  if (part->grid->heads->len == 0)
    return TRUE;
  g_string_append (self->body, "<details open=\"open\">");
  add_element (self->body, "summary", "", of);
  add_table (self, part->grid, of, unit);
  g_string_append (self->body, "</details>\n");
  return TRUE;
}

/* A figure that would be empty, or whose kind is not drawn: why, and its numbers. */
static void
add_not_drawn (Page *self, const LvPart *part, const char *caption)
{
  if (caption[0] != '\0')
    add_element (self->body, "p", "", caption);
  g_string_append (self->body, "<details open=\"open\">");
  add_element (self->body, "summary", "", part->grid->title);
  add_table (self, part->grid, part->grid->title, "");
  g_string_append (self->body, "</details>\n");
}

/* The heading of a piece, and its entry in the contents. */
static void
add_piece_heading (Page *self, const LvGrid *grid, guint index)
{
  g_autofree char *attributes = g_strdup_printf ("id=\"o-%u-%u\"", self->sections, index);

  self->heading = grid->title;
  add_element (self->body, "h3", attributes, grid->title);
  g_string_append_printf (self->contents, "<li><a href=\"#o-%u-%u\">", self->sections, index);
  add_text (self->contents, grid->title);
  g_string_append (self->contents, "</a></li>\n");
}

static void
add_pieces (Page *self, const LvPart *part)
{
  const char *above = part->title;
  gboolean any = FALSE;

  for (guint i = 0; i < part->pieces->len; i++)
    {
      const LvGrid *grid = g_ptr_array_index (part->pieces, i);
      gboolean begins = grid->place != LV_GRID_UNDER && grid->title[0] != '\0';
      /* What belongs to the one before is told apart from that of others by its name. */
      g_autofree char *caption = grid->place == LV_GRID_UNDER ? g_strdup_printf ("%s: %s", above, grid->title)
                                                              : g_strdup (begins ? grid->title : part->title);

      if (begins && !any)
        g_string_append (self->contents, "\n<ol>\n");
      if (begins)
        add_piece_heading (self, grid, i + 1);
      add_table (self, grid, caption, "");
      above = begins ? grid->title : above;
      any = any || begins;
    }
  if (any)
    g_string_append (self->contents, "</ol>");
}

static gboolean
add_part (Page *self, const LvPart *part, GError **error)
{
  LvFigure *figure = part->kind == LV_PART_FIGURE ? lv_bilag_figure (self->bilag, part) : NULL;
  g_autofree char *caption = lv_paper_caption (part, part->grid);
  gboolean ok = TRUE;

  /* It is for lists. */
  if (part->kind == LV_PART_PIECES && part->pieces->len == 0)
    return TRUE;
  begin_section (self, part->title, part->what);
  if (figure != NULL)
    ok = add_figure (self, part, figure, error);
  else if (part->kind == LV_PART_WORDS)
    for (guint r = 0; r < part->grid->rows->len; r++)
      add_element (self->body, "p", "", ((const LvGridRow *) g_ptr_array_index (part->grid->rows, r))->label);
  else if (part->kind == LV_PART_PIECES)
    add_pieces (self, part);
  else if (part->kind == LV_PART_FIGURE)
    add_not_drawn (self, part, caption);
  else
    add_table (self, part->grid, part->title, caption);
  end_section (self);
  g_clear_pointer (&figure, lv_figure_unref);
  return ok;
}

/* --- Notes */

static void
add_way_back (Page *self, guint note)
{
  for (guint i = 1; i <= self->references[note]; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *text = lv_paper_fill (self->bilag, "back", "Back to reference {1}", number, NULL);

      g_string_append_printf (self->body, " <a href=\"#ref-%u-%u\">", note + 1, i);
      add_text (self->body, text);
      g_string_append (self->body, "</a>");
    }
}

static void
add_notes (Page *self)
{
  g_autoptr (LvGrid) notes = lv_bilag_notes (self->bilag);

  if (notes->rows->len == 0)
    return;
  begin_section (self, notes->title, LV_PASSPORT_NOTES);
  g_string_append (self->body, "<ol>\n");
  for (guint i = 0; i < notes->rows->len; i++)
    {
      const LvGridRow *row = g_ptr_array_index (notes->rows, i);

      g_string_append_printf (self->body, "<li id=\"note-%u\">", i + 1);
      add_text (self->body, g_array_index (row->cells, LvGridCell, 0).text);
      add_way_back (self, i);
      g_string_append (self->body, "</li>\n");
    }
  g_string_append (self->body, "</ol>\n");
  end_section (self);
}

/* --- The page */

static void
add_head (GString *page, const LvReportInfo *info)
{
  g_autofree char *author = g_markup_escape_text (info->author != NULL ? info->author : "", -1);

  g_string_append_printf (page, "<!DOCTYPE html>\n<html lang=\"%s\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n",
                          info->language != NULL ? info->language : "da");
  g_string_append (page, "<meta charset=\"utf-8\"/>\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
  add_element (page, "title", "", info->title);
  if (author[0] != '\0')
    g_string_append_printf (page, "<meta name=\"author\" content=\"%s\"/>\n", author);
  g_string_append_printf (page, "<meta name=\"generator\" content=\"Ligevægt\"/>\n"
                                "<meta name=\"date\" content=\"%04d-%02d-%02d\"/>\n",
                          info->year, info->month, info->day);
  g_string_append (page, "<style>\n" LV_PAGE_STYLE "</style>\n</head>\n<body>\n");
}

static void
add_top (Page *self, GString *page, const LvReportInfo *info, const LvPaper *paper)
{
  g_autoptr (GPtrArray) facts = lv_paper_facts (self->bilag, paper);
  g_autofree char *skip = lv_paper_fill (self->bilag, "skip", "Skip to the contents", NULL);

  add_element (page, "a", "class=\"skip\" href=\"#indhold\"", skip);
  g_string_append (page, "<header>\n");
  add_element (page, "p", "class=\"soft\"", info->author);
  add_element (page, "h1", "", info->title);
  g_string_append (page, "<dl>\n");
  for (guint i = 0; i < facts->len; i++)
    {
      const LvFact *fact = g_ptr_array_index (facts, i);

      add_element (page, "dt", "", fact->label);
      add_element (page, "dd", "", fact->value);
    }
  g_string_append (page, "</dl>\n</header>\n");
}

static char *
put_together (Page *self, const LvReportInfo *info, const LvPaper *paper)
{
  GString *page = g_string_sized_new (self->body->len + 16384);
  g_autofree char *contents = lv_paper_fill (self->bilag, "contents", "Contents", NULL);

  add_head (page, info);
  add_top (self, page, info, paper);
  g_string_append (page, "<nav aria-labelledby=\"oversigt\">\n");
  add_element (page, "h2", "id=\"oversigt\"", contents);
  g_string_append_printf (page, "<ol>\n%s</ol>\n</nav>\n<main id=\"indhold\" tabindex=\"-1\">\n%s</main>\n<footer>",
                          self->contents->str, self->body->str);
  add_element (page, "p", "", info->footer);
  g_string_append (page, "</footer>\n</body>\n</html>\n");
  return g_string_free (page, FALSE);
}

/**
 * lv_bilag_page:
 * @info: title, unit, foot and date
 * @paper: (nullable): what the sender says
 *
 * Returns: (transfer full) (nullable): the attachment as a page of HTML
 */
char *
lv_bilag_page (const LvBilag *bilag, const LvReportInfo *info, const LvPaper *paper, GError **error)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) contents = g_string_new (NULL);
  g_autofree guint *references = g_new0 (guint, bilag->notes->len + 1);
  Page self = { .bilag = bilag, .body = body, .contents = contents, .references = references };

  for (guint i = 0; i < bilag->parts->len; i++)
    if (!add_part (&self, g_ptr_array_index (bilag->parts, i), error))
      return NULL;
  add_notes (&self);
  add_about (&self, lv_bilag_changes_to_read (bilag), LV_PASSPORT_CHANGES);
  add_about (&self, lv_bilag_sources (bilag), LV_PASSPORT_SOURCES);
  return put_together (&self, info, paper);
}
