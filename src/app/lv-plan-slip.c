/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-plan-slip.h"

#include "lv-card-tools.h"

#include <glib/gi18n.h>

/* Lines of the preview; the others are counted. */
#define MOST_LINES 8

struct _LvPlanSlip
{
  GtkWidget parent_instance;

  LvSession *session; /* (owned) */
  char *id;           /* (owned) (nullable): the action that was moved */
  guint count;        /* actions that would follow */
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *lines;
};

G_DEFINE_FINAL_TYPE (LvPlanSlip, lv_plan_slip, GTK_TYPE_WIDGET)

static char *
dup_span (LvPlanSlip *self, const char *start, const char *end)
{
  const LvPack *pack = lv_session_pack (self->session);
  g_autofree char *first = lv_plan_day_words (pack, start);
  g_autofree char *last = lv_plan_day_words (pack, end);

  return g_strdup_printf ("%s%s%s", first, first[0] != '\0' && last[0] != '\0' ? " – " : "", last);
}

static void
append_line (LvPlanSlip *self, GString *out, const LvActionSlip *slip)
{
  g_autofree char *from = dup_span (self, slip->from_start, slip->from_end);
  g_autofree char *to = dup_span (self, slip->to_start, slip->to_end);

  g_string_append_printf (out, "%s%s: %s → %s", out->len > 0 ? "\n" : "", slip->title, from, to);
}

static char *
dup_lines (LvPlanSlip *self, const GPtrArray *slips)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < slips->len && i < MOST_LINES; i++)
    append_line (self, out, g_ptr_array_index (slips, i));
  if (slips->len > MOST_LINES)
    {
      guint rest = slips->len - MOST_LINES;

      g_string_append_c (out, '\n');
      g_string_append_printf (out, ngettext ("and %u more", "and %u more", rest), rest);
    }
  return g_string_free (out, FALSE);
}

/** Shows what would follow now; hidden where nothing would. */
void
lv_plan_slip_update (LvPlanSlip *self)
{
  g_autoptr (GPtrArray) slips = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (LV_IS_PLAN_SLIP (self));
  slips = self->id != NULL ? lv_session_slip (self->session, self->id, NULL, NULL) : NULL;
  self->count = slips != NULL ? slips->len : 0;
  gtk_widget_set_visible (self->box, self->count > 0);
  if (self->count == 0)
    return;
  title = g_strdup_printf (ngettext ("%u action that waits for this one would begin too early:",
                                     "%u actions that wait for this one would begin too early:", self->count),
                           self->count);
  lines = dup_lines (self, slips);
  lv_card_set_text (self->title, title);
  lv_card_set_text (self->lines, lines);
}

/**
 * lv_plan_slip_watch:
 * @id: (nullable): the action that was moved; %NULL for none
 */
void
lv_plan_slip_watch (LvPlanSlip *self, const char *id)
{
  g_autofree char *copy = NULL;

  g_return_if_fail (LV_IS_PLAN_SLIP (self));
  copy = g_strdup (id);
  g_free (self->id);
  self->id = g_steal_pointer (&copy);
  lv_plan_slip_update (self);
}

/** Returns: (transfer none) (nullable): the action that was moved */
const char *
lv_plan_slip_watched (LvPlanSlip *self)
{
  g_return_val_if_fail (LV_IS_PLAN_SLIP (self), NULL);
  return self->id;
}

/** Returns: how many actions would follow */
guint
lv_plan_slip_count (LvPlanSlip *self)
{
  g_return_val_if_fail (LV_IS_PLAN_SLIP (self), 0);
  return self->count;
}

static void
give_focus_back (LvPlanSlip *self)
{
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_BACKWARD);
}

static void
move_cb (LvPlanSlip *self)
{
  g_autofree char *id = g_steal_pointer (&self->id);

  give_focus_back (self);
  if (id != NULL)
    lv_session_apply_slip (self->session, id, NULL, NULL);
  lv_session_end_edit (self->session);
  lv_plan_slip_update (self);
}

static void
leave_cb (LvPlanSlip *self)
{
  give_focus_back (self);
  lv_plan_slip_watch (self, NULL);
}

static void
lv_plan_slip_dispose (GObject *object)
{
  LvPlanSlip *self = LV_PLAN_SLIP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_plan_slip_parent_class)->dispose (object);
}

static void
lv_plan_slip_finalize (GObject *object)
{
  g_free (LV_PLAN_SLIP (object)->id);
  G_OBJECT_CLASS (lv_plan_slip_parent_class)->finalize (object);
}

static void
lv_plan_slip_class_init (LvPlanSlipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_plan_slip_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_plan_slip_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static GtkWidget *
make_button (LvPlanSlip *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
lv_plan_slip_init (LvPlanSlip *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->title = lv_card_label ("", "heading");
  self->lines = lv_card_label ("", NULL);
  gtk_widget_add_css_class (self->box, "lv-slip");
  gtk_widget_set_visible (self->box, FALSE);
  gtk_box_append (GTK_BOX (buttons), make_button (self, _ ("Move These Too"), G_CALLBACK (move_cb)));
  gtk_box_append (GTK_BOX (buttons), make_button (self, _ ("Let Them Stand"), G_CALLBACK (leave_cb)));
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->lines);
  gtk_box_append (GTK_BOX (self->box), buttons);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** Returns: (transfer floating): hidden until an action is watched whose followers would begin too early */
GtkWidget *
lv_plan_slip_new (LvSession *session)
{
  LvPlanSlip *self = g_object_new (LV_TYPE_PLAN_SLIP, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
