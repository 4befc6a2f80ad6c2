// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/patience.h"
#include "widgets/consolematchlist.h"
#include "widgets/consoleview.h"
#include "widgets/findbar.h"

#include <QAbstractItemModel>
#include <QLineEdit>
#include <QTest>

#include <memory>

namespace culprit::tests
{

/// A shown console that has the focus, and what a test does with it.
class ConsoleCase
{
protected:
    void begin()
    {
        m_view = std::make_unique<widgets::ConsoleView>();
        m_view->resize(700, 400);
        m_view->show();
        m_view->setSource(QStringLiteral("run 7.2"), LogId{3});
        m_offset = 0;
        QVERIFY(QTest::qWaitForWindowActive(m_view.get(), patience));
        m_view->edit()->setFocus();
    }
    void end() { m_view.reset(); }

    /// Adds to the log and waits until it is shown.
    void feed(const QByteArray &bytes)
    {
        m_view->append(m_offset, bytes);
        m_offset += bytes.size();
        QTRY_VERIFY_WITH_TIMEOUT(m_view->feed().isIdle(), patience);
    }
    void feedLines(int count)
    {
        QByteArray bytes;
        for (int i = 0; i < count; ++i) {
            bytes += "[    1.000000] line " + QByteArray::number(i) + " of the console\n";
        }
        feed(bytes);
    }

    void key(const QString &text) { QTest::keyClicks(m_view->edit(), text); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_view->edit(), key, modifiers); }
    [[nodiscard]] QByteArray text() const { return m_view->edit()->utf8(); }
    [[nodiscard]] bool atEnd() const { return m_view->edit()->goesToEnd(); }
    [[nodiscard]] int caretLine() const
    {
        int line = 0;
        int column = 0;
        m_view->edit()->getCursorPosition(&line, &column);
        return line;
    }

    void openList(const QString &text)
    {
        m_view->edit()->setFocus();
        key(QStringLiteral("l"));
        m_view->findBar()->findChild<QLineEdit *>()->setText(text);
    }
    [[nodiscard]] QStringList listed() const
    {
        QStringList lines;
        const QAbstractItemModel *model = m_view->list()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            lines << model->index(row, 0).data().toString();
        }
        return lines;
    }

    std::unique_ptr<widgets::ConsoleView> m_view;
    qint64 m_offset = 0; ///< bytes of the log so far
};

} // namespace culprit::tests
