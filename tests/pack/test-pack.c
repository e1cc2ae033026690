/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-id.h"
#include "lv-pack.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* What the valid pack tests/data/base says must arrive in the details of its items, cell by
 * cell. */

static LvPack *pack;

static LvPack *
load_base (const char *const *documents)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "tests", "data", "base",
                                              NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  LvPack *loaded = lv_pack_load (folder, documents, problems);

  for (guint i = 0; i < lv_problems_kept (problems); i++)
    {
      g_autofree char *text = lv_problem_to_string (lv_problems_get (problems, i));

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  g_assert_nonnull (loaded);
  return loaded;
}

static gpointer
detail (LvKind kind, const char *id)
{
  const LvItem *item = lv_pack_find_kind (pack, kind, id);

  g_assert_nonnull (item);
  g_assert_nonnull (item->detail);
  g_assert_false (item->broken);
  return item->detail;
}

static gsize
cell_at (const LvShape *shape, const char *members)
{
  g_autofree char *reason = NULL;
  gssize cell = -1;
  LvPlace place;

  g_assert_true (lv_place_parse (members, shape, &place, &reason));
  g_assert_true (lv_place_next (&place, shape, &cell));
  return (gsize) cell;
}

static void
assert_value (const LvSeries *series, const char *members, double value, LvStatus status)
{
  gsize cell = cell_at (&series->shape, members);

  if (isnan (value))
    g_assert_true (isnan (series->values[cell]));
  else
    g_assert_cmpfloat (series->values[cell], ==, value);
  g_assert_cmpuint (series->status[cell], ==, status);
}

static void
test_head (void)
{
  g_assert_cmpstr (lv_pack_head (pack, "title"), ==, "Prøvepakke");
  g_assert_cmpstr (lv_pack_head (pack, "gap"), ==, "gab");
  g_assert_null (lv_pack_head (pack, "nothing"));
  g_assert_cmpuint (lv_pack_n_axes (pack), ==, 4);
  g_assert_null (lv_pack_find (pack, "aar"));
  g_assert_nonnull (lv_pack_find_kind (pack, LV_KIND_AXIS, "aar"));
  g_assert_nonnull (lv_pack_find_kind (pack, LV_KIND_UNIT, "kr"));
  g_assert_null (lv_pack_find_kind (pack, LV_KIND_SERIES, "gab"));
  g_assert_cmpuint (lv_pack_items (pack, LV_KIND_CELL)->len, ==, 3);
}

static void
test_axes (void)
{
  const LvAxis *aar = lv_pack_find_axis (pack, "aar");
  const LvAxis *maaned = lv_pack_find_axis (pack, "maaned");
  const LvAxis *omraade = lv_pack_find_axis (pack, "omraade");

  g_assert_cmpint (aar->kind, ==, LV_AXIS_WHOLE);
  g_assert_cmpuint (lv_axis_length (aar), ==, 6);
  g_assert_cmpstr (aar->unit->text, ==, "aar");
  g_assert_cmpint (maaned->kind, ==, LV_AXIS_MONTHS);
  g_assert_cmpuint (lv_axis_length (maaned), ==, 24);
  g_assert_true (maaned->parent == aar);
  g_assert_cmpint (lv_axis_parent_index (maaned, 12), ==, 2);
  g_assert_cmpstr (lv_axis_member (maaned, 4)->id, ==, "2025-05");
  g_assert_cmpstr (lv_axis_member (maaned, 4)->title, ==, "maj 2025");
  g_assert_cmpstr (lv_axis_member (maaned, 23)->title, ==, "dec. 2026");
  g_assert_cmpstr (lv_axis_member (omraade, 1)->title, ==, "Tabt arbejdsfortjeneste");
  g_assert_true (lv_axis_member (omraade, 2)->aside);
  g_assert_false (lv_axis_member (omraade, 1)->aside);
  g_assert_true (lv_pack_find_axis (pack, "gruppe")->open);
}

