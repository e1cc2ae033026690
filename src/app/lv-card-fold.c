/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card-fold.h"

#include "lv-card-tools.h"
#include "lv-line-layout.h"

struct _LvCardFold
{
  GtkWidget parent_instance;

  GtkWidget *button; /* GtkToggleButton */
  GtkWidget *arrow;
  GtkWidget *child;  /* (nullable) */
};

enum
{
  PROP_EXPANDED = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LvCardFold, lv_card_fold, GTK_TYPE_WIDGET)

static void
show_expanded (LvCardFold *self)
{
  gboolean expanded = lv_card_fold_get_expanded (self);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, expanded,
                               -1);
  if (self->child != NULL)
    gtk_widget_set_visible (self->child, expanded);
}

static void
toggled_cb (LvCardFold *self)
{
  show_expanded (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPANDED]);
}

static void
lv_card_fold_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EXPANDED)
    g_value_set_boolean (value, lv_card_fold_get_expanded (LV_CARD_FOLD (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lv_card_fold_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EXPANDED)
    lv_card_fold_set_expanded (LV_CARD_FOLD (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lv_card_fold_dispose (GObject *object)
{
  LvCardFold *self = LV_CARD_FOLD (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (lv_card_fold_parent_class)->dispose (object);
}

static void
lv_card_fold_class_init (LvCardFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lv_card_fold_get_property;
  object_class->set_property = lv_card_fold_set_property;
  object_class->dispose = lv_card_fold_dispose;
  /* Whether what is under the heading is shown. */
  props[PROP_EXPANDED]
      = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
lv_card_fold_init (LvCardFold *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->button = gtk_toggle_button_new ();
  self->arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-end-symbolic", "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_button_set_has_frame (GTK_BUTTON (self->button), FALSE);
  gtk_widget_add_css_class (self->button, "lv-fold");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (toggled_cb), self);
}

/** @heading: (transfer floating): what stands beside the arrow */
LvCardFold *
lv_card_fold_new (GtkWidget *heading)
{
  LvCardFold *self = g_object_new (LV_TYPE_CARD_FOLD, NULL);
  GtkWidget *line = lv_line_box_new (4);

  gtk_widget_set_valign (self->arrow, GTK_ALIGN_START);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (line), self->arrow);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_button_set_child (GTK_BUTTON (self->button), line);
  show_expanded (self);
  return self;
}

/** Sets what is unfolded, once. @child: (transfer floating) */
void
lv_card_fold_set_child (LvCardFold *self, GtkWidget *child)
{
  g_return_if_fail (LV_IS_CARD_FOLD (self) && self->child == NULL);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  show_expanded (self);
}

/** Gives the heading its accessible name. */
void
lv_card_fold_set_name (LvCardFold *self, const char *name)
{
  g_return_if_fail (LV_IS_CARD_FOLD (self));
  lv_card_set_name (self->button, name);
}

void
lv_card_fold_set_expanded (LvCardFold *self, gboolean expanded)
{
  g_return_if_fail (LV_IS_CARD_FOLD (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->button), expanded);
}

gboolean
lv_card_fold_get_expanded (LvCardFold *self)
{
  g_return_val_if_fail (LV_IS_CARD_FOLD (self), FALSE);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->button));
}
