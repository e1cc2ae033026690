/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures of the user's own, as groups of the document: read, written, copied and deleted. */
#include "lv-session-private.h"

#include "lv-local-measure.h"
#include "lv-month.h"
#include "lv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The texts of a measure by their keys. */
static const struct
{
  const char *key;
  gsize offset;
} texts[] = {
  { "title", G_STRUCT_OFFSET (LvLocalMeasure, title) },
  { "description", G_STRUCT_OFFSET (LvLocalMeasure, description) },
  { "consequence", G_STRUCT_OFFSET (LvLocalMeasure, consequence) },
  { "owner", G_STRUCT_OFFSET (LvLocalMeasure, owner) },
  { "positions", G_STRUCT_OFFSET (LvLocalMeasure, positions) },
  { "state", G_STRUCT_OFFSET (LvLocalMeasure, state) },
  { "who", G_STRUCT_OFFSET (LvLocalMeasure, who) },
  { "why", G_STRUCT_OFFSET (LvLocalMeasure, why) },
};

static char **
text_at (const LvLocalMeasure *measure, gsize i)
{
  return G_STRUCT_MEMBER_P (measure, texts[i].offset);
}

/** Returns: (transfer none) (nullable): the key of text number @i, and in @text where the measure has it */
const char *
lv_local_measure_text (const LvLocalMeasure *measure, gsize i, char ***text)
{
  if (i >= G_N_ELEMENTS (texts))
    return NULL;
  *text = text_at (measure, i);
  return texts[i].key;
}

static const LvDocGroup *
measure_group (LvSession *self, const char *id)
{
  return lv_document_find (self->document, "measure", id);
}

/** Returns: whether the measure stands in the user's document, and not in the pack */
gboolean
lv_session_measure_is_own (LvSession *self, const char *id)
{
  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  return measure_group (self, id) != NULL;
}

/* --- Reading */

static gboolean
is_effect (const char *key)
{
  return key != NULL && g_str_has_prefix (key, "effect@");
}

static void
read_values (LvLocalEffect *effect, const LvNode *node, const LvDocGroup *series)
{
  const LvShape *shape = lv_node_shape (node);
  g_autofree char *axes = lv_doc_group_get (series, "axes");
  g_autofree char *from = lv_doc_group_get (series, "from");
  g_autofree char *text = lv_doc_group_get (series, "values");
  const LvAxis *axis = shape->n > 0 ? shape->axis[shape->n - 1] : NULL;
  g_auto (GStrv) values = text != NULL ? g_strsplit (text, ";", -1) : NULL;
  int first = from != NULL && axis != NULL ? lv_axis_find (axis, from) : 0;

  effect->fixed = values == NULL || first < 0
                  || strcmp (axes != NULL ? axes : "aar", axis != NULL ? axis->id : "") != 0;
  for (guint i = 0; !effect->fixed && values[i] != NULL; i++)
    {
      double value;

      if (lv_number_parse_c (g_strstrip (values[i]), &value)
          && (guint) first + i < effect->values->len)
        g_array_index (effect->values, double, (guint) first + i) = value;
    }
}

/* "effect@TARGET@members=ID" */
static void
read_effect (LvSession *self, LvLocalMeasure *measure, const LvDocGroup *group, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, "@", 3);
  LvLocalEffect *effect
      = lv_local_measure_add_effect (measure, self, parts[1], parts[2] != NULL ? parts[2] : "");
  const LvDocGroup *series;
  const LvNode *node;
  gsize first;

  effect->series = lv_doc_group_get (group, key);
  series = lv_document_find (self->document, "series", effect->series);
  node = lv_session_effect_node (self, effect, &first);
  if (series != NULL && node != NULL)
    read_values (effect, node, series);
  else
    effect->fixed = TRUE;
}

