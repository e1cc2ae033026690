/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-bilag.h"
#include "lv-export.h"

G_BEGIN_DECLS

/**
 * LvFact:
 * @label: (owned): "Sagsnummer"
 * @value: (owned): "25/012345"
 * @is_given: the sender said so; else it follows from what is exported
 *
 * One line of what an attachment says of itself: on a cover, at the top of a page, beside tables.
 */
typedef struct
{
  char *label;
  char *value;
  gboolean is_given;
} LvFact;

GPtrArray *lv_paper_facts (const LvBilag *bilag, const LvPaper *paper) G_GNUC_WARN_UNUSED_RESULT;
char *lv_paper_basis (const LvBilag *bilag) G_GNUC_WARN_UNUSED_RESULT;
char *lv_paper_fill (const LvBilag *bilag, const char *word, const char *otherwise, ...)
    G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
char *lv_paper_caption (const LvPart *part, const LvGrid *grid) G_GNUC_WARN_UNUSED_RESULT;
char *lv_paper_of_figure (const LvBilag *bilag, const LvPart *part, const char *number)
    G_GNUC_WARN_UNUSED_RESULT;
char *lv_paper_join (const char *a, const char *b) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_paper_is_number (const LvGrid *grid, guint column);

G_END_DECLS
