/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one version of a document says and another does not, in words. */

#pragma once

#include "lv-document.h"

G_BEGIN_DECLS

GPtrArray *lv_document_differences (const LvPack *pack, LvDocument *from, LvDocument *to)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
