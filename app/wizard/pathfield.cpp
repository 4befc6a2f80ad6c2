// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/pathfield.h"

#include "widgets/direction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

QString askForPath(QLineEdit *edit, PathKind kind)
{
    const QString start = edit->text().isEmpty() ? QDir::homePath() : edit->text();
    switch (kind) {
    case PathKind::Folder:
        return QFileDialog::getExistingDirectory(edit->window(), {}, start);
    case PathKind::NewSession:
        return QFileDialog::getSaveFileName(edit->window(), {}, start,
                                            QCoreApplication::translate("PathField", "Sessions (*.culprit)"), nullptr,
                                            QFileDialog::DontConfirmOverwrite);
    case PathKind::File:
        break;
    }
    return QFileDialog::getOpenFileName(edit->window(), {}, start);
}

} // namespace

QWidget *pathRow(QLineEdit *edit, const QString &name, PathKind kind, QMenu *others)
{
    widgets::keepLeftToRight(*edit);
    auto *browse = new QToolButton;
    browse->setText(u"…"_s);
    browse->setAccessibleName(QCoreApplication::translate("PathField", "Choose: %1").arg(name));
    browse->setToolTip(browse->accessibleName());
    if (others != nullptr) {
        browse->setMenu(others);
        browse->setPopupMode(QToolButton::MenuButtonPopup);
    }
    QObject::connect(browse, &QToolButton::clicked, edit, [edit, kind] {
        const QString path = askForPath(edit, kind);
        if (!path.isEmpty()) {
            edit->setText(path);
        }
    });
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(edit, 1);
    layout->addWidget(browse);
    return row;
}

} // namespace culprit::app
