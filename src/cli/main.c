/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ligevaegt-cli: everything without a display. docs/command-line.md describes it; it is stable. */
#include "lv-cli.h"

#include "lv-action-plan.h"

#include "lv-config.h"
#include "lv-month.h"
#include "lv-number.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gprintf.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static const char usage[]
    = "usage: ligevaegt-cli [--pack DIR] [--document FILE] [--scenario NAME]\n"
      "                     [--set ID=VALUE | --set ID@MEMBERS=VALUE\n"
      "                      | --measure ID=on|off|PERCENT|+MONTHS]...\n"
      "                     [--locale da] COMMAND\n"
      "commands:\n"
      "  list [--format text|csv|json]   every value, a row each\n"
      "  show ID                         what an id is and its values\n"
      "  explain ID[@MEMBERS]            how a number was computed\n"
      "  explain --id PASSPORT           which table or figure that is, and its numbers\n"
      "  check                           run the checks; 0 when all hold or are known\n"
      "  solve ID                        find what it takes\n"
      "  compare [SIDE]... [--what ID[@MEMBERS]]...\n"
      "                                  values and inputs side by side\n"
      "  bridge ID[@MEMBERS] [SIDE [SIDE]]  why it is another number, by cause\n"
      "  lines ID@FROM ID@TO [--depth N]  along which lines of its sum it changes\n"
      "  seek [ID@MEMBERS=VALUE] --lever ID[@MEMBERS][=LOW..HIGH][*WEIGHT]...\n"
      "       [--sense equal|at-most|at-least]  what it takes\n"
      "  tornado [ID@MEMBERS] [--role assumption|lever|all] [--example PERCENT]\n"
      "                                    what means most\n"
      "  export DIR [--profile bilag|beregning|pdf|ics|html|csv] [--what ID]... [--date YYYY-MM-DD]\n"
      "                                  write the attachments\n"
      "  import FILE [--mapping TEXT] [--text-form FORM]\n"
      "                                  what a CSV file or a workbook would change\n"
      "  form FILE [--what ID]... [--date YYYY-MM-DD]\n"
      "                                  a workbook that asks for what is missing or assumed\n"
      "  template FILE [--what ID]... [--date YYYY-MM-DD]\n"
      "                                  the same for every figure, also those that are known\n"
      "  plan [--what PLAN]... [--due DATE] [--late] [--stale] [--date TODAY] [--ics FILE]\n"
      "                                  the actions of the plans, or a calendar of them\n"
      "SIDE: base, now, a scenario, or FILE.ligevaegt[:SCENARIO]\n";

/** Writes to standard output: UTF-8 in every locale, which g_print() would convert. */
void
lv_cli_print (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_vfprintf (stdout, format, args);
  va_end (args);
}

/** Writes one line to standard error. */
void
lv_cli_error (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_fprintf (stderr, "ligevaegt-cli: %s\n", text);
}

static int
usage_error (const char *what, const char *word)
{
  lv_cli_error ("%s: %s", what, word);
  g_fprintf (stderr, "%s", usage);
  return LV_EXIT_USAGE;
}

/** Returns: (transfer full): a number in the form that was asked for */
char *
lv_cli_number (const LvCli *self, double value)
{
  char buffer[LV_NUMBER_BUFFER];

  if (isnan (value))
    return g_strdup ("");
  if (self->danish)
    return lv_number_format_da (value, -1);
  return g_strdup (lv_number_format_c (value, buffer));
}

/** Whether the values of @node are numbers, and not on or off, a month or a member. */
gboolean
lv_cli_is_number (const LvNode *node)
{
  const LvParameter *parameter = lv_node_parameter (node);

  return parameter == NULL || parameter->input == LV_INPUT_NUMBER;
}

/** Returns: (transfer full): a value of @node as --set would take it; "" when it is missing */
char *
lv_cli_value (const LvCli *self, const LvNode *node, double value)
{
  const LvParameter *parameter = lv_node_parameter (node);

  if (isnan (value))
    return g_strdup ("");
  switch (parameter != NULL ? parameter->input : LV_INPUT_NUMBER)
    {
    case LV_INPUT_SWITCH:
      return g_strdup (value != 0 ? "on" : "off");
    case LV_INPUT_MEMBER:
      return g_strdup (lv_axis_member (parameter->axis, (guint) value)->id);
    case LV_INPUT_MONTH:
      return lv_month_format ((int) value);
    default:
      return lv_cli_number (self, value);
    }
}

static char *
to_c (const LvCli *self, const char *value)
{
  char buffer[LV_NUMBER_BUFFER];
  double number;

  if (self->danish && lv_number_parse_da (value, &number))
    return g_strdup (lv_number_format_c (number, buffer));
  return g_strdup (value);
}

