/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-cli.h"
#include "lv-side.h"

G_BEGIN_DECLS

/**
 * LvCliSides:
 * @sides: what the words of the command name
 * @owned: models and states behind them that are not the call's own
 */
typedef struct
{
  LvSide sides[LV_MAX_SIDES];
  guint n;
  GPtrArray *models; /* (owned) LvModel */
  GPtrArray *states; /* (owned) LvState */
  GPtrArray *titles; /* (owned) */
} LvCliSides;

LvCliSides *lv_cli_sides_new (LvCli *cli, guint first_word, int *code) G_GNUC_WARN_UNUSED_RESULT;
void lv_cli_sides_free (LvCliSides *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvCliSides, lv_cli_sides_free)

char *lv_cli_twelve (const LvCli *self, double value) G_GNUC_WARN_UNUSED_RESULT;
char *lv_cli_cell_id (const LvNode *node, gssize cell) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
