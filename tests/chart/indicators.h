/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shipped pack with a document of 98 municipalities, 12 indicators and 15 years of made-up
 * figures, as a user would read them in. */

#pragma once

#include "lv-model.h"

#define INDICATORS_PLACES 98
#define INDICATORS_KINDS 12
#define INDICATORS_FIRST 2016
#define INDICATORS_YEARS 15

double indicators_value (guint place, guint kind, guint year);
LvModel *indicators_load (void);
