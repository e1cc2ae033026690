/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lv-check.h"
#include "lv-compare.h"
#include "lv-export.h"
#include "lv-state.h"

G_BEGIN_DECLS

/** Exit codes, stable. */
enum
{
  LV_EXIT_OK = 0,
  LV_EXIT_DATA = 1,  /* the pack or document is wrong, or a check fails */
  LV_EXIT_USAGE = 2, /* the command line is wrong */
};

/**
 * LvCli:
 * @changes: what --set and --measure say
 * @danish: numbers in Danish form
 *
 * One call of the command line, read and loaded.
 */
typedef struct
{
  char *pack;
  char *document;
  char *scenario;
  char *format;
  char *profile;
  char *date;
  char *sense;
  char *role;
  guint depth;
  double example;     /* percent of the standard value that a tornado goes where nobody has judged; 0 for none */
  char *mapping;
  char *text_form;
  char *due;
  char *ics;
  char *id;           /* a passport */
  gboolean late;
  gboolean stale;
  gboolean danish;
  LvScenario *changes;
  GPtrArray *words; /* (owned) the command and its arguments */
  GPtrArray *what;  /* (owned) ids that --what names */
  GPtrArray *levers; /* (owned) what --lever says */
  LvModel *model;
  LvState *state;
} LvCli;

int lv_cli_list (LvCli *self);
int lv_cli_show (LvCli *self);
int lv_cli_explain (LvCli *self);
int lv_cli_explain_passport (LvCli *self);
int lv_cli_check (LvCli *self);
int lv_cli_solve (LvCli *self);
int lv_cli_export (LvCli *self);
int lv_cli_compare (LvCli *self);
int lv_cli_bridge (LvCli *self);
int lv_cli_lines (LvCli *self);
int lv_cli_seek (LvCli *self);
int lv_cli_tornado (LvCli *self);
int lv_cli_import (LvCli *self);
int lv_cli_form (LvCli *self);
int lv_cli_plan (LvCli *self);

gboolean lv_cli_read_date (const LvCli *self, LvExportOptions *options);
char *lv_cli_number (const LvCli *self, double value) G_GNUC_WARN_UNUSED_RESULT;
char *lv_cli_value (const LvCli *self, const LvNode *node, double value) G_GNUC_WARN_UNUSED_RESULT;
gboolean lv_cli_is_number (const LvNode *node);
void lv_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void lv_cli_error (const char *format, ...) G_GNUC_PRINTF (1, 2);
void lv_cli_print_problems (LvProblems *problems);
LvModel *lv_cli_load_model (const LvCli *self, const char *document, LvProblems *problems)
    G_GNUC_WARN_UNUSED_RESULT;
void lv_cli_print_rows (const LvCli *self, const LvCompare *compare);
LvItem *lv_cli_find_scenario (const LvModel *model, const char *name);
gboolean lv_cli_has (const LvModel *model, const char *text);
gboolean lv_cli_find_in (const LvModel *model, const char *text, LvNode **node, LvPlace *place);
gboolean lv_cli_find (LvCli *self, const char *text, LvNode **node, LvPlace *place);

G_END_DECLS
