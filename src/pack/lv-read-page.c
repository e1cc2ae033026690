/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

/** Checks what only kinds that plan, show and export have. */
void
lv_reader_read_page_kind (LvReader *self, LvItem *item)
{
}
