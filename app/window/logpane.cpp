// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/logpane.h"

#include "widgets/consoleview.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr qint64 slice = 512 * 1024; // bytes asked for at a time, so that neither thread is held long
constexpr int listed = 200;          // entries of the list; older logs are reached through the steps

} // namespace

LogPane::LogPane(Kind kind, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_box(new QComboBox), m_view(new widgets::ConsoleView)
{
    m_box->setAccessibleName(kind == Kind::Runs ? tr("Run whose console is shown") : tr("Build whose log is shown"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_box);
    layout->addWidget(m_view, 1);
    connect(m_box, &QComboBox::activated, this, [this](int row) {
        const std::size_t index = m_entries.size() - 1 - std::size_t(row);
        m_chosen = row != 0 || !m_entries[index].live;
        choose(m_entries[index]);
    });
    connect(m_view, &widgets::ConsoleView::saveWanted, this, &LogPane::save);
}

void LogPane::setEngine(conductor::Engine *engine)
{
    m_engine = engine;
    m_entries.clear();
    m_chosen = false;
    m_box->clear();
    m_view->setSource({}, {});
    connect(engine, &conductor::Engine::logGrew, this, [this](LogId log, qint64 offset, const QByteArray &bytes) {
        if (log == m_view->log()) {
            m_view->append(offset, bytes);
        }
    });
    disconnect(m_view, &widgets::ConsoleView::bytesWanted, this, nullptr);
    connect(m_view, &widgets::ConsoleView::bytesWanted, this, [this](LogId log, qint64 offset) {
        m_engine->readLog(log, offset, slice, this, [this, log, offset](const QByteArray &bytes, qint64 total) {
            if (log == m_view->log()) {
                m_view->append(offset, bytes, total);
            }
        });
    });
}

std::vector<LogPane::Entry> LogPane::entriesOf(const session::SessionState &state) const
{
    std::vector<Entry> entries;
    const auto shortName = [](const history::ObjectId &id) { return QString::fromStdString(id.shortHex()); };
    if (m_kind == Kind::Runs) {
        for (const auto &[id, run] : state.runs) {
            QString title =
                tr("run %1 of %2, %3")
                    .arg(QString::number(id.value), shortName(run.started.revision), session::word(run.outcome()));
            if (run.ended && !run.ended->title.isEmpty()) {
                title += u": "_s + run.ended->title;
            }
            entries.push_back({run.started.console, title, !run.ended, run.ended ? run.ended->consoleLine : -1});
        }
    } else {
        for (const auto &[id, build] : state.builds) {
            entries.push_back(
                {build.started.log,
                 tr("build %1 of %2, %3")
                     .arg(QString::number(id.value), shortName(build.started.revision), session::word(build.outcome())),
                 !build.ended, -1});
        }
    }
    const std::size_t surplus = entries.size() > listed ? entries.size() - listed : 0;
    entries.erase(entries.begin(), entries.begin() + std::ptrdiff_t(surplus));
    return entries;
}

void LogPane::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    std::vector<Entry> entries = entriesOf(*snapshot->state);
    if (entries == m_entries) {
        return;
    }
    m_entries = std::move(entries);
    refill();
    if (m_entries.empty()) {
        return;
    }
    const auto shown = std::ranges::find(m_entries, m_view->log(), &Entry::log);
    const bool shownIsLive = shown != m_entries.end() && shown->live;
    if (!m_chosen && !shownIsLive) {
        const auto live = std::ranges::find_if(m_entries, &Entry::live);
        choose(live != m_entries.end() ? *live : shown != m_entries.end() ? *shown : m_entries.back());
    } else if (shown != m_entries.end()) {
        m_view->setSource(shown->title, shown->log);
    }
}

void LogPane::refill()
{
    const LogId current = m_view->log();
    const QSignalBlocker quiet(m_box);
    // Rows change by a title or grow by one; a rebuilt list would close under the user's hand.
    while (m_box->count() > int(m_entries.size())) {
        m_box->removeItem(m_box->count() - 1);
    }
    int row = 0;
    for (const Entry &entry : m_entries | std::views::reverse) {
        if (row < m_box->count()) {
            if (m_box->itemText(row) != entry.title) {
                m_box->setItemText(row, entry.title);
            }
        } else {
            m_box->addItem(entry.title);
        }
        if (entry.log == current) {
            m_box->setCurrentIndex(row);
        }
        ++row;
    }
}

void LogPane::choose(const Entry &entry)
{
    m_view->setSource(entry.title, entry.log);
    if (entry.line >= 0) {
        m_view->showLogLine(entry.line);
    }
    refill();
}

void LogPane::showRun(RunId run)
{
    if (m_engine && m_engine->snapshot()) {
        const auto &runs = m_engine->snapshot()->state->runs;
        if (const auto found = runs.find(run); found != runs.end()) {
            m_chosen = true;
            const session::RunState &state = found->second;
            choose({state.started.console,
                    tr("run %1 of %2, %3")
                        .arg(QString::number(run.value), QString::fromStdString(state.started.revision.shortHex()),
                             session::word(state.outcome())),
                    !state.ended, state.ended ? state.ended->consoleLine : -1});
        }
    }
}

void LogPane::showBuild(BuildId build)
{
    if (m_engine && m_engine->snapshot()) {
        const auto &builds = m_engine->snapshot()->state->builds;
        if (const auto found = builds.find(build); found != builds.end()) {
            m_chosen = true;
            choose({found->second.started.log, tr("build %1").arg(build.value), !found->second.ended, -1});
        }
    }
}

void LogPane::save(LogId log)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the log"), u"console-%1.log"_s.arg(log.value));
    if (path.isEmpty() || !m_engine) {
        return;
    }
    constexpr qint64 everything = 512 * 1024 * 1024;
    m_engine->readLog(log, 0, everything, this, [this, path](const QByteArray &bytes, qint64) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
            m_view->setToolTip(tr("%1 could not be written: %2.").arg(path, file.errorString()));
        }
    });
}

} // namespace culprit::app
