// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QCoreApplication>

namespace culprit::app
{

/// Names the application for settings, caches and the desktop; before any application object uses them.
void nameApplication();

/// The application object of a command that needs no display.
class CoreProgram final
{
public:
    explicit CoreProgram(Arguments arguments);

private:
    Arguments m_arguments; // QCoreApplication keeps a reference to the count
    QCoreApplication m_application;
};

/// A path as typed, made absolute.
[[nodiscard]] QString pathFrom(const std::string &argument);

} // namespace culprit::app
