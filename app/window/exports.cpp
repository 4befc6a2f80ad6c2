// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/exports.h"

#include "app/sessionexport.h"
#include "engine/conductor/onworker.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSaveFile>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

constexpr auto archive = "archive";

struct Kind {
    const char *format;
    const char *text;
    const char *tip;
    const char *suffix; ///< of the file; null: one line for the clipboard
};

constexpr std::array kinds{
    Kind{"text", QT_TRANSLATE_NOOP("culprit::app::Exports", "Report as te&xt…"),
         QT_TRANSLATE_NOOP("culprit::app::Exports", "The report for people, with the bisect log at its end"), ".txt"},
    Kind{"mail", QT_TRANSLATE_NOOP("culprit::app::Exports", "&Mail to the lists…"),
         QT_TRANSLATE_NOOP("culprit::app::Exports",
                           "A regression report that git send-email takes, once the culprit is confirmed"),
         ".mbox"},
    Kind{"html", QT_TRANSLATE_NOOP("culprit::app::Exports", "&Web page…"),
         QT_TRANSLATE_NOOP("culprit::app::Exports", "The report as one HTML file, without scripts"), ".html"},
    Kind{"table", QT_TRANSLATE_NOOP("culprit::app::Exports", "&Table of boots…"),
         QT_TRANSLATE_NOOP("culprit::app::Exports", "How often parent and culprit booted and what they crashed with"),
         ".txt"},
    Kind{"git", QT_TRANSLATE_NOOP("culprit::app::Exports", "Log of &git bisect…"),
         QT_TRANSLATE_NOOP("culprit::app::Exports", "A log that git bisect replay takes"), ".log"},
    Kind{"syz", QT_TRANSLATE_NOOP("culprit::app::Exports", "Log of s&yzkaller…"),
         QT_TRANSLATE_NOOP("culprit::app::Exports", "A log as syzbot's bisections write it"), ".log"},
    Kind{"json", QT_TRANSLATE_NOOP("culprit::app::Exports", "&JSON…"),
         QT_TRANSLATE_NOOP("culprit::app::Exports", "Every event and what follows from them, by the installed schema"),
         ".json"},
    Kind{archive, QT_TRANSLATE_NOOP("culprit::app::Exports", "&Archive of the session…"),
         QT_TRANSLATE_NOOP("culprit::app::Exports",
                           "Plain files with consoles, configs and command lines; opening it makes a session again"),
         ".tar.zst"},
    Kind{"fixes", QT_TRANSLATE_NOOP("culprit::app::Exports", "Copy &Fixes: line"),
         QT_TRANSLATE_NOOP("culprit::app::Exports",
                           "For the commit that repairs the bug, once the culprit is confirmed"),
         nullptr},
};

Result<void> written(const QString &path, const Result<QByteArray> &bytes)
{
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
        return failedOutside(
            QStringLiteral("%1 could not be written: %2.").arg(path, file.errorString()).toStdString());
    }
    return {};
}

} // namespace

Exports::Exports(QWidget *window) : QObject(window), m_window(window) {}

QList<QAction *> Exports::makeActions(QWidget &window)
{
    QList<QAction *> actions;
    for (const Kind &kind : kinds) {
        auto *action = new QAction(tr(kind.text), &window);
        action->setData(QString::fromLatin1(kind.format));
        action->setWhatsThis(tr(kind.tip));
        actions << action;
    }
    return actions;
}

void Exports::ask(const QAction &action)
{
    if (!m_snapshot) {
        return;
    }
    const QString format = action.data().toString();
    const auto kind =
        std::ranges::find_if(kinds, [&](const Kind &known) { return format == QLatin1StringView(known.format); });
    if (kind == kinds.end()) {
        return;
    }
    if (kind->suffix == nullptr) {
        copy(format);
        return;
    }
    const QString name = QFileInfo(m_snapshot->path).completeBaseName() + QLatin1StringView(kind->suffix);
    const QString path = QFileDialog::getSaveFileName(m_window, action.whatsThis(), name);
    if (!path.isEmpty()) {
        save(format, path);
    }
}

void Exports::save(const QString &format, const QString &path)
{
    conductor::onWorker(
        this,
        [session = m_snapshot->path, at = m_snapshot->past, format, path]() -> Result<void> {
            if (format == QLatin1StringView(archive)) {
                QFile::remove(path); // the dialog has asked
                return packFile(session, path);
            }
            return written(path, exportFile(session, format, at));
        },
        [this, path](const Result<void> &saved) {
            if (saved) {
                Q_EMIT done(tr("%1 is written.").arg(path));
            } else {
                Q_EMIT failed(saved.error());
            }
        });
}

void Exports::copy(const QString &format)
{
    conductor::onWorker(
        this, [session = m_snapshot->path, at = m_snapshot->past, format] { return exportFile(session, format, at); },
        [this](const Result<QByteArray> &bytes) {
            if (!bytes) {
                Q_EMIT failed(bytes.error());
                return;
            }
            const QString line = QString::fromUtf8(*bytes).trimmed();
            QGuiApplication::clipboard()->setText(line);
            Q_EMIT done(tr("In the clipboard: %1").arg(line));
        });
}

} // namespace culprit::app
