// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/settingsdialog.h"
#include "app/window/skiprangedialog.h"
#include "app/wizard/newbisectiondialog.h"
#include "tests/app/window/windowcase.h"
#include "widgets/consolecomparisonview.h"

#include <QAccessible>
#include <QMenuBar>
#include <QTabWidget>
#include <QtTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace culprit;
using namespace culprit::tests;

namespace
{

constexpr int patient = 30'000; // ms
constexpr int deepest = 40;
constexpr int mostCells = 60; ///< of a table; the rest is made in the same way

/// What a person acts on or reads by itself, so that a screen reader has to say what it is.
bool wantsName(QAccessible::Role role)
{
    static const std::set<QAccessible::Role> roles{
        QAccessible::PushButton,   QAccessible::CheckBox, QAccessible::RadioButton,  QAccessible::ComboBox,
        QAccessible::EditableText, QAccessible::List,     QAccessible::Tree,         QAccessible::Table,
        QAccessible::Slider,       QAccessible::SpinBox,  QAccessible::MenuItem,     QAccessible::PageTab,
        QAccessible::Link,         QAccessible::ListItem, QAccessible::ColumnHeader, QAccessible::ProgressBar,
        QAccessible::ButtonMenu,   QAccessible::Dialog,   QAccessible::Window};
    return roles.contains(role);
}

QString roleText(QAccessible::Role role)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(role));
}

class Walk final
{
public:
    explicit Walk(QObject *root) { visit(QAccessible::queryAccessibleInterface(root), {}, 0); }

    [[nodiscard]] const QStringList &nameless() const { return m_nameless; }
    [[nodiscard]] int seen() const { return m_seen; }

private:
    void visit(QAccessibleInterface *object, const QString &above, int depth)
    {
        if (object == nullptr || !object->isValid() || depth > deepest) {
            return;
        }
        const QAccessible::Role role = object->role();
        const QString name = object->text(QAccessible::Name).trimmed();
        const QString inside = object->object() != nullptr ? object->object()->objectName() : QString();
        const QString path = above + u" > "_s + roleText(role) + u" \"%1\" %2"_s.arg(name, inside);
        const bool isHidden = object->state().invisible && role != QAccessible::MenuItem;
        if (!isHidden && wantsName(role)) {
            ++m_seen;
            if (name.isEmpty()) {
                m_nameless << path;
            }
        }
        const int children = object->childCount();
        const bool hasCells = object->tableInterface() != nullptr;
        for (int i = 0; i < (hasCells ? std::min(children, mostCells) : children); ++i) {
            visit(object->child(i), path, depth + 1);
        }
    }

    QStringList m_nameless;
    int m_seen = 0;
};

} // namespace

/// A screen reader finds a name on everything that can be acted on.
class AccessibilityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { failOnOurWarnings(); }

    void theStartPageIsNamed()
    {
        const auto window = m_work.makeWindow();
        expectNames(*window, 20);
    }

    void theWindowOfASessionIsNamed()
    {
        const auto window = m_work.makeWindow();
        const QString log = m_work.path(u"syzbot.log"_s);
        QVERIFY(QFile::copy(QStringLiteral(CULPRIT_LOGS "/io_uring-cause.log"), log));
        window->openSession(log);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(*window), patient);
        QTabWidget *const details = window->panes().details;
        for (int tab = 0; tab < details->count(); ++tab) {
            details->setCurrentIndex(tab);
            QCoreApplication::processEvents();
            expectNames(*window, 60);
        }
    }

    void theDialogsAreNamed()
    {
        const auto window = m_work.makeWindow();
        app::NewBisectionDialog bisection;
        bisection.show();
        expectNames(bisection, 20);
        app::Preferences preferences(m_work.settings());
        app::SettingsDialog settings(preferences);
        settings.show();
        expectNames(settings, 3);
        widgets::ConsoleComparisonView consoles;
        consoles.setRuns({{LogId{2}, u"run 2"_s}, {LogId{1}, u"run 1"_s}}, LogId{1}, LogId{2});
        consoles.show();
        expectNames(consoles, 5);
    }

private:
    static void expectNames(QWidget &widget, int least)
    {
        const Walk walk(&widget);
        QVERIFY2(walk.nameless().isEmpty(), qPrintable(walk.nameless().join(u'\n')));
        QVERIFY2(walk.seen() >= least, qPrintable(u"%1 seen only"_s.arg(walk.seen())));
    }

    WindowCase m_work;
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
