// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace culprit::exchange
{

/// Of the report in HTML. Verdicts have the window's shapes and colours (widgets/verdictstyle.h): they differ in shape
/// and word wherever they differ in colour.
inline const QString htmlStyle = QStringLiteral(R"(
:root { color-scheme: light dark; --page: #ffffff; --text: #1b1e20; --quiet: #5a6066; --line: #d5d8da;
  --box: #f4f5f6; --good: #008060; --bad: #c44900; --ink: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --page: #1b1e20; --text: #eceff1; --quiet: #a5adb3; --line: #41474c; --box: #24282b;
    --good: #2cc79a; --bad: #ff7a33; --ink: #1b1e20; }
}
body { background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif;
  max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; }
pre { background: var(--box); padding: 0.75rem; overflow-x: auto; }
.answer { background: var(--box); border-left: 4px solid var(--bad); padding: 0.75rem 1rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0;
  border-bottom: 1px solid var(--line); }
th.count, td.count { text-align: right; }
td.wide { overflow-wrap: anywhere; }
.quiet { color: var(--quiet); }
.verdict { white-space: nowrap; }
.mark { display: inline-block; width: 1.1em; height: 1.1em; line-height: 1.1em; margin-right: 0.35em;
  box-sizing: border-box; text-align: center; font-size: 0.85em; }
.good .mark { background: var(--good); color: var(--ink); border-radius: 50%; }
.bad .mark { background: var(--bad); color: var(--ink); }
.good { color: var(--good); }
.bad { color: var(--bad); }
.skip .mark { border: 1px dashed currentColor; line-height: 1em; }
.undecided .mark { border: 1px solid currentColor; border-radius: 50%; }
)");

} // namespace culprit::exchange
