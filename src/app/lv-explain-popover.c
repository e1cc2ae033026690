/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-explain-popover.h"

#include "lv-card-tools.h"
#include "lv-explain.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* Deep enough for any chain that a person would follow; what was told once is not told again. */
#define DEPTH 30
#define WIDTH 400
#define PARTS_HEIGHT 230

struct _LvExplainPopover
{
  GtkPopover parent_instance;

  /* template */
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *status;
  GtkLabel *formula;
  GtkLabel *origin;
  GtkWidget *parts_title;
  GtkWidget *scroller;
  GtkListBox *parts;

  /* owned */
  LvSession *session;
  GPtrArray *path; /* LvExplanation: what has been followed, the first is what was asked about */
  guint at;        /* which of them is shown */
  gulong changed;
};

G_DEFINE_FINAL_TYPE (LvExplainPopover, lv_explain_popover, GTK_TYPE_POPOVER)

static const LvExplanation *
shown (LvExplainPopover *self)
{
  return g_ptr_array_index (self->path, self->at);
}

/* --- Texts */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static char *
title_of (LvExplainPopover *self, const LvExplanation *of)
{
  const LvPack *pack = lv_session_pack (self->session);
  g_autofree char *title = lv_explanation_title (of);

  if (of->reference)
    return g_strdup_printf ("%s %s", title, lv_text_word (pack, "in-reference", _ ("(baseline)")));
  return g_steal_pointer (&title);
}

static char *
status_of (LvExplainPopover *self, const LvExplanation *of)
{
  const LvPack *pack = lv_session_pack (self->session);
  const char *status = lv_text_status (pack, of->value.status);

  if (of->value.marked)
    return g_strdup_printf ("%s, %s", status, lv_card_not_assessed (pack));
  return g_strdup (status);
}

/* The grundprognose's number, where the scenario has another. */
static char *
status_line (LvExplainPopover *self, const LvExplanation *of)
{
  g_autofree char *status = status_of (self, of);
  g_autofree char *before
      = of->reference || of->printed ? NULL : lv_card_baseline (self->session, of->node, of->cell);

  if (before == NULL)
    return g_steal_pointer (&status);
  return g_strdup_printf ("%s, %s %s", status, _ ("baseline"), before);
}

/* Why it is so, and where it is from. */
static char *
origin_of (LvExplainPopover *self, const LvExplanation *of)
{
  g_autofree char *source = lv_card_origin (lv_session_pack (self->session), of->source, of->place);
  g_autofree char *attributes = lv_text_attributes (lv_session_pack (self->session), of->node);
  const char *lines[] = { of->why, source, attributes };
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && lines[i][0] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (out, FALSE);
}

/* --- Rows */

static GtkWidget *
part_row (LvExplainPopover *self, const LvExplanation *part)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = title_of (self, part);
  g_autofree char *status = status_of (self, part);
  g_autofree char *value
      = lv_text_precise (lv_session_pack (self->session), part->node, part->value);
  g_autofree char *name = g_strdup_printf ("%s: %s, %s", title, value, status);
  GtkWidget *number = gtk_label_new (value);

  gtk_box_append (GTK_BOX (texts), lv_card_label (title, NULL));
  gtk_box_append (GTK_BOX (texts), lv_card_label (status, "caption"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  lv_card_set_name (row, name);
  return row;
}

static void
show_parts (LvExplainPopover *self, const LvExplanation *of)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->parts, 0)) != NULL)
    gtk_list_box_remove (self->parts, GTK_WIDGET (row));
  for (guint i = 0; i < of->parts->len; i++)
    gtk_list_box_append (self->parts, part_row (self, g_ptr_array_index (of->parts, i)));
  gtk_widget_set_visible (self->parts_title, of->parts->len > 0);
  gtk_widget_set_visible (self->scroller, of->parts->len > 0);
}

static void
show (LvExplainPopover *self)
{
  const LvExplanation *of = shown (self);
  const LvPack *pack = lv_session_pack (self->session);
  g_autofree char *title = title_of (self, of);
  g_autofree char *value = lv_text_precise (pack, of->node, of->value);
  g_autofree char *status = status_line (self, of);
  g_autofree char *formula = of->words != NULL ? g_strdup_printf ("= %s", of->words) : NULL;
  g_autofree char *origin = origin_of (self, of);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->value, value);
  show_text (self->status, status);
  show_text (self->formula, formula);
  show_text (self->origin, origin);
  show_parts (self, of);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explain.back", self->at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explain.forward", self->at + 1 < self->path->len);
  lv_card_set_name (GTK_WIDGET (self), title);
}

/* --- Going about */

static void
go (LvExplainPopover *self, guint to)
{
  self->at = to;
  show (self);
  gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvExplainPopover *self = LV_EXPLAIN_POPOVER (widget);

  if (self->at > 0)
    go (self, self->at - 1);
}

static void
forward_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvExplainPopover *self = LV_EXPLAIN_POPOVER (widget);

  if (self->at + 1 < self->path->len)
    go (self, self->at + 1);
}

