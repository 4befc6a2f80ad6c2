// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/logpane.h"

#include "app/window/sessionmemory.h"
#include "widgets/consolebar.h"
#include "widgets/consoleview.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QStyle>
#include <QToolButton>
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
constexpr int shortestStay = 1500;   // ms

} // namespace

LogPane::LogPane(Kind kind, QWidget *parent)
    : QWidget(parent),
      m_kind(kind),
      m_box(new QComboBox),
      m_close(new QToolButton),
      m_view(new widgets::ConsoleView(kind == Kind::Runs ? widgets::LogKind::Console : widgets::LogKind::Build))
{
    m_box->setAccessibleName(kind == Kind::Runs ? tr("Run whose console is shown") : tr("Build whose log is shown"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    m_view->bar()->hideTitle();
    m_close->setText(tr("Close"));
    m_close->setIcon(style()->standardIcon(QStyle::SP_DockWidgetCloseButton));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this console"));
    m_close->setToolTip(tr("Close this console; its run goes on"));
    m_close->setObjectName(u"close"_s);
    m_close->hide();
    auto *top = new QHBoxLayout;
    top->setSpacing(2);
    top->addWidget(m_box, 1);
    top->addWidget(m_close);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    m_stay.setSingleShot(true);
    m_stay.setInterval(shortestStay);
    connect(&m_stay, &QTimer::timeout, this, &LogPane::follow);
    connect(m_box, &QComboBox::activated, this, &LogPane::take);
    connect(m_view, &widgets::ConsoleView::saveWanted, this, &LogPane::save);
    connect(m_close, &QToolButton::clicked, this, &LogPane::closeWanted);
}

void LogPane::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void LogPane::setMemory(SessionMemory *memory)
{
    m_memory = memory;
    connect(m_view, &widgets::ConsoleView::marksChanged, this,
            [this](LogId log, const std::vector<int> &lines) { m_memory->setMarks(log, lines); });
}

void LogPane::setEngine(conductor::Engine *engine)
{
    m_engine = engine;
    m_state.reset();
    m_entries.clear();
    m_begun.clear();
    m_stay.stop();
    m_chosen = false;
    m_box->clear();
    m_view->setSource({}, {});
    connect(engine, &conductor::Engine::logGrew, this, &LogPane::grow);
    disconnect(m_view, &widgets::ConsoleView::bytesWanted, this, nullptr);
    connect(m_view, &widgets::ConsoleView::bytesWanted, this, [this](LogId log, qint64 offset) {
        const auto *asked = m_engine;
        m_engine->readLog(log, offset, slice, this, [this, asked, log, offset](const QByteArray &bytes, qint64 total) {
            if (asked == m_engine && log == m_view->log()) {
                m_view->append(offset, bytes, total);
            }
        });
    });
}

void LogPane::grow(LogId log, qint64 offset, const QByteArray &bytes)
{
    const bool first = !m_begun.contains(log);
    m_begun.insert(log);
    if (log == m_view->log()) {
        m_view->append(offset, bytes);
    } else if (first) {
        follow();
    }
}

QString LogPane::titleOf(RunId id, const session::RunState &run)
{
    const QString revision = QString::fromStdString(run.started.revision.shortHex());
    QString title = tr("run %1 of %2, %3").arg(QString::number(id.value), revision, session::word(run.outcome()));
    if (run.ended && !run.ended->title.isEmpty()) {
        title += u": "_s + run.ended->title;
    }
    return title;
}

LogPane::Entry LogPane::entryOf(RunId id, const session::RunState &run) const
{
    return {run.started.console, titleOf(id, run), !run.ended, run.ended ? run.ended->consoleLine : -1,
            run.outcome() == session::Outcome::Cancelled};
}

LogPane::Entry LogPane::entryOf(BuildId id, const session::BuildState &build) const
{
    const QString revision = QString::fromStdString(build.started.revision.shortHex());
    return {build.started.log,
            tr("build %1 of %2, %3").arg(QString::number(id.value), revision, session::word(build.outcome())),
            !build.ended, -1, build.outcome() == session::BuildOutcome::Cancelled};
}

std::vector<LogPane::Entry> LogPane::entriesOf(const session::SessionState &state) const
{
    std::vector<Entry> entries;
    const auto addLatest = [&](const auto &map) {
        for (const auto &[id, value] : map | std::views::reverse | std::views::take(listed)) {
            entries.push_back(entryOf(id, value));
        }
    };
    if (m_kind == Kind::Runs) {
        addLatest(state.runs);
    } else {
        addLatest(state.builds);
    }
    std::ranges::reverse(entries);
    return entries;
}

QString LogPane::emptyText(const conductor::Snapshot &snapshot) const
{
    if (snapshot.state->imported) {
        return m_kind == Kind::Runs ? tr("The imported log holds no console.")
                                    : tr("The imported log holds no output of a build.");
    }
    if (std::ranges::any_of(m_entries, [this](const Entry &entry) { return isTaken(entry.log); })) {
        return tr("The other consoles show all runs so far; the next one comes here.");
    }
    if (!m_entries.empty()) {
        return {}; // they kept no log
    }
    return widgets::EmptyNote::withWayOut(
        m_kind == Kind::Runs ? tr("No machine has run yet.") : tr("Nothing has been built yet."), snapshot);
}

void LogPane::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    setState(snapshot->state);
    m_view->setEmptyText(m_view->log() ? QString() : emptyText(*snapshot));
}

void LogPane::setState(const std::shared_ptr<const session::SessionState> &state)
{
    if (m_state == state) {
        return;
    }
    m_state = state;
    std::vector<Entry> entries = entriesOf(*m_state);
    if (entries == m_entries) {
        return;
    }
    m_entries = std::move(entries);
    refill();
    const auto shown = std::ranges::find(m_entries, m_view->log(), &Entry::log);
    if (shown != m_entries.end()) {
        show(*shown);
    }
    follow();
}

/// The newest log that is being written and has something to show.
const LogPane::Entry *LogPane::newestLive() const
{
    const auto entries = m_entries | std::views::reverse;
    const auto live = std::ranges::find_if(entries, [this](const Entry &entry) {
        return entry.live && m_begun.contains(entry.log) && !isTaken(entry.log);
    });
    return live == entries.end() ? nullptr : &*live;
}

bool LogPane::isTaken(LogId log) const
{
    return log && m_isTaken && m_isTaken(log);
}

void LogPane::follow()
{
    const auto shown = std::ranges::find(m_entries, m_view->log(), &Entry::log);
    if (m_entries.empty() || m_chosen) {
        return;
    }
    if (shown == m_entries.end()) {
        const auto entries = m_entries | std::views::reverse;
        const auto isFree = [this](const Entry &entry) { return !isTaken(entry.log); };
        const auto whole =
            std::ranges::find_if(entries, [&](const Entry &entry) { return !entry.cancelled && isFree(entry); });
        const auto chosen = whole == entries.end() ? std::ranges::find_if(entries, isFree) : whole;
        if (chosen != entries.end()) {
            choose(*chosen);
        }
        return;
    }
    const bool worthStaying = m_begun.contains(shown->log) && (shown->live || m_stay.isActive());
    if (const Entry *live = newestLive(); live && !worthStaying && live->log != shown->log) {
        choose(*live);
        m_stay.start();
    }
}

/// Choosing the newest, or the one that is live, goes on with following.
void LogPane::take(int row)
{
    const Entry entry = m_entries[m_entries.size() - 1 - std::size_t(row)];
    m_chosen = row != 0 && !entry.live;
    choose(entry);
}

void LogPane::refill()
{
    const QSignalBlocker quiet(m_box);
    const auto logAt = [this](int row) { return LogId{m_box->itemData(row).toLongLong()}; };
    // Rows come in above and go out below; a rebuilt list would close under the user's hand.
    const auto known = std::ranges::find(m_entries, m_box->count() > 0 ? logAt(0) : LogId(), &Entry::log);
    if (known == m_entries.end()) {
        m_box->clear();
    }
    for (auto entry = known == m_entries.end() ? m_entries.begin() : known + 1; entry != m_entries.end(); ++entry) {
        m_box->insertItem(0, entry->title, qlonglong(entry->log.value));
    }
    while (m_box->count() > int(m_entries.size())) {
        m_box->removeItem(m_box->count() - 1);
    }
    int row = 0;
    for (const Entry &entry : m_entries | std::views::reverse) {
        if (m_box->itemText(row) != entry.title) {
            m_box->setItemText(row, entry.title);
        }
        if (entry.log == m_view->log()) {
            m_box->setCurrentIndex(row);
        }
        ++row;
    }
}

void LogPane::choose(const Entry &entry)
{
    show(entry);
    if (entry.line >= 0) {
        m_view->showLogLine(entry.line);
    }
    refill();
}

void LogPane::show(const Entry &entry)
{
    const bool another = entry.log != m_view->log();
    m_view->setEmptyText({});
    m_view->setSource(entry.title, entry.log);
    if (another && m_memory != nullptr) {
        m_view->setMarks(m_memory->marks(entry.log));
    }
}

void LogPane::showRun(RunId run)
{
    if (!m_state) {
        return;
    }
    if (const auto found = m_state->runs.find(run); found != m_state->runs.end()) {
        m_chosen = true;
        choose(entryOf(run, found->second));
    }
}

void LogPane::showBuild(BuildId build)
{
    if (!m_state) {
        return;
    }
    if (const auto found = m_state->builds.find(build); found != m_state->builds.end()) {
        m_chosen = true;
        choose(entryOf(build, found->second));
    }
}

bool LogPane::shows(RunId run) const
{
    if (!m_state) {
        return false;
    }
    const auto found = m_state->runs.find(run);
    return found != m_state->runs.end() && found->second.started.console == m_view->log();
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
