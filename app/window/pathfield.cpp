// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/pathfield.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

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
                                            QCoreApplication::translate("PathField", "Sessions (*.culprit)"));
    case PathKind::File:
        break;
    }
    return QFileDialog::getOpenFileName(edit->window(), {}, start);
}

} // namespace

QLineEdit *addPathField(QFormLayout *form, const QString &label, const QString &tip, PathKind kind, QMenu *others)
{
    auto *edit = new QLineEdit;
    edit->setToolTip(tip);
    auto *browse = new QToolButton;
    browse->setText(u"…"_s);
    browse->setAccessibleName(QCoreApplication::translate("PathField", "Choose a file or folder"));
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
    auto *row = new QHBoxLayout;
    row->addWidget(edit);
    row->addWidget(browse);
    auto *caption = new QLabel(label);
    caption->setBuddy(edit);
    edit->setAccessibleName(QString(label).remove(u'&'));
    form->addRow(caption, row);
    return edit;
}

} // namespace culprit::app
