/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read once for all sources of the window: GTK's headers take the compiler longer than any of them. Sources include
 * what they use all the same. */
#include <adwaita.h>
