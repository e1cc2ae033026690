/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The style of an exported page, within the page. Colours are named once for light and once for dark, so that a
 * test can compute every contrast. Pictures keep white paper: their colours were chosen for it. */
#define LV_PAGE_STYLE \
  ":root{--paper:#ffffff;--ink:#1c1c1e;--soft:#54545a;--link:#0b4a94;--head:#e9ecf1;--rule:#8a8a90;--picture:#ffffff}\n" \
  "@media (prefers-color-scheme:dark){:root{--paper:#1c1c1e;--ink:#f2f2f2;--soft:#c2c2c8;--link:#9cc4f5;" \
  "--head:#303036;--rule:#77777e;--picture:#ffffff}}\n" \
  "html{color-scheme:light dark}\n" \
  "body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--paper);color:var(--ink);" \
  "font:1rem/1.5 system-ui,\"Segoe UI\",\"DejaVu Sans\",sans-serif;hyphens:auto;overflow-wrap:break-word}\n" \
  "a{color:var(--link)}\n" \
  "a:focus-visible,.wide:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n" \
  ".skip{position:absolute;left:-99rem;background:var(--paper);padding:.5rem}\n" \
  ".skip:focus{left:1rem;top:.5rem}\n" \
  "h1{font-size:2rem;line-height:1.2;margin:.5rem 0}\n" \
  "h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .5rem}\n" \
  "h3{font-size:1.1rem;margin:1.5rem 0 .5rem}\n" \
  "header{border-bottom:2px solid var(--ink);padding-bottom:1rem}\n" \
  "dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:1rem 0 0}\n" \
  "dt{font-weight:bold}dd{margin:0}\n" \
  ".soft,.code,footer{color:var(--soft)}\n" \
  ".code{margin:0 0 .5rem;font-size:.875rem}\n" \
  "nav ol{list-style:none;margin:0;padding-left:1.25rem}\n" \
  ".wide{overflow-x:auto;position:relative}\n" \
  "table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.9375rem}\n" \
  "caption{text-align:left;color:var(--soft);padding:.25rem 0}\n" \
  ".heard{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n" \
  "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--rule)}\n" \
  "thead th{background:var(--head);vertical-align:bottom}\n" \
  ".n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}\n" \
  "thead .n{white-space:normal}\n" \
  "figure{margin:1rem 0}\n" \
  "figure svg{display:block;width:100%;height:auto;background:var(--picture)}\n" \
  "figcaption{font-weight:bold;margin-bottom:.5rem}\n" \
  "footer{border-top:1px solid var(--rule);margin-top:3rem;padding-top:1rem;font-size:.875rem}\n" \
  "@media (max-width:40rem){dl{display:block}dd{margin-bottom:.5rem}h1{font-size:1.6rem}}\n" \
  "@media print{:root{--paper:#ffffff;--ink:#1c1c1e;--soft:#54545a;--link:#0b4a94;--head:#e9ecf1;--rule:#8a8a90}" \
  "body{max-width:none;padding:0;font-size:10pt}nav,.skip{display:none}.wide{overflow:visible}" \
  "h2,h3,figcaption,caption{break-after:avoid}figure,tr,svg{break-inside:avoid}thead{display:table-header-group}}\n"
