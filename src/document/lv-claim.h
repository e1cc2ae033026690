/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that belongs to a process for as long as this lives, however it dies. The kernel's lock on the file decides,
 * not a process id: ids are used again, and are others inside a Flatpak. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LvClaimResult:
 * @LV_CLAIM_TAKEN: it is ours
 * @LV_CLAIM_HELD: a living process has it (this one, perhaps)
 * @LV_CLAIM_NONE: there is no such file, it cannot be opened, or its file system knows no locks
 */
typedef enum
{
  LV_CLAIM_TAKEN,
  LV_CLAIM_HELD,
  LV_CLAIM_NONE,
} LvClaimResult;

LvClaimResult lv_claim_create (const char *path, int *fd);
LvClaimResult lv_claim_existing (const char *path, int *fd);
void lv_claim_release (const char *path, int fd);

G_END_DECLS
