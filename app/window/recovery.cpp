// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/recovery.h"

#include "app/window/recoverycard.h"
#include "app/window/startpage.h"

namespace culprit::app
{

using Answer = OpenMark::Answer;

Recovery::Recovery(OpenMark &mark, StartPage &page, QObject *parent) : QObject(parent), m_mark(mark), m_page(page) {}

void Recovery::offer()
{
    const QList<OpenMark::Left> all = m_mark.left();
    if (all.isEmpty()) {
        return;
    }
    const OpenMark::Left &left = all.first();
    if (const Answer known = m_mark.answer(left.path); known != Answer::Ask) {
        recover(left, known);
        return;
    }
    auto *card = new RecoveryCard(left);
    m_page.showOnTop(card);
    connect(card, &RecoveryCard::answered, this, [this, card, left](Answer answer, bool always) {
        if (always) {
            m_mark.setAnswer(left.path, answer);
        }
        card->hide();
        card->deleteLater();
        recover(left, answer);
    });
}

void Recovery::recover(const OpenMark::Left &left, Answer answer)
{
    m_mark.drop(left.path);
    if (answer == Answer::Resume && left.wasRunning) {
        Q_EMIT resumeWanted(left.path);
    } else if (answer != Answer::Leave) {
        Q_EMIT openWanted(left.path);
    }
}

} // namespace culprit::app
