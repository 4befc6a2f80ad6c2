// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/window/wizardcase.h"

#include "widgets/codeedit.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace culprit::tests
{

namespace
{

template <class Widget>
Widget *found(const app::NewBisectionDialog &dialog, const QString &name)
{
    auto *widget = dialog.findChild<Widget *>(name);
    if (!widget) {
        qFatal("the dialog has no %s", qPrintable(name));
    }
    return widget;
}

} // namespace

QLineEdit *field(const app::NewBisectionDialog &dialog, const QString &name)
{
    return found<QLineEdit>(dialog, name);
}

QPushButton *button(const app::NewBisectionDialog &dialog, const QString &name)
{
    return found<QPushButton>(dialog, name);
}

QPushButton *start(const app::NewBisectionDialog &dialog)
{
    return button(dialog, u"start"_s);
}

QString check(const app::NewBisectionDialog &dialog)
{
    return found<QLabel>(dialog, u"check"_s)->text();
}

QString commands(const app::NewBisectionDialog &dialog)
{
    return QString::fromUtf8(found<widgets::CodeEdit>(dialog, u"commands"_s)->utf8());
}

QListWidget *pageList(const app::NewBisectionDialog &dialog)
{
    return found<QListWidget>(dialog, u"pages"_s);
}

void goToPage(const app::NewBisectionDialog &dialog, int number)
{
    pageList(dialog)->setCurrentRow(number);
}

session::Setup linuxSetup()
{
    session::Setup setup;
    setup.kernel.repo = u"/src/linux"_s;
    setup.kernel.bad = u"v5.13"_s;
    setup.kernel.good = {u"v5.12"_s};
    setup.kernel.config = u"/src/config"_s;
    setup.test.reproducer = u"/src/repro.c"_s;
    return setup;
}

} // namespace culprit::tests
