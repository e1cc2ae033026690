/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-schema.h"

/* The kinds that plan, show and export. See lv-schema-model.c. */

#define CHARTS \
  "columns|columns-stacked|columns-grouped|columns-share|bars|bars-stacked|bars-grouped|bars-share|lines|area|" \
  "fan|slope|waterfall|dumbbell|scatter|matrix|stair|tornado|share|donut|timeline|flow"
#define CARDS \
  "figures|chart|inputs|table|measures|plan|goals|flow|checks|missing|text|spread|path"
#define PLAN_STATUS "ikke-startet|i-gang|gennemfoert|forsinket|i-bero|udgaar|ikke-oplyst"

static const LvKeySpec origin[] = {
  { "source", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_SOURCE), .help = "where it is printed" },
  { "place", LV_VALUE_TEXT, .help = "the place in the source: table, section, page" },
  { "note", LV_VALUE_TEXT, .help = "what a reader must know" },
  { NULL },
};

static const LvKeySpec action[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "what is to be done" },
  { "like", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_ACTION),
    .help = "copies source and place where they are not given" },
  { "number", LV_VALUE_TEXT, .help = "number in the plan" },
  { "track", LV_VALUE_TEXT, .help = "track or theme" },
  { "owner", LV_VALUE_TEXT, .help = "who is responsible" },
  { "partners", LV_VALUE_TEXT, .help = "who takes part" },
  { "body", LV_VALUE_TEXT, .help = "committee, task force or the like" },
  { "start", LV_VALUE_DATE, .help = "begins" },
  { "end", LV_VALUE_DATE, .help = "ends; not before it begins" },
  { "window", LV_VALUE_TEXT, .help = "a period in the source's words" },
  { "deadline", LV_VALUE_DATE, .help = "deadline" },
  { "status", LV_VALUE_WORD, .words = PLAN_STATUS, .help = "how far it is" },
  { "status-date", LV_VALUE_DATE, .help = "when the status was given" },
  { "next-follow-up", LV_VALUE_DATE, .help = "next follow-up" },
  { "closed", LV_VALUE_DATE, .help = "when it was decided to follow it no further" },
  { "depends", LV_VALUE_ID_LIST, .kinds = LV_KIND_BIT (LV_KIND_ACTION),
    .help = "what must come first" },
  { "carries", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_MEASURE),
    .help = "the measure that is late when it ends late" },
  { "moves", LV_VALUE_CELLS_LIST, .kinds = LV_KINDS_VALUES | LV_KIND_BIT (LV_KIND_GOAL),
    .help = "indicators that it should move" },
  { "evidence", LV_VALUE_TEXT, .help = "what is known of its effect" },
  { NULL },
};

static const LvKeySpec goal[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "the indicator" },
  { "like", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_GOAL),
    .help = "copies unit, source and place where they are not given" },
  { "unit", LV_VALUE_UNIT, .help = "unit; required, here or through like" },
  { "baseline", LV_VALUE_NUMBER_OR_ID, .words = "none", .kinds = LV_KINDS_VALUES,
    .help = "where it began: number, ID@m or none" },
  { "target", LV_VALUE_NUMBER_OR_ID, .words = "none", .kinds = LV_KINDS_VALUES,
    .help = "where it should get to" },
  { "actual", LV_VALUE_NUMBER_OR_ID, .words = "none", .kinds = LV_KINDS_VALUES,
    .help = "where it is" },
  { "actual-date", LV_VALUE_DATE, .help = "in documents: from when the newer figure is" },
  { "actual-source", LV_VALUE_TEXT, .help = "in documents: the file or letter that it is from" },
  { "by", LV_VALUE_TEXT, .help = "in documents: who read it in, and when" },
  { "date", LV_VALUE_DATE_OR_YEAR, .help = "when the target should be reached" },
  { "good", LV_VALUE_WORD, .words = "up|down", .help = "which way is good" },
  { NULL },
};