/* ID@MEMBERS=VALUE */
static gboolean
take_set (LvCli *self, const char *text)
{
  const char *equals = strchr (text, '=');
  g_autofree char *left = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  g_autofree char *value = NULL;
  char *at;

  if (left == NULL || left[0] == '\0')
    return FALSE;
  value = to_c (self, equals + 1);
  at = strchr (left, '@');
  if (at != NULL)
    *at = '\0';
  lv_scenario_set (self->changes, LV_CHANGE_SET, left, NULL, at != NULL ? at + 1 : "", value);
  return TRUE;
}

/* ID=on|off|PERCENT|+MONTHS */
static gboolean
take_measure (LvCli *self, const char *text)
{
  const char *equals = strchr (text, '=');
  g_autofree char *left = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  g_autofree char *value = NULL;
  const char *members = "";
  const char *property;
  char *at;

  if (left == NULL || left[0] == '\0' || equals[1] == '\0')
    return FALSE;
  at = strchr (left, '@');
  if (at != NULL)
    {
      *at = '\0';
      members = at + 1;
    }
  property = strcmp (equals + 1, "on") == 0 || strcmp (equals + 1, "off") == 0 ? "on"
             : equals[1] == '+'                                                ? "delay"
                                                                               : "scale";
  value = to_c (self, equals[1] == '+' ? equals + 2 : equals + 1);
  lv_scenario_set (self->changes, LV_CHANGE_MEASURE, left, property, members, value);
  return TRUE;
}

static const char *const formats[] = { "text", "csv", "json", NULL };
static const char *const senses[] = { "equal", "at-most", "at-least", NULL };
static const char *const roles[] = { "assumption", "lever", "all", NULL };

/* Whether an option that takes one of a few words has one of them. */
static gboolean
is_allowed (const LvCli *self, char **place, const char *value)
{
  const char *const *words = place == &self->format  ? formats
                             : place == &self->sense ? senses
                             : place == &self->role  ? roles
                                                     : NULL;

  return value != NULL && (words == NULL || g_strv_contains (words, value));
}

/* Options that may be given several times. */
static gboolean
take_list (LvCli *self, const char *name, const char *value, gboolean *ok)
{
  GPtrArray *list = strcmp (name, "--what") == 0    ? self->what
                    : strcmp (name, "--lever") == 0 ? self->levers
                                                    : NULL;

  if (list == NULL)
    return FALSE;
  *ok = value != NULL;
  if (value != NULL)
    g_ptr_array_add (list, g_strdup (value));
  return TRUE;
}

static gboolean
take_depth (LvCli *self, const char *value)
{
  guint64 depth;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, 100, &depth, NULL))
    return FALSE;
  self->depth = (guint) depth;
  return TRUE;
}

static gboolean
take_example (LvCli *self, const char *value)
{
  return value != NULL && lv_number_parse_c (value, &self->example) && self->example > 0;
}

static gboolean
take_option (LvCli *self, const char *name, const char *value, gboolean *ok)
{
  char **place = strcmp (name, "--pack") == 0       ? &self->pack
                 : strcmp (name, "--document") == 0 ? &self->document
                 : strcmp (name, "--scenario") == 0 ? &self->scenario
                 : strcmp (name, "--format") == 0   ? &self->format
                 : strcmp (name, "--profile") == 0  ? &self->profile
                 : strcmp (name, "--date") == 0     ? &self->date
                 : strcmp (name, "--sense") == 0    ? &self->sense
                 : strcmp (name, "--role") == 0     ? &self->role
                 : strcmp (name, "--mapping") == 0  ? &self->mapping
                 : strcmp (name, "--text-form") == 0 ? &self->text_form
                 : strcmp (name, "--due") == 0       ? &self->due
                 : strcmp (name, "--ics") == 0       ? &self->ics
                 : strcmp (name, "--id") == 0        ? &self->id
                                                    : NULL;

  *ok = is_allowed (self, place, value);
  if (place != NULL)
    {
      g_free (*place);
      *place = g_strdup (value);
      return TRUE;
    }
  if (take_list (self, name, value, ok))
    return TRUE;
  if (strcmp (name, "--example") == 0)
    {
      *ok = take_example (self, value);
      return TRUE;
    }
  if (strcmp (name, "--depth") == 0)
    {
      *ok = take_depth (self, value);
      return TRUE;
    }
  if (strcmp (name, "--locale") == 0)
    {
      *ok = g_strcmp0 (value, "da") == 0 || g_strcmp0 (value, "C") == 0;
      self->danish = g_strcmp0 (value, "da") == 0;
      return TRUE;
    }
  if (strcmp (name, "--set") == 0)
    {
      *ok = value != NULL && take_set (self, value);
      return TRUE;
    }
  if (strcmp (name, "--measure") == 0)
    {
      *ok = value != NULL && take_measure (self, value);
      return TRUE;
    }
  return FALSE;
}

