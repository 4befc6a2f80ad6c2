// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/followupfiles.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace culprit::app
{

Result<void> writeNew(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (file.exists()) {
        return wrongUse(path.toStdString() + " exists already: name another file.");
    }
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(content) != content.size() ||
        !file.flush()) {
        const std::string why = file.errorString().toStdString();
        file.remove();
        return failedOutside(path.toStdString() + " cannot be written: " + why + '.');
    }
    return {};
}

QString patchBeside(const QString &setupFile)
{
    const QFileInfo file(setupFile);
    return file.absolutePath() + u'/' + file.completeBaseName() + u".patch"_s;
}

Result<void> writeFollowUp(const conductor::FollowUp &follow, const QString &setupFile)
{
    if (follow.patch.isEmpty()) {
        return writeNew(setupFile, session::formatSetup(follow.setup));
    }
    const QString patch = patchBeside(setupFile);
    if (const auto written = writeNew(patch, follow.patch); !written) {
        return written;
    }
    auto written = writeNew(setupFile, session::formatSetup(follow.setup));
    if (!written) {
        QFile::remove(patch);
    }
    return written;
}

} // namespace culprit::app
