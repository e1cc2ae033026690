/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast the engine is, against what was promised: loading the pack that ships, a full recomputation
 * and one edit in a generated model, draws of Bilag 1's model. Figures are printed, the best of several
 * rounds; a figure beyond its goal is a failure. Built with sanitizers the figures mean nothing, so
 * this is no test of the suite: `./run bench`, or `meson test --benchmark`. */
#include "lv-bridge.h"
#include "lv-seek.h"
#include "lv-simulate.h"
#include "lv-tornado.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

#define ROUNDS 15
#define CHAINS 200
#define LINKS 10
#define MEMBERS 30
#define DRAWS 100000

static gboolean missed;

/* Prints "load pack: 12.3 ms (goal 50)". */
static void
tell (const char *what, gint64 best_us, double goal_ms)
{
  double ms = (double) best_us / 1000;

  g_print ("%s: %.3g ms (goal %g)%s\n", what, ms, goal_ms, ms < goal_ms ? "" : " MISSED");
  missed = missed || ms >= goal_ms;
}

static LvModel *
load (const char *folder)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvModel *model = lv_model_load (folder, NULL, problems);

  for (guint i = 0; i < lv_problems_kept (problems); i++)
    {
      g_autofree char *text = lv_problem_to_string (lv_problems_get (problems, i));

      g_printerr ("%s\n", text);
    }
  g_assert_nonnull (model);
  return model;
}

static char *
shipped_pack (void)
{
  return g_build_filename (g_getenv ("LIGEVAEGT_DATA"), "aarhus-2025", NULL);
}

static void
bench_load (void)
{
  g_autofree char *folder = shipped_pack ();
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (LvModel) model = load (folder);
      g_autoptr (LvState) state = lv_state_new (model);

      best = MIN (best, g_get_monotonic_time () - begin);
    }
  tell ("load pack", best, 50);
}

static void
write_pack (const char *folder, const char *text)
{
  g_autofree char *path = g_build_filename (folder, "model.lv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* One chain: a parameter, and formulas each of which uses the one before. */
static void
add_chain (GString *out, guint chain)
{
  static const char *const forms[LINKS] = {
    "%s + s",   "%s * 1.01",         "if(%s > 3 kr, %s, s)", "min(%s, 900 kr) - s",
    "prev(%s, s)", "%s / 2 + s * 0.5", "max(%s, s)",           "cumulate(%s)",
    "otherwise(%s, s)", "round(%s, 0.01 kr)",
  };

  g_string_append_printf (out,
                          "[parameter p%u]\ntitle=P\nrole=lever\nunit=kr\nprice-level=2025\n"
                          "basis=netto\ndefault=%u\nlow=0\nhigh=500\nmin=0\nmax=500\nstep=5\n",
                          chain, chain);
  for (guint i = 0; i < LINKS; i++)
    {
      g_autofree char *before = i > 0 ? g_strdup_printf ("f%u.%u", chain, i - 1)
                                      : g_strdup_printf ("p%u", chain);
      g_auto (GStrv) parts = g_strsplit (forms[i], "%s", -1);
      g_autofree char *value = g_strjoinv (before, parts);

      g_string_append_printf (out, "[formula f%u.%u]\ntitle=F\nunit=kr\naxes=trin\nvalue=%s\n", chain, i,
                              value);
    }
}

/* What all chains add up to. */
static void
add_sum (GString *out)
{
  g_string_append (out, "[formula alt]\ntitle=Alt\nunit=kr\nvalue=");
  for (guint i = 0; i < CHAINS; i++)
    g_string_append_printf (out, "%ssum(f%u.%d, trin)", i > 0 ? " + " : "", i, LINKS - 1);
  g_string_append_c (out, '\n');
}

static char *
generated_pack (void)
{
  GString *out = g_string_new ("[pack stor]\ntitle=Stor\nversion=1\nlanguage=da\n"
                               "[source k]\ntitle=K\ndate=2025\n"
                               "[unit kr]\ntitle=kr.\ndimension=kr\n"
                               "[unit tal]\ntitle=\ndimension=1\n");

  g_string_append_printf (out, "[axis trin]\ntitle=Trin\nfirst=1\nlast=%d\n", MEMBERS);
  g_string_append (out, "[series s]\ntitle=S\nunit=kr\nprice-level=2025\nbasis=netto\nkind=prognose\n"
                        "purse=msb\ntype=service\nsource=k\naxes=trin\nvalues=");
  for (guint i = 0; i < MEMBERS; i++)
    g_string_append_printf (out, "%s%u.5", i > 0 ? ";" : "", i);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < CHAINS; i++)
    add_chain (out, i);
  add_sum (out);
  return g_string_free (out, FALSE);
}

static void
bench_full (LvState *state)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      lv_state_update_all (state);
      best = MIN (best, g_get_monotonic_time () - begin);
    }
  tell ("2000 formulas x 30 members, all of them", best, 5);
}

static void
bench_edit (LvState *state)
{
  const LvNode *input = lv_model_find (lv_state_model (state), "p117");
  const LvNode *end = lv_model_find (lv_state_model (state), "f117.9");
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      guint blocks;

      lv_state_set (state, input, 0, 200 + i);
      blocks = lv_state_update (state);
      best = MIN (best, g_get_monotonic_time () - begin);
      g_assert_cmpuint (blocks, ==, LINKS + 2);
      g_assert_false (isnan (lv_state_number (state, end, 0)));
    }
  tell ("2000 formulas x 30 members, an edit that touches 11", best, 0.2);
}

