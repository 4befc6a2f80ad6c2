// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/machine/guest.h"

#include <QStringList>

namespace culprit::machine
{

/// What a run does with a guest from a disk image, in the words of the programs it starts; arguments come without the
/// program.

/// qemu-img's: makes the run's throw-away overlay.
[[nodiscard]] QStringList overlayArguments(const ImageGuest &guest, const QString &overlay);

/// QEMU's: the overlay as /dev/vda, and a network of which only the forwarded port leads anywhere.
[[nodiscard]] QStringList deviceArguments(const ImageGuest &guest, const QString &overlay);

/// ssh's: `command` is run by the guest's shell; empty: a login. Reads no configuration and remembers no host.
[[nodiscard]] QStringList sshArguments(const ImageGuest &guest, const QString &command = {});

/// The guest's shell's: keeps standard input as the agent, in the user's home; starts it there.
[[nodiscard]] QString bringAgentCommand();
[[nodiscard]] QString startAgentCommand();

/// True when QEMU ended because somebody else has the port.
[[nodiscard]] bool isPortTaken(const QString &qemuOutput);

/// A port of the loopback that is free now, 0 if there is none.
[[nodiscard]] int freePort();

} // namespace culprit::machine
