/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-attributes.h"

#include <string.h>

static const char *const keys[LV_N_ATTRIBUTES] = { "price-level", "basis", "kind", "purse", "type" };

static const char *const basis[] = { "brutto", "netto", "refusion", NULL };
static const char *const kind[] = { "regnskab",           "vedtaget-budget", "korrigeret-budget",
                                    "forventet-regnskab", "prognose",        NULL };
static const char *const purse[] = { "msb",          "mbu",  "anden-afdeling", "kommunen",
                                     "kommunekasse", "stat", "kommunerne",     NULL };
static const char *const type[] = { "service", "overfoersel", "anlaeg", "drift", NULL };

static const char *const *const allowed[LV_N_ATTRIBUTES] = { NULL, basis, kind, purse, type };

/** Returns: (transfer none): the key in packs */
const char *
lv_attribute_key (LvAttribute attribute)
{
  return keys[attribute];
}

/** Returns: (transfer none): the interned value that says that the source does not tell */
const char *
lv_attribute_unknown (void)
{
  return g_intern_static_string ("ikke-oplyst");
}

static gboolean
is_year (const char *value)
{
  return strlen (value) == 4 && strspn (value, "0123456789") == 4;
}

/** Returns: whether a pack may say @value for @attribute */
gboolean
lv_attribute_allowed (LvAttribute attribute, const char *value)
{
  if (strcmp (value, "ikke-oplyst") == 0)
    return TRUE;
  if (attribute == LV_ATTRIBUTE_PRICE_LEVEL)
    return is_year (value) || strcmp (value, "loebende") == 0;
  return g_strv_contains (allowed[attribute], value);
}
