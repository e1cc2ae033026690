/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What cairo cannot say in a PDF: language, alternative texts, XMP, artifacts.  Given a PDF
 * that cairo wrote with tags, where decoration is tagged "Private" (cairo 1.16 crashes on
 * "Artifact"), libqpdf adds the rest.  After it the file meets the machine checks of PDF/UA. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *title;
  const char *language;         /* "da-DK" */
  const char *const *alts;      /* of the Figure elements, in reading order */
  gsize n_alts;
  const char *author;           /* (nullable) */
  const char *const *links;     /* what each link leads to, in the order of the pages */
  gsize n_links;
} LvPdfMeta;

GBytes *lv_pdf_make_accessible (GBytes *pdf, const LvPdfMeta *meta, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
