/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-session.h"

G_BEGIN_DECLS

/* Texts and estimates of the pack that the document says anew: [words ID] and [parameter ID]. */

gboolean lv_own_text_exists (LvSession *session, const char *id);
char *lv_own_text_by (LvSession *session, const char *id) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_own_text_set (LvSession *session, const char *id, const char *text);

/**
 * LvOwnEstimate:
 * @low, @high: in the assumption's unit
 * @whose: whose judgement it is; not empty
 * @why: "" when nobody says
 */
typedef struct
{
  double low;
  double high;
  const char *whose;
  const char *why;
} LvOwnEstimate;

gboolean lv_own_estimate_exists (LvSession *session, const LvNode *parameter);
gboolean lv_own_estimate_can (const LvNode *parameter);
gboolean lv_own_estimate_set (LvSession *session, const LvNode *parameter, const LvOwnEstimate *estimate);

G_END_DECLS
