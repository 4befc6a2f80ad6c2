// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/language.h"
#include "tests/app/window/windowcase.h"

#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>
#include <QtTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;

namespace
{

struct Message {
    QString context;
    QString source;
    QStringList forms; ///< one, or those of the plural
    bool isPlural = false;
    bool isUnfinished = false;
};

QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages << Message{context, {}, {}, xml.attributes().value(u"numerus") == u"yes", false};
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().isUnfinished = xml.attributes().value(u"type") == u"unfinished";
            if (!messages.last().isPlural) {
                messages.last().forms << xml.readElementText();
            }
        } else if (xml.name() == u"numerusform") {
            messages.last().forms << xml.readElementText();
        }
    }
    return messages;
}

QStringList found(const QRegularExpression &pattern, const QString &text)
{
    QStringList parts;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text)) {
        parts << match.captured();
    }
    parts.sort();
    return parts;
}

QChar mnemonicOf(const QString &text)
{
    static const QRegularExpression mark(u"&([^&\\s])"_s);
    const QRegularExpressionMatch match = mark.match(text);
    return match.hasMatch() ? match.captured(1).at(0).toLower() : QChar();
}

/// What a menu, and every menu in it, has without a mnemonic or with the one of another entry.
QStringList faultsOf(const QList<QAction *> &actions, const QString &menu)
{
    QStringList faults;
    std::set<QChar> taken;
    for (const QAction *action : actions) {
        if (action->isSeparator()) {
            continue;
        }
        const QChar letter = mnemonicOf(action->text());
        if (letter.isNull()) {
            faults << u"%1: \"%2\" has none"_s.arg(menu, action->text());
        } else if (!taken.insert(letter).second) {
            faults << u"%1: \"%2\" has that of another entry"_s.arg(menu, action->text());
        }
        if (action->menu() != nullptr) {
            faults += faultsOf(action->menu()->actions(), action->text());
        }
    }
    return faults;
}

} // namespace

class TranslationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data() { languages(); }

    /// Also those that are new in the sources: lupdate is asked.
    void everyTextIsTranslated()
    {
        QFETCH(const QString, language);
        const QTemporaryDir folder;
        const QString ts = folder.filePath(u"culprit.ts"_s);
        QVERIFY(QFile::copy(sources() + u"/translations/culprit_%1.ts"_s.arg(language), ts));
        QProcess lupdate;
        lupdate.setWorkingDirectory(sources());
        lupdate.start(QStringLiteral(CULPRIT_LUPDATE), {u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s,
                                                        u"-I"_s, u"."_s, u"app"_s, u"widgets"_s, u"-ts"_s, ts});
        QVERIFY(lupdate.waitForFinished(120'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const QList<Message> messages = messagesOf(ts);
        QVERIFY2(messages.size() > 500, qPrintable(QString::number(messages.size())));
        QStringList missing;
        for (const Message &message : messages) {
            if (message.isUnfinished || message.forms.isEmpty() || message.forms.contains(QString())) {
                missing << message.context + u": "_s + message.source;
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void translationsKeepWhatIsFilledIn_data() { languages(); }

    void translationsKeepWhatIsFilledIn()
    {
        QFETCH(const QString, language);
        static const QRegularExpression places(u"%(L?\\d+|L?n)"_s);
        QStringList faults;
        for (const Message &message : messagesOf(sources() + u"/translations/culprit_%1.ts"_s.arg(language))) {
            const QStringList wanted = found(places, message.source);
            for (const QString &form : message.forms) {
                const bool isOne = message.isPlural && &form == &message.forms.first() && message.forms.size() > 1;
                QStringList has = found(places, form);
                if (isOne && !has.contains(u"%n"_s) && wanted.contains(u"%n"_s)) {
                    has << u"%n"_s; // "ein Lauf"
                } else if (isOne && !has.contains(u"%Ln"_s) && wanted.contains(u"%Ln"_s)) {
                    has << u"%Ln"_s;
                }
                has.sort();
                if (has != wanted || mnemonicOf(form).isNull() != mnemonicOf(message.source).isNull()) {
                    faults << message.source + u" -> "_s + form;
                }
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everyMenuEntryHasItsOwnMnemonic_data()
    {
        languages();
        QTest::newRow("en") << u"en"_s;
    }

    void everyMenuEntryHasItsOwnMnemonic()
    {
        QFETCH(const QString, language);
        QTranslator translator;
        if (language != u"en") {
            QVERIFY(translator.load(u":/i18n/culprit_%1.qm"_s.arg(language)));
            QCoreApplication::installTranslator(&translator);
        }
        const auto window = m_work.makeWindow();
        const QList<QAction *> menus = window->menuBar()->actions();
        QVERIFY(menus.size() >= 6);
        const QStringList faults = faultsOf(menus, u"the menu bar"_s);
        QCoreApplication::removeTranslator(&translator);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void theLanguageIsTheLocales_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("good");
        QTest::newRow("Austrian") << u"de_AT"_s << u"&Gut"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s << u"好(&G)"_s;
        QTest::newRow("British") << u"en_GB"_s << u"&Good"_s;
        QTest::newRow("one that is unknown") << u"eo"_s << u"&Good"_s;
    }

    void theLanguageIsTheLocales()
    {
        QFETCH(const QString, locale);
        QFETCH(const QString, good);
        app::installLanguage(*static_cast<QApplication *>(QCoreApplication::instance()), QLocale(locale));
        const auto window = m_work.makeWindow();
        const QString text = window->actions().good->text();
        for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>()) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
        QCOMPARE(text, good);
    }

private:
    static QString sources() { return QStringLiteral(CULPRIT_SOURCES); }

    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("de") << u"de"_s;
        QTest::newRow("zh_CN") << u"zh_CN"_s;
    }

    WindowCase m_work;
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
