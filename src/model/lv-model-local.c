/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document says of its own, laid over a pack. A group that is wrong is left out and told, with what
 * hangs on it; the rest counts. Left out is what lies blank in the text, so that lines keep their numbers. */
#include "lv-model.h"

#include <string.h>

/* After so many rounds of leaving out, a document is not tried any further. */
#define MOST_ROUNDS 200

/* A group of the document by its lines. */
typedef struct
{
  guint line;
  gsize begin, end;
  gboolean out;
} Group;

typedef struct
{
  const LvPack *pack;
  const char *name;
  char *text;    /* (owned): blank where a group is left out */
  gboolean part; /* without [document] */
  GArray *groups;
  LvProblems *problems;
  LvProblems *unplaced;
  gboolean shown_name;
} Local;

static void
find_groups (Local *self)
{
  gboolean begins = TRUE;
  guint line = 1;

  for (gsize i = 0; self->text[i] != '\0'; i++)
    {
      if (begins && self->text[i] == '[')
        {
          Group group = { .line = line, .begin = i };

          if (self->groups->len > 0)
            g_array_index (self->groups, Group, self->groups->len - 1).end = i;
          g_array_append_val (self->groups, group);
        }
      begins = self->text[i] == '\n';
      line += begins;
    }
  if (self->groups->len > 0)
    g_array_index (self->groups, Group, self->groups->len - 1).end = strlen (self->text);
}

/* What a document cannot do without: its head, and scenarios, whose faults are the caller's to tell. */
static gboolean
may_leave_out (const Local *self, const Group *group)
{
  const char *header = self->text + group->begin;

  return !group->out && !g_str_has_prefix (header, "[document ")
         && !g_str_has_prefix (header, "[scenario ");
}

static Group *
group_at (Local *self, guint line)
{
  for (guint i = self->groups->len; i > 0; i--)
    if (g_array_index (self->groups, Group, i - 1).line <= line)
      return &g_array_index (self->groups, Group, i - 1);
  return NULL;
}

static void
blank (char *text, const Group *group)
{
  for (gsize i = group->begin; i < group->end; i++)
    if (text[i] != '\n')
      text[i] = ' ';
  /* Of a blank line only the end is left: one that begins with a space would continue another. */
}

static void
tell (Local *self, const LvProblem *problem)
{
  lv_problems_add (self->unplaced, self->shown_name ? self->name : NULL,
                   self->shown_name ? problem->line : 0, problem->group, problem->key, "%s",
                   problem->text);
}

static void
leave_out (Local *self, Group *group)
{
  group->out = TRUE;
  blank (self->text, group);
}

static gboolean
is_own (const Local *self, const LvProblem *problem)
{
  return g_strcmp0 (problem->file, self->name) == 0;
}

/* Reads with the first @n groups only. */
static LvModel *
try_first (Local *self, guint n, LvProblems *problems)
{
  g_autofree char *text = g_strdup (self->text);

  for (guint i = n; i < self->groups->len; i++)
    blank (text, &g_array_index (self->groups, Group, i));
  return lv_model_new (lv_pack_read_again (self->pack, self->name, text, self->part, problems),
                       problems);
}

static const LvProblem *
first_stray (const Local *self, const LvProblems *problems)
{
  for (guint i = 0; i < lv_problems_kept (problems); i++)
    if (!is_own (self, lv_problems_get (problems, i)))
      return lv_problems_get (problems, i);
  return NULL;
}

/* Leaves out every group that a problem names. Returns: whether there was one */
static gboolean
leave_out_named (Local *self, const LvProblems *problems)
{
  gboolean any = FALSE;

  for (guint i = 0; i < lv_problems_kept (problems); i++)
    {
      const LvProblem *problem = lv_problems_get (problems, i);
      Group *group = is_own (self, problem) ? group_at (self, problem->line) : NULL;

      if (group == NULL || (!group->out && !may_leave_out (self, group)))
        continue;
      tell (self, problem);
      if (!group->out)
        leave_out (self, group);
      any = TRUE;
    }
  return any;
}

