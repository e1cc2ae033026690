/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-state.h"
#include "lv-workbook.h"

G_BEGIN_DECLS

typedef enum
{
  LV_PROFILE_BILAG,      /* for publishing */
  LV_PROFILE_BEREGNING,  /* for checking and continuing */
  LV_PROFILE_PDF,        /* for reading, on paper too */
  LV_PROFILE_ICS,        /* its plans as a calendar */
  LV_N_PROFILES
} LvProfile;

/**
 * LvExportOptions:
 * @folder: where files go; it is made when it is not there
 * @scenario: (nullable): the scenario's title
 * @year, @month, @day: the date in the files
 * @what: (nullable) (element-type utf8): of lv_export_set(): ids of the attachments and charts that are
 *   wanted; %NULL for all
 * @only: of lv_export_set(): one profile, and no charts; %LV_N_PROFILES for all
 */
typedef struct
{
  const char *folder;
  const char *scenario;
  int year, month, day;
  const GPtrArray *what;
  LvProfile only;
} LvExportOptions;

const char *lv_profile_name (LvProfile profile);
gboolean lv_profile_parse (const char *name, LvProfile *profile);
gboolean lv_attachment_has_profile (const LvItem *attachment, LvProfile profile);
char *lv_export_attachment (const LvState *state, const LvState *base, const LvItem *attachment,
                            LvProfile profile, const LvExportOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