static void
read_numbers (LvLocalMeasure *measure, const LvDocGroup *group)
{
  g_autofree char *start = lv_doc_group_get (group, "start");
  g_autofree char *phase_in = lv_doc_group_get (group, "phase-in");
  g_autofree char *realisation = lv_doc_group_get (group, "realisation");
  guint64 months;

  if (start != NULL && !lv_month_parse (start, &measure->start))
    measure->start = -1;
  if (phase_in != NULL)
    {
      phase_in[strspn (phase_in, "0123456789")] = '\0';
      if (g_ascii_string_to_unsigned (phase_in, 10, 1, 600, &months, NULL))
        measure->phase_in = (guint) months;
    }
  if (realisation == NULL || !lv_number_parse_c (realisation, &measure->realisation))
    measure->realisation = 100;
}

/** Returns: (transfer full) (nullable): all that the document says of its measure @id; %NULL for one of the
 *   pack */
LvLocalMeasure *
lv_session_read_measure (LvSession *self, const char *id)
{
  const LvDocGroup *group;
  LvLocalMeasure *measure;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, NULL);
  group = measure_group (self, id);
  if (group == NULL)
    return NULL;
  measure = lv_local_measure_new ();
  measure->id = g_strdup (id);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *text = lv_doc_group_get (group, texts[i].key);

      if (text == NULL)
        continue;
      g_free (*text_at (measure, i));
      *text_at (measure, i) = text;
    }
  read_numbers (measure, group);
  for (guint i = 0; i < group->entries->len; i++)
    if (is_effect (g_array_index (group->entries, LvDocEntry, i).key))
      read_effect (self, measure, group, g_array_index (group->entries, LvDocEntry, i).key);
  return measure;
}

/* --- Writing */

