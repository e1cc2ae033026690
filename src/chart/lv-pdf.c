/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "lv-chart"

#include "lv-pdf.h"

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

static void
qpdf_free (qpdf_data qpdf)
{
  qpdf_cleanup (&qpdf);
}

/* Structure trees of ours are four deep; a foreign one must not exhaust the stack. */
#define DEPTH_MAX 32

/* Elements of a structure tree that something is done to. */
typedef enum
{
  ELEMENT_FIGURE,
  ELEMENT_ROW,
  ELEMENT_HEAD,
  ELEMENT_CELL,
  ELEMENT_PRIVATE,
  ELEMENT_OTHER,
  ELEMENT_NONE,                 /* no element */
} ElementKind;

typedef struct {
  qpdf_data qpdf;
  const LvPdfMeta *meta;
  gsize n_figures;              /* figures met so far */
  gsize n_links;                /* links met so far */
  qpdf_oh column_scope;         /* what heads of columns say, and heads of rows */
  qpdf_oh row_scope;
} Pdf;

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (qpdf_data, qpdf_free, NULL)

/* libqpdf keeps an error until it is asked: every step ends here. */
static gboolean
check (Pdf *self, const char *step, GError **error)
{
  qpdf_error fault;

  if (!qpdf_has_error (self->qpdf))
    return TRUE;
  fault = qpdf_get_error (self->qpdf);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", step,
               qpdf_get_error_full_text (self->qpdf, fault));
  return FALSE;
}

static qpdf_oh
stream_new (Pdf *self, const char *data, gsize length)
{
  qpdf_oh stream = qpdf_oh_new_stream (self->qpdf);

  qpdf_oh_replace_stream_data (self->qpdf, stream, (const unsigned char *) data, length,
                               qpdf_oh_new_null (self->qpdf), qpdf_oh_new_null (self->qpdf));
  return stream;
}

static void
set_metadata (Pdf *self, qpdf_oh root)
{
  g_autofree char *title = g_markup_escape_text (self->meta->title, -1);
  g_autofree char *language = g_markup_escape_text (self->meta->language, -1);
  g_autofree char *creator = self->meta->author == NULL
                               ? g_strdup ("")
                               : g_markup_printf_escaped (
                                   "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n",
                                   self->meta->author);
  g_autofree char *xmp = g_strdup_printf (
    "<?xpacket begin=\"\357\273\277\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
    "%s<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n", title, creator, language);
  qpdf_oh stream = stream_new (self, xmp, strlen (xmp));
  qpdf_oh dict = qpdf_oh_get_dict (self->qpdf, stream);

  qpdf_oh_replace_key (self->qpdf, dict, "/Type", qpdf_oh_new_name (self->qpdf, "/Metadata"));
  qpdf_oh_replace_key (self->qpdf, dict, "/Subtype", qpdf_oh_new_name (self->qpdf, "/XML"));
  qpdf_oh_replace_key (self->qpdf, root, "/Metadata", stream);
  qpdf_oh_replace_key (self->qpdf, root, "/Lang",
                       qpdf_oh_new_string (self->qpdf, self->meta->language));
  qpdf_oh_replace_key (self->qpdf, root, "/ViewerPreferences",
                       qpdf_oh_parse (self->qpdf, "<</DisplayDocTitle true>>"));
}

/* What libqpdf hands out it keeps until it is told otherwise; a structure tree has thousands of elements. */
static void
let_go (Pdf *self, qpdf_oh object)
{
  qpdf_oh_release (self->qpdf, object);
}

static ElementKind
kind_of (Pdf *self, qpdf_oh element)
{
  static const char *const names[] = { "/Figure", "/TR", "/TH", "/TD", "/Private" };
  ElementKind kind = ELEMENT_OTHER;
  const char *text;
  qpdf_oh name;

  if (!qpdf_oh_is_dictionary (self->qpdf, element))
    return ELEMENT_NONE;
  name = qpdf_oh_get_key (self->qpdf, element, "/S");
  text = qpdf_oh_is_name (self->qpdf, name) ? qpdf_oh_get_name (self->qpdf, name) : "";
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (text, names[i]))
      kind = (ElementKind) i;
  let_go (self, name);
  return kind;
}

/* The heads of a row of heads are of their columns; any other is of its row. */
static void
set_scope (Pdf *self, qpdf_oh *heads, guint n_heads, gboolean has_cells)
{
  for (guint i = 0; i < n_heads; i++)
    qpdf_oh_replace_key (self->qpdf, heads[i], "/A", has_cells ? self->row_scope : self->column_scope);
}

