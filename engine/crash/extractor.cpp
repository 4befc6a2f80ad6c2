// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/extractor.h"

#include "engine/crash/scanner.h"

namespace culprit::crash
{

std::optional<Report> extract(std::string_view console)
{
    Scanner scanner;
    scanner.feed(console);
    scanner.finish();
    return scanner.report();
}

} // namespace culprit::crash
