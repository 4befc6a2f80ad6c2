// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace culprit::app
{

void installLanguage(QApplication &application, const QLocale &locale)
{
    for (const QString &name : locale.uiLanguages()) {
        const QLocale wanted(name);
        if (wanted.language() == QLocale::English) {
            return; // of the sources
        }
        auto *ours = new QTranslator(&application);
        if (!ours->load(u":/i18n/culprit_%1.qm"_s.arg(wanted.name())) &&
            !ours->load(u":/i18n/culprit_%1.qm"_s.arg(QLocale::languageToCode(wanted.language())))) {
            delete ours;
            continue;
        }
        // Of Qt's own dialogs, where the desktop has it.
        auto *qts = new QTranslator(&application);
        if (qts->load(wanted, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
            QCoreApplication::installTranslator(qts);
        }
        QCoreApplication::installTranslator(ours);
        return;
    }
}

} // namespace culprit::app
