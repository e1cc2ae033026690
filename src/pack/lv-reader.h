/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-pack.h"
#include "lv-schema.h"

G_BEGIN_DECLS

/* What the modules of the reader share. Nothing outside src/pack includes this file. */

/** Files larger than this are refused. */
#define LV_MAX_FILE_SIZE (16u * 1024 * 1024)

/**
 * _LvPack:
 * @texts: (owned): the files' text, which entries point into
 * @file_names: (owned): the pack's own files, as problems call them
 * @file_bytes: (owned): what stood in each when it was read
 * @ids: id -> LvItem: all kinds but unit, axis, cell and document
 * @renames: old id -> new id, for documents
 * @axes: (element-type LvAxis): owned by the items
 * @infos: (owned): LvCellInfo
 */
struct _LvPack
{
  char *folder;
  GPtrArray *texts;
  GPtrArray *file_names;
  GPtrArray *file_bytes;
  GPtrArray *names;
  GPtrArray *items;
  GPtrArray *by_kind[LV_N_KINDS];
  GHashTable *ids;
  GHashTable *axis_ids;
  GHashTable *unit_ids;
  GHashTable *renames;
  GPtrArray *axes;
  LvUnits *units;
  GPtrArray *infos;
  LvItem *head;
};

/**
 * LvReader:
 * @spreadsheet_names: (owned): name -> LvItem
 * @prefixes: (owned) (nullable): "a." and "a.b." for every id a.b.c, for patterns
 * @searches: nearest names that have been looked for
 * @cells: cells that have been made room for
 * @part: the document's groups stand without its head
 *
 * What is needed only while a pack is read.
 */
typedef struct
{
  LvPack *pack;
  LvProblems *problems;
  GHashTable *spreadsheet_names;
  GHashTable *prefixes;
  guint searches;
  gsize cells;
  gboolean part;
} LvReader;

/** Walks the cells of a place without looking at the others. */
typedef struct
{
  const LvShape *shape;
  const LvPlace *place;
  guint at[LV_MAX_AXES];
  gboolean begun;
} LvCellWalk;