/* Without axes the years; from= leaves what comes before absent; like= copies what is not given. */
static void
test_series (void)
{
  const LvSeries *budget = detail (LV_KIND_SERIES, "budget");
  const LvSeries *forbrug = detail (LV_KIND_SERIES, "forbrug");
  const LvSeries *skoen = detail (LV_KIND_SERIES, "forbrug.skoen");

  g_assert_cmpuint (budget->shape.n, ==, 1);
  assert_value (budget, "2024", NAN, LV_STATUS_ABSENT);
  assert_value (budget, "2025", 90, LV_STATUS_PUBLISHED);
  assert_value (budget, "2029", 94, LV_STATUS_PUBLISHED);
  g_assert_true (forbrug->unit == budget->unit);
  g_assert_cmpstr (forbrug->attributes.value[LV_ATTRIBUTE_KIND], ==, "prognose");
  g_assert_true (forbrug->attributes.value[LV_ATTRIBUTE_PURSE] == g_intern_string ("msb"));
  g_assert_cmpstr (forbrug->source, ==, "kilde");
  assert_value (forbrug, "koeb/2028", NAN, LV_STATUS_MISSING);
  assert_value (forbrug, "ta/2027", NAN, LV_STATUS_NOT_APPLICABLE);
  assert_value (forbrug, "landet/2025", NAN, LV_STATUS_ABSENT);
  g_assert_cmpuint (skoen->shape.n, ==, 0);
  g_assert_cmpfloat (skoen->values[0], ==, 100);
  g_assert_cmpuint (skoen->status[0], ==, LV_STATUS_ASSUMED);
  g_assert_false (skoen->editable);
  g_assert_true (forbrug->editable);
}

/* Cells speak of more and more particular places; what they do not say stays. */
static void
test_cells (void)
{
  const LvSeries *forbrug = detail (LV_KIND_SERIES, "forbrug");
  const LvCellInfo *first = forbrug->info[cell_at (&forbrug->shape, "koeb/2025")];
  const LvCellInfo *other = forbrug->info[cell_at (&forbrug->shape, "koeb/2026")];
  gsize corrected = cell_at (&forbrug->shape, "ta/2026");

  g_assert_cmpstr (first->place, ==, "tabel 2");
  g_assert_cmpstr (first->qualifier, ==, "ca.");
  g_assert_cmpstr (first->note, ==, "første linje, anden linje\n\net nyt afsnit");
  g_assert_cmpstr (other->place, ==, "tabel 2");
  g_assert_null (other->qualifier);
  g_assert_true (other == forbrug->info[cell_at (&forbrug->shape, "koeb/2029")]);
  g_assert_null (forbrug->info[cell_at (&forbrug->shape, "landet/2025")]);
  assert_value (forbrug, "ta/2026", 46, LV_STATUS_CORRECTED);
  g_assert_cmpfloat (forbrug->printed[corrected], ==, 45);
  g_assert_cmpstr (forbrug->info[corrected]->why, ==, "summen viser 46");
}

