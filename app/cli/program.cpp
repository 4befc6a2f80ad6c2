// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/program.h"

#include "app/version.h"

#include <QFileInfo>

namespace culprit::app
{

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("culprit"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CULPRIT_VERSION));
    QCoreApplication::setOrganizationName(QStringLiteral("culprit"));
}

CoreProgram::CoreProgram(Arguments arguments)
    : m_arguments(arguments), m_application(m_arguments.count, m_arguments.values)
{
    nameApplication();
}

QString pathFrom(const std::string &argument)
{
    return QFileInfo(QString::fromLocal8Bit(argument.c_str())).absoluteFilePath();
}

} // namespace culprit::app
