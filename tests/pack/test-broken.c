/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "broken.h"

#include <locale.h>

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  broken_add_tests (NULL, NULL);
  return g_test_run ();
}
