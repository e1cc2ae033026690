/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits the texts of a card: what is written stands in the document, in the place of the pack's text, and what it
 * will look like stands under it. */
#include "lv-words-dialog.h"

#include "lv-card-tools.h"
#include "lv-own-texts.h"
#include "lv-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define TEXT_HEIGHT 140
#define NAME_CHARS 60

typedef struct
{
  GtkWidget *from;    /* (owned) */
  LvSession *session; /* (owned) */
  GStrv ids;          /* (owned): the texts that can be chosen */
  AdwMessageDialog *dialog; /* (borrowed) */
  GtkWidget *which;   /* (nullable): where there is a choice */
  GtkWidget *text;
  GtkWidget *state;   /* whose text it is */
  GtkWidget *preview;
  GtkWidget *error;
} Edit;

static void
edit_free (gpointer data, GClosure *closure)
{
  Edit *self = data;

  g_object_unref (self->from);
  g_object_unref (self->session);
  g_strfreev (self->ids);
  g_free (self);
}

static const char *
chosen (Edit *self)
{
  guint at = self->which != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->which)) : 0;

  return self->ids[MIN (at, g_strv_length (self->ids) - 1)];
}

static const LvItem *
words_of (Edit *self, const char *id)
{
  return lv_pack_find_kind (lv_session_pack (self->session), LV_KIND_WORDS, id);
}

static char *
written (Edit *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static char *
pattern (Edit *self)
{
  return lv_words_pattern (words_of (self, chosen (self)), lv_session_state (self->session),
                           lv_session_base (self->session));
}

static void
changed_cb (Edit *self)
{
  const LvState *state = lv_session_state (self->session);
  const LvState *base = lv_session_base (self->session);
  g_autofree char *text = written (self);
  g_autofree char *before = pattern (self);
  g_autofree char *wrong = lv_words_wrong (text, state, base);
  g_autofree char *filled = lv_words_fill_text (text, state, base, NULL);
  g_autofree char *reason
      = wrong != NULL ? g_strdup_printf (_ ("There is no value “%s”"), wrong) : g_strdup ("");

  lv_card_set_text (self->preview, filled);
  lv_card_set_text (self->error, reason);
  adw_message_dialog_set_response_enabled (self->dialog, "yes",
                                           text[0] != '\0' && wrong == NULL && strcmp (text, before) != 0);
}

static void
fill_in (Edit *self)
{
  gboolean own = lv_own_text_exists (self->session, chosen (self));
  g_autofree char *text = pattern (self);
  g_autofree char *by = lv_own_text_by (self->session, chosen (self));
  g_autofree char *state = !own ? g_strdup (_ ("The pack's text")) : g_strdup_printf (_ ("Edited text: %s"), by);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), text, -1);
  lv_card_set_text (self->state, state);
  adw_message_dialog_set_response_enabled (self->dialog, "reset", own);
  changed_cb (self);
}

static void
response_cb (Edit *self, const char *response)
{
  g_autofree char *text = written (self);

  if (gtk_widget_get_root (self->from) == NULL)
    return;
  if (strcmp (response, "yes") == 0)
    lv_own_text_set (self->session, chosen (self), text);
  else if (strcmp (response, "reset") == 0)
    lv_own_text_set (self->session, chosen (self), NULL);
}

/* Each text by its beginning. */
static GtkWidget *
create_choice (Edit *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *which;

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      g_autofree char *text = lv_words_fill (words_of (self, self->ids[i]), lv_session_state (self->session),
                                             lv_session_base (self->session));
      g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), NAME_CHARS));

      gtk_string_list_append (names, text[0] != '\0' ? start : self->ids[i]);
    }
  which = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  lv_card_set_name (which, _ ("Which text"));
  g_signal_connect_swapped (which, "notify::selected", G_CALLBACK (fill_in), self);
  return which;
}

/* Tab leaves the text, as it holds none. */
static GtkWidget *
create_text (Edit *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->text), 6);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 6);
  lv_card_set_name (self->text, _ ("Text"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed",
                            G_CALLBACK (changed_cb), self);
  return scroller;
}

static GtkWidget *
create_content (Edit *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *text = create_text (self);

  if (self->ids[1] != NULL)
    {
      self->which = create_choice (self);
      gtk_box_append (GTK_BOX (box), self->which);
    }
  self->state = lv_card_label ("", "caption");
  self->preview = lv_card_label ("", NULL);
  self->error = lv_card_label ("", "error");
  gtk_label_set_max_width_chars (GTK_LABEL (self->preview), NAME_CHARS);
  gtk_box_append (GTK_BOX (box), self->state);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), self->error);
  gtk_box_append (GTK_BOX (box), lv_card_label (_ ("What is shown:"), "caption"));
  gtk_box_append (GTK_BOX (box), self->preview);
  return box;
}

static void
add_responses (Edit *self)
{
  adw_message_dialog_add_responses (self->dialog, "no", _ ("_Cancel"), "reset", _ ("_The Pack's Text"), "yes",
                                    _ ("_Use"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "yes", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "yes");
  adw_message_dialog_set_close_response (self->dialog, "no");
}

/**
 * lv_words_dialog_open:
 * @from: a widget of the window
 * @ids: (array zero-terminated=1): [words] of the pack, at least one
 *
 * Lets the user edit one of them.
 *
 * Returns: (transfer none): the dialog
 */
AdwMessageDialog *
lv_words_dialog_open (GtkWidget *from, LvSession *session, const char *const *ids)
{
  Edit *self = g_new0 (Edit, 1);
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _ ("Edit Text"),
                                _ ("Numbers in {braces} follow the scenario. The text stands in your document, and "
                                   "attachments get it too."));

  self->from = g_object_ref (from);
  self->session = g_object_ref (session);
  self->ids = g_strdupv ((char **) ids);
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  add_responses (self);
  adw_message_dialog_set_extra_child (self->dialog, create_content (self));
  fill_in (self);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, edit_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (self->text);
  return self->dialog;
}
