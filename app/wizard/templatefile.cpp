// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/templatefile.h"

#include "app/wizard/newbisectiondialog.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace culprit::app
{

QString saveTemplate(QWidget *parent, const session::Setup &setup)
{
    const QString path = QFileDialog::getSaveFileName(parent, NewBisectionDialog::tr("Save as template"),
                                                      QDir::home().filePath(u"setup.toml"_s),
                                                      NewBisectionDialog::tr("Settings (*.toml)"));
    if (path.isEmpty()) {
        return {};
    }
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(session::formatSetup(setup)) >= 0 && file.commit();
    return isWritten ? NewBisectionDialog::tr("The settings are in %1.").arg(path)
                     : NewBisectionDialog::tr("%1 could not be written: %2.").arg(path, file.errorString());
}

std::optional<Result<session::Setup>> loadTemplate(QWidget *parent)
{
    const QString path = QFileDialog::getOpenFileName(parent, NewBisectionDialog::tr("Load template"), QDir::homePath(),
                                                      NewBisectionDialog::tr("Settings (*.toml)"));
    return path.isEmpty() ? std::nullopt : std::optional(session::readSetup(path));
}

} // namespace culprit::app
