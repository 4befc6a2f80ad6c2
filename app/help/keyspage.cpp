// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/help/keyspage.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

class KeysPage final
{
    Q_DECLARE_TR_FUNCTIONS(KeysPage)

public:
    QString of(const QWidget &window)
    {
        m_text = tr("# Keys") + u"\n\n"_s + tr("Alt and the underlined letter opens a menu or presses a button.") +
                 u"\n\n"_s;
        if (const auto *main = qobject_cast<const QMainWindow *>(&window)) {
            for (const QAction *menu : main->menuBar()->actions()) {
                addMenu(*menu->menu(), plain(menu->text()));
            }
        }
        for (const QWidget *pane : window.findChildren<QWidget *>()) {
            addPane(*pane);
        }
        return m_text;
    }

private:
    static QString plain(const QString &text)
    {
        static const QString special = u"\\`*_{}[]()#+-.!|<>~"_s;
        QString out;
        const QString bare = QString(text).remove(u'&');
        for (const QChar c : bare) {
            out += special.contains(c) ? QString(u'\\') + c : QString(c);
        }
        return out;
    }

    void addMenu(const QMenu &menu, const QString &name)
    {
        QString rows;
        QList<const QAction *> below;
        for (const QAction *action : menu.actions()) {
            if (action->menu() != nullptr) {
                below += action;
            } else if (!action->isSeparator()) {
                rows += row(*action, plain(action->text()));
            }
        }
        addTable(name, rows);
        for (const QAction *action : below) {
            addMenu(*action->menu(), name + u" › "_s + plain(action->text()));
        }
    }

    /// What is not in the menus, and has keys.
    void addPane(const QWidget &pane)
    {
        QString rows;
        for (const QAction *action : pane.actions()) {
            if (!action->shortcuts().isEmpty() && !m_known.contains(action)) {
                rows += row(*action, plain(action->text()));
            }
        }
        addTable(plain(pane.accessibleName().isEmpty() ? pane.windowTitle() : pane.accessibleName()), rows);
    }

    QString row(const QAction &action, const QString &text)
    {
        m_known.insert(&action);
        QStringList keys;
        for (const QKeySequence &key : action.shortcuts()) {
            keys += plain(key.toString(QKeySequence::NativeText));
        }
        return u"| %1 | %2 |\n"_s.arg(text, keys.join(u", "_s));
    }

    void addTable(const QString &name, const QString &rows)
    {
        if (!rows.isEmpty()) {
            m_text += u"## %1\n\n| %2 | %3 |\n|---|---|\n%4\n"_s.arg(name, tr("What"), tr("Keys"), rows);
        }
    }

    QString m_text;
    QSet<const QAction *> m_known;
};

} // namespace

QString keysPage(const QWidget &window)
{
    return KeysPage().of(window);
}

} // namespace culprit::app
