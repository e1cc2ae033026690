/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-schema.h"

/* The kinds that make the model. docs/pack-format.md is written from this table; a test compares
 * them. */

#define BASIS "brutto|netto|refusion|ikke-oplyst"
#define KIND "regnskab|vedtaget-budget|korrigeret-budget|forventet-regnskab|prognose|ikke-oplyst"
#define PURSE "msb|mbu|anden-afdeling|kommunen|kommunekasse|stat|kommunerne|ikke-oplyst"
#define TYPE "service|overfoersel|anlaeg|drift|ikke-oplyst"
#define STATUS "published|derived|assumed|imported"

static const LvKeySpec attributes[] = {
  { "price-level", LV_VALUE_ATTRIBUTE, .words = "YEAR|loebende|ikke-oplyst",
    .help = "price level of the amounts" },
  { "basis", LV_VALUE_ATTRIBUTE, .words = BASIS, .help = "gross, net of refunds, or the refund" },
  { "kind", LV_VALUE_ATTRIBUTE, .words = KIND, .help = "accounts, budget or forecast" },
  { "purse", LV_VALUE_ATTRIBUTE, .words = PURSE, .help = "whose money it is" },
  { "type", LV_VALUE_ATTRIBUTE, .words = TYPE, .help = "type of expenditure" },
  { NULL },
};

/* What figures must have in common to stand side by side. */
static const LvKeySpec comparison[] = {
  { "data-year", LV_VALUE_TEXT, .help = "year of the data, where no axis says it" },
  { "definition", LV_VALUE_TEXT, .help = "what is measured, in the source's delimitation" },
  { "denominator", LV_VALUE_TEXT, .help = "what it is a share of, or is divided by" },
  { NULL },
};

static const LvKeySpec origin[] = {
  { "source", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_SOURCE), .help = "where it is printed" },
  { "place", LV_VALUE_TEXT, .help = "the place in the source: table, section, page" },
  { "note", LV_VALUE_TEXT, .help = "what a reader must know" },
  { "who", LV_VALUE_TEXT, .help = "who says so" },
  { "why", LV_VALUE_TEXT, .help = "why it is so" },
  { NULL },
};

static const LvKeySpec pack[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "name of the pack" },
  { "version", LV_VALUE_TEXT, .help = "version of the pack" },
  { "publisher", LV_VALUE_TEXT, .help = "who sends out what is made of it, when the sender says nothing else" },
  { "language", LV_VALUE_WORD, .words = "da|en", .help = "language of its words" },
  { "gap", LV_VALUE_CELLS, .kinds = LV_KINDS_VALUES, .help = "what is missing, year by year" },
  { "gap-total", LV_VALUE_CELLS, .kinds = LV_KINDS_VALUES, .help = "the same, accumulated" },
  { "budget-year", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_PARAMETER),
    .help = "the parameter that holds the chosen budget year" },
  { "adjustment", LV_VALUE_CELLS, .kinds = LV_KINDS_VALUES,
    .help = "the gap as a share of a named denominator" },
  { "beside", LV_VALUE_CELLS_LIST, .kinds = LV_KINDS_VALUES,
    .help = "what the scenario panel shows besides, never added" },
  { "stale-after", LV_VALUE_NUMBER,
    .help = "months after which the status of an action is too old; 6 when not said" },
  { "price-index", LV_VALUE_ID, .kinds = LV_KINDS_VALUES,
    .help = "index that reprice() and suggested figures are converted with" },
  { "rename", LV_VALUE_OTHER, .argument = " OLD",
    .help = "`rename OLD=NEW`: documents that say OLD mean NEW" },
  { NULL },
};

static const LvKeySpec source[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title of the document" },
  { "publisher", LV_VALUE_TEXT, .help = "who published it" },
  { "date", LV_VALUE_DATE_OR_YEAR, .help = "when" },
  { "what", LV_VALUE_TEXT, .help = "what it is" },
  { "checked", LV_VALUE_DATE_OR_YEAR, .help = "when figures were last compared with it" },
  { "link", LV_VALUE_TEXT, .help = "where it can be found" },
  { NULL },
};

static const LvKeySpec unit[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED | LV_KEY_MAY_BE_EMPTY,
    .help = "shown after the number 1" },
  { "plural", LV_VALUE_TEXT, LV_KEY_MAY_BE_EMPTY, .help = "shown after other numbers" },
  { "dimension", LV_VALUE_OTHER, LV_KEY_REQUIRED,
    .help = "name of what is counted, `kr` for money, 1 for a plain number" },
  { "factor", LV_VALUE_FACTOR,
    .help = "base units in one: 1000000, 0.01 or 1/12; 1 when left out" },
  { "decimals", LV_VALUE_OTHER, .help = "decimals to show, 0 to 9" },
  { NULL },
};

