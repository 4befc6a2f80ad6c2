// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/layouts.h"

#include "app/window/actions.h"
#include "app/window/consolewall.h"
#include "app/window/panes.h"
#include "app/window/sessionmemory.h"
#include "widgets/plaintext.h"

#include <QAction>
#include <QInputDialog>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr int version = 1; // of the stored docks; another one is not restored
constexpr qsizetype longestName = 40;
const QByteArray consolesWord = "consoles "_ba; // before their number and the docks of QMainWindow
const QString latestKey = u"window/layout"_s;
const QString group = u"layouts/"_s;

QString keyOf(const QString &name)
{
    return group + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

QString menuText(QString name)
{
    return widgets::oneLine(name).replace(u'&', u"&&"_s);
}

} // namespace

Layouts::Layouts(QSettings &settings, const Panes &panes, const Actions &actions, QMainWindow &window)
    : QObject(&window), m_settings(settings), m_panes(panes), m_actions(actions), m_window(window)
{
    const auto arrange = [this](QAction *action, Panes::Layout layout) {
        connect(action, &QAction::triggered, this, [this, layout] { m_panes.arrange(layout); });
    };
    arrange(actions.driveLayout, Panes::Layout::Drive);
    arrange(actions.watchLayout, Panes::Layout::Watch);
    arrange(actions.reviewLayout, Panes::Layout::Review);
    arrange(actions.resetLayout, Panes::Layout::Drive);
    connect(actions.saveLayout, &QAction::triggered, this, &Layouts::askToSave);
    listSaved();
}

QStringList Layouts::names() const
{
    QStringList names;
    m_settings.beginGroup(group.chopped(1));
    for (const QString &key : m_settings.childKeys()) {
        names << QUrl::fromPercentEncoding(key.toLatin1());
    }
    m_settings.endGroup();
    std::ranges::sort(names, [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; });
    return names;
}

void Layouts::save(const QString &name)
{
    m_settings.setValue(keyOf(name), state());
    listSaved();
}

bool Layouts::apply(const QString &name)
{
    return restore(m_settings.value(keyOf(name)).toByteArray());
}

void Layouts::remove(const QString &name)
{
    m_settings.remove(keyOf(name));
    listSaved();
}

QByteArray Layouts::state() const
{
    return consolesWord + QByteArray::number(m_panes.consoles->consoles().size()) + '\n' + m_window.saveState(version);
}

bool Layouts::restore(const QByteArray &state)
{
    const qsizetype end = state.startsWith(consolesWord) ? state.indexOf('\n') : -1;
    const qsizetype count = end < 0 ? 1 : state.sliced(consolesWord.size(), end - consolesWord.size()).toLongLong();
    if (!m_window.restoreState(state.sliced(end + 1), version)) {
        return false;
    }
    m_panes.consoles->setCount(count);
    return true;
}

void Layouts::keep(SessionMemory &memory)
{
    m_settings.setValue(latestKey, state());
    memory.setLayout(state());
}

void Layouts::bringBack(const SessionMemory &memory, bool first)
{
    const bool isOwn = restore(memory.layout());
    if (!isOwn && first && !restore(m_settings.value(latestKey).toByteArray())) {
        m_panes.arrange(Panes::Layout::Drive);
    }
}

void Layouts::askToSave()
{
    auto *dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save layout"));
    dialog->setLabelText(tr("Name; one that is there already is replaced:"));
    dialog->setComboBoxEditable(true);
    dialog->setComboBoxItems(names());
    dialog->setTextValue({});
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString name = text.simplified().left(longestName);
        if (!name.isEmpty()) {
            save(name);
        }
    });
    dialog->open();
}

void Layouts::listSaved()
{
    const QStringList saved = names();
    QMenu *menu = m_actions.layoutMenu;
    for (QAction *action : menu->actions()) {
        if (action->data().isValid()) {
            action->deleteLater();
            menu->removeAction(action);
        }
    }
    m_actions.removeLayoutMenu->clear();
    for (const QString &name : saved) {
        auto *action = new QAction(menuText(name), menu);
        action->setData(name);
        action->setWhatsThis(tr("The layout that you saved by this name"));
        action->setToolTip(action->whatsThis());
        connect(action, &QAction::triggered, this, [this, name] { (void)apply(name); });
        menu->insertAction(m_actions.saveLayout, action);
        m_actions.removeLayoutMenu->addAction(menuText(name), this, [this, name] { remove(name); });
    }
    Actions::set(m_actions.removeLayoutMenu->menuAction(), !saved.isEmpty(), tr("You saved no layout"));
    Actions::set(m_actions.saveLayout, saved.size() < mostLayouts, tr("Remove one of the saved layouts first"));
}

} // namespace culprit::app
