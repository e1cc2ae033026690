/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

G_BEGIN_DECLS

/** The group of what all papers of a case share; the others have the id of their attachment. */
#define LV_PAPER_ALL "alle"

/**
 * LvPaperNote:
 * @id: %LV_PAPER_ALL or the id of an attachment
 * @key: title, number, document-number, read; of all papers unit and case-number
 * @text: "" for nothing
 */
typedef struct
{
  const char *id;
  const char *key;
  const char *text;
} LvPaperNote;

/* What the sender says of attachments: [paper ID] of the document. */

char *lv_paper_note (LvSession *session, const char *id, const char *key) G_GNUC_WARN_UNUSED_RESULT;
void lv_paper_notes_set (LvSession *session, const LvPaperNote *notes, guint n);

G_END_DECLS
