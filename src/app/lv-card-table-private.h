/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-card.h"
#include "lv-card-table-lines.h"

G_BEGIN_DECLS

/* The card of a table, for the kinds of cards that have one among other things. */
typedef struct
{
  LvCard parent_instance;

  LvTableLines *lines; /* (owned) (nullable): %NULL for a table of words */
  GArray *cells;       /* (owned) Cell, row by row */
  GPtrArray *titles;   /* (owned) (element-type GtkWidget): of the rows, borrowed */
  const LvTable *words; /* (nullable) */
  gboolean shown;      /* the cells have been filled once */
} LvCardTable;

typedef struct
{
  LvCardClass parent_class;
} LvCardTableClass;

G_END_DECLS
