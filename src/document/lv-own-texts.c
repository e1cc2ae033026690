/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-own-texts.h"

#include "lv-session-private.h"
#include "lv-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- Texts */

/** Returns: whether the document has a text of its own in the place of the pack's [words @id] */
gboolean
lv_own_text_exists (LvSession *session, const char *id)
{
  return lv_document_find (lv_session_document (session), "words", id) != NULL;
}

/** Returns: (transfer full): who wrote it and when, "" when nobody says */
char *
lv_own_text_by (LvSession *session, const char *id)
{
  const LvDocGroup *group = lv_document_find (lv_session_document (session), "words", id);
  char *by = group != NULL ? lv_doc_group_get (group, "by") : NULL;

  return by != NULL ? by : g_strdup ("");
}

static LvDocGroup *
text_group (LvSession *session, const char *id, const char *text)
{
  g_autoptr (LvDocGroup) bare = lv_doc_group_new ("words", id);
  g_autoptr (LvDocGroup) said = lv_doc_group_with (bare, "text", text);
  g_autofree char *by = lv_session_signature (session);

  return lv_doc_group_with (said, "by", by);
}

/* The beginning says which text it is. */
static char *
beginning (const char *text)
{
  const gsize most = 40;
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  g_autofree char *start = NULL;

  if ((gsize) g_utf8_strlen (line, -1) <= most)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, (long) most);
  return g_strconcat (start, "…", NULL);
}

/**
 * lv_own_text_set:
 * @id: of [words] of the pack
 * @text: (nullable): with {placeholders} as packs write them; %NULL takes the pack's text again
 *
 * Returns: %FALSE when a placeholder names no value; "refused" has said which
 */
gboolean
lv_own_text_set (LvSession *session, const char *id, const char *text)
{
  LvDocument *document = lv_session_document (session);
  LvDocGroup *old = lv_document_find (document, "words", id);
  g_autofree char *wrong
      = text != NULL ? lv_words_wrong (text, lv_session_state (session), lv_session_base (session)) : NULL;
  g_autofree char *start = NULL;
  g_autofree char *name = NULL;

  if (wrong != NULL)
    {
      g_autofree char *reason = g_strdup_printf (_ ("There is no value “%s”"), wrong);

      lv_session_refuse (session, reason);
      return FALSE;
    }
  if (text == NULL && old == NULL)
    return TRUE;
  start = text != NULL ? beginning (text) : NULL;
  name = text != NULL ? g_strdup_printf (_ ("Edit text: %s"), start) : g_strdup (_ ("Take the pack's text again"));
  lv_document_end_step (document);
  lv_document_replace (document, name, NULL, old, text != NULL ? text_group (session, id, text) : NULL);
  return TRUE;
}

/* --- Estimates */

static LvDocGroup *
estimate_group (LvSession *session, const LvNode *parameter)
{
  return lv_document_find (lv_session_document (session), "parameter", lv_node_id (parameter));
}

/** Returns: whether low and high of @parameter are the user's */
gboolean
lv_own_estimate_exists (LvSession *session, const LvNode *parameter)
{
  return estimate_group (session, parameter) != NULL;
}

/** Returns: whether somebody may judge low and high of @parameter: it is a number or a month of the pack */
gboolean
lv_own_estimate_can (const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);

  return parameter != NULL && parameter->role != LV_ROLE_VIEW && !lv_node_item (node)->local
         && parameter->input == LV_INPUT_NUMBER;
}

static LvDocGroup *
make_estimate (LvSession *session, const LvNode *parameter, const LvOwnEstimate *estimate)
{
  g_autoptr (LvDocGroup) bare = lv_doc_group_new ("parameter", lv_node_id (parameter));
  g_autofree char *low = lv_change_value (parameter, estimate->low);
  g_autofree char *high = lv_change_value (parameter, estimate->high);
  g_autofree char *by = g_strdup_printf ("%s%s%s", estimate->whose, session->today[0] != '\0' ? ", " : "",
                                         session->today);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  const char *const lines[][2] = { { "low", low }, { "high", high }, { "estimate-by", by },
                                   { "estimate-why", estimate->why[0] != '\0' ? estimate->why : NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_ptr_array_add (keys, (gpointer) lines[i][0]);
      g_ptr_array_add (texts, (gpointer) lines[i][1]);
    }
  return lv_doc_group_with_lines (bare, keys, texts);
}

static const char *
why_not (const LvNode *node, const LvOwnEstimate *estimate)
{
  const LvParameter *parameter = lv_node_parameter (node);

  if (!lv_own_estimate_can (node))
    return _ ("Low and high are given of the pack's assumptions only.");
  if (!isfinite (estimate->low) || !isfinite (estimate->high) || estimate->low >= estimate->high)
    return _ ("High must be above low.");
  if (estimate->low < parameter->min || estimate->high > parameter->max)
    return _ ("Low or high is outside of what can be entered.");
  if (estimate->whose[0] == '\0')
    return _ ("A judgement needs somebody whose it is.");
  return NULL;
}

/**
 * lv_own_estimate_set:
 * @parameter: a number of the pack
 * @estimate: (nullable): %NULL takes the user's away
 *
 * Says what somebody judges low and high to be. It is the document's, the same in all scenarios, and no change.
 *
 * Returns: %FALSE when it can't be; "refused" has said why
 */
gboolean
lv_own_estimate_set (LvSession *session, const LvNode *parameter, const LvOwnEstimate *estimate)
{
  LvDocGroup *old = estimate_group (session, parameter);
  const char *reason = estimate != NULL ? why_not (parameter, estimate) : NULL;
  g_autofree char *name = NULL;

  if (reason != NULL)
    {
      lv_session_refuse (session, reason);
      return FALSE;
    }
  if (estimate == NULL && old == NULL)
    return TRUE;
  name = g_strdup_printf (estimate != NULL ? _ ("Low and high of %s") : _ ("Remove low and high of %s"),
                          lv_node_title (parameter));
  lv_document_end_step (lv_session_document (session));
  lv_document_replace (lv_session_document (session), name, NULL, old,
                       estimate != NULL ? make_estimate (session, parameter, estimate) : NULL);
  return TRUE;
}
