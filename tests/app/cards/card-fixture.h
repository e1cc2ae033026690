/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-card.h"

#include <adwaita.h>

/* What the tests of cards share: a session on a small pack of tests/data/app, most often kort, a window to put widgets
 * in, and ways to find what is inside. */

LvSession *fixture_session (void) G_GNUC_WARN_UNUSED_RESULT;
LvSession *fixture_session_of (const char *name) G_GNUC_WARN_UNUSED_RESULT;
LvSession *fixture_session_long (guint n) G_GNUC_WARN_UNUSED_RESULT;
LvSession *fixture_session_in (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
const LvNode *fixture_node (LvSession *session, const char *id);
LvCard *fixture_card (LvSession *session, const char *id);
double fixture_value (LvSession *session, const char *id, gsize cell);
gsize fixture_cell (LvSession *session, const char *id, const char *members);

GtkWidget *fixture_window (GtkWidget *child);
void fixture_close (GtkWidget *window);
int fixture_large_width (GtkWidget *widget);
void fixture_settle (void);

GtkWidget *fixture_find (GtkWidget *widget, GType type, guint index);
GtkWidget *fixture_find_text (GtkWidget *widget, const char *text);
gboolean fixture_press (GtkWidget *widget, guint key);
gboolean fixture_press_with (GtkWidget *widget, guint key, GdkModifierType state);
GtkGesture *fixture_drag (GtkWidget *widget, double x, double y, double dx);
void fixture_leave (GtkWidget *widget);