static void
set_alternative (Pdf *self, qpdf_oh figure)
{
  const char *alt = self->n_figures < self->meta->n_alts ? self->meta->alts[self->n_figures] : "";
  qpdf_oh text = qpdf_oh_new_unicode_string (self->qpdf, alt);

  self->n_figures++;
  qpdf_oh_replace_key (self->qpdf, figure, "/Alt", text);
  let_go (self, text);
}

/* Cells are most of the elements, and hold text and links only. */
static gboolean
is_cell (ElementKind kind)
{
  return kind == ELEMENT_HEAD || kind == ELEMENT_CELL;
}

static void walk (Pdf *self, qpdf_oh element, ElementKind kind, int depth);

static void
walk_kids (Pdf *self, qpdf_oh kids, gboolean is_row, int depth)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  gboolean has_cells = FALSE;

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->qpdf, kids); i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (self->qpdf, kids, i);
      ElementKind kind = kind_of (self, kid);

      if (kind == ELEMENT_PRIVATE)
        qpdf_oh_erase_item (self->qpdf, kids, i--);
      else if (kind != ELEMENT_NONE && !is_cell (kind))
        walk (self, kid, kind, depth + 1);
      has_cells = has_cells || kind == ELEMENT_CELL;
      if (is_row && kind == ELEMENT_HEAD)
        g_array_append_val (heads, kid);
      else
        let_go (self, kid);
    }
  set_scope (self, (qpdf_oh *) heads->data, heads->len, has_cells);
  for (guint i = 0; i < heads->len; i++)
    let_go (self, g_array_index (heads, qpdf_oh, i));
}

static void
walk (Pdf *self, qpdf_oh element, ElementKind kind, int depth)
{
  qpdf_oh kids;

  if (depth > DEPTH_MAX)
    return;
  kids = qpdf_oh_get_key (self->qpdf, element, "/K");
  if (kind == ELEMENT_FIGURE)
    set_alternative (self, element);
  if (qpdf_oh_is_array (self->qpdf, kids))
    walk_kids (self, kids, kind == ELEMENT_ROW, depth);
  else if (qpdf_oh_is_dictionary (self->qpdf, kids))
    {
      ElementKind own = kind_of (self, kids);

      walk (self, kids, own, depth + 1);
      if (kind == ELEMENT_ROW && own == ELEMENT_HEAD)
        set_scope (self, &kids, 1, FALSE);
    }
  let_go (self, kids);
}

/* "/Private << /MCID n >> BDC" becomes "/Artifact BMC". */
static GString *
mark_artifacts (const char *content, gsize length)
{
  static const char tag[] = "/Private <<";
  GString *out = g_string_sized_new (length);
  const char *end = content + length;

  while (content < end)
    {
      const char *found = g_strstr_len (content, end - content, tag);
      const char *stop = found == NULL ? NULL : g_strstr_len (found, end - found, "BDC");

      if (stop == NULL)
        break;
      g_string_append_len (out, content, found - content);
      g_string_append (out, "/Artifact BMC");
      content = stop + strlen ("BDC");
    }
  g_string_append_len (out, content, end - content);
  return out;
}

/* A new stream takes libqpdf a walk through the whole document, so the old one is used again. */
static void
replace_content (Pdf *self, qpdf_oh page, const GString *content)
{
  qpdf_oh old = qpdf_oh_get_key (self->qpdf, page, "/Contents");

  if (qpdf_oh_is_stream (self->qpdf, old))
    qpdf_oh_replace_stream_data (self->qpdf, old, (const unsigned char *) content->str, content->len,
                                 qpdf_oh_new_null (self->qpdf), qpdf_oh_new_null (self->qpdf));
  else
    qpdf_oh_replace_key (self->qpdf, page, "/Contents", stream_new (self, content->str, content->len));
}

static void
fix_page (Pdf *self, qpdf_oh page)
{
  unsigned char *data = NULL;
  size_t length = 0;

  qpdf_oh_replace_key (self->qpdf, page, "/Tabs", qpdf_oh_new_name (self->qpdf, "/S"));
  if (qpdf_oh_get_page_content_data (self->qpdf, page, &data, &length) & QPDF_ERRORS)
    return;
  if (data != NULL)
    {
      g_autoptr (GString) fixed = mark_artifacts ((const char *) data, length);

      replace_content (self, page, fixed);
    }
  /* libqpdf took it from malloc, not from GLib. */
  free (data);
}

