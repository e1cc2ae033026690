/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-model.h"
#include "lv-state.h"

G_BEGIN_DECLS

/* What the tests of the model share: packs from tests/data/model or from text, values as short
 * lines.
 *
 * A line shows the cells of one node in order, with semicolons: a number of at most ten digits, ?
 * where it is missing, - where not applicable, ! where it cannot be computed, nothing where it is
 * absent, and a
 * * after what is marked ikke vurderet. */

char *lv_test_folder (const char *name) G_GNUC_WARN_UNUSED_RESULT;
LvModel *lv_test_load (const char *name) G_GNUC_WARN_UNUSED_RESULT;
LvModel *lv_test_load_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
LvModel *lv_test_load_document (const char *name, const char *document) G_GNUC_WARN_UNUSED_RESULT;
LvState *lv_test_state (const LvModel *model, const char *scenario) G_GNUC_WARN_UNUSED_RESULT;
const LvScenario *lv_test_scenario (const LvModel *model, const char *id);
LvNode *lv_test_cell (const LvModel *model, const char *cells, gsize *cell);
char *lv_test_faults (const char *text) G_GNUC_WARN_UNUSED_RESULT;

char *lv_test_line (const LvState *state, const char *cells) G_GNUC_WARN_UNUSED_RESULT;
void lv_test_expect (const LvState *state, const char *cells, const char *line);
void lv_test_set (LvState *state, const char *cells, const char *value);
void lv_test_measure (LvState *state, const char *knob, const char *value);
void lv_test_apply (LvState *state, const char *scenario);
char *lv_test_dump (const LvState *state) G_GNUC_WARN_UNUSED_RESULT;
void lv_test_assert_same (const LvState *a, const LvState *b);
void lv_test_shake (LvState *state, GRand *random);

G_END_DECLS