static gboolean
is_taken (LvSession *self, const GPtrArray *groups, const char *id)
{
  if (lv_pack_find (lv_model_pack (self->model), id) != NULL)
    return TRUE;
  for (guint i = 0; i < groups->len; i++)
    if (strcmp (((LvDocGroup *) groups->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

/** Returns: (transfer full): @stem with the first number behind that makes an id nobody has */
char *
lv_session_free_id (LvSession *self, const GPtrArray *groups, const char *stem)
{
  char *id = NULL;

  for (guint n = 1; id == NULL || is_taken (self, groups, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s%u", stem, n);
    }
  return id;
}

/** Puts @key=@text into @group, which is given up for the new one; "" takes the line away. */
void
lv_session_write_line (LvDocGroup **group, const char *key, const char *text)
{
  LvDocGroup *other = lv_doc_group_with (*group, key, text);

  lv_doc_group_unref (*group);
  *group = other;
}

static void
write_number (LvDocGroup **group, const char *key, double value, double unsaid)
{
  char buffer[LV_NUMBER_BUFFER];

  lv_session_write_line (group, key, value == unsaid ? NULL : lv_number_format_c (value, buffer));
}

static LvDocGroup *
write_measure (const LvLocalMeasure *measure, const LvDocGroup *old, const char *id)
{
  g_autoptr (LvDocGroup) bare = lv_doc_group_new ("measure", id);
  LvDocGroup *group = lv_doc_group_ref (old != NULL ? (LvDocGroup *) old : bare);
  g_autofree char *start = measure->start >= 0 ? lv_month_format (measure->start) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    lv_session_write_line (&group, texts[i].key, *text_at (measure, i));
  lv_session_write_line (&group, "start", start);
  write_number (&group, "phase-in", measure->phase_in, 1);
  write_number (&group, "realisation", measure->realisation, 100);
  for (guint i = 0; old != NULL && i < old->entries->len; i++)
    if (is_effect (g_array_index (old->entries, LvDocEntry, i).key))
      lv_session_write_line (&group, g_array_index (old->entries, LvDocEntry, i).key, NULL);
  return group;
}

/* The first value that says something, and one behind the last. */
static gboolean
range_of (const LvLocalEffect *effect, guint *from, guint *to)
{
  *from = *to = 0;
  for (guint i = effect->values->len; i > 0; i--)
    if (!isnan (g_array_index (effect->values, double, i - 1)))
      {
        *from = i - 1;
        *to = *to == 0 ? i : *to;
      }
  return *to > 0;
}

static char *
values_text (const LvLocalEffect *effect, guint from, guint to)
{
  GString *out = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      double value = g_array_index (effect->values, double, i);
      char buffer[LV_NUMBER_BUFFER];

      g_string_append_printf (out, "%s%s", i > from ? ";" : "",
                              isnan (value) ? "" : lv_number_format_c (value, buffer));
    }
  return g_string_free (out, FALSE);
}

/* An effect is what its target is: same unit, same price level, same purse. */
static void
write_attributes (LvSession *self, LvDocGroup **group, const LvNode *target)
{
  const LvAttributes *attributes = lv_node_attributes (target);
  int kr = lv_units_find_dimension (lv_pack_units (lv_model_pack (self->model)), "kr");

  if (kr < 0 || lv_node_unit (target)->dimension.exponent[kr] == 0)
    return;
  for (LvAttribute i = 0; i < LV_N_ATTRIBUTES; i++)
    {
      const char *value = attributes->value[i];

      if (i == LV_ATTRIBUTE_KIND)
        value = "prognose";
      lv_session_write_line (group, lv_attribute_key (i),
                             value != NULL ? value : lv_attribute_unknown ());
    }
}

static void
write_no_axes (LvDocGroup **group)
{
  LvDocGroup *other = lv_doc_group_with_nothing (*group, "axes");

  lv_doc_group_unref (*group);
  *group = other;
}

static LvDocGroup *
write_series (LvSession *self, const LvLocalMeasure *measure, const LvLocalEffect *effect,
              const char *id, guint from, guint to)
{
  gsize first;
  const LvNode *target = lv_session_effect_node (self, effect, &first);
  const LvShape *shape = lv_node_shape (target);
  const LvAxis *axis = shape->n > 0 ? shape->axis[shape->n - 1] : NULL;
  const LvDocGroup *old = lv_document_find (self->document, "series", id);
  g_autoptr (LvDocGroup) bare = lv_doc_group_new ("series", id);
  LvDocGroup *group = lv_doc_group_ref (old != NULL ? (LvDocGroup *) old : bare);
  g_autofree char *title = g_strdup_printf (_ ("Effect of %s"), measure->title);
  g_autofree char *values = values_text (effect, from, to);

  lv_session_write_line (&group, "title", title);
  lv_session_write_line (&group, "unit", lv_node_unit (target)->text);
  if (axis != NULL)
    lv_session_write_line (&group, "axes", axis->id);
  else
    write_no_axes (&group);
  lv_session_write_line (&group, "from", axis != NULL ? lv_axis_member (axis, from)->id : NULL);
  lv_session_write_line (&group, "values", values);
  lv_session_write_line (&group, "status", "assumed");
  lv_session_write_line (&group, "edit", "no");
  write_attributes (self, &group, target);
  lv_session_write_line (&group, "who", measure->who);
  lv_session_write_line (&group, "why", measure->why);
  return group;
}

static void
put_group (GPtrArray *groups, LvDocGroup *group)
{
  for (guint i = 0; i < groups->len; i++)
    if (lv_doc_group_is (groups->pdata[i], group->kind, group->id))
      {
        lv_doc_group_unref (groups->pdata[i]);
        groups->pdata[i] = group;
        return;
      }
  g_ptr_array_add (groups, group);
}

static void
take_group (GPtrArray *groups, const char *kind, const char *id)
{
  for (guint i = 0; i < groups->len; i++)
    if (lv_doc_group_is (groups->pdata[i], kind, id))
      {
        g_ptr_array_remove_index (groups, i);
        return;
      }
}

/* Series that held an effect of the measure and hold none any more. */
static void
take_series (GPtrArray *groups, const LvDocGroup *old, const LvDocGroup *now)
{
  for (guint i = 0; old != NULL && i < old->entries->len; i++)
    {
      const LvDocEntry *entry = &g_array_index (old->entries, LvDocEntry, i);
      g_autofree char *id = is_effect (entry->key) ? lv_doc_group_get (old, entry->key) : NULL;
      gboolean kept = id == NULL;

      for (guint k = 0; now != NULL && !kept && k < now->entries->len; k++)
        {
          const LvDocEntry *other = &g_array_index (now->entries, LvDocEntry, k);

          kept = is_effect (other->key) && strcmp (other->value, id) == 0;
        }
      if (!kept && g_str_has_prefix (id, old->id) && id[strlen (old->id)] == '.')
        take_group (groups, "series", id);
    }
}

static void
put_effect (LvSession *self, GPtrArray *groups, LvDocGroup **group, const LvLocalMeasure *measure,
            const LvLocalEffect *effect)
{
  g_autofree char *key = g_strdup_printf ("effect@%s%s%s", effect->target,
                                          effect->members[0] != '\0' ? "@" : "", effect->members);
  g_autofree char *stem = g_strdup_printf ("%s.effekt-", (*group)->id);
  g_autofree char *id = effect->series != NULL ? g_strdup (effect->series)
                                               : lv_session_free_id (self, groups, stem);
  gsize first;
  guint from;
  guint to;

  if (!effect->fixed)
    {
      if (!range_of (effect, &from, &to) || lv_session_effect_node (self, effect, &first) == NULL)
        return;
      put_group (groups, write_series (self, measure, effect, id, from, to));
    }
  lv_session_write_line (group, key, id);
}

static gboolean
has_target_twice (const LvLocalMeasure *measure)
{
  for (guint i = 0; i < measure->effects->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const LvLocalEffect *a = g_ptr_array_index (measure->effects, i);
        const LvLocalEffect *b = g_ptr_array_index (measure->effects, k);

        if (strcmp (a->target, b->target) == 0 && strcmp (a->members, b->members) == 0)
          return TRUE;
      }
  return FALSE;
}

static gboolean
may_put (LvSession *self, const LvLocalMeasure *measure)
{
  if (has_target_twice (measure))
    lv_session_refuse (self, _ ("A measure can have only one effect on the same target."));
  else if (measure->title[0] == '\0')
    lv_session_refuse (self, _ ("A measure needs a title."));
  else if (measure->id != NULL && measure_group (self, measure->id) == NULL)
    lv_session_refuse (self, _ ("The measure stands in the pack. Copy it to change it."));
  else
    return TRUE;
  return FALSE;
}

/** Returns: (transfer full): the id of @measure, which is written in a step called @name */
char *
lv_session_write_measure (LvSession *self, const LvLocalMeasure *measure, const char *name)
{
  GPtrArray *groups = lv_doc_groups_copy (lv_document_groups (self->document));
  const LvDocGroup *old = measure->id != NULL ? measure_group (self, measure->id) : NULL;
  char *id = measure->id != NULL ? g_strdup (measure->id)
                                 : lv_session_free_id (self, groups, "lokal.tiltag-");
  LvDocGroup *group = write_measure (measure, old, id);

  /* Its place, before that of its series, and an id that is taken. */
  put_group (groups, lv_doc_group_ref (group));
  for (guint i = 0; i < measure->effects->len; i++)
    put_effect (self, groups, &group, measure, g_ptr_array_index (measure->effects, i));
  take_series (groups, old, group);
  put_group (groups, group);
  lv_document_end_step (self->document);
  lv_document_edit (self->document, name, NULL, groups);
  lv_document_end_step (self->document);
  return id;
}

/**
 * lv_session_put_measure:
 * @measure: with an id: what one of the user's own says from now on; without one: a new measure
 *
 * Returns: (transfer full) (nullable): its id; %NULL when it was refused
 */
char *
lv_session_put_measure (LvSession *self, const LvLocalMeasure *measure)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (LV_IS_SESSION (self) && measure != NULL, NULL);
  if (!may_put (self, measure))
    return NULL;
  name = g_strdup_printf (measure->id != NULL ? _ ("Edit measure: %s") : _ ("New measure: %s"),
                          measure->title);
  return lv_session_write_measure (self, measure, name);
}

/* --- One value */

/**
 * lv_session_set_measure_effect:
 * @effect: number of the effect, in the order of lv_session_read_measure()
 * @member: of the target's last axis
 * @value: in the target's unit; NaN says nothing
 *
 * Returns: whether there is such a value to edit
 */
gboolean
lv_session_set_measure_effect (LvSession *self, const char *id, guint effect, guint member,
                               double value)
{
  g_autoptr (LvLocalMeasure) measure = lv_session_read_measure (self, id);
  g_autofree char *name = NULL;
  LvLocalEffect *own;

  if (measure == NULL || effect >= measure->effects->len)
    return FALSE;
  own = g_ptr_array_index (measure->effects, effect);
  if (own->fixed || member >= own->values->len)
    return FALSE;
  g_array_index (own->values, double, member) = value;
  name = g_strdup_printf (_ ("Effect of %s"), measure->title);
  g_free (lv_session_write_measure (self, measure, name));
  return TRUE;
}

/* --- Away */

static void
take_from_excludes (LvDocGroup **group, const char *id)
{
  g_autofree char *text = lv_doc_group_get (*group, "excludes");
  g_auto (GStrv) ids = text != NULL ? g_strsplit (text, ";", -1) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (strcmp (g_strstrip (ids[i]), id) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? ";" : "", ids[i]);
  if (text != NULL && strcmp (out->str, text) != 0)
    lv_session_write_line (group, "excludes", out->str);
}

/* "measure lokal.x.on", "because lokal.x.on", "by lokal.x.on" */
static gboolean
speaks_of (const char *key, const char *id)
{
  static const char *const words[] = { "measure ", "because ", "by " };
  gsize length = strlen (id);

  for (gsize i = 0; key != NULL && i < G_N_ELEMENTS (words); i++)
    {
      const char *rest = key + strlen (words[i]);

      if (!g_str_has_prefix (key, words[i]) || strncmp (rest, id, length) != 0 || rest[length] != '.')
        continue;
      rest += length + 1;
      return g_str_has_prefix (rest, "on") || g_str_has_prefix (rest, "scale")
             || g_str_has_prefix (rest, "delay");
    }
  return FALSE;
}

static LvDocGroup *
without (LvDocGroup *from, const char *id)
{
  LvDocGroup *group = lv_doc_group_ref (from);

  for (guint i = 0; i < from->entries->len; i++)
    {
      const char *key = g_array_index (from->entries, LvDocEntry, i).key;

      if (lv_doc_group_is (from, "scenario", NULL) && speaks_of (key, id))
        lv_session_write_line (&group, key, NULL);
    }
  if (lv_doc_group_is (from, "measure", NULL))
    take_from_excludes (&group, id);
  if (lv_doc_group_is (from, "action", NULL))
    {
      g_autofree char *carries = lv_doc_group_get (group, "carries");

      if (g_strcmp0 (carries, id) == 0)
        lv_session_write_line (&group, "carries", NULL);
    }
  return group;
}

/**
 * lv_session_delete_measure:
 *
 * What scenarios say of the measure goes in the same step.
 *
 * Returns: %FALSE when @id is not the user's own
 */
gboolean
lv_session_delete_measure (LvSession *self, const char *id)
{
  const LvDocGroup *own;
  g_autoptr (LvDocGroup) old = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *doomed = g_strdup (id);
  GPtrArray *groups;

  g_return_val_if_fail (LV_IS_SESSION (self) && id != NULL, FALSE);
  own = measure_group (self, id);
  if (own == NULL)
    {
      lv_session_refuse (self, _ ("The measure stands in the pack, so it can't be deleted."));
      return FALSE;
    }
  old = lv_doc_group_ref ((LvDocGroup *) own);
  title = lv_doc_group_get (old, "title");
  name = g_strdup_printf (_ ("Delete measure: %s"), title != NULL ? title : doomed);
  groups = lv_doc_groups_copy (lv_document_groups (self->document));
  take_series (groups, old, NULL);
  take_group (groups, "measure", doomed);
  for (guint i = 0; i < groups->len; i++)
    {
      LvDocGroup *group = groups->pdata[i];

      groups->pdata[i] = without (group, doomed);
      lv_doc_group_unref (group);
    }
  lv_document_end_step (self->document);
  lv_document_edit (self->document, name, NULL, groups);
  lv_document_end_step (self->document);
  return TRUE;
}
