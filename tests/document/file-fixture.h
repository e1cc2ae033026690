/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder for a test, and what stands in it. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Removes a folder and everything in it; frees the path. */
typedef char TestFolder;
void test_folder_free (TestFolder *folder);
TestFolder *test_folder_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFolder, test_folder_free)

void put (const char *path, const char *text);
void assert_holds (const char *path, const char *text);

/* Number of entries of a folder, hidden ones too. */
guint count_files (const char *folder);

/* Calls @func in a process without privileges, for whom rights count; it must return TRUE. */
void as_nobody (gboolean (*func) (const char *path), const char *path);

/* Runs @func in a process of its own; returns how that ended, as from waitpid(). */
int in_child (void (*func) (gpointer data), gpointer data);

G_END_DECLS