/* All 200 parameters from low to high; what each moves is ten formulas and the sum of all chains. */
static void
bench_tornado (const LvState *state)
{
  const LvNode *target = lv_model_find (lv_state_model (state), "alt");
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (LvTornado) tornado = lv_tornado_new (state, target, 0, FALSE, TRUE);

      best = MIN (best, g_get_monotonic_time () - begin);
      g_assert_cmpuint (tornado->rows->len, ==, CHAINS);
    }
  tell ("tornado of 200 levers over 2000 formulas", best, 50);
}

/* From the grundprognose to a scenario in which all 200 differ. */
static void
bench_bridge (const LvState *state)
{
  g_autoptr (LvState) other = lv_state_new (lv_state_model (state));
  const LvNode *target = lv_model_find (lv_state_model (state), "alt");
  const LvSide from = { "A", state, NULL };
  const LvSide to = { "B", other, NULL };
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < CHAINS; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      lv_state_set (other, lv_model_find (lv_state_model (state), id), 0, 400.25);
    }
  lv_state_update (other);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (LvBridge) bridge = lv_bridge_new (&from, &to, target, 0);

      best = MIN (best, g_get_monotonic_time () - begin);
      g_assert_cmpuint (bridge->parts->len, ==, CHAINS);
    }
  tell ("bridge of 200 causes over 2000 formulas", best, 50);
}

static void
bench_seek (const LvState *state)
{
  const LvNode *target = lv_model_find (lv_state_model (state), "alt");
  double goal = lv_state_number (state, target, 0) * 0.98;
  LvSeekLever levers[5];
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < G_N_ELEMENTS (levers); i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", 195 + i);

      levers[i] = (LvSeekLever){ lv_model_find (lv_state_model (state), id), 0, 0, 500, 1 };
    }
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (LvSeek) seek = lv_seek_new (state, target, 0, goal, LV_SEEK_AT_MOST, levers,
                                             G_N_ELEMENTS (levers));

      best = MIN (best, g_get_monotonic_time () - begin);
      g_assert_cmpint (seek->outcome, !=, LV_SEEK_MISSING);
    }
  tell ("goal seek with 5 levers over 2000 formulas", best, 50);
}

static void
bench_model (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lv-bench-XXXXXX", NULL);
  g_autofree char *text = generated_pack ();
  g_autoptr (LvModel) model = NULL;
  g_autoptr (LvState) state = NULL;

  g_assert_nonnull (folder);
  write_pack (folder, text);
  model = load (folder);
  state = lv_state_new (model);
  bench_full (state);
  bench_edit (state);
  lv_state_clear (state);
  lv_state_update (state);
  bench_tornado (state);
  bench_bridge (state);
  bench_seek (state);
  remove_folder (folder);
}

/* The pack's lines, with bounds around every number that a parameter has as its default. */
static void
add_bounds (GString *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean parameter = FALSE;

  for (char **line = lines; *line != NULL; line++)
    {
      char *end = NULL;
      double number;

      if ((*line)[0] == '[')
        parameter = g_str_has_prefix (*line, "[parameter ");
      if (g_str_has_prefix (*line, "input="))
        parameter = FALSE; /* a switch, month or member */
      if (parameter && (g_str_has_prefix (*line, "low=") || g_str_has_prefix (*line, "high=")
                        || g_str_has_prefix (*line, "likely=")))
        continue;
      g_string_append_printf (out, "%s\n", *line);
      if (!parameter || !g_str_has_prefix (*line, "default="))
        continue;
      number = g_ascii_strtod (*line + 8, &end);
      if (end != *line + 8 && *end == '\0')
        g_string_append_printf (out, "low=%d\nhigh=%d\n", (int) number, (int) number + 1);
    }
}

static void
copy_with_bounds (const char *to)
{
  g_autofree char *from = shipped_pack ();
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
      add_bounds (out, text);
      g_assert_true (g_file_set_contents (target, out->str, -1, NULL));
    }
}

/* Every cell of every parameter of @model that has bounds. */
static GArray *
all_draws (const LvModel *model)
{
  GArray *draws = g_array_new (FALSE, FALSE, sizeof (LvDraw));

  for (guint i = 0; i < lv_model_n_nodes (model); i++)
    {
      const LvNode *node = lv_model_node (model, i);
      const LvParameter *parameter = lv_node_parameter (node);
      gsize cells = lv_shape_cells (lv_node_shape (node));

      if (parameter == NULL || lv_node_is_hidden (node) || isnan (parameter->low))
        continue;
      for (gsize cell = 0; cell < cells; cell++)
        if (lv_node_present (model, node, cell))
          g_array_append_vals (draws, &(LvDraw){ node, cell }, 1);
    }
  return draws;
}

static void
bench_draws (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lv-bench-XXXXXX", NULL);
  g_autoptr (LvModel) model = NULL;
  g_autoptr (LvState) state = NULL;
  g_autoptr (GArray) draws = NULL;
  g_autofree char *what = NULL;
  const LvNode *target;
  gint64 best = G_MAXINT64;

  g_assert_nonnull (folder);
  copy_with_bounds (folder);
  model = load (folder);
  state = lv_state_new (model);
  draws = all_draws (model);
  target = lv_model_find (model, lv_pack_head (lv_model_pack (model), "gap-total"));
  g_assert_nonnull (target);
  for (guint i = 0; i < 5; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autofree double *values = lv_simulate (state, (const LvDraw *) (gpointer) draws->data,
                                               draws->len, target, 0, DRAWS, 1);

      best = MIN (best, g_get_monotonic_time () - begin);
      g_assert_cmpfloat (values[0], !=, values[1]);
    }
  what = g_strdup_printf ("100000 draws of Bilag 1, %u uncertain cells, %s", draws->len,
                          lv_node_id (target));
  tell (what, best, 500);
  remove_folder (folder);
}

int
main (void)
{
  setlocale (LC_ALL, "");
  bench_load ();
  bench_model ();
  bench_draws ();
  return missed ? 1 : 0;
}