static const LvKeySpec axis[] = {
  { "title", LV_VALUE_TEXT, .argument = "?@m", .help = "title of the axis; with @m of a member" },
  { "members", LV_VALUE_OTHER, .help = "ids of named members, with semicolons" },
  { "first", LV_VALUE_OTHER, .help = "first year, whole number or month (2025-01)" },
  { "last", LV_VALUE_OTHER, .help = "the last one" },
  { "unit", LV_VALUE_UNIT, .help = "unit of one step, with first and last" },
  { "rolls-up", LV_VALUE_AXIS, .help = "for months: the axis of their years" },
  { "month-names", LV_VALUE_TEXT,
    .help = "for months: twelve names, with semicolons; `dec. 2025` instead of 2025-12" },
  { "aside", LV_VALUE_OTHER, .help = "members that reductions, share and rank skip" },
  { "highlight", LV_VALUE_OTHER, .help = "the member that charts point out" },
  { "open", LV_VALUE_YES_NO, .help = "whether documents may add members" },
  { "note", LV_VALUE_TEXT, .help = "what a reader must know" },
  { NULL },
};

static const LvKeySpec series[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "like", LV_VALUE_ID, .kinds = LV_KINDS_VALUES,
    .help = "copies unit, attributes, source, place, axes and from where they are not given" },
  { "unit", LV_VALUE_UNIT, .help = "unit of the values; required, here or through like" },
  { "axes", LV_VALUE_AXES, LV_KEY_MAY_BE_EMPTY,
    .help = "none to four, the last one runs along the lines; `aar` when left out" },
  { "from", LV_VALUE_OTHER, .help = "member of the last axis where values start" },
  { "values", LV_VALUE_NUMBERS, .help = "values along the only axis; ? missing, - not applicable" },
  { "", LV_VALUE_NUMBERS, .argument = "@m",
    .help = "values along the last axis, one line per cell of the outer axes" },
  { "status", LV_VALUE_WORD, .words = STATUS, .help = "of all values; published when left out" },
  { "edit", LV_VALUE_YES_NO, .help = "no: scenarios cannot change it" },
  { "rest", LV_VALUE_WORD, .words = "missing",
    .help = "what cells without a value are, from `from` on; absent when left out" },
  { "ask", LV_VALUE_YES_NO, .help = "no: the form for all that is missing leaves it out" },
  { NULL },
};

static const LvKeySpec cell[] = {
  { "status", LV_VALUE_WORD, .words = STATUS, .help = "status of these cells" },
  { "qualifier", LV_VALUE_TEXT, .help = "ca., over, ..." },
  { "printed", LV_VALUE_NUMBER, .help = "what the source printed, when it is wrong" },
  { "meant", LV_VALUE_NUMBER, .help = "what it must mean; needs why" },
  { "value", LV_VALUE_NUMBER, .help = "in documents: the figure of a single cell that is read in" },
  { "from-file", LV_VALUE_TEXT, .help = "in documents: the file or letter that it is from" },
  { "by", LV_VALUE_TEXT, .help = "in documents: who read it in, and when" },
  { NULL },
};

static const LvKeySpec parameter[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "role", LV_VALUE_WORD, LV_KEY_REQUIRED, .words = "lever|assumption|view",
    .help = "a choice, how the world is, or what is shown" },
  { "input", LV_VALUE_WORD, .words = "number|switch|member|month",
    .help = "what is entered; number when left out" },
  { "like", LV_VALUE_ID, .kinds = LV_KINDS_VALUES,
    .help = "copies unit, attributes, source, place, axes and from where they are not given" },
  { "unit", LV_VALUE_UNIT, .help = "unit; required for numbers" },
  { "axes", LV_VALUE_AXES, LV_KEY_MAY_BE_EMPTY, .help = "none to four; none when left out" },
  { "from", LV_VALUE_OTHER, .help = "first member of the last axis that it has" },
  { "to", LV_VALUE_OTHER, .help = "last member of the last axis that it has" },
  { "axis", LV_VALUE_AXIS, .help = "with input=member: whose members can be chosen" },
  { "default", LV_VALUE_OTHER, .argument = "?@m",
    .help = "number, id, none, on or off, member or month; with @m for some cells" },
  { "suggest", LV_VALUE_ID, .kinds = LV_KINDS_VALUES,
    .help = "no default; one click takes this figure as the user's own assumption" },
  { "low", LV_VALUE_NUMBER, .help = "low estimate, in the parameter's unit" },
  { "likely", LV_VALUE_NUMBER, .help = "likely estimate" },
  { "high", LV_VALUE_NUMBER, .help = "high estimate" },
  { "estimate-by", LV_VALUE_TEXT, .help = "whose judgement low and high are" },
  { "estimate-why", LV_VALUE_TEXT, .help = "why they are judged so" },
  { "min", LV_VALUE_OTHER, .help = "least value that can be entered: a number or a month" },
  { "max", LV_VALUE_OTHER, .help = "largest value that can be entered" },
  { "step", LV_VALUE_NUMBER, .help = "step of the input, above 0" },
  { "distribution", LV_VALUE_WORD, .words = "triangle|uniform",
    .help = "how draws lie between low and high" },
  { NULL },
};