/* Options without a value. */
static gboolean
take_flag (LvCli *self, const char *name)
{
  gboolean *place = strcmp (name, "--late") == 0    ? &self->late
                    : strcmp (name, "--stale") == 0 ? &self->stale
                                                    : NULL;

  if (place != NULL)
    *place = TRUE;
  return place != NULL;
}

static int
parse (LvCli *self, int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      gboolean ok = TRUE;

      if (strcmp (argv[i], "--help") == 0)
        {
          lv_cli_print ("%s", usage);
          return -1;
        }
      if (strcmp (argv[i], "--version") == 0)
        {
          lv_cli_print ("ligevaegt-cli %s\n", LV_VERSION);
          return -1;
        }
      if (argv[i][0] != '-')
        {
          g_ptr_array_add (self->words, g_strdup (argv[i]));
          continue;
        }
      if (take_flag (self, argv[i]))
        continue;
      if (!take_option (self, argv[i], i + 1 < argc ? argv[i + 1] : NULL, &ok))
        return usage_error (_ ("unknown option"), argv[i]);
      if (!ok)
        return usage_error (_ ("bad or missing value of option"), argv[i]);
      i++;
    }
  if (self->words->len == 0)
    return usage_error (_ ("no command"), "ligevaegt-cli");
  return LV_EXIT_OK;
}

static char *
default_pack (void)
{
  const char *data = g_getenv ("LIGEVAEGT_DATA");

  return g_build_filename (data != NULL ? data : LV_DATADIR, "aarhus-2025", NULL);
}

/** Writes every problem, a line each. */
void
lv_cli_print_problems (LvProblems *problems)
{
  guint kept = lv_problems_kept (problems);

  lv_problems_sort (problems);
  for (guint i = 0; i < kept; i++)
    {
      g_autofree char *text = lv_problem_to_string (lv_problems_get (problems, i));

      g_fprintf (stderr, "%s\n", text);
    }
  if (lv_problems_count (problems) > kept)
    g_fprintf (stderr, _ ("and %u more\n"), lv_problems_count (problems) - kept);
}

/* What is wrong in --set and --measure stands in no file. */
static void
print_bad_changes (const LvProblems *problems)
{
  for (guint i = 0; i < lv_problems_kept (problems); i++)
    {
      const LvProblem *problem = lv_problems_get (problems, i);

      lv_cli_error ("%s: %s", problem->key, problem->text);
    }
}

/** Returns: (transfer none) (nullable): the scenario of that id or, failing that, title */
LvItem *
lv_cli_find_scenario (const LvModel *model, const char *name)
{
  const LvPack *pack = lv_model_pack (model);
  const GPtrArray *all = lv_pack_items (pack, LV_KIND_SCENARIO);
  LvItem *item = lv_pack_find_kind (pack, LV_KIND_SCENARIO, name);

  for (guint i = 0; item == NULL && i < all->len; i++)
    if (g_strcmp0 (((LvItem *) g_ptr_array_index (all, i))->title, name) == 0)
      item = g_ptr_array_index (all, i);
  return item;
}

/**
 * lv_cli_load_model:
 * @document: (nullable): a file that is laid over the pack
 *
 * What the document says of its own and is wrong is told and left out.
 *
 * Returns: (transfer full) (nullable): the model; %NULL when there are @problems
 */
LvModel *
lv_cli_load_model (const LvCli *self, const char *document, LvProblems *problems)
{
  g_autoptr (LvProblems) unplaced = lv_problems_new ();
  LvModel *model;

  if (document == NULL)
    return lv_model_load (self->pack, NULL, problems);
  model = lv_model_load_over (self->pack, document, problems, unplaced);
  if (lv_problems_count (unplaced) > 0)
    lv_cli_error (_ ("left out, as it has no place:"));
  lv_cli_print_problems (unplaced);
  return model;
}

static int
load (LvCli *self)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvItem *item = NULL;

  if (self->pack == NULL)
    self->pack = default_pack ();
  self->model = lv_cli_load_model (self, self->document, problems);
  if (self->model == NULL)
    {
      lv_cli_print_problems (problems);
      return LV_EXIT_DATA;
    }
  lv_plan_order_model (self->model);
  self->state = lv_state_new (self->model);
  if (self->scenario != NULL)
    {
      item = lv_cli_find_scenario (self->model, self->scenario);
      if (item == NULL)
        {
          lv_cli_error (_ ("there is no scenario “%s”"), self->scenario);
          return LV_EXIT_USAGE;
        }
      lv_state_apply (self->state, lv_model_pack (self->model), item->detail, problems);
      if (lv_problems_count (problems) > 0)
        {
          lv_cli_print_problems (problems);
          return LV_EXIT_DATA;
        }
      self->changes->parent = g_strdup (item->id);
    }
  /* As a child of the scenario, so that a measure's delay adds to its action's as it would there. */
  lv_state_apply (self->state, lv_model_pack (self->model), self->changes, problems);
  if (lv_problems_count (problems) > 0)
    {
      print_bad_changes (problems);
      return LV_EXIT_USAGE;
    }
  lv_state_update (self->state);
  return LV_EXIT_OK;
}

