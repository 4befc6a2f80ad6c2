// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/recoverycard.h"

#include "widgets/direction.h"
#include "widgets/plaintext.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace culprit::app
{

using Answer = OpenMark::Answer;

RecoveryCard::RecoveryCard(const OpenMark::Left &left, QWidget *parent)
    : QGroupBox(tr("The program was cut off"), parent),
      m_resume(new QPushButton(tr("Res&ume"))),
      m_openPaused(new QPushButton(tr("Open &paused"))),
      m_leave(new QPushButton(tr("&Leave it"))),
      m_always(new QCheckBox(tr("Do the same for this session every time")))
{
    const QString name = widgets::leftToRight(widgets::oneLine(QFileInfo(left.path).fileName()));
    auto *text = new QLabel(left.wasRunning ? tr("%1 was open, and its bisection ran.").arg(name)
                                            : tr("%1 was open; nothing ran.").arg(name));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setToolTip(widgets::toolTipOf(left.path));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_resume->setEnabled(left.wasRunning);
    m_resume->setToolTip(left.wasRunning ? tr("Open the session as it was, and go on with its bisection")
                                         : tr("Its bisection did not run"));
    m_openPaused->setToolTip(tr("Open the session as it was; nothing runs before you start it"));
    m_leave->setToolTip(tr("The session stays in its file; open it whenever you want"));

    auto *buttons = new QHBoxLayout;
    for (const auto &[button, answer] :
         {std::pair(m_resume, Answer::Resume), std::pair(m_openPaused, Answer::OpenPaused),
          std::pair(m_leave, Answer::Leave)}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, answer] { Q_EMIT answered(answer, m_always->isChecked()); });
    }
    buttons->addWidget(m_always);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addLayout(buttons);
}

} // namespace culprit::app