static const LvKeySpec table[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "column", LV_VALUE_OTHER, LV_KEY_REQUIRED, .argument = "@COLUMN",
    .help = "`column@COLUMN=TYPE | Title`, TYPE is text, number UNIT, date, id or member AXIS" },
  { NULL },
};

static const LvKeySpec row[] = {
  { "table", LV_VALUE_ID, LV_KEY_REQUIRED, .kinds = LV_KIND_BIT (LV_KIND_TABLE),
    .help = "the table that it is in" },
  { "", LV_VALUE_OTHER, .argument = "@COLUMN", .help = "the value of a column" },
  { NULL },
};

static const LvKeySpec flow[] = {
  { "title", LV_VALUE_TEXT, .help = "title" },
  { "box", LV_VALUE_OTHER, LV_KEY_REQUIRED, .argument = "@BOX",
    .help = "`box@BOX=text | show=ID@m | card=ID`" },
  { "arrow", LV_VALUE_OTHER, LV_KEY_REPEATABLE, .argument = "?@N",
    .help = "`arrow=a;b`: from one box to another, as often as needed" },
  { NULL },
};

static const LvKeySpec chart[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "what is shown" },
  { "subtitle", LV_VALUE_TEXT, .help = "instead of unit and price level" },
  { "kind", LV_VALUE_WORD, LV_KEY_REQUIRED, .words = CHARTS, .help = "kind of chart" },
  { "series", LV_VALUE_CELLS_LIST, .kinds = LV_KINDS_VALUES, .help = "what is drawn" },
  { "axis", LV_VALUE_AXIS, .help = "the axis along the chart" },
  { "split", LV_VALUE_AXIS, .help = "the axis that gives one colour per member" },
  { "from", LV_VALUE_OTHER, .help = "first member of axis that is shown" },
  { "to", LV_VALUE_OTHER, .help = "last member of axis that is shown" },
  { "order", LV_VALUE_WORD, .words = "file|ascending|descending", .help = "order of the members" },
  { "line", LV_VALUE_CELLS_LIST, .kinds = LV_KINDS_VALUES, .help = "drawn as a line on top, or across the rows" },
  { "also", LV_VALUE_CELLS_LIST, .kinds = LV_KINDS_VALUES, .help = "further parts of the columns" },
  { "annotate", LV_VALUE_TEXT, .argument = "@m", .help = "a remark at a member of axis" },
  { "scenario", LV_VALUE_WORD, .words = "beside|over", .help = "where the scenario is drawn" },
  { "highlight", LV_VALUE_OTHER, .help = "members of axis or split that are pointed out" },
  { "handle", LV_VALUE_ID_LIST, .kinds = LV_KIND_BIT (LV_KIND_PARAMETER),
    .help = "the parameters that are turned by pulling; a number is moved by the first that moves it" },
  { "x", LV_VALUE_CELLS, .kinds = LV_KINDS_VALUES, .help = "scatter, matrix: along" },
  { "y", LV_VALUE_CELLS, .kinds = LV_KINDS_VALUES, .help = "scatter, matrix: up" },
  { "x-line", LV_VALUE_NUMBER_OR_ID, .words = "mean|median", .kinds = LV_KINDS_VALUES,
    .help = "scatter: where the cross stands along x: of the members shown, or number, or ID@m" },
  { "y-line", LV_VALUE_NUMBER_OR_ID, .words = "mean|median", .kinds = LV_KINDS_VALUES,
    .help = "scatter: the same up y" },
  { "quadrant", LV_VALUE_TEXT, .argument = "@CORNER",
    .help = "scatter: name of a field of the cross; CORNER is nw, ne, sw or se" },
  { "x-levels", LV_VALUE_OTHER, .help = "matrix: names of the levels of x, from 1, with semicolons" },
  { "y-levels", LV_VALUE_OTHER, .help = "matrix: names of the levels of y" },
  { "a", LV_VALUE_CELLS, .kinds = LV_KINDS_VALUES, .help = "dumbbell: one end" },
  { "b", LV_VALUE_CELLS, .kinds = LV_KINDS_VALUES, .help = "dumbbell: the other end" },
  { "low", LV_VALUE_CELLS_LIST, .kinds = LV_KINDS_VALUES,
    .help = "fan: lower edge; several for bands in each other" },
  { "high", LV_VALUE_CELLS_LIST, .kinds = LV_KINDS_VALUES,
    .help = "fan: upper edge, as many as there are lower ones" },
  { "totals", LV_VALUE_OTHER,
    .help = "waterfall: the members of axis (without one: the series) that are sums; the others are "
            "changes" },
  { "good", LV_VALUE_WORD, .words = "up|down",
    .help = "waterfall: which way is good; decides the colours of the changes" },
  { "parameters", LV_VALUE_ID_PATTERNS, .kinds = LV_KIND_BIT (LV_KIND_PARAMETER),
    .help = "tornado: which assumptions and levers; else all with low and high" },
  { "actions", LV_VALUE_ID_PATTERNS, .kinds = LV_KIND_BIT (LV_KIND_ACTION),
    .help = "timeline: its rows" },
  { "flow", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_FLOW), .help = "kind=flow: what is drawn" },
  { "notes", LV_VALUE_ID_LIST, .kinds = LV_KIND_BIT (LV_KIND_WORDS),
    .help = "words under the chart" },
  { NULL },
};

