/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LvProblem:
 * @file: (nullable): file the problem was found in
 * @line: line in it, from 1; 0 when no line is to blame
 * @group: (nullable): the header, such as "series forbrug"
 * @key: (nullable): the key within the group
 * @text: what is wrong and what was expected, one sentence in the user's language
 *
 * One thing that is wrong in a pack or a document. Reading never stops at the first one.
 */
typedef struct
{
  char *file;
  guint line;
  char *group;
  char *key;
  char *text;
} LvProblem;

/**
 * LvProblems:
 *
 * A growing list of problems. It keeps the first thousand and counts the rest, so that a file of
 * garbage cannot fill memory with complaints.
 */
typedef struct _LvProblems LvProblems;

LvProblems *lv_problems_new (void) G_GNUC_WARN_UNUSED_RESULT;
void lv_problems_free (LvProblems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LvProblems, lv_problems_free)

void lv_problems_add (LvProblems *self, const char *file, guint line, const char *group,
                      const char *key, const char *format, ...) G_GNUC_PRINTF (6, 7);
guint lv_problems_count (const LvProblems *self);
guint lv_problems_kept (const LvProblems *self);
const LvProblem *lv_problems_get (const LvProblems *self, guint index);
void lv_problems_sort (LvProblems *self);
char *lv_problem_to_string (const LvProblem *problem) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