static void
activated_cb (LvExplainPopover *self, GtkListBoxRow *row)
{
  const LvExplanation *part
      = g_ptr_array_index (shown (self)->parts, (guint) gtk_list_box_row_get_index (row));
  LvExplanation *next = lv_explain_part (lv_session_state (self->session), part, 1);

  g_ptr_array_set_size (self->path, (int) self->at + 1);
  g_ptr_array_add (self->path, next);
  go (self, self->at + 1);
}

/* What is followed stays, with the numbers of now. */
static void
changed_cb (LvExplainPopover *self)
{
  const LvState *state = lv_session_state (self->session);

  for (guint i = 0; i < self->path->len; i++)
    {
      LvExplanation *old = g_ptr_array_index (self->path, i);

      self->path->pdata[i] = lv_explain_part (state, old, 1);
      lv_explanation_free (old);
    }
  show (self);
}

/* --- Copying */

static LvExplanation *
whole (LvExplainPopover *self)
{
  return lv_explain_part (lv_session_state (self->session), shown (self), DEPTH);
}

static void
copy_text_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvExplainPopover *self = LV_EXPLAIN_POPOVER (widget);
  g_autoptr (LvExplanation) of = whole (self);
  g_autofree char *text = lv_explanation_to_text (of, lv_session_state (self->session));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
copy_source_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LvExplainPopover *self = LV_EXPLAIN_POPOVER (widget);
  g_autoptr (LvExplanation) of = whole (self);
  g_autofree char *text = lv_explanation_cite (of, lv_session_state (self->session));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* --- Life */

static gboolean
leave_cb (gpointer data)
{
  GtkWidget *parent = gtk_widget_get_parent (data);

  if (parent != NULL)
    gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* Not at once: the pop-over is still closing itself. */
static void
closed_cb (LvExplainPopover *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, leave_cb, g_object_ref (self), g_object_unref);
}

/* What is explained belongs to a model that is gone, and so may the widget that it stands beside. */
static void
rebuilt_cb (LvExplainPopover *self)
{
  g_clear_signal_handler (&self->changed, self->session);
  closed_cb (self);
}

/* Taken away with what it stands beside it is not hidden, and GTK would keep it, and the pointer with it, for good. */
static void
lv_explain_popover_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lv_explain_popover_parent_class)->unmap (widget);
  gtk_widget_set_visible (widget, FALSE);
}

static void
lv_explain_popover_dispose (GObject *object)
{
  LvExplainPopover *self = LV_EXPLAIN_POPOVER (object);

  if (self->session != NULL)
    g_clear_signal_handler (&self->changed, self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LV_TYPE_EXPLAIN_POPOVER);
  G_OBJECT_CLASS (lv_explain_popover_parent_class)->dispose (object);
}

static void
lv_explain_popover_class_init (LvExplainPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lv_explain_popover_dispose;
  widget_class->unmap = lv_explain_popover_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/ligevaegt/Ligevaegt/lv-explain-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LvExplainPopover, title);
  gtk_widget_class_bind_template_child (widget_class, LvExplainPopover, value);
  gtk_widget_class_bind_template_child (widget_class, LvExplainPopover, status);
  gtk_widget_class_bind_template_child (widget_class, LvExplainPopover, formula);
  gtk_widget_class_bind_template_child (widget_class, LvExplainPopover, origin);
  gtk_widget_class_bind_template_child (widget_class, LvExplainPopover, parts_title);
  gtk_widget_class_bind_template_child (widget_class, LvExplainPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, LvExplainPopover, parts);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_install_action (widget_class, "explain.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "explain.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "explain.copy-text", NULL, copy_text_cb);
  gtk_widget_class_install_action (widget_class, "explain.copy-source", NULL, copy_source_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "explain.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "explain.forward",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "explain.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "explain.copy-source", NULL);
}

static void
lv_explain_popover_init (LvExplainPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->path = g_ptr_array_new_with_free_func ((GDestroyNotify) lv_explanation_free);
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), PARTS_HEIGHT);
}

/**
 * lv_explain_show:
 * @at: the widget that shows the number
 * @where: (nullable): the number's place in @at; the whole of it if %NULL
 * @session: whose scenario it is
 *
 * Opens the explanation of a number beside it. It goes when it is closed, and the focus back.
 */
void
lv_explain_show (GtkWidget *at, const GdkRectangle *where, LvSession *session, const LvNode *node,
                 gsize cell)
{
  LvExplainPopover *self = g_object_new (LV_TYPE_EXPLAIN_POPOVER, NULL);

  self->session = g_object_ref (session);
  g_ptr_array_add (self->path, lv_explain (lv_session_state (session), node, cell, 1));
  self->changed = g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_object (session, "rebuilt", G_CALLBACK (rebuilt_cb), self, G_CONNECT_SWAPPED);
  show (self);
  gtk_widget_set_parent (GTK_WIDGET (self), at);
  if (where != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self), where);
  gtk_popover_popup (GTK_POPOVER (self));
}