static const LvKeySpec page[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "title-short", LV_VALUE_TEXT, .help = "on the tab" },
  { "cards", LV_VALUE_ID_LIST, LV_KEY_REQUIRED, .kinds = LV_KIND_BIT (LV_KIND_CARD),
    .help = "its cards in order" },
  { "attachment", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_ATTACHMENT),
    .help = "the attachment that is exported from here" },
  { NULL },
};

static const LvKeySpec card[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "kind", LV_VALUE_WORD, LV_KEY_REQUIRED, .words = CARDS, .help = "kind of card" },
  { "show", LV_VALUE_CELLS_LIST, .kinds = LV_KINDS_ANY, .help = "figures" },
  { "chart", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_CHART), .help = "kind=chart: which one; path: under its numbers" },
  { "inputs", LV_VALUE_ID_PATTERNS,
    .kinds = LV_KIND_BIT (LV_KIND_PARAMETER) | LV_KIND_BIT (LV_KIND_SERIES),
    .help = "kind=inputs: what can be changed" },
  { "rows", LV_VALUE_CELLS_LIST, .kinds = LV_KINDS_VALUES | LV_KIND_BIT (LV_KIND_TABLE),
    .help = "kind=table: lines, or a table of words" },
  { "columns", LV_VALUE_AXIS_MEMBERS, .help = "kind=table: `aar=2025..2029`" },
  { "measures", LV_VALUE_ID_PATTERNS, .kinds = LV_KIND_BIT (LV_KIND_MEASURE),
    .help = "kind=measures: which" },
  { "of", LV_VALUE_ID_PATTERNS, .kinds = LV_KINDS_ANY,
    .help = "what plan, goals, flow, checks and missing are of; path: the words of its answer" },
  { "group", LV_VALUE_WORD, .words = "track|body|owner|status",
    .help = "kind=plan: what its actions are grouped by at first" },
  { "view", LV_VALUE_WORD, .words = "list|timeline", .help = "kind=plan: what is shown at first" },
  { "words", LV_VALUE_ID_LIST, .kinds = LV_KIND_BIT (LV_KIND_WORDS), .help = "text" },
  { "controls", LV_VALUE_ID_PATTERNS, .kinds = LV_KIND_BIT (LV_KIND_PARAMETER),
    .help = "inputs beside the chart or figures that they move; path: what is chosen" },
  { "to-measure", LV_VALUE_CELLS, .kinds = LV_KINDS_VALUES,
    .help = "a calculated difference that a user may make a measure of" },
  { "measure-target", LV_VALUE_CELLS, .kinds = LV_KIND_BIT (LV_KIND_FORMULA),
    .help = "what that measure changes, `ID@m` without the last axis" },
  { "good", LV_VALUE_WORD, .words = "up|down", .help = "which way is good" },
  { "cells", LV_VALUE_ID, .kinds = LV_KIND_BIT (LV_KIND_PARAMETER),
    .help = "spread: what is filled in" },
  { "total", LV_VALUE_CELLS, .kinds = LV_KINDS_VALUES, .help = "spread: what is to be spread" },
  { "rest", LV_VALUE_CELLS, .kinds = LV_KINDS_VALUES, .help = "spread: what is left" },
  { "weight", LV_VALUE_WORD_OR_ID, .words = "equal", .kinds = LV_KINDS_VALUES,
    .help = "spread: how a rest is shared out" },
  { NULL },
};

