// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/consolewall.h"

#include "app/window/actions.h"
#include "app/window/logpane.h"
#include "widgets/consolekeys.h"
#include "widgets/consoleview.h"

#include <QAction>
#include <QApplication>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace culprit::app
{

ConsoleWall::ConsoleWall(const KSyntaxHighlighting::Repository &syntax, QWidget *parent)
    : QWidget(parent),
      m_syntax(syntax),
      m_rows(new QSplitter(Qt::Vertical)),
      m_another(new QAction(tr("&Another console"), this)),
      m_close(new QAction(tr("&Close this console"), this)),
      m_perMachine(new QAction(tr("One for each &machine"), this))
{
    m_another->setWhatsThis(tr("Show one more console beside those in sight; it follows a run that they do not show"));
    m_close->setWhatsThis(tr("Close the console that had the keyboard last; its run goes on"));
    m_perMachine->setWhatsThis(tr("As many consoles as machines run at once, each following one of them"));
    m_rows->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_rows);
    connect(m_another, &QAction::triggered, this, [this] { setCount(m_consoles.size() + 1); });
    connect(m_close, &QAction::triggered, this, [this] { close(active()); });
    connect(m_perMachine, &QAction::triggered, this, [this] { setCount(machines()); });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        const auto holder = std::ranges::find_if(std::as_const(m_consoles),
                                                 [now](const LogPane *pane) { return pane->isAncestorOf(now); });
        if (holder != m_consoles.end()) {
            m_active = *holder;
        }
    });
    setCount(1);
}

/// The keyboard leaves the consoles while they go, and nothing is left here that could be told.
ConsoleWall::~ConsoleWall()
{
    disconnect(qApp, nullptr, this, nullptr);
}

LogPane *ConsoleWall::make()
{
    auto *pane = new LogPane(LogPane::Kind::Runs);
    pane->view()->setSyntax(m_syntax);
    pane->view()->keys()->setLetters(m_letterKeys);
    pane->setTaken([this, pane](LogId log) {
        return std::ranges::any_of(m_consoles,
                                   [&](const LogPane *other) { return other != pane && other->view()->log() == log; });
    });
    connect(pane, &LogPane::closeWanted, this, [this, pane] { close(pane); });
    if (m_memory != nullptr) {
        pane->setMemory(m_memory);
    }
    if (m_engine != nullptr) {
        pane->setEngine(m_engine);
    }
    if (!m_consoles.isEmpty()) {
        pane->learnFrom(*m_consoles.front());
    }
    return pane;
}

void ConsoleWall::setCount(qsizetype count)
{
    const qsizetype wanted = std::clamp(count, qsizetype(1), mostConsoles);
    if (wanted == m_consoles.size()) {
        return;
    }
    while (m_consoles.size() > wanted) {
        m_consoles.takeLast()->deleteLater();
    }
    while (m_consoles.size() < wanted) {
        LogPane *pane = make();
        m_consoles << pane;
        if (m_snapshot) {
            pane->setSnapshot(m_snapshot);
        }
        Q_EMIT added(pane);
    }
    tile();
}

void ConsoleWall::close(LogPane *pane)
{
    if (m_consoles.size() > 1 && m_consoles.removeOne(pane)) {
        pane->deleteLater();
        tile();
        active()->setFocus(Qt::OtherFocusReason);
    }
}

/// As many columns as rows, or one more.
void ConsoleWall::tile()
{
    for (LogPane *pane : m_consoles) {
        pane->setParent(nullptr); // the old rows go without them
        pane->setClosable(m_consoles.size() > 1);
    }
    for (int row = m_rows->count() - 1; row >= 0; --row) {
        delete m_rows->widget(row);
    }
    const auto columns = qsizetype(std::ceil(std::sqrt(double(m_consoles.size()))));
    QSplitter *row = nullptr;
    for (qsizetype i = 0; i < m_consoles.size(); ++i) {
        if (i % columns == 0) {
            row = new QSplitter(Qt::Horizontal);
            row->setChildrenCollapsible(false);
            m_rows->addWidget(row);
        }
        row->addWidget(m_consoles.at(i));
        m_consoles.at(i)->setVisible(true);
    }
    for (int i = 0; i < m_rows->count(); ++i) {
        auto *tiles = static_cast<QSplitter *>(m_rows->widget(i));
        tiles->setSizes(QList<int>(tiles->count(), 1000)); // alike: what it has is shared by these parts
    }
    m_rows->setSizes(QList<int>(m_rows->count(), 1000));
    setFocusProxy(m_consoles.front());
    updateActions();
}

LogPane *ConsoleWall::active() const
{
    return m_active && m_consoles.contains(m_active) ? m_active.data() : m_consoles.front();
}

qsizetype ConsoleWall::machines() const
{
    if (!m_snapshot) {
        return 1;
    }
    int slots = std::max({1, m_snapshot->state->setup().machine.count, m_snapshot->activity.slots});
    for (const auto &[id, run] : m_snapshot->state->runs) {
        slots = std::max(slots, run.started.machine + 1);
    }
    return slots;
}

void ConsoleWall::updateActions()
{
    Actions::set(m_another, m_consoles.size() < mostConsoles, tr("No more than %1 are shown").arg(mostConsoles));
    Actions::set(m_close, m_consoles.size() > 1, tr("There is only one"));
    Actions::set(m_perMachine, m_snapshot != nullptr, tr("No session is open"));
}

void ConsoleWall::setMemory(SessionMemory *memory)
{
    m_memory = memory;
    for (LogPane *pane : m_consoles) {
        pane->setMemory(memory);
    }
}

void ConsoleWall::setEngine(conductor::Engine *engine)
{
    m_engine = engine;
    m_snapshot.reset();
    for (LogPane *pane : m_consoles) {
        pane->setEngine(engine);
    }
}

void ConsoleWall::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    const bool first = m_snapshot == nullptr;
    m_snapshot = snapshot;
    for (LogPane *pane : m_consoles) {
        pane->setSnapshot(snapshot);
    }
    if (first) {
        updateActions();
    }
}

void ConsoleWall::setLetterKeys(bool on)
{
    m_letterKeys = on;
    for (const LogPane *pane : m_consoles) {
        pane->view()->keys()->setLetters(on);
    }
}

void ConsoleWall::showRun(RunId run)
{
    const auto shown = std::ranges::find_if(m_consoles, [run](const LogPane *pane) { return pane->shows(run); });
    (shown == m_consoles.end() ? active() : *shown)->showRun(run);
}

} // namespace culprit::app
