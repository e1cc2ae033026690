/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-problem.h"

#define MAX_KEPT 1000

struct _LvProblems
{
  GPtrArray *kept; /* (owned) LvProblem */
  guint count;
};

static void
problem_free (gpointer data)
{
  LvProblem *problem = data;

  g_free (problem->file);
  g_free (problem->group);
  g_free (problem->key);
  g_free (problem->text);
  g_free (problem);
}

/** Returns: (transfer full): an empty list */
LvProblems *
lv_problems_new (void)
{
  LvProblems *self = g_new0 (LvProblems, 1);

  self->kept = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

void
lv_problems_free (LvProblems *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * lv_problems_add:
 * @file: (nullable): where, as the user knows it
 * @line: from 1, or 0
 * @group: (nullable): header of the group
 * @key: (nullable): key within it
 * @format: a translated sentence
 *
 * Records one problem.
 */
void
lv_problems_add (LvProblems *self, const char *file, guint line, const char *group,
                 const char *key, const char *format, ...)
{
  LvProblem *problem;
  va_list args;

  self->count++;
  if (self->kept->len >= MAX_KEPT)
    return;
  problem = g_new0 (LvProblem, 1);
  problem->file = g_strdup (file);
  problem->line = line;
  problem->group = g_strdup (group);
  problem->key = g_strdup (key);
  va_start (args, format);
  problem->text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->kept, problem);
}

/** Returns: how many problems were found, also those not kept */
guint
lv_problems_count (const LvProblems *self)
{
  return self->count;
}

/** Returns: how many of them lv_problems_get() can give */
guint
lv_problems_kept (const LvProblems *self)
{
  return self->kept->len;
}

/** Returns: (transfer none): problem number @index */
const LvProblem *
lv_problems_get (const LvProblems *self, guint index)
{
  g_return_val_if_fail (index < self->kept->len, NULL);
  return g_ptr_array_index (self->kept, index);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const LvProblem *left = *(LvProblem *const *) a;
  const LvProblem *right = *(LvProblem *const *) b;
  int by_file = g_strcmp0 (left->file, right->file);

  if (by_file != 0)
    return by_file;
  return (left->line > right->line) - (left->line < right->line);
}

/** Puts the problems in the order of files and lines, as a reader meets them. */
void
lv_problems_sort (LvProblems *self)
{
  g_ptr_array_sort (self->kept, compare);
}

/** Returns: (transfer full): "file:line: [group] key: text", the form used by the command line */
char *
lv_problem_to_string (const LvProblem *problem)
{
  GString *out = g_string_new (NULL);

  if (problem->file != NULL)
    g_string_append_printf (out, "%s:", problem->file);
  if (problem->line > 0)
    g_string_append_printf (out, "%u:", problem->line);
  if (out->len > 0)
    g_string_append_c (out, ' ');
  if (problem->group != NULL)
    g_string_append_printf (out, "[%s] ", problem->group);
  if (problem->key != NULL)
    g_string_append_printf (out, "%s: ", problem->key);
  g_string_append (out, problem->text);
  return g_string_free (out, FALSE);
}
