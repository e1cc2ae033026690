/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A zip file of XML parts, read within the limits of lv-import-data.h. */

/* lv-import-zip.c */
GHashTable *lv_import_unzip (const char *bytes, gsize length, GPtrArray *others, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * LvXmlFuncs:
 * @start: an element begins; @name without its prefix
 * @end: it ended
 * @text: (nullable): of the innermost element, perhaps in pieces
 * @where: (nullable): where the walk is, for errors; the part's name says it otherwise
 *
 * What happens on the way through a part. Returning %FALSE with @error set ends it.
 */
typedef struct
{
  gboolean (*start) (const char *name, const char **names, const char **values, gpointer data,
                     GError **error);
  gboolean (*end) (const char *name, gpointer data, GError **error);
  void (*text) (const char *text, gsize length, gpointer data);
  char *(*where) (gpointer data);
} LvXmlFuncs;

/* lv-import-xml.c */
gboolean lv_import_xml (GBytes *part, const char *name, const LvXmlFuncs *funcs, gpointer data,
                        GError **error);
const char *lv_xml_get (const char **names, const char **values, const char *name);
gboolean lv_xml_true (const char *value);

G_END_DECLS