static void
test_parameters (void)
{
  const LvParameter *vaekst = detail (LV_KIND_PARAMETER, "vaekst");
  const LvParameter *loft = detail (LV_KIND_PARAMETER, "pris.loft");
  const LvParameter *pris = detail (LV_KIND_PARAMETER, "pris");
  const LvParameter *month = detail (LV_KIND_PARAMETER, "fra.maaned");
  const LvParameter *view = detail (LV_KIND_PARAMETER, "vis.aar");

  g_assert_cmpfloat (vaekst->defaults[cell_at (&vaekst->shape, "koeb/2026")], ==, 1.5);
  g_assert_cmpfloat (vaekst->defaults[cell_at (&vaekst->shape, "koeb/2028")], ==, 0);
  g_assert_false (vaekst->present[cell_at (&vaekst->shape, "koeb/2024")]);
  g_assert_true (isnan (vaekst->defaults[cell_at (&vaekst->shape, "koeb/2024")]));
  g_assert_cmpint (vaekst->distribution, ==, LV_DISTRIBUTION_UNIFORM);
  g_assert_cmpfloat (vaekst->max, ==, 10);
  g_assert_true (isnan (pris->max));
  g_assert_true (loft->default_item == pris->item);
  g_assert_cmpstr (pris->suggest->id, ==, "forbrug.skoen");
  g_assert_cmpstr (loft->unit->text, ==, "mio-kr");
  g_assert_cmpint (month->input, ==, LV_INPUT_MONTH);
  g_assert_cmpfloat (month->defaults[0], ==, 2026 * 12 + 6);
  g_assert_cmpint (view->role, ==, LV_ROLE_VIEW);
  g_assert_cmpfloat (view->defaults[0], ==, 2);
}

static void
test_formulas (void)
{
  const LvFormula *gab = detail (LV_KIND_FORMULA, "gab");
  const LvFormula *ialt = detail (LV_KIND_FORMULA, "gab.ialt");
  const LvFormula *delt = detail (LV_KIND_FORMULA, "delt");
  const LvPiece *piece = &g_array_index (delt->pieces, LvPiece, 1);

  g_assert_true (gab->has_axes);
  g_assert_cmpstr (gab->from, ==, "2025");
  g_assert_true (gab->across[LV_ATTRIBUTE_KIND]);
  g_assert_false (gab->across[LV_ATTRIBUTE_PURSE]);
  g_assert_false (ialt->has_axes);
  g_assert_cmpuint (delt->pieces->len, ==, 3);
  g_assert_cmpstr (piece->key, ==, "@ta/2024..2026");
  g_assert_false (piece->rest);
  g_assert_cmpuint (piece->place.from[0], ==, 1);
  g_assert_cmpuint (piece->place.to[1], ==, 2);
  g_assert_nonnull (piece->expr);
  g_assert_cmpstr (g_array_index (delt->pieces, LvPiece, 2).key, ==, "value");
}

static void
test_measures (void)
{
  const LvMeasure *tiltag = detail (LV_KIND_MEASURE, "tiltag");
  const LvMeasure *andet = detail (LV_KIND_MEASURE, "tiltag.andet");
  const LvPool *pulje = detail (LV_KIND_POOL, "pulje");
  const LvEffect *effect = &g_array_index (tiltag->effects, LvEffect, 0);

  g_assert_cmpint (tiltag->start, ==, 2026 * 12);
  g_assert_cmpint (tiltag->phase_in, ==, 3);
  g_assert_cmpfloat (tiltag->realisation, ==, 0.8);
  g_assert_true (tiltag->pool == pulje->item);
  g_assert_cmpstr (tiltag->reached->id, ==, "naaet");
  g_assert_true (g_ptr_array_index (tiltag->excludes, 0) == andet->item);
  g_assert_cmpstr (effect->target->id, ==, "gab");
  g_assert_cmpstr (effect->members, ==, "2026..2029");
  g_assert_cmpstr (effect->effect->id, ==, "tiltag.effekt");
  g_assert_cmpint (andet->start, ==, -1);
  g_assert_cmpstr (andet->realisation_item->id, ==, "rate");
  g_assert_cmpstr (andet->included_in->id, ==, "budget");
  g_assert_cmpint (pulje->combine, ==, LV_COMBINE_NESTED);
  g_assert_cmpstr (pulje->size->id, ==, "pulje.stoerrelse");
  g_assert_cmpstr (lv_pack_text (pack, tiltag->item, "consequence"), ==, "Ingen.");
}

