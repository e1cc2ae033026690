/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GTK draws with. It takes OpenGL wherever there is some; on a machine without graphics hardware, as a desktop on a
 * server is, the processor plays it: the window then stands after seconds, where cairo has it in half of one. */
#include "lv-renderer.h"

static gboolean
has_file (const char *folder, const char *pattern)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    if (g_pattern_match_simple (pattern, name))
      return TRUE;
  return FALSE;
}

/**
 * lv_renderer_has_graphics:
 * @devices: the folder of devices
 *
 * Returns: whether there is hardware that draws: by the kernel's drivers, Nvidia's own, or Windows' for its Linux
 */
gboolean
lv_renderer_has_graphics (const char *devices)
{
  g_autofree char *drawing = g_build_filename (devices, "dri", NULL);

  return has_file (drawing, "renderD*") || has_file (devices, "nvidia?") || has_file (devices, "dxg");
}

/** Chooses, unless GSK_RENDERER has; before GTK starts. */
void
lv_renderer_choose (void)
{
  if (!lv_renderer_has_graphics ("/dev"))
    g_setenv ("GSK_RENDERER", "cairo", FALSE);
}
