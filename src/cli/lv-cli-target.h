/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-cli-sides.h"
#include "lv-seek.h"

G_BEGIN_DECLS

/** A single value, and what it shall be. */
typedef struct
{
  const LvNode *node;
  gsize cell;
  double goal;
  LvSeekSense sense;
} LvCliTarget;

gboolean lv_cli_parse_number (const LvCli *self, const LvNode *input, const char *text, double *value);
gboolean lv_cli_find_target (LvCli *self, LvCliTarget *target);

G_END_DECLS
