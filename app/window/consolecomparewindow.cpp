// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/consolecomparewindow.h"

#include "app/window/actions.h"
#include "app/window/consolepair.h"
#include "app/window/consolewall.h"
#include "app/window/logpane.h"
#include "app/window/panes.h"
#include "engine/conductor/onworker.h"
#include "widgets/consolecomparisonview.h"
#include "widgets/consoleview.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

using widgets::ConsoleComparison;
using widgets::ConsoleComparisonView;

constexpr qint64 slice = 512 * 1024; ///< bytes asked for at a time, so that the engine's thread is not held long

/// The bytes of a log as far as they are compared, and one more if there are more.
class LogReading final : public QObject
{
public:
    LogReading(conductor::Engine *engine, LogId log, std::function<void(const QByteArray &)> done, QObject *parent)
        : QObject(parent), m_engine(engine), m_log(log), m_done(std::move(done))
    {
        ask();
    }

private:
    void ask()
    {
        if (m_engine != nullptr) {
            m_engine->readLog(m_log, m_bytes.size(), slice, this,
                              [this](const QByteArray &bytes, qint64 total) { take(bytes, total); });
        }
    }

    void take(const QByteArray &bytes, qint64 total)
    {
        // What a run that goes on says meanwhile is not waited for.
        m_total = m_total < 0 ? total : m_total;
        m_bytes += bytes;
        const qint64 wanted = std::min(m_total, ConsoleComparison::byteLimit + 1);
        if (!bytes.isEmpty() && m_bytes.size() < wanted) {
            ask();
            return;
        }
        m_done(m_bytes.first(std::min<qsizetype>(m_bytes.size(), wanted)));
        deleteLater();
    }

    QPointer<conductor::Engine> m_engine;
    LogId m_log;
    std::function<void(const QByteArray &)> m_done;
    QByteArray m_bytes;
    qint64 m_total = -1;
};

/// Which two are wanted now: what was asked for before is not shown.
bool isWanted(const ConsoleComparisonView *view, LogId left, LogId right)
{
    return view->leftBox()->currentData().toLongLong() == left.value &&
           view->rightBox()->currentData().toLongLong() == right.value;
}

} // namespace

ConsoleCompareWindow::ConsoleCompareWindow(const Actions &actions, const Panes &panes, QWidget *window)
    : QObject(window),
      m_action(actions.compareConsoles),
      m_letterKeys(actions.letterKeys),
      m_panes(panes),
      m_window(window)
{
    connect(m_action, &QAction::triggered, this, [this] { open(m_panes.consoles->active()->view()->log()); });
    offerIn(*m_panes.consoles->active());
    connect(m_panes.consoles, &ConsoleWall::added, this, [this](const LogPane *pane) { offerIn(*pane); });
}

void ConsoleCompareWindow::setEngine(conductor::Engine *engine)
{
    m_engine = engine;
    m_snapshot.reset();
    for (const QPointer<QDialog> &dialog : std::exchange(m_open, {})) {
        if (dialog) {
            dialog->close();
        }
    }
}

void ConsoleCompareWindow::offerIn(const LogPane &pane)
{
    const widgets::ConsoleView *view = pane.view();
    connect(view->edit(), &widgets::CodeEdit::menuAboutToShow, this, [this, view](QMenu *menu) {
        menu->setToolTipsVisible(true);
        QAction *compare = menu->addAction(tr("Compare with another &run…"), this, [this, view] { open(view->log()); });
        compare->setWhatsThis(m_action->whatsThis());
        Actions::set(compare, m_action->isEnabled(), m_action->toolTip());
    });
}

void ConsoleCompareWindow::open(LogId shown)
{
    if (!m_snapshot || !hasConsolePair(*m_snapshot->state)) {
        return;
    }
    auto *dialog = new QDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Two consoles"));
    dialog->setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto *view = new ConsoleComparisonView;
    view->setSyntax(m_panes.syntax);
    view->setLetters(m_letterKeys->isChecked());
    connect(m_letterKeys, &QAction::toggled, view, &ConsoleComparisonView::setLetters);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins({});
    layout->addWidget(view);
    const int unit = dialog->fontMetrics().averageCharWidth();
    dialog->resize(unit * 180, unit * 90);
    connect(view, &ConsoleComparisonView::pairWanted, this,
            [this, view](LogId left, LogId right) { compare(view, left, right); });
    m_open.removeIf([](const QPointer<QDialog> &one) { return one.isNull(); });
    m_open << dialog;
    const ConsolePair pair = pairToCompare(*m_snapshot->state, shown);
    view->setRuns(runsWithConsole(*m_snapshot->state), pair.left, pair.right);
    dialog->show();
    view->setFocus();
    Q_EMIT opened(view);
}

void ConsoleCompareWindow::compare(ConsoleComparisonView *view, LogId left, LogId right)
{
    using Compared = Result<std::shared_ptr<const ConsoleComparison>>;
    const auto show = [view, left, right](const Compared &comparison) {
        if (!isWanted(view, left, right)) {
            return;
        }
        if (comparison) {
            view->setComparison(*comparison);
        } else {
            view->fail(QString::fromStdString(comparison.error().message));
        }
    };
    const auto work = [view, show](const QByteArray &first, const QByteArray &second) {
        conductor::onWorker(
            view,
            [first, second]() -> Compared {
                return widgets::comparisonOf(first, second).transform([](ConsoleComparison comparison) {
                    return std::make_shared<const ConsoleComparison>(std::move(comparison));
                });
            },
            show);
    };
    new LogReading(
        m_engine, left,
        [this, view, left, right, work](const QByteArray &first) {
            if (isWanted(view, left, right)) {
                new LogReading(m_engine, right, [work, first](const QByteArray &second) { work(first, second); }, view);
            }
        },
        view);
}

} // namespace culprit::app
