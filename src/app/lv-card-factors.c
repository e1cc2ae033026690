/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-card-factors.h"

#include "lv-card-fold.h"
#include "lv-card-tools.h"
#include "lv-card-wrap.h"
#include "lv-input-list.h"
#include "lv-inputs-of.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ROW_WIDTH 300

struct _LvCardFactors
{
  GtkWidget parent_instance;

  LvCardFold *fold;
  GtkWidget *heading;
  GtkWidget *body;
  GPtrArray *nodes;   /* (owned) LvNode */
  GPtrArray *lists;   /* (owned) LvInputList (borrowed): once it has been unfolded */
  LvSession *session; /* (owned) */
  char *title;        /* (owned): of the measure, for reading aloud */
};

G_DEFINE_FINAL_TYPE (LvCardFactors, lv_card_factors, GTK_TYPE_WIDGET)

static guint
count_missing (LvCardFactors *self)
{
  const LvState *state = lv_session_state (self->session);
  guint count = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const LvNode *node = g_ptr_array_index (self->nodes, i);
      gboolean missing = FALSE;

      for (gsize cell = 0; cell < lv_shape_cells (lv_node_shape (node)) && !missing; cell++)
        missing = lv_node_present (lv_session_model (self->session), node, cell)
                  && isnan (lv_state_number (state, node, cell));
      count += missing ? 1 : 0;
    }
  return count;
}

static void
update_heading (LvCardFactors *self)
{
  guint missing = count_missing (self);
  guint all = self->nodes->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u assumption", "%u assumptions", all), all);
  g_autofree char *text
      = missing > 0 ? g_strdup_printf (ngettext ("%s, %u missing", "%s, %u missing", missing), count,
                                       missing)
                    : g_strdup_printf (_ ("%s, all given"), count);
  g_autofree char *name = g_strdup_printf ("%s: %s", self->title, text);

  lv_card_set_text (self->heading, text);
  lv_card_fold_set_name (self->fold, name);
}

/* Built when it is first looked at: a page may have dozens of measures. */
static void
expanded_cb (LvCardFactors *self)
{
  gboolean expanded = lv_card_fold_get_expanded (self->fold);

  if (expanded && self->lists->len == 0)
    for (guint i = 0; i < self->nodes->len; i++)
      {
        LvInputList *list = lv_input_list_new_for (self->session, g_ptr_array_index (self->nodes, i));

        gtk_widget_set_size_request (GTK_WIDGET (list), ROW_WIDTH, -1);
        gtk_widget_set_valign (GTK_WIDGET (list), GTK_ALIGN_START);
        gtk_box_append (GTK_BOX (self->body), GTK_WIDGET (list));
        g_ptr_array_add (self->lists, list);
      }
  lv_card_factors_update (self);
}

/** Shows the session's values. */
void
lv_card_factors_update (LvCardFactors *self)
{
  g_return_if_fail (LV_IS_CARD_FACTORS (self));
  update_heading (self);
  for (guint i = 0; i < self->lists->len && lv_card_fold_get_expanded (self->fold); i++)
    lv_input_list_update (g_ptr_array_index (self->lists, i));
}

static void
lv_card_factors_dispose (GObject *object)
{
  LvCardFactors *self = LV_CARD_FACTORS (object);
  GtkWidget *fold = GTK_WIDGET (self->fold);

  g_ptr_array_set_size (self->lists, 0);
  self->fold = NULL;
  g_clear_pointer (&fold, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lv_card_factors_parent_class)->dispose (object);
}

static void
lv_card_factors_finalize (GObject *object)
{
  LvCardFactors *self = LV_CARD_FACTORS (object);

  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_ptr_array_unref (self->lists);
  g_free (self->title);
  G_OBJECT_CLASS (lv_card_factors_parent_class)->finalize (object);
}

static void
lv_card_factors_class_init (LvCardFactorsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lv_card_factors_dispose;
  G_OBJECT_CLASS (klass)->finalize = lv_card_factors_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lv_card_factors_init (LvCardFactors *self)
{
  self->lists = g_ptr_array_new ();
  self->heading = lv_card_label ("", NULL);
  self->body = lv_card_wrap_box_new ();
  self->fold = lv_card_fold_new (self->heading);
  lv_card_fold_set_child (self->fold, self->body);
  gtk_widget_set_parent (GTK_WIDGET (self->fold), GTK_WIDGET (self));
  g_signal_connect_swapped (self->fold, "notify::expanded", G_CALLBACK (expanded_cb), self);
}

/* What the measure itself reads, not what others of its pool do. */
static GPtrArray *
factors (LvSession *session, const LvMeasure *measure)
{
  const LvModel *model = lv_session_model (session);
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < measure->effects->len; i++)
    {
      const LvItem *effect = g_array_index (measure->effects, LvEffect, i).effect;
      const LvNode *node = lv_model_find (model, effect->id);
      g_autoptr (GPtrArray) under = node != NULL ? lv_model_parameters_under (model, node) : NULL;

      for (guint k = 0; under != NULL && k < under->len; k++)
        if (!g_ptr_array_find (all, g_ptr_array_index (under, k), NULL))
          g_ptr_array_add (all, g_ptr_array_index (under, k));
    }
  return all;
}

/** Returns: (transfer floating) (nullable): the assumptions under @measure, %NULL when there are none */
GtkWidget *
lv_card_factors_new (LvSession *session, const LvItem *measure)
{
  g_autoptr (GPtrArray) nodes = factors (session, measure->detail);
  LvCardFactors *self;

  if (nodes->len == 0)
    return NULL;
  self = g_object_new (LV_TYPE_CARD_FACTORS, NULL);
  self->session = g_object_ref (session);
  self->nodes = g_steal_pointer (&nodes);
  self->title = g_strdup (measure->title);
  update_heading (self);
  return GTK_WIDGET (self);
}
