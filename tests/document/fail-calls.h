/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands between a test program and the kernel: the calls that write, flush, rename, open and change rights can be made
 * to fail, or to be the last thing the process does. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAIL_COUNT, /* only count */
  FAIL_ERROR, /* call number @at fails with @number; a write after half of it */
  FAIL_EVER,  /* so do all that follow, as on a full disk */
  FAIL_KILL,  /* the process is killed instead of call number @at; in a write after half of it */
} FailMode;

/* Counts from 1. */
void fail_calls_start (FailMode mode, guint at, int number);

/* Returns the calls since the start. */
guint fail_calls_stop (void);

G_END_DECLS