static const LvKeySpec words[] = {
  { "text", LV_VALUE_TEXT, .help = "the text; {ID@m}, {base:ID@m} and {diff} are filled in" },
  { "compare", LV_VALUE_OTHER, .help = "`ID@m;ID@m`: which of the texts below is right" },
  { "up", LV_VALUE_TEXT, .help = "the first is larger" },
  { "down", LV_VALUE_TEXT, .help = "the first is smaller" },
  { "same", LV_VALUE_TEXT, .help = "they are shown alike" },
  { "missing", LV_VALUE_TEXT, .help = "one of them is missing" },
  { "by", LV_VALUE_TEXT, .help = "in documents: who wrote it, and when" },
  { NULL },
};

static const LvKeySpec attachment[] = {
  { "title", LV_VALUE_TEXT, LV_KEY_REQUIRED, .help = "title" },
  { "number", LV_VALUE_TEXT, .help = "number of the attachment" },
  { "profiles", LV_VALUE_WORD_LIST, .words = "bilag|beregning|pdf|ics|html|csv", .help = "forms it is exported in" },
  { "sheet", LV_VALUE_OTHER, LV_KEY_REQUIRED, .argument = "@N",
    .help = "`sheet@N=table|chart|checks|text ID | title=...`; notes and sources need no ID; "
            "`plan IDS | columns=...` and `plan-status IDS | goals=IDS | show=counts;summary;attention;next-steps | most=3` for action plans; "
            "`catalogue IDS | unit=UNIT | positions=ID | only=on` of measures; `causes ID@m | most=3`; "
            "`compare IDS`, `compare-chart ID@m`, `compare-inputs` and `compare-measures IDS` of several scenarios" },
  { "one-page", LV_VALUE_YES_NO, .help = "yes: as PDF all of it stands on one page" },
  { "notes", LV_VALUE_ID_LIST, .kinds = LV_KIND_BIT (LV_KIND_WORDS), .help = "words of the notes" },
  { "given", LV_VALUE_OTHER, .argument = "@ATTACHMENT",
    .help = "ids of formulas that ATTACHMENT computes; here its numbers stand in Beregning, without what lies under them" },
  { NULL },
};

const LvKindSpec lv_schema_page_kinds[] = {
  { LV_KIND_ACTION, "One step of a plan.", { action, origin } },
  { LV_KIND_GOAL, "An indicator with its target.", { goal, origin } },
  { LV_KIND_TABLE, "A table of words with typed columns.", { table, origin } },
  { LV_KIND_ROW, "A row of such a table.", { row, origin } },
  { LV_KIND_FLOW, "Boxes and arrows: theory of change, process.", { flow, origin } },
  { LV_KIND_CHART, "A chart.", { chart } },
  { LV_KIND_PAGE, "A tab.", { page } },
  { LV_KIND_CARD, "A card of a page.", { card, origin + 2 } },
  { LV_KIND_WORDS, "Words of the document, perhaps chosen by what the values do.", { words } },
  { LV_KIND_ATTACHMENT, "What is handed to the byråd.", { attachment } },
  { 0, NULL },
};
