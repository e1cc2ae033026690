/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What an amount is besides its unit (section 0 of the domain: what an amount is). */
typedef enum
{
  LV_ATTRIBUTE_PRICE_LEVEL, /* "2025", "loebende", "ikke-oplyst" */
  LV_ATTRIBUTE_BASIS,       /* brutto, netto (efter refusion), refusion */
  LV_ATTRIBUTE_KIND,        /* regnskab, vedtaget-budget, prognose, ... */
  LV_ATTRIBUTE_PURSE,       /* msb, kommunekasse, stat, ... */
  LV_ATTRIBUTE_TYPE,        /* service, overfoersel, anlaeg */
  LV_N_ATTRIBUTES
} LvAttribute;

/**
 * LvAttributes:
 * @value: interned strings, %NULL where nothing is said
 *
 * Compared by pointer: every value is g_intern_string()ed.
 */
typedef struct
{
  const char *value[LV_N_ATTRIBUTES];
} LvAttributes;

const char *lv_attribute_key (LvAttribute attribute);
gboolean lv_attribute_allowed (LvAttribute attribute, const char *value);
const char *lv_attribute_unknown (void);

G_END_DECLS
