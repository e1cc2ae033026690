/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LvKeep:
 *
 * What a user has done to widgets that are about to be made anew: where the focus stands, what is unfolded,
 * scrolled, chosen and typed. Widgets are known by their way from the root: by their name where they have
 * one (gtk_widget_set_name()), else by their type and place among their likes.
 */
typedef struct _LvKeep LvKeep;

LvKeep *lv_keep_new (GtkWidget *root, gboolean choices) G_GNUC_WARN_UNUSED_RESULT;
void lv_keep_free (LvKeep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvKeep, lv_keep_free)
void lv_keep_restore (LvKeep *self, GtkWidget *root);

G_END_DECLS