static const LvKeySpec formula[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "like", LV_VALUE_ID, .kinds = LV_KINDS_VALUES,
    .help = "copies unit, attributes, source, place, axes and from where they are not given" },
  { "unit", LV_VALUE_UNIT, .help = "unit of the result; required, here or through like" },
  { "axes", LV_VALUE_AXES, LV_KEY_MAY_BE_EMPTY, .help = "inferred when left out" },
  { "from", LV_VALUE_OTHER, .help = "first member of the last axis that has a value" },
  { "to", LV_VALUE_OTHER, .help = "last member of the last axis that has a value" },
  { "value", LV_VALUE_EXPRESSION, .help = "the expression of all cells that no other line has" },
  { "", LV_VALUE_EXPRESSION, .argument = "@m",
    .help = "the expression of some members; needs axes" },
  { "across", LV_VALUE_WORD_LIST, .words = "kind|purse|type", .help = "what the formula may mix" },
  { NULL },
};

static const LvKeySpec measure[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "like", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_MEASURE),
    .help = "copies source, place and axes where they are not given" },
  { "effect", LV_VALUE_ID, .argument = "@TARGET@m", .kinds = LV_KINDS_VALUES,
    .help = "`effect@TARGET@m=ID`: ID is the change in the target; without one: not assessed" },
  { "cost", LV_VALUE_ID, .argument = "@TARGET@m", .kinds = LV_KINDS_VALUES,
    .help = "what the measure itself costs: as effect, but neither realisation nor a pool lowers it" },
  { "start", LV_VALUE_MONTH, .help = "month of the first effect" },
  { "phase-in", LV_VALUE_OTHER, .help = "months until full effect: `3` or `3 maaned`" },
  { "realisation", LV_VALUE_NUMBER_OR_ID, .kinds = LV_KINDS_VALUES,
    .help = "pct. of the effect that is counted; 100 when left out" },
  { "included-in", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_SERIES),
    .help = "the series that already holds the effect; then it is on in the reference" },
  { "excludes", LV_VALUE_ID_LIST, .kinds = LV_KIND_BIT (LV_KIND_MEASURE),
    .help = "measures that cannot be on together with it" },
  { "pool", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_POOL),
    .help = "the persons whom other measures reach too; needs reached" },
  { "reached", LV_VALUE_ID, .kinds = LV_KINDS_VALUES, .help = "how many of the pool it reaches" },
  { "axes", LV_VALUE_AXES, LV_KEY_MAY_BE_EMPTY,
    .help = "one measure per cell; none when left out" },
  { "number", LV_VALUE_TEXT, .help = "number in the source" },
  { "state", LV_VALUE_WORD, .words = "forslag|besluttet|i-gang|gennemfoert",
    .help = "how far it is" },
  { "positions", LV_VALUE_TEXT, .help = "staffing, in the source's words" },
  { "description", LV_VALUE_TEXT, .help = "what it is" },
  { "consequence", LV_VALUE_TEXT, .help = "what it means for citizens and staff" },
  { "owner", LV_VALUE_TEXT, .help = "who carries it out" },
  { "legal", LV_VALUE_WORD, .words = "skal|kan|aegte-kan|selvvalgt|ikke-oplyst",
    .help = "legal frame of the task" },
  { NULL },
};

static const LvKeySpec pool[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "size", LV_VALUE_ID, LV_KEY_REQUIRED, .kinds = LV_KINDS_VALUES, .help = "how many there are" },
  { "unit", LV_VALUE_UNIT, LV_KEY_REQUIRED, .help = "unit of size and of what measures reach" },
  { "combine", LV_VALUE_WORD, .words = "independent|nested|disjoint",
    .help = "how shares combine: 1 - product of (1 - share), the largest, the sum" },
  { NULL },
};

