/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-pack.h"

G_BEGIN_DECLS

/**
 * BrokenCheck:
 * @pack: (nullable): what could be read
 *
 * Looks for further problems, as the model does after a pack was read.
 */
typedef void (*BrokenCheck) (LvPack *pack, LvProblems *problems);

void broken_add_tests (const char *with, BrokenCheck check);

G_END_DECLS
