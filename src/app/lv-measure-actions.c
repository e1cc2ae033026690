/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-measure-actions.h"

#include "lv-card-tools.h"
#include "lv-local-measure.h"
#include "lv-measure-dialog.h"
#include "lv-measure-part.h"
#include "lv-page.h"

#include <glib/gi18n-lib.h>

/* What a button is about; ids, as the measure may be another item when it is pressed. */
typedef struct
{
  LvSession *session; /* (owned) */
  char *id;           /* (owned) (nullable) */
  gsize cell;
} About;

static void
about_free (gpointer data, GClosure *closure)
{
  About *about = data;

  g_object_unref (about->session);
  g_free (about->id);
  g_free (about);
}

static About *
about_new (LvSession *session, const char *id, gsize cell)
{
  About *about = g_new0 (About, 1);

  about->session = g_object_ref (session);
  about->id = g_strdup (id);
  about->cell = cell;
  return about;
}

static LvPage *
page_of (GtkWidget *widget)
{
  GtkWidget *page = gtk_widget_get_ancestor (widget, LV_TYPE_PAGE);

  return page != NULL ? g_object_ref (LV_PAGE (page)) : NULL;
}

static void
show_measure (LvPage *page, const char *id)
{
  g_autofree char *name = id != NULL ? lv_measure_part_name (id, 0) : NULL;

  if (page != NULL && name != NULL)
    lv_page_show_part (page, name);
}

/* --- What the buttons do */

static void
done_cb (const char *id, gpointer page)
{
  show_measure (page, id);
}

static void
ask (GtkWidget *button, LvSession *session, LvLocalMeasure *measure)
{
  g_autoptr (LvPage) page = page_of (button);

  lv_measure_dialog_run (GTK_WINDOW (gtk_widget_get_root (button)), session, measure, done_cb,
                         g_steal_pointer (&page));
}

static void
new_cb (GtkWidget *button, About *about)
{
  ask (button, about->session, lv_local_measure_new ());
}

static void
edit_cb (GtkWidget *button, About *about)
{
  LvLocalMeasure *measure = lv_session_read_measure (about->session, about->id);

  if (measure != NULL)
    ask (button, about->session, measure);
}

static void
copy_cb (GtkWidget *button, About *about)
{
  g_autoptr (LvPage) page = page_of (button);
  g_autofree char *id = lv_session_duplicate_measure (about->session, about->id, about->cell);

  show_measure (page, id);
}

static void
delete_cb (GtkWidget *button, About *about)
{
  lv_session_delete_measure (about->session, about->id);
}

/* --- Buttons */

static void
add_button (GtkWidget *box, const char *label, const char *name, GCallback callback, About *about)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  lv_card_set_name (button, name);
  g_signal_connect_data (button, "clicked", callback, about, about_free, 0);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * lv_measure_buttons_new:
 * @measure: a [measure] of the pack or of the user's own
 * @cell: of its own shape
 *
 * Returns: (transfer floating): Edit and Delete for one of the user's own, and Copy
 */
GtkWidget *
lv_measure_buttons_new (LvSession *session, const LvItem *measure, gsize cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *edit = g_strdup_printf (_ ("Edit %s"), measure->title);
  g_autofree char *copy = g_strdup_printf (_ ("Copy %s"), measure->title);
  g_autofree char *delete = g_strdup_printf (_ ("Delete %s"), measure->title);

  if (measure->local)
    add_button (box, _ ("Edit…"), edit, G_CALLBACK (edit_cb), about_new (session, measure->id, cell));
  add_button (box, _ ("Copy"), copy, G_CALLBACK (copy_cb), about_new (session, measure->id, cell));
  if (measure->local)
    add_button (box, _ ("Delete"), delete, G_CALLBACK (delete_cb),
                about_new (session, measure->id, cell));
  return box;
}

/** Returns: (transfer floating): the button that asks for a new measure */
GtkWidget *
lv_measure_new_button_new (LvSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_button (box, _ ("New Measure…"), _ ("New Measure…"), G_CALLBACK (new_cb),
              about_new (session, NULL, 0));
  return box;
}
