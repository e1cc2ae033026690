/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-status.h"

static const char *const names[] = {
  "absent", "published", "derived", "assumed", "imported", "missing",
  "not-applicable", "corrected", "changed", "solved", "undefined",
};

/** Returns: (transfer none): the name in packs and on the command line */
const char *
lv_status_name (LvStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (names), "absent");
  return names[status];
}

/** Returns: %FALSE when no status is called @name */
gboolean
lv_status_parse (const char *name, LvStatus *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *status = (LvStatus) i;
        return TRUE;
      }
  return FALSE;
}