/** Returns: whether @model has the id of ID[@MEMBERS] */
gboolean
lv_cli_has (const LvModel *model, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);

  return lv_model_find (model, parts[0]) != NULL;
}

/** Finds ID[@MEMBERS] in a model; says what is wrong when there is no such thing. */
gboolean
lv_cli_find_in (const LvModel *model, const char *text, LvNode **node, LvPlace *place)
{
  const char *at = strchr (text, '@');
  g_autofree char *id = at != NULL ? g_strndup (text, (gsize) (at - text)) : g_strdup (text);
  g_autofree char *reason = NULL;

  *node = lv_model_find (model, id);
  if (*node == NULL)
    {
      lv_cli_error (_ ("there is nothing called “%s” that has values"), id);
      return FALSE;
    }
  if (lv_place_parse (at != NULL ? at + 1 : "", lv_node_shape (*node), place, &reason))
    return TRUE;
  lv_cli_error ("%s", reason);
  return FALSE;
}

/** Finds ID[@MEMBERS] of the command line; says what is wrong when there is no such thing. */
gboolean
lv_cli_find (LvCli *self, const char *text, LvNode **node, LvPlace *place)
{
  return lv_cli_find_in (self->model, text, node, place);
}

static const struct
{
  const char *name;
  guint least; /* words, the command's own included */
  guint most;
  int (*run) (LvCli *self);
} commands[] = {
  { "list", 1, 1, lv_cli_list },       { "show", 2, 2, lv_cli_show },
  { "explain", 2, 2, lv_cli_explain }, { "check", 1, 1, lv_cli_check },
  { "solve", 2, 2, lv_cli_solve },     { "export", 2, 2, lv_cli_export },
  { "bridge", 2, 4, lv_cli_bridge },   { "compare", 1, 1 + LV_MAX_SIDES, lv_cli_compare },
  { "lines", 3, 3, lv_cli_lines },     { "seek", 1, 2, lv_cli_seek },
  { "tornado", 1, 2, lv_cli_tornado },
  { "import", 2, 2, lv_cli_import },   { "form", 2, 2, lv_cli_form },
  { "template", 2, 2, lv_cli_form },   { "plan", 1, 1, lv_cli_plan },
};

/* A passport stands in the place of what is explained. */
static gboolean
fits (const LvCli *self, guint least, guint most)
{
  const char *name = g_ptr_array_index (self->words, 0);

  if (self->id != NULL)
    return strcmp (name, "explain") == 0 && self->words->len == 1;
  return self->words->len >= least && self->words->len <= most;
}

static int
run (LvCli *self)
{
  const char *name = g_ptr_array_index (self->words, 0);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      int code;

      if (strcmp (commands[i].name, name) != 0)
        continue;
      if (!fits (self, commands[i].least, commands[i].most))
        return usage_error (_ ("wrong number of arguments"), name);
      code = load (self);
      return code == LV_EXIT_OK ? commands[i].run (self) : code;
    }
  return usage_error (_ ("unknown command"), name);
}

static void
clear (LvCli *self)
{
  g_free (self->pack);
  g_free (self->document);
  g_free (self->scenario);
  g_free (self->format);
  g_free (self->profile);
  g_free (self->date);
  g_free (self->sense);
  g_free (self->role);
  g_free (self->mapping);
  g_free (self->text_form);
  g_free (self->due);
  g_free (self->ics);
  g_free (self->id);
  lv_scenario_free (self->changes);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->what);
  g_ptr_array_unref (self->levers);
  lv_state_free (self->state);
  lv_model_free (self->model);
}

int
main (int argc, char **argv)
{
  LvCli self = { 0 };
  int code;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LIGEVAEGT_LOCALEDIR") != NULL
                                       ? g_getenv ("LIGEVAEGT_LOCALEDIR")
                                       : LV_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  self.changes = lv_scenario_new ("kommandolinje", "--set");
  self.words = g_ptr_array_new_with_free_func (g_free);
  self.what = g_ptr_array_new_with_free_func (g_free);
  self.levers = g_ptr_array_new_with_free_func (g_free);
  code = parse (&self, argc, argv);
  if (code == LV_EXIT_OK)
    code = run (&self);
  clear (&self);
  if (code == -1)
    code = LV_EXIT_OK;
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      lv_cli_error (_ ("the output could not be written: %s"), g_strerror (errno));
      code = LV_EXIT_DATA;
    }
  return code;
}
