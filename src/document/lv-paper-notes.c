/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-paper-notes.h"

#include <glib/gi18n-lib.h>

/** Returns: (transfer full): what the document says of the paper, "" when it says nothing */
char *
lv_paper_note (LvSession *session, const char *id, const char *key)
{
  const LvDocGroup *group = lv_document_find (lv_session_document (session), "paper", id);
  char *text = group != NULL ? lv_doc_group_get (group, key) : NULL;

  return text != NULL ? text : g_strdup ("");
}

static void
set_note (LvSession *session, const LvPaperNote *note)
{
  LvDocument *document = lv_session_document (session);
  LvDocGroup *old = lv_document_find (document, "paper", note->id);
  g_autoptr (LvDocGroup) bare = old == NULL ? lv_doc_group_new ("paper", note->id) : lv_doc_group_ref (old);
  g_autoptr (LvDocGroup) group
      = lv_doc_group_with (bare, note->key, note->text[0] != '\0' ? note->text : NULL);
  g_autoptr (GHashTable) lines = lv_doc_group_lines (group);

  lv_document_replace (document, "", NULL, old,
                       g_hash_table_size (lines) > 0 ? g_steal_pointer (&group) : NULL);
}

/**
 * lv_paper_notes_set:
 * @notes: (array length=n): what is said from now on
 *
 * Writes them into the document; what is another is one step of undo together.
 */
void
lv_paper_notes_set (LvSession *session, const LvPaperNote *notes, guint n)
{
  LvDocument *document = lv_session_document (session);
  guint from = lv_document_n_done (document);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *now = lv_paper_note (session, notes[i].id, notes[i].key);

      if (g_str_equal (now, notes[i].text))
        continue;
      lv_document_end_step (document);
      set_note (session, &notes[i]);
    }
  if (lv_document_n_done (document) > from)
    lv_document_join_steps (document, from, _ ("What is said of the attachments"));
}
