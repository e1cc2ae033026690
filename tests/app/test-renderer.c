/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Protects a quick start on machines without graphics hardware. */
#include "lv-renderer.h"

#include <glib/gstdio.h>

static gboolean
has_graphics_with (const char *device)
{
  g_autofree char *devices = g_dir_make_tmp ("lv-devices-XXXXXX", NULL);
  g_autofree char *drawing = g_build_filename (devices, "dri", NULL);
  g_autofree char *path = g_build_filename (devices, device, NULL);
  gboolean has;

  g_assert_cmpint (g_mkdir (drawing, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  has = lv_renderer_has_graphics (devices);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (drawing), ==, 0);
  g_assert_cmpint (g_rmdir (devices), ==, 0);
  return has;
}

static void
test_devices (void)
{
  g_assert_true (has_graphics_with ("dri/renderD128"));
  g_assert_true (has_graphics_with ("nvidia0"));
  g_assert_true (has_graphics_with ("dxg"));
  /* A screen that shows what others have drawn. */
  g_assert_false (has_graphics_with ("dri/card0"));
  g_assert_false (has_graphics_with ("null"));
  g_assert_false (lv_renderer_has_graphics ("/there/is/no/such/folder"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/renderer/devices", test_devices);
  return g_test_run ();
}