static void
test_checks (void)
{
  const LvCheck *check = detail (LV_KIND_CHECK, "stemmer");
  const LvKnown *error = &g_array_index (check->known, LvKnown, 1);
  const LvCheck *scalar = detail (LV_KIND_CHECK, "stemmer.ialt");
  const LvSolve *solve = detail (LV_KIND_SOLVE, "loes");
  const LvLever *lever = &g_array_index (solve->levers, LvLever, 0);

  g_assert_nonnull (check->left);
  g_assert_cmpstr (check->tolerance, ==, "0.5 mio-kr");
  g_assert_cmpstr (check->unit->text, ==, "mio-kr");
  g_assert_cmpstr (error->members, ==, "2027");
  g_assert_cmpfloat (error->difference, ==, 1);
  g_assert_cmpint (error->cause, ==, LV_KNOWN_SOURCE_ERROR);
  g_assert_cmpstr (error->why, ==, "tabellen mangler en linje; se note");
  g_assert_cmpstr (g_array_index (scalar->known, LvKnown, 0).members, ==, "");
  g_assert_cmpuint (solve->levers->len, ==, 2);
  g_assert_cmpstr (lever->item->id, ==, "vaekst");
  g_assert_cmpstr (lever->members, ==, "koeb/2026");
  g_assert_cmpfloat (lever->low, ==, -5);
  g_assert_cmpfloat (lever->high, ==, 5);
}

static void
test_scenario (void)
{
  const LvScenario *scenario = detail (LV_KIND_SCENARIO, "forslag");
  const LvChange *set;
  const LvChange *on;

  g_assert_cmpstr (scenario->parent, ==, "grund");
  g_assert_cmpstr (scenario->state, ==, "fremlagt");
  g_assert_cmpuint (scenario->changes->len, ==, 9);
  set = lv_scenario_find (scenario, LV_CHANGE_SET, "vaekst", NULL, "koeb/2026");
  g_assert_cmpstr (set->value, ==, "2");
  g_assert_cmpstr (set->because, ==, "aftalt");
  on = lv_scenario_find (scenario, LV_CHANGE_MEASURE, "tiltag", "on", NULL);
  g_assert_cmpstr (on->value, ==, "on");
  g_assert_cmpstr (on->because, ==, "besluttet");
  g_assert_nonnull (lv_scenario_find (scenario, LV_CHANGE_LOCK, "vaekst", NULL, "koeb/2026"));
  g_assert_nonnull (lv_scenario_find (scenario, LV_CHANGE_ACTION, "opgave", "start", ""));
}

static void
test_words (void)
{
  const LvTable *table = detail (LV_KIND_TABLE, "plan");
  const LvRow *row = detail (LV_KIND_ROW, "plan.et");
  const LvFlow *flow = detail (LV_KIND_FLOW, "kaede");
  const LvBox *box = &g_array_index (flow->boxes, LvBox, 0);
  const LvArrow *back = &g_array_index (flow->arrows, LvArrow, 1);
  const LvAttachment *bilag = detail (LV_KIND_ATTACHMENT, "bilag");

  g_assert_cmpuint (table->columns->len, ==, 5);
  g_assert_cmpstr (g_array_index (table->columns, LvColumn, 1).title, ==, "Beløb");
  g_assert_cmpstr (g_array_index (table->columns, LvColumn, 1).unit->text, ==, "mio-kr");
  g_assert_true (g_ptr_array_index (table->rows, 0) == row->item);
  g_assert_cmpstr (row->cells[1], ==, "12.5");
  g_assert_cmpstr (box->text, ==, "Indsats");
  g_assert_cmpstr (box->members, ==, "2029");
  g_assert_cmpstr (box->card->id, ==, "kort.figur");
  g_assert_cmpuint (back->from, ==, 1);
  g_assert_cmpuint (back->to, ==, 0);
  g_assert_cmpuint (bilag->sheets->len, ==, 6);
  g_assert_cmpstr (g_array_index (bilag->sheets, LvSheet, 0).title, ==, "Tabel");
  g_assert_cmpstr (g_array_index (bilag->sheets, LvSheet, 2).pattern, ==, "stemmer.*");
  g_assert_cmpint (g_array_index (bilag->sheets, LvSheet, 5).kind, ==, LV_SHEET_SOURCES);
}

