/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LvStatus:
 *
 * What a value is. The Danish words are in the glossary; nothing in the program may blur two of these.
 *
 * @LV_STATUS_ABSENT: outside the range, skipped and not drawn
 * @LV_STATUS_PUBLISHED: printed in a source (kildetal)
 * @LV_STATUS_DERIVED: computed by a formula (beregnet)
 * @LV_STATUS_ASSUMED: somebody's judgement (skøn)
 * @LV_STATUS_IMPORTED: read from a user's file (indlæst)
 * @LV_STATUS_MISSING: not in the sources (mangler)
 * @LV_STATUS_NOT_APPLICABLE: makes no sense here
 * @LV_STATUS_CORRECTED: the meant value where the source printed another (rettet)
 * @LV_STATUS_CHANGED: set in the scenario (ændret i scenariet)
 * @LV_STATUS_SOLVED: found by goal seek or calibration (løst)
 * @LV_STATUS_UNDEFINED: cannot be computed, such as a division by zero (kan ikke beregnes)
 */
typedef enum
{
  LV_STATUS_ABSENT,
  LV_STATUS_PUBLISHED,
  LV_STATUS_DERIVED,
  LV_STATUS_ASSUMED,
  LV_STATUS_IMPORTED,
  LV_STATUS_MISSING,
  LV_STATUS_NOT_APPLICABLE,
  LV_STATUS_CORRECTED,
  LV_STATUS_CHANGED,
  LV_STATUS_SOLVED,
  LV_STATUS_UNDEFINED,
} LvStatus;

const char *lv_status_name (LvStatus status);
gboolean lv_status_parse (const char *name, LvStatus *status);

G_END_DECLS
