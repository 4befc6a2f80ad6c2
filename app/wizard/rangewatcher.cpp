// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/rangewatcher.h"

#include "engine/conductor/onworker.h"
#include "engine/session/setupcheck.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr int checkDelay = 400; // ms without a key stroke before the repository is asked

/// What decides about the range, with all else right.
session::Setup rangeOf(const session::Setup &typed)
{
    session::Setup range;
    range.kernel = typed.kernel;
    range.kernel.terms = {};
    range.kernel.config.clear();
    range.kernel.fragments.clear();
    range.kernel.required.clear();
    range.kernel.overrides.clear();
    range.kernel.fixups.clear();
    if (range.kernel.recipe.name != u"linux") {
        range.kernel.recipe.build = range.kernel.recipe.image = u"any"_s;
    }
    range.test.reproducer = u"any"_s;
    return range;
}

} // namespace

RangeWatcher::RangeWatcher(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(checkDelay);
    connect(&m_timer, &QTimer::timeout, this, &RangeWatcher::ask);
}

void RangeWatcher::watch(const session::Setup &typed)
{
    const auto range = session::checkedSetup(session::formatSetup(rangeOf(typed)), QDir::homePath());
    if (!range) {
        m_asked.reset();
        m_finding.reset();
        Q_EMIT unknown();
    } else if (m_asked != *range) {
        m_asked = *range;
        m_finding.reset();
        m_timer.start();
        Q_EMIT pending();
    }
}

void RangeWatcher::ask()
{
    if (!m_asked) {
        return;
    }
    conductor::onWorker(
        this, [range = *m_asked] { return checkRange(range); },
        [this, range = *m_asked](const RangeFinding &finding) {
            if (m_asked == range) { // nothing else is typed by now
                m_finding = finding;
                Q_EMIT answered();
            }
        });
}

} // namespace culprit::app