/* BOM, CRLF, comments between lines, spaces after the value: what editors do is no error. */
static void
test_forms_of_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lv-pack-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.lv", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvPack) loaded = NULL;
  const LvItem *item;

  g_assert_no_error (error);
  g_assert_true (
      g_file_set_contents (path,
                           "\357\273\277# comment\r\n[pack p]\r\ntitle=P  \r\n\r\n"
                           "[words a]\r\ntext=en = to,\r\n# between\r\n   tre\t\r\n .\r\n fire",
                           -1, &error));
  loaded = lv_pack_load (folder, NULL, problems);
  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  g_assert_cmpstr (lv_pack_head (loaded, "title"), ==, "P");
  item = lv_pack_find (loaded, "a");
  g_assert_cmpstr (lv_item_get (item, "text"), ==, "en = to, tre\n\nfire");
  g_assert_cmpuint (item->line, ==, 5);
  g_assert_cmpuint (lv_item_entry (item, "text", NULL)->line, ==, 6);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* "*" means all there are, also when there are none. */
static void
test_patterns (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lv-pack-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.lv", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvPack) loaded = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (
      path, "[pack p]\ntitle=P\n[card alle]\nkind=measures\ntitle=Alle\nmeasures=*\n", -1, &error));
  loaded = lv_pack_load (folder, NULL, problems);
  g_assert_cmpuint (lv_problems_count (problems), ==, 0);
  g_assert_true (lv_id_matches ("*", "a.b"));
  g_assert_true (lv_id_matches ("a.*", "a.b"));
  g_assert_false (lv_id_matches ("a.*", "a"));
  g_assert_false (lv_id_matches ("a", "a.b"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static const char document[] = "[document d]\n"
                               "title=Mit arbejde\n"
                               "pack=proeve\n"
                               "[axis gruppe]\n"
                               "members=lokal.aeldre\n"
                               "title@lokal.aeldre=Ældre\n"
                               "[cell forbrug@koeb/2028]\n"
                               "value=65\n"
                               "place=ark.xlsx\n"
                               "[parameter lokal.antal]\n"
                               "title=Antal\n"
                               "role=assumption\n"
                               "unit=person\n"
                               "default=none\n"
                               "[words lokal.note]\n"
                               "text=før: {gammelt.gab@2029}\n"
                               "[scenario mit]\n"
                               "title=Mit\n"
                               "parent=grund\n"
                               "set lokal.antal=4\n"
                               "action lokal.ny.end=2026-10\n"
                               "[action opgave]\n"
                               "owner=Økonomi\n"
                               "depends=none\n"
                               "start=2026-01\n"
                               "[action lokal.ny]\n"
                               "title=Ny\n"
                               "depends=opgave\n"
                               "[goal maal]\n"
                               "actual=7\n"
                               "actual-date=2026-04\n"
                               "actual-source=Notat\n"
                               "target=99\n";

/* What a document says of the plan stands in the place of what the pack says; what is printed and the dates
 * stay. */
static void
assert_plan (const LvPack *loaded)
{
  const LvItem *item = lv_pack_find (loaded, "opgave");

  g_assert_cmpuint (lv_pack_items (loaded, LV_KIND_ACTION)->len, ==, 3);
  g_assert_cmpstr (lv_item_get (item, "owner"), ==, "Økonomi");
  g_assert_cmpstr (lv_item_get (item, "number"), ==, "1");
  g_assert_cmpstr (lv_item_get (item, "start"), ==, "2026-08-01");
  g_assert_null (lv_item_get (item, "depends"));
  item = lv_pack_find (loaded, "maal");
  g_assert_cmpstr (lv_item_get (item, "actual"), ==, "7");
  g_assert_cmpstr (lv_item_get (item, "target"), ==, "10");
}

/* A user's file adds to the pack, reads figures in, and may use names that the pack has given
 * up. */
static void
test_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lv-pack-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.ligevaegt", NULL);
  const char *documents[] = { path, NULL };
  g_autoptr (LvPack) loaded = NULL;
  const LvAxis *gruppe;
  const LvItem *item;
  const LvSeries *forbrug;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, document, -1, &error));
  loaded = load_base (documents);
  gruppe = lv_pack_find_axis (loaded, "gruppe");
  g_assert_cmpuint (lv_axis_length (gruppe), ==, 3);
  g_assert_cmpstr (lv_axis_member (gruppe, 2)->title, ==, "Ældre");
  item = lv_pack_find (loaded, "lokal.antal");
  g_assert_true (item->local);
  g_assert_cmpstr (item->file, ==, path);
  forbrug = lv_pack_find (loaded, "forbrug")->detail;
  assert_value (forbrug, "koeb/2028", 65, LV_STATUS_IMPORTED);
  assert_plan (loaded);
  g_assert_cmpstr (forbrug->info[cell_at (&forbrug->shape, "koeb/2028")]->place, ==, "ark.xlsx");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A name can only be given up when nothing has it and something else takes over. */