static const LvKeySpec check[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "what must hold" },
  { "left", LV_VALUE_EXPRESSION, LV_KEY_REQUIRED, .help = "left side" },
  { "right", LV_VALUE_EXPRESSION, LV_KEY_REQUIRED, .help = "right side" },
  { "unit", LV_VALUE_UNIT, .help = "unit that the difference is said in" },
  { "tolerance", LV_VALUE_OTHER, .help = "a number, with a unit if need be" },
  { "known", LV_VALUE_OTHER, .argument = "?@m",
    .help = "`known@m=DIFF;rounding|source-error;why`, DIFF = left - right exactly" },
  { "fails", LV_VALUE_TEXT, .help = "what it means when it fails" },
  { NULL },
};

static const LvKeySpec solve[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "the question" },
  { "target", LV_VALUE_EXPRESSION, LV_KEY_REQUIRED, .help = "what must reach the value" },
  { "value", LV_VALUE_NUMBER, LV_KEY_REQUIRED, .help = "the value, in the target's unit" },
  { "lever", LV_VALUE_OTHER, LV_KEY_REQUIRED, .argument = "@ID@m",
    .help = "`lever@ID@m=low;high`: a parameter that may move, with its bounds in its unit" },
  { NULL },
};

static const LvKeySpec scenario[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "parent", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_SCENARIO),
    .help = "the scenario whose changes hold where it says nothing" },
  { "state", LV_VALUE_WORD, .words = "udkast|fremlagt|laast", .help = "udkast when left out" },
  { "set", LV_VALUE_OTHER, .argument = " ID@m",
    .help = "`set ID@m=V`: a parameter's or a series' value; without members all cells" },
  { "measure", LV_VALUE_OTHER, .argument = " ID.on@m",
    .help = "`measure ID.on=on`, `measure ID.scale=50` (pct.), `measure ID.delay=6` (months)" },
  { "action", LV_VALUE_DATE, .argument = " ID.start",
    .help = "`action ID.start=2026-08`, `action ID.end=2026-12-31`" },
  { "lock", LV_VALUE_YES_NO, .argument = " ID@m",
    .help = "`lock ID@m=yes`: spreading leaves it alone" },
  { "because", LV_VALUE_TEXT, .argument = " ID@m",
    .help = "`because ID@m=text`: why it was changed" },
  { "by", LV_VALUE_TEXT, .argument = " ID@m",
    .help = "`by ID@m=text`: in documents: who changed it, and when" },
  { "author", LV_VALUE_TEXT, .help = "who made it" },
  { "date", LV_VALUE_DATE, .help = "when" },
  { "note", LV_VALUE_TEXT, .help = "what a reader must know" },
  { NULL },
};

static const LvKeySpec document[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "pack", LV_VALUE_OTHER, LV_KEY_REQUIRED, .help = "id of the pack that it is for" },
  { "version", LV_VALUE_TEXT, .help = "version of the pack that it was written with" },
  { "format", LV_VALUE_NUMBER, .help = "version of the file format; newer ones are refused" },
  { "plan-order", LV_VALUE_OTHER, .help = "ids of all actions, in the order that the user gave the plan" },
  { "shows", LV_VALUE_OTHER, .help = "id of the scenario that was shown last" },
  { "date", LV_VALUE_DATE, .help = "when it was saved" },
  { "author", LV_VALUE_TEXT, .help = "who made it" },
  { "note", LV_VALUE_TEXT, .help = "what a reader must know" },
  { NULL },
};

const LvKindSpec lv_schema_model_kinds[] = {
  { LV_KIND_PACK, "The pack itself, once.", { pack } },
  { LV_KIND_SOURCE, "A document that figures come from.", { source } },
  { LV_KIND_UNIT, "A unit. Compounds are written with * and /: kr/person/uge.", { unit } },
  { LV_KIND_AXIS, "What series run along: named members, whole numbers or months.", { axis } },
  { LV_KIND_SERIES, "Figures along axes.", { series, attributes, comparison, origin } },
  { LV_KIND_CELL,
    "`[cell ID@m1/m2]`: what is said of some cells of a series; * and a..b are ranges.",
    { cell, attributes + 1, origin } },
  { LV_KIND_PARAMETER, "A number that a user may change.", { parameter, attributes, comparison, origin } },
  { LV_KIND_FORMULA, "A computed series.", { formula, attributes, comparison, origin } },
  { LV_KIND_MEASURE, "An intervention with its effects.", { measure, origin } },
  { LV_KIND_POOL, "Persons whom several measures reach.", { pool, origin } },
  { LV_KIND_CHECK, "What must hold, with the deviations that are known.", { check, origin } },
  { LV_KIND_SOLVE, "A goal to seek.", { solve, origin } },
  { LV_KIND_SCENARIO, "A named set of changes.", { scenario } },
  { LV_KIND_DOCUMENT, "Head of a user's file (`*.ligevaegt`), its first group.", { document } },
  { 0, NULL },
};
