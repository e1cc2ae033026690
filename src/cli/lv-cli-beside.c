/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which scenarios stood beside each other when a comparison was exported: nobody writes that down, so all that a sender
 * could have ticked is tried. Numbers are summed up once for each scenario; a choice of them then costs a few sums. */
#include "lv-cli-beside.h"

/**
 * Search:
 * @inputs: what stands for the numbers of each side
 * @own: which side was exported
 * @chosen: which sides stand beside each other, in their order
 */
typedef struct
{
  const LvSide *sides;
  guint n;
  char **inputs;
  guint own;
  const LvPassport *passport;
  const char *id;
  guint chosen[LV_MAX_SIDES];
  LvBeside *found;
} Search;

static gboolean
has_own (const Search *self, guint n)
{
  for (guint i = 0; i < n; i++)
    if (self->chosen[i] == self->own)
      return TRUE;
  return FALSE;
}

static gboolean
try_chosen (Search *self, guint n)
{
  const char *inputs[LV_MAX_SIDES];
  g_autofree char *beside = NULL;

  for (guint i = 0; i < n; i++)
    inputs[i] = self->inputs[self->chosen[i]];
  beside = lv_passport_beside (inputs, n);
  if (!lv_passport_find_beside (self->passport, self->id, beside, &self->found->hit))
    return FALSE;
  self->found->what = lv_passport_what_beside (self->found->hit.sheet, self->found->hit.n, beside);
  self->found->own = &self->sides[self->own];
  self->found->sides = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->found->sides, g_memdup2 (&self->sides[self->chosen[i]], sizeof (LvSide)));
  return TRUE;
}

/* Adds sides from number @from on to the @n that are chosen. */
static gboolean
choose (Search *self, guint from, guint n)
{
  gboolean own = has_own (self, n);

  if (n > 1 && own && try_chosen (self, n))
    return TRUE;
  for (guint i = from; n < LV_MAX_SIDES && i < self->n && (own || from <= self->own); i++)
    {
      self->chosen[n] = i;
      if (choose (self, i + 1, n + 1))
        return TRUE;
    }
  return FALSE;
}

/**
 * lv_beside_find:
 * @sides: the grundprognose, then all scenarios in their order
 * @id: from lv_passport_read()
 * @found: (out caller-allocates)
 *
 * Returns: whether some of @sides beside each other have that passport
 */
gboolean
lv_beside_find (const LvSide *sides, guint n, const char *id, LvBeside *found)
{
  g_auto (GStrv) inputs = g_new0 (char *, n + 1);
  gboolean any = FALSE;

  *found = (LvBeside){ 0 };
  for (guint i = 0; i < n; i++)
    inputs[i] = lv_passport_inputs (sides[i].state);
  for (guint i = 0; i < n && !any; i++)
    {
      g_autoptr (LvPassport) passport
          = lv_passport_new (sides[i].state, sides[0].state, sides[i].scenario, sides[i].title);
      Search search = { .sides = sides, .n = n, .inputs = inputs, .own = i, .passport = passport, .id = id,
                        .found = found };

      any = choose (&search, 1, 1);
    }
  return any;
}

void
lv_beside_clear (LvBeside *self)
{
  g_clear_pointer (&self->sides, g_ptr_array_unref);
  g_clear_pointer (&self->what, g_free);
}