static void
test_renames (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("lv-pack-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.lv", NULL);
  g_autoptr (LvProblems) problems = lv_problems_new ();
  g_autoptr (LvPack) loaded = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path,
                                      "[pack p]\ntitle=P\nrename a=b\nrename c=d\nrename E=a\n"
                                      "rename f=a\n[words a]\ntext=a\n[words b]\ntext=b\n",
                                      -1, &error));
  loaded = lv_pack_load (folder, NULL, problems);
  g_assert_cmpuint (lv_problems_count (problems), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (lv_problems_get (problems, i)->line, ==, i + 3);
  g_assert_cmpstr (lv_problems_get (problems, 0)->key, ==, "rename a");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_lists (void)
{
  g_auto (GStrv) cards = lv_item_get_list (lv_pack_find (pack, "side"), "cards");
  g_auto (GStrv) nothing = lv_item_get_list (lv_pack_find (pack, "side"), "rows");

  g_assert_cmpuint (g_strv_length (cards), ==, 5);
  g_assert_cmpstr (cards[1], ==, "kort.tekst");
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
}

/* What cannot be read at all gives no pack, but a problem that names it. */
static void
test_no_folder (void)
{
  g_autoptr (LvProblems) problems = lv_problems_new ();

  g_assert_null (lv_pack_load ("/nowhere/at/all", NULL, problems));
  g_assert_cmpuint (lv_problems_count (problems), ==, 1);
  g_assert_cmpstr (lv_problems_get (problems, 0)->file, ==, "/nowhere/at/all");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  pack = load_base (NULL);
  g_test_add_func ("/pack/head", test_head);
  g_test_add_func ("/pack/axes", test_axes);
  g_test_add_func ("/pack/series", test_series);
  g_test_add_func ("/pack/cells", test_cells);
  g_test_add_func ("/pack/parameters", test_parameters);
  g_test_add_func ("/pack/formulas", test_formulas);
  g_test_add_func ("/pack/measures", test_measures);
  g_test_add_func ("/pack/checks", test_checks);
  g_test_add_func ("/pack/scenario", test_scenario);
  g_test_add_func ("/pack/words", test_words);
  g_test_add_func ("/pack/forms-of-text", test_forms_of_text);
  g_test_add_func ("/pack/document", test_document);
  g_test_add_func ("/pack/renames", test_renames);
  g_test_add_func ("/pack/lists", test_lists);
  g_test_add_func ("/pack/patterns", test_patterns);
  g_test_add_func ("/pack/no-folder", test_no_folder);
  result = g_test_run ();
  lv_pack_free (pack);
  return result;
}
