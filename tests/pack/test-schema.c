/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-pack.h"
#include "lv-schema.h"

#include <stdio.h>
#include <string.h>

/*
 * The table of kinds is the documentation: docs/pack-format.md holds it, between two markers,
 * exactly
 * as this program prints it. After a change of the table:
 *
 *   test-pack-schema --print    gives the text that belongs between the markers
 */

#define BEGIN "<!-- Written by test-pack-schema; change src/pack/lv-schema-*.c instead. -->\n"
#define END "<!-- End of what is written by test-pack-schema. -->\n"

static void
append_escaped (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (*text == '|')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
}

/* `default`, `default@m`: the ? says that the argument may be left out. */
static void
append_key (GString *out, const LvKeySpec *spec)
{
  const char *argument = spec->argument;

  if (argument != NULL && argument[0] == '?')
    {
      g_string_append_printf (out, "`%s`, ", spec->key);
      argument++;
    }
  g_string_append_printf (out, "`%s%s`", spec->key, argument != NULL ? argument : "");
}

static void
append_type (GString *out, const LvKeySpec *spec)
{
  guint named = spec->kinds == LV_KINDS_ANY ? 0 : spec->kinds;
  const char *separator = ": ";

  g_string_append (out, lv_value_type_name (spec->type));
  if (spec->words != NULL)
    {
      g_auto (GStrv) words = g_strsplit (spec->words, "|", -1);
      g_autofree char *joined = g_strjoinv ("`, `", words);

      g_string_append_printf (out, ": `%s`", joined);
      separator = "; of ";
    }
  for (guint i = 0; i < LV_N_KINDS; i++)
    if (named & LV_KIND_BIT (i))
      {
        g_string_append_printf (out, "%s%s", separator, lv_kind_name ((LvKind) i));
        separator = ", ";
      }
}

static void
append_row (GString *out, const LvKeySpec *spec)
{
  g_string_append (out, "| ");
  append_key (out, spec);
  g_string_append (out, " | ");
  append_type (out, spec);
  g_string_append (out, " | ");
  if (spec->flags & LV_KEY_REQUIRED)
    g_string_append (out, "**required**: ");
  append_escaped (out, spec->help);
  if (spec->flags & LV_KEY_MAY_BE_EMPTY)
    g_string_append (out, "; may be empty");
  g_string_append (out, " |\n");
}

static void
append_kind (GString *out, const LvKindSpec *kind)
{
  g_string_append_printf (out, "### %s\n\n%s\n\n| key | value | meaning |\n| --- | --- | --- |\n",
                          lv_kind_name (kind->kind), kind->help);
  for (gsize i = 0; i < G_N_ELEMENTS (kind->keys) && kind->keys[i] != NULL; i++)
    for (const LvKeySpec *spec = kind->keys[i]; spec->key != NULL; spec++)
      append_row (out, spec);
  g_string_append_c (out, '\n');
}

static char *
print_schema (void)
{
  GString *out = g_string_new (BEGIN "\n");

  for (guint i = 0; i < LV_N_KINDS; i++)
    append_kind (out, lv_schema_kind ((LvKind) i));
  g_string_append (out, END);
  return g_string_free (out, FALSE);
}

static void
test_documented (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LV_SOURCE_ROOT"), "docs", "pack-format.md",
                                            NULL);
  g_autofree char *schema = print_schema ();
  g_auto (GStrv) lines = g_strsplit (schema, "\n", -1);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (char **line = lines; *line != NULL; line++)
    if (strstr (text, *line) == NULL)
      {
        g_test_message ("not in docs/pack-format.md: %s", *line);
        g_test_fail ();
      }
  g_assert_nonnull (strstr (text, schema));
}

/* Every kind has a table, every key a line of help, and no key is there twice. */
static void
test_tables (void)
{
  for (guint i = 0; i < LV_N_KINDS; i++)
    {
      const LvKindSpec *kind = lv_schema_kind ((LvKind) i);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_nonnull (kind);
      for (gsize j = 0; j < G_N_ELEMENTS (kind->keys) && kind->keys[j] != NULL; j++)
        for (const LvKeySpec *spec = kind->keys[j]; spec->key != NULL; spec++)
          {
            gboolean is_words;

            g_assert_nonnull (spec->help);
            g_assert_true (g_hash_table_add (seen, (gpointer) spec->key));
            g_assert_true (lv_schema_key ((LvKind) i, spec->key, &is_words) == spec);
            g_assert_false (is_words);
          }
    }
}

/* The words that the table lists for attributes are those that the core allows. */
static void
test_attributes (void)
{
  for (guint i = 0; i < LV_N_ATTRIBUTES; i++)
    {
      gboolean is_words;
      const LvKeySpec *spec = lv_schema_key (LV_KIND_SERIES, lv_attribute_key ((LvAttribute) i),
                                             &is_words);
      g_auto (GStrv) words = g_strsplit (spec->words, "|", -1);

      for (char **word = words; *word != NULL; word++)
        if (strcmp (*word, "YEAR") != 0)
          g_assert_true (lv_attribute_allowed ((LvAttribute) i, *word));
    }
}

static void
test_words_keys (void)
{
  gboolean is_words;

  g_assert_nonnull (lv_schema_key (LV_KIND_CARD, "title-words", &is_words));
  g_assert_true (is_words);
  g_assert_null (lv_schema_key (LV_KIND_CARD, "kind-words", &is_words));
  g_assert_null (lv_schema_key (LV_KIND_CARD, "-words", &is_words));
  g_assert_null (lv_schema_key (LV_KIND_CARD, "titl", &is_words));
}

static void
test_kinds (void)
{
  LvKind kind;

  for (guint i = 0; i < LV_N_KINDS; i++)
    {
      g_assert_true (lv_kind_parse (lv_kind_name ((LvKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (lv_kind_parse ("", &kind));
  g_assert_false (lv_kind_parse ("Series", &kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && strcmp (argv[1], "--print") == 0)
    {
      g_autofree char *schema = print_schema ();

      fputs (schema, stdout); /* not g_print(), which converts to the locale */
      return 0;
    }
  g_test_add_func ("/schema/documented", test_documented);
  g_test_add_func ("/schema/tables", test_tables);
  g_test_add_func ("/schema/attributes", test_attributes);
  g_test_add_func ("/schema/words-keys", test_words_keys);
  g_test_add_func ("/schema/kinds", test_kinds);
  return g_test_run ();
}