/* A CID font must say that its codes are glyph numbers; cairo leaves that out. */
static void
fix_fonts (Pdf *self, qpdf_oh page)
{
  qpdf_oh resources = qpdf_oh_get_key (self->qpdf, page, "/Resources");
  qpdf_oh fonts;

  if (!qpdf_oh_is_dictionary (self->qpdf, resources))
    return;
  fonts = qpdf_oh_get_key (self->qpdf, resources, "/Font");
  if (!qpdf_oh_is_dictionary (self->qpdf, fonts))
    return;
  qpdf_oh_begin_dict_key_iter (self->qpdf, fonts);
  while (qpdf_oh_dict_more_keys (self->qpdf))
    {
      qpdf_oh font = qpdf_oh_get_key (self->qpdf, fonts, qpdf_oh_dict_next_key (self->qpdf));
      qpdf_oh below = qpdf_oh_get_key (self->qpdf, font, "/DescendantFonts");
      qpdf_oh first;

      if (!qpdf_oh_is_array (self->qpdf, below))
        continue;
      first = qpdf_oh_get_array_item (self->qpdf, below, 0);
      qpdf_oh_replace_key (self->qpdf, first, "/CIDToGIDMap",
                           qpdf_oh_new_name (self->qpdf, "/Identity"));
    }
}

/* A link says where it leads. */
static void
fix_links (Pdf *self, qpdf_oh page)
{
  qpdf_oh annotations = qpdf_oh_get_key (self->qpdf, page, "/Annots");
  int n = qpdf_oh_is_array (self->qpdf, annotations)
            ? qpdf_oh_get_array_n_items (self->qpdf, annotations)
            : 0;

  for (int i = 0; i < n; i++, self->n_links++)
    if (self->n_links < self->meta->n_links)
      qpdf_oh_replace_key (
        self->qpdf, qpdf_oh_get_array_item (self->qpdf, annotations, i), "/Contents",
        qpdf_oh_new_unicode_string (self->qpdf, self->meta->links[self->n_links]));
}

static gboolean
fix_document (Pdf *self, GError **error)
{
  qpdf_oh root = qpdf_get_root (self->qpdf);
  int n_pages = qpdf_get_num_pages (self->qpdf);

  set_metadata (self, root);
  self->column_scope = qpdf_oh_parse (self->qpdf, "<</O/Table/Scope/Column>>");
  self->row_scope = qpdf_oh_parse (self->qpdf, "<</O/Table/Scope/Row>>");
  walk (self, qpdf_oh_get_key (self->qpdf, root, "/StructTreeRoot"), ELEMENT_OTHER, 0);
  for (int i = 0; i < n_pages; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->qpdf, (size_t) i);

      fix_page (self, page);
      fix_fonts (self, page);
      fix_links (self, page);
    }
  if (self->n_figures != self->meta->n_alts)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   "%" G_GSIZE_FORMAT " figures in the PDF, %" G_GSIZE_FORMAT
                   " alternative texts", self->n_figures, self->meta->n_alts);
      return FALSE;
    }
  if (self->n_links != self->meta->n_links)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   "%" G_GSIZE_FORMAT " links in the PDF, %" G_GSIZE_FORMAT " of them named",
                   self->n_links, self->meta->n_links);
      return FALSE;
    }
  return check (self, "change", error);
}

static GBytes *
write_bytes (Pdf *self, GError **error)
{
  const unsigned char *data;

  if (qpdf_init_write_memory (self->qpdf) & QPDF_ERRORS)
    {
      check (self, "write", error);
      return NULL;
    }
  qpdf_set_minimum_pdf_version (self->qpdf, "1.7");
  qpdf_set_deterministic_ID (self->qpdf, QPDF_TRUE);
  qpdf_write (self->qpdf);
  if (!check (self, "write", error))
    return NULL;
  data = qpdf_get_buffer (self->qpdf);
  return g_bytes_new (data, qpdf_get_buffer_length (self->qpdf));
}

/**
 * lv_pdf_make_accessible:
 * @pdf: a tagged PDF as cairo wrote it
 * @meta: title, language and alternative texts
 * @error: return location for an error
 *
 * Returns: (transfer full): the PDF with language, alternative texts, XMP and artifacts, or
 *   NULL; the same input gives the same bytes
 */
GBytes *
lv_pdf_make_accessible (GBytes *pdf, const LvPdfMeta *meta, GError **error)
{
  g_auto (qpdf_data) guard = NULL;
  Pdf self = { .meta = meta };
  gsize size = 0;
  const char *data = g_bytes_get_data (pdf, &size);

  self.qpdf = guard = qpdf_init ();
  qpdf_silence_errors (self.qpdf);
  qpdf_set_suppress_warnings (self.qpdf, QPDF_TRUE);
  if (qpdf_read_memory (self.qpdf, "chart.pdf", data, size, NULL) & QPDF_ERRORS)
    {
      check (&self, "read", error);
      return NULL;
    }
  if (!fix_document (&self, error))
    return NULL;
  return write_bytes (&self, error);
}