/* The pack's own groups are at fault only because of one of the document's: the one with which it begins. */
static gboolean
leave_out_cause (Local *self)
{
  g_autoptr (LvProblems) problems = NULL;
  guint good = 0;
  guint bad = self->groups->len;
  const LvProblem *stray;
  LvProblem told;
  Group *group;

  while (bad - good > 1)
    {
      guint middle = good + (bad - good) / 2;
      g_autoptr (LvProblems) some = lv_problems_new ();
      g_autoptr (LvModel) model = try_first (self, middle, some);

      if (model == NULL && first_stray (self, some) != NULL)
        bad = middle;
      else
        good = middle;
    }
  problems = lv_problems_new ();
  lv_model_free (try_first (self, bad, problems));
  stray = first_stray (self, problems);
  group = bad > 0 ? &g_array_index (self->groups, Group, bad - 1) : NULL;
  if (stray == NULL || group == NULL || !may_leave_out (self, group))
    return FALSE;
  told = *stray;
  told.line = group->line;
  told.key = NULL;
  told.group = g_strndup (self->text + group->begin + 1,
                          strcspn (self->text + group->begin + 1, "]\n"));
  tell (self, &told);
  g_free (told.group);
  leave_out (self, group);
  return TRUE;
}

static void
copy_problems (LvProblems *to, const LvProblems *from)
{
  for (guint i = 0; i < lv_problems_kept (from); i++)
    {
      const LvProblem *problem = lv_problems_get (from, i);

      lv_problems_add (to, problem->file, problem->line, problem->group, problem->key, "%s",
                       problem->text);
    }
}

static LvModel *
lay_over (Local *self)
{
  for (guint round = 0;; round++)
    {
      g_autoptr (LvProblems) problems = lv_problems_new ();
      LvModel *model = try_first (self, self->groups->len, problems);

      if (model != NULL)
        return model;
      if (round >= MOST_ROUNDS || (!leave_out_named (self, problems) && !leave_out_cause (self)))
        {
          copy_problems (self->problems, problems);
          return NULL;
        }
    }
}

/**
 * lv_model_new_over:
 * @pack: what the document is laid over; it is read again, from memory
 * @name: (nullable): what problems call the document; without one they name no lines either
 * @text: a document, or some of its groups
 * @part: they stand without [document id]
 * @problems: gets what is wrong with the pack, the head of the document, and scenarios
 * @unplaced: gets what is wrong with other groups, which are left out, and so are those that need them
 *
 * Returns: (transfer full) (nullable): the model, or %NULL when there are problems
 */
LvModel *
lv_model_new_over (const LvPack *pack, const char *name, const char *text, gboolean part,
                   LvProblems *problems, LvProblems *unplaced)
{
  Local self = { .pack = pack, .name = name != NULL ? name : "*.ligevaegt", .part = part,
                 .problems = problems, .unplaced = unplaced, .shown_name = name != NULL };
  LvModel *model;

  self.text = g_strdup (text);
  self.groups = g_array_new (FALSE, FALSE, sizeof (Group));
  find_groups (&self);
  model = lay_over (&self);
  g_array_unref (self.groups);
  g_free (self.text);
  return model;
}

/**
 * lv_model_load_over:
 * @folder: the pack's folder
 * @document: path of a document that is laid over it
 * @problems: gets what is wrong with the pack, the head of the document, and scenarios
 * @unplaced: gets what is wrong with other groups of the document, which are left out
 *
 * Returns: (transfer full) (nullable): the model, or %NULL when there are problems
 */
LvModel *
lv_model_load_over (const char *folder, const char *document, LvProblems *problems,
                    LvProblems *unplaced)
{
  g_autoptr (LvModel) bare = lv_model_load (folder, NULL, problems);
  g_autofree char *text = bare != NULL ? lv_pack_load_text (document, problems) : NULL;

  if (text == NULL)
    return NULL;
  return lv_model_new_over (lv_model_pack (bare), document, text, FALSE, problems, unplaced);
}
