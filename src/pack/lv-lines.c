/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lv-reader.h"

#include "lv-id.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Bytes of a header's id that are looked at: an id of 80 and four members as long. */
#define MAX_ID 420

/**
 * Lines:
 * @item: (nullable): the group that is being read
 * @skipping: the group's header was wrong, its lines are passed over
 * @entry_open: the last line may be continued
 * @value_end: where the value of the last entry ends
 * @paragraph: the next continuation begins a paragraph
 *
 * The text is cut up where it lies: keys and values point into it, so that reading a line allocates
 * nothing.
 */
typedef struct
{
  LvReader *reader;
  const char *file;
  gboolean local;
  guint line;
  LvItem *item;
  gboolean skipping;
  gboolean entry_open;
  char *value_end;
  gboolean paragraph;
} Lines;

static void
report_file (LvReader *self, const char *name, guint line, const char *text)
{
  lv_problems_add (self->problems, name, line, NULL, NULL, "%s", text);
}

static void report_line (Lines *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
report_line (Lines *self, const char *format, ...)
{
  g_autofree char *group = self->item != NULL ? lv_item_group (self->item) : NULL;
  g_autofree char *text = NULL;
  va_list args;

  if (self->item != NULL)
    self->item->broken = TRUE;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  lv_problems_add (self->reader->problems, self->file, self->line, lv_clip (group, 120), NULL, "%s",
                   lv_clip (text, 600));
}

/* Takes trailing spaces and tabs off; @end is the end of the line. */
static char *
trim_end (char *begin, char *end)
{
  while (end > begin && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  *end = '\0';
  return end;
}

static void
begin_item (Lines *self, LvKind kind, char *id)
{
  LvPack *pack = self->reader->pack;
  LvItem *item = g_new0 (LvItem, 1);

  item->kind = kind;
  item->id = id;
  item->file = self->file;
  item->line = self->line;
  item->order = pack->items->len;
  item->local = self->local;
  item->entries = g_array_new (FALSE, FALSE, sizeof (LvEntry));
  g_ptr_array_add (pack->items, item);
  g_ptr_array_add (pack->by_kind[kind], item);
  self->item = item;
}

/* "[series forbrug]" */
static void
read_header (Lines *self, char *begin, char *end)
{
  char *name = begin + 1;
  char *id;
  LvKind kind;

  self->item = NULL;
  self->skipping = TRUE;
  self->entry_open = FALSE;
  if (end[-1] != ']' || end - begin < 2)
    {
      report_line (self, _ ("the header must end with ]; expected [kind id]"));
      return;
    }
  end[-1] = '\0';
  id = strchr (name, ' ');
  if (id == NULL)
    {
      report_line (self, _ ("the header has no id; expected [%s id]"), name);
      return;
    }
  *id++ = '\0';
  if (!lv_kind_parse (name, &kind))
    {
      g_autofree char *hint = lv_nearest_hint (lv_nearest_kind (self->reader, name));

      report_line (self, _ ("there is no kind of group “%s”%s"), name, hint);
      return;
    }
  self->skipping = FALSE;
  if (end - id > MAX_ID)
    id[g_utf8_find_prev_char (id, id + MAX_ID) - id] = '\0';
  begin_item (self, kind, id);
  if (strlen (id) >= MAX_ID - 8)
    report_line (self, _ ("the header is too long"));
  else if (kind != LV_KIND_CELL && !lv_id_valid (id))
    report_line (
        self,
        _ ("“%s” cannot be an id; expected lower-case letters a-z and digits, joined by points "
           "or hyphens and beginning with a letter"),
        id);
}

static void
read_continuation (Lines *self, char *begin, char *end)
{
  gsize length;

  while (*begin == ' ')
    begin++;
  if (self->skipping)
    return;
  if (!self->entry_open)
    {
      report_line (self,
                   _ ("the line begins with a space, but there is no line before it to continue"));
      return;
    }
  if (strcmp (begin, ".") == 0)
    {
      self->paragraph = TRUE;
      return;
    }
  length = (gsize) (end - begin);
  if (self->value_end[-1] != '\0') /* not the first word of the value */
    {
      if (self->paragraph)
        *self->value_end++ = '\n';
      *self->value_end++ = self->paragraph ? '\n' : ' ';
    }
  self->paragraph = FALSE;
  memmove (self->value_end, begin, length);
  self->value_end += length;
  *self->value_end = '\0';
}

/* Cuts "key@argument" or "key argument" apart. Of "@members" the @ stays, so that one byte before
 * the argument the line's label begins. */
static gboolean
split_key (Lines *self, char *begin, LvEntry *entry)
{
  gsize length = strcspn (begin, "@ ");

  entry->key = begin;
  if (begin[length] != '\0')
    {
      entry->sign = begin[length];
      if (length == 0)
        entry->key = (char *) "";
      else
        begin[length] = '\0';
      entry->argument = begin + length + 1;
      if (entry->argument[0] == '\0')
        {
          report_line (self, _ ("nothing stands between “%s%c” and ="), entry->key, entry->sign);
          return FALSE;
        }
    }
  else if (length == 0)
    {
      report_line (self, _ ("the line has no key before ="));
      return FALSE;
    }
  return TRUE;
}

static void
read_entry (Lines *self, char *begin, char *end)
{
  char *equals;
  LvEntry entry = { .line = self->line };

  self->entry_open = FALSE;
  if (self->skipping)
    return;
  if (self->item == NULL)
    {
      report_line (self, _ ("the line stands before the first group; expected a header such as "
                            "[series id]"));
      return;
    }
  equals = memchr (begin, '=', (gsize) (end - begin));
  if (equals == NULL)
    {
      report_line (
          self, _ ("expected key=value, a header, a comment, or a line that begins with a space"));
      return;
    }
  *equals = '\0';
  if (!split_key (self, begin, &entry))
    return;
  entry.value = equals + 1;
  while (*entry.value == ' ')
    entry.value++;
  self->value_end = end;
  self->entry_open = TRUE;
  self->paragraph = FALSE;
  g_array_append_val (self->item->entries, entry);
}

/* Control characters have no place in text that becomes spreadsheets and PDF files. */
static void
check_characters (Lines *self, char *begin, const char *end)
{
  gboolean reported = FALSE;

  for (char *p = begin; p < end; p++)
    {
      if ((guchar) *p >= ' ' && *p != 127)
        continue;
      if (*p != '\t' && !reported)
        {
          report_line (self, _ ("the line holds a control character (code %d)"), *p);
          reported = TRUE;
        }
      *p = ' ';
    }
}

static void
read_line (Lines *self, char *begin, char *end)
{
  if (begin[0] == '#')
    return;
  if (begin[0] == '\t')
    report_line (
        self, _ ("the line begins with a tab; a line that continues another begins with a space"));
  check_characters (self, begin, end);
  end = trim_end (begin, end);
  if (begin == end)
    self->entry_open = FALSE;
  else if (begin[0] == '[')
    read_header (self, begin, end);
  else if (begin[0] == ' ')
    read_continuation (self, begin, end);
  else
    read_entry (self, begin, end);
}

static void
read_lines (Lines *self, char *text, char *end)
{
  char *p = text;

  while (p < end)
    {
      char *newline = memchr (p, '\n', (gsize) (end - p));
      char *stop = newline != NULL ? newline : end;
      char *next = stop + (newline != NULL);

      self->line++;
      if (stop > p && stop[-1] == '\r')
        stop--;
      *stop = '\0';
      read_line (self, p, stop);
      p = next;
    }
}

static guint
line_of (const char *text, const char *position)
{
  guint line = 1;

  for (const char *p = text; (p = memchr (p, '\n', (gsize) (position - p))) != NULL; p++)
    line++;
  return line;
}

/* Reports the lines that are not UTF-8 and puts a question mark for each wrong byte. */
static void
check_encoding (LvReader *self, const char *name, char *text, gsize length)
{
  const char *end = text + length;
  const char *from = text;
  const char *bad;
  guint line = 1;
  guint reported = 0;

  while (!g_utf8_validate_len (from, (gsize) (end - from), &bad))
    {
      line += line_of (from, bad) - 1;
      if (line != reported)
        report_file (self, name, line, _ ("the line is not UTF-8 text; save the file as UTF-8"));
      reported = line;
      text[bad - text] = '?';
      from = bad;
    }
}

/* Reads the file when it is one that could be a pack's. */
static char *
load (LvReader *self, const char *path, const char *name, gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      report_file (self, name, 0, g_strerror (errno));
      return NULL;
    }
  if (!S_ISREG (info.st_mode))
    {
      report_file (self, name, 0, _ ("it is not a file"));
      return NULL;
    }
  if (info.st_size > LV_MAX_FILE_SIZE)
    {
      report_file (self, name, 0, _ ("the file is larger than 16 MiB, the most that is read"));
      return NULL;
    }
  if (!g_file_get_contents (path, &text, length, &error))
    {
      report_file (self, name, 0, error->message);
      return NULL;
    }
  return g_steal_pointer (&text);
}

/**
 * lv_reader_read_text:
 * @text: (transfer full): the whole file, a NUL byte behind
 * @name: what problems call it
 * @local: whether it is a user's document
 *
 * Adds the groups of a text to the pack. Everything that is wrong with its lines is reported.
 */
void
lv_reader_read_text (LvReader *self, char *text, gsize length, const char *name, gboolean local)
{
  Lines lines = { .reader = self, .local = local };
  guint before = self->pack->items->len;
  const char *nul = memchr (text, '\0', length);
  gsize mark;

  g_ptr_array_add (self->pack->texts, text);
  if (nul != NULL)
    {
      report_file (self, name, line_of (text, nul),
                   _ ("the file holds a NUL byte, so it is not text"));
      return;
    }
  mark = g_str_has_prefix (text, "\357\273\277") ? 3 : 0;
  check_encoding (self, name, text + mark, length - mark);
  lines.file = g_strdup (name);
  g_ptr_array_add (self->pack->names, (gpointer) lines.file);
  read_lines (&lines, text + mark, text + length);
  if (local && !self->part && self->pack->items->len == before)
    report_file (self, name, 0, _ ("the document has no groups; expected [document id] first"));
}

/**
 * lv_reader_read_file:
 * @path: the file
 * @name: what problems call it
 * @local: whether it is a user's document
 *
 * Adds the groups of a file to the pack, which remembers its own files to be read once more.
 */
void
lv_reader_read_file (LvReader *self, const char *path, const char *name, gboolean local)
{
  gsize length;
  char *text = load (self, path, name, &length);

  if (text == NULL)
    return;
  if (!local)
    {
      g_ptr_array_add (self->pack->file_names, g_strdup (name));
      g_ptr_array_add (self->pack->file_bytes, g_bytes_new (text, length));
    }
  lv_reader_read_text (self, text, length, name, local);
}

/**
 * lv_pack_load_text:
 * @path: a user's file
 *
 * Returns: (transfer full) (nullable): its text; %NULL, reported, when it is none
 */
char *
lv_pack_load_text (const char *path, LvProblems *problems)
{
  LvReader self = { .problems = problems };
  gsize length = 0;
  g_autofree char *text = load (&self, path, path, &length);
  const char *nul = text != NULL ? memchr (text, '\0', length) : NULL;

  if (nul == NULL)
    return g_steal_pointer (&text);
  report_file (&self, path, line_of (text, nul),
               _ ("the file holds a NUL byte, so it is not text"));
  return NULL;
}
