/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LvZip:
 *
 * A zip file on its way, in memory. Its entries have no dates and no owners, so that the same contents give the same bytes.
 */
typedef struct _LvZip LvZip;

LvZip *lv_zip_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lv_zip_free (LvZip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvZip, lv_zip_free)

void lv_zip_add (LvZip *self, const char *name, const char *data, gsize length);
GBytes *lv_zip_finish (LvZip *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
