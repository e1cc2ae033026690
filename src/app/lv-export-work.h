/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-export-set.h"

G_BEGIN_DECLS

/**
 * LvExportWork:
 *
 * A set that is being made, in threads of its own.
 */
typedef struct _LvExportWork LvExportWork;

LvExportWork *lv_export_work_new (LvExportSet *set, gboolean replace) G_GNUC_WARN_UNUSED_RESULT;
void lv_export_work_free (LvExportWork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvExportWork, lv_export_work_free)

void lv_export_work_stop (LvExportWork *self);
gboolean lv_export_work_look (LvExportWork *self, char **now, guint *n_done, guint *n);

G_END_DECLS
