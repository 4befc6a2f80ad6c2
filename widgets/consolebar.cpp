// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/consolebar.h"

#include "widgets/direction.h"
#include "widgets/elidedlabel.h"
#include "widgets/verdictstyle.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace culprit::widgets
{

ConsoleBar::ConsoleBar(LogKind kind, QWidget *parent)
    : QWidget(parent),
      m_kind(kind),
      m_title(new ElidedLabel(ElidedLabel::Width::Given)),
      m_status(new ElidedLabel(ElidedLabel::Width::Widest)),
      m_buttons(new QToolBar)
{
    auto *layout = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    layout->setContentsMargins(2 * gap, gap, gap, gap);
    layout->setSpacing(gap);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    keepLeftToRight(*m_title);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_status);
    layout->addSpacing(gap);
    m_buttons->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_buttons->setContentsMargins({});
    m_buttons->setAccessibleName(tr("Buttons of the console"));
    layout->addWidget(m_buttons);
    if (auto *more = m_buttons->findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button"))) {
        more->setAccessibleName(tr("More buttons"));
    }

    m_nextCrash = addButton({},
                            kind == LogKind::Build ? tr("Go to the next error (E)")
                                                   : tr("Go to the next line where a crash report begins (E)"),
                            false);
    m_nextCrash->setMenu(new QMenu(this));
    static_cast<QToolButton *>(m_buttons->widgetForAction(m_nextCrash))->setPopupMode(QToolButton::MenuButtonPopup);
    m_follow = addButton(tr("Follow"), tr("Stay at the end while text arrives (F)"), true);
    m_wrap = addButton(tr("Wrap"), tr("Break long lines at the edge of the window (Z)"), true);
    m_times = addButton(tr("Times"), tr("Time stamps: as they are, time since the line before, none (T)"), false);
    m_find = addButton(tr("Find"), tr("Find text in this console (/ or Ctrl+F)"), false);
    m_save = addButton(tr("Save…"), tr("Save this log to a file (Ctrl+Shift+S)"), false);
    const auto showFollow = [this](bool on) { m_follow->setText(on ? tr("\u25cf Following") : tr("\u25cb Follow")); };
    const auto showWrap = [this](bool on) { m_wrap->setText(on ? tr("\u25cf Wrapped") : tr("\u25cb Wrap")); };
    connect(m_follow, &QAction::toggled, this, showFollow);
    connect(m_wrap, &QAction::toggled, this, showWrap);
    m_follow->setChecked(true);
    showWrap(false);
    setTimes(Times::Shown);
    setCrashes(0);
}

QAction *ConsoleBar::addButton(const QString &text, const QString &tip, bool checkable)
{
    auto *action = new QAction(text, this);
    action->setToolTip(tip);
    action->setWhatsThis(tip);
    action->setCheckable(checkable);
    m_buttons->addAction(action);
    auto *button = static_cast<QToolButton *>(m_buttons->widgetForAction(action));
    button->setAutoRaise(!checkable);
    button->setFocusPolicy(Qt::TabFocus);
    return action;
}

void ConsoleBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void ConsoleBar::hideTitle()
{
    m_title->hide();
    static_cast<QHBoxLayout *>(layout())->setStretchFactor(m_status, 1);
}

void ConsoleBar::setStatus(const QString &status)
{
    m_status->setText(status);
}

void ConsoleBar::setTimes(Times times)
{
    m_times->setText(times == Times::Shown    ? tr("\u25cf Times")
                     : times == Times::Deltas ? tr("\u0394 Times")
                                              : tr("\u25cb Times"));
}

void ConsoleBar::setCrashes(std::size_t count)
{
    if (m_crashes == count) {
        return; // a button that is set lays the whole window out again
    }
    m_crashes = count;
    m_nextCrash->setEnabled(count > 0);
    m_nextCrash->setIcon(count > 0 ? VerdictStyle::icon(Mark::Bad) : QIcon());
    showCrashes(count);
}

void ConsoleBar::showCrashes(std::size_t count)
{
    const int number = static_cast<int>(count);
    if (m_kind == LogKind::Build) {
        m_nextCrash->setText(count == 0   ? tr("No error")
                             : count == 1 ? tr("1 error")
                                          : tr("%n errors", nullptr, number));
        m_nextCrash->setToolTip(count > 0 ? tr("Go to the next error (E); the arrow lists them")
                                          : tr("No line of this log tells an error so far"));
        return;
    }
    m_nextCrash->setText(count == 0   ? tr("No crash")
                         : count == 1 ? tr("1 crash report")
                                      : tr("%n crash reports", nullptr, number));
    m_nextCrash->setToolTip(count > 0 ? tr("Go to the next line where a crash report begins (E); the arrow lists them")
                                      : tr("No crash report begins in this console so far"));
}

} // namespace culprit::widgets
