// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"
#include "engine/session/words.h"

#include <QObject>

#include <functional>

class QAbstractItemView;
class QKeyEvent;

namespace culprit::widgets
{

using history::ObjectId;

/// What single letters ask for in the views of revisions, while they have the focus: G good, B bad, S skip, R retest,
/// N test next, U no judgement, D diff, C console, [ and ] previous and next tested, "." current.
class RevisionKeys final : public QObject
{
    Q_OBJECT

public:
    /// `selected` tells which revision the keys are about; null: none.
    RevisionKeys(QAbstractItemView *view, std::function<ObjectId()> selected);

    /// Single letters as keys may be switched off (WCAG 2.1.4).
    void setLetters(bool on) { m_letters = on; }

Q_SIGNALS:
    void verdictWanted(const culprit::history::ObjectId &id, culprit::session::Verdict verdict);
    void verdictRemovalWanted(const culprit::history::ObjectId &id);
    void retestWanted(const culprit::history::ObjectId &id);
    void testNextWanted(const culprit::history::ObjectId &id);
    void diffWanted(const culprit::history::ObjectId &id);
    void consoleWanted(const culprit::history::ObjectId &id);
    void testedWanted(bool next);
    void currentWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool take(const QKeyEvent &event);
    [[nodiscard]] bool takeOf(const ObjectId &id, int key);

    std::function<ObjectId()> m_selected;
    bool m_letters = true;
};

} // namespace culprit::widgets