/* lv-reader.c */
char *lv_clip (char *text, gsize most);
void lv_reader_report (LvReader *self, LvItem *item, const LvEntry *entry, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
gboolean lv_token_next (const char **cursor, char separator, GString *token);
gboolean lv_whole_parse (const char *text, guint most, guint *value);
gboolean lv_value_parse (const char *text, double *value, LvStatus *status);
gboolean lv_reader_take_cells (LvReader *self, LvItem *item, const LvEntry *entry, gsize cells);
gboolean lv_cell_walk_next (LvCellWalk *walk, gsize *cell);
LvPiece *lv_piece_at (GArray *pieces, guint index);

/* lv-nearest.c */
const char *lv_nearest_key (const LvReader *self, LvKind kind, const char *key);
const char *lv_nearest_kind (const LvReader *self, const char *name);
const char *lv_nearest_id (LvReader *self, GHashTable *ids, const char *id);
const char *lv_nearest_word (const LvReader *self, const char *words, const char *word,
                             GString *found);
char *lv_nearest_hint (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* lv-refs.c */
LvItem *lv_reader_find (LvReader *self, LvItem *item, const char *id);
LvItem *lv_reader_resolve (LvReader *self, LvItem *item, const LvEntry *entry, const char *id,
                           guint kinds);
LvItem *lv_reader_resolve_cells (LvReader *self, LvItem *item, const LvEntry *entry,
                                 const char *text, guint kinds, const char **members);
LvItem *lv_reader_get_item (LvReader *self, LvItem *item, const char *key, guint kinds);
LvAxis *lv_reader_axis (LvReader *self, LvItem *item, const LvEntry *entry, const char *id);
const LvUnit *lv_reader_unit (LvReader *self, LvItem *item, const LvEntry *entry, const char *text);
gboolean lv_reader_check_pattern (LvReader *self, LvItem *item, const LvEntry *entry,
                                  const char *pattern);
gboolean lv_item_shape (const LvItem *item, LvShape *shape);

/* lv-lines.c */
void lv_reader_read_text (LvReader *self, char *text, gsize length, const char *name,
                          gboolean local);
void lv_reader_read_file (LvReader *self, const char *path, const char *name, gboolean local);

/* lv-structure.c */
void lv_reader_check_structure (LvReader *self, LvItem *item);
void lv_reader_register (LvReader *self, LvItem *item);

/* lv-read-axis.c, lv-read-unit.c */
void lv_reader_read_units (LvReader *self);
void lv_reader_read_axes (LvReader *self);

/* lv-read-common.c */
void lv_reader_resolve_like (LvReader *self);
gboolean lv_reader_shape (LvReader *self, LvItem *item, LvShape *shape, gboolean *given);
int lv_reader_range_end (LvReader *self, LvItem *item, const LvShape *shape, const char *key,
                         int otherwise);
const LvUnit *lv_reader_own_unit (LvReader *self, LvItem *item, gboolean required);
void lv_reader_attributes (LvItem *item, LvAttributes *attributes);
gboolean lv_reader_is_amount (LvReader *self, const LvUnit *unit);
void lv_reader_require_attributes (LvReader *self, LvItem *item, const LvUnit *unit,
                                   const LvAttributes *attributes, guint n);

/* lv-read-*.c: each makes the detail of one kind */
void lv_reader_read_series (LvReader *self, LvItem *item);
void lv_reader_read_cell (LvReader *self, LvItem *item);
void lv_reader_read_parameter (LvReader *self, LvItem *item);
gboolean lv_parameter_parse (const LvParameter *parameter, const char *text, double *value);
gboolean lv_reader_parameter_value (LvReader *self, LvItem *item, const LvEntry *entry,
                                    const LvParameter *parameter, const char *text, double *value);
void lv_reader_read_formula (LvReader *self, LvItem *item);
void lv_reader_read_check (LvReader *self, LvItem *item);
void lv_reader_read_solve (LvReader *self, LvItem *item);
void lv_reader_read_measure (LvReader *self, LvItem *item);
void lv_reader_read_pool (LvReader *self, LvItem *item);
void lv_reader_read_scenario (LvReader *self, LvItem *item);
void lv_reader_check_scenarios (LvReader *self);
void lv_reader_read_table (LvReader *self, LvItem *item);
void lv_reader_read_row (LvReader *self, LvItem *item);
void lv_reader_read_flow (LvReader *self, LvItem *item);
void lv_reader_read_attachment (LvReader *self, LvItem *item);
void lv_reader_read_chart (LvReader *self, LvItem *item);
void lv_reader_read_card (LvReader *self, LvItem *item);
void lv_reader_read_words (LvReader *self, LvItem *item);
void lv_reader_read_action (LvReader *self, LvItem *item);
void lv_reader_read_goal (LvReader *self, LvItem *item);
void lv_reader_check_plan (LvReader *self);
gboolean lv_reader_is_overlay (const LvItem *item);
gboolean lv_reader_takes_away (const LvItem *item, const LvEntry *entry);
void lv_reader_find_overlays (LvReader *self);
void lv_reader_lay_over (LvReader *self);
void lv_reader_read_head (LvReader *self, const char *folder);
void lv_reader_check_renames (LvReader *self);
void lv_reader_check_documents (LvReader *self);
void lv_item_free_detail (LvItem *item);
LvExpr *lv_reader_expression (LvReader *self, LvItem *item, const LvEntry *entry)
    G_GNUC_WARN_UNUSED_RESULT;

/* lv-values.c */
void lv_reader_check_values (LvReader *self, LvItem *item);

/* lv-item.c */
gboolean lv_item_copies (const char *key);

G_END_DECLS
