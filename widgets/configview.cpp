// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/configview.h"

#include "engine/exchange/configdrift.h"
#include "widgets/codeedit.h"
#include "widgets/direction.h"
#include "widgets/plaintext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace culprit::widgets
{

using history::ObjectId;

ConfigView::ConfigView(QWidget *parent)
    : QWidget(parent), m_subject(new QLabel), m_against(new QComboBox), m_text(new CodeEdit)
{
    m_subject->setTextFormat(Qt::PlainText);
    m_subject->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    keepLeftToRight(*m_subject);
    keepLeftToRight(*m_against);
    auto *caption = new QLabel(tr("&against"));
    caption->setBuddy(m_against);
    m_against->setAccessibleName(tr("Revision to compare the config with"));
    m_against->setToolTip(tr("The revision whose config this one's is compared with"));
    m_against->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_text->setAccessibleName(tr("Config drift"));
    auto *bar = new QHBoxLayout;
    const int gap = fontMetrics().height() / 3;
    bar->setContentsMargins(gap * 2, gap, gap, gap);
    bar->addWidget(m_subject, 1);
    bar->addWidget(caption);
    bar->addWidget(m_against, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_text, 1);
    setFocusProxy(m_text);
    connect(m_against, &QComboBox::currentIndexChanged, this, &ConfigView::compare);
    refresh();
}

void ConfigView::show(const conductor::SnapshotPtr &snapshot, const std::optional<ObjectId> &revision)
{
    if (m_snapshot && snapshot && m_snapshot->path != snapshot->path) {
        m_shown.reset(); // of another session's logs
        m_offeredFor.reset();
    }
    m_snapshot = snapshot;
    m_revision = revision;
    refresh();
}

void ConfigView::refresh()
{
    const bool known = m_snapshot && m_revision;
    m_subject->setText(known ? tr("Config of %1").arg(oneLine(m_snapshot->state->nameOf(*m_revision))) : QString());
    const bool kept = known && exchange::configOf(*m_snapshot->state, *m_revision);
    std::vector<ObjectId> others;
    if (kept) {
        others = exchange::revisionsWithConfig(*m_snapshot->state);
        std::erase(others, *m_revision);
    }
    if (others != m_others || m_offeredFor != m_revision) {
        offer(others);
    }
    m_against->setEnabled(!others.empty());
    if (!known) {
        say(tr("No commit is selected."));
    } else if (!kept) {
        say(tr("No config is kept of this revision: it was not built, or its build needs none."));
    } else if (others.empty()) {
        say(tr("This is the only revision so far whose config is kept: there is none to compare it with."));
    } else {
        compare();
    }
}

/// Keeps what was chosen as long as the same revision is looked at.
void ConfigView::offer(const std::vector<ObjectId> &others)
{
    const std::optional<ObjectId> before = m_offeredFor == m_revision ? chosen() : std::nullopt;
    const QSignalBlocker quiet(m_against);
    m_against->clear();
    for (const ObjectId &id : others) {
        m_against->addItem(oneLine(m_snapshot->state->nameOf(id)));
    }
    m_others = others;
    m_offeredFor = m_revision;
    const auto wanted = before           ? before
                        : others.empty() ? std::nullopt
                                         : exchange::revisionBefore(*m_snapshot->state, *m_revision);
    const auto found = wanted ? std::ranges::find(m_others, *wanted) : m_others.end();
    m_against->setCurrentIndex(m_others.empty() ? -1 : found == m_others.end() ? 0 : int(found - m_others.begin()));
}

std::optional<ObjectId> ConfigView::chosen() const
{
    const int index = m_against->currentIndex();
    return index >= 0 && index < std::ssize(m_others) ? std::optional(m_others[std::size_t(index)]) : std::nullopt;
}

void ConfigView::compare()
{
    const std::optional<ObjectId> other = chosen();
    if (!other || !m_snapshot || !m_revision) {
        return;
    }
    const Pair wanted{exchange::configOf(*m_snapshot->state, *other),
                      exchange::configOf(*m_snapshot->state, *m_revision)};
    if (m_shown == wanted) {
        return;
    }
    say(tr("Comparing the configs…"));
    m_shown = wanted;
    Q_EMIT comparisonWanted(wanted.before, wanted.after);
}

void ConfigView::showChanges(LogId before, LogId after, const Result<QList<kernel::ConfigChange>> &changes)
{
    const std::optional<ObjectId> other = chosen();
    if (m_shown != Pair{before, after} || !other || !m_snapshot || !m_revision) {
        return;
    }
    m_text->showUtf8((changes ? exchange::driftText(*m_snapshot->state, {*other, *m_revision, *changes})
                              : QString::fromStdString(changes.error().message))
                         .toUtf8());
}

void ConfigView::say(const QString &sentence)
{
    m_shown.reset();
    m_text->showUtf8(sentence.toUtf8());
}

} // namespace culprit::widgets
