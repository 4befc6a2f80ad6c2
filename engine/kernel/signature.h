// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QString>

namespace culprit::kernel
{

/// The kernel signature of an ELF file, 64 hex digits: SHA-256 over the concatenated SHA-256 digests of the sections
/// that are loaded (allocated, with contents in the file, no notes), in the order of the section headers. Debug
/// information, build ids, names and addresses do not count. Rule: syzkaller's pkg/build, so that signatures can be
/// compared with its. Reads the whole file: call it on a worker thread.
[[nodiscard]] Result<QByteArray> kernelSignature(const QString &path);

/// The same for any image: of a file that is no ELF, the SHA-256 of its bytes.
[[nodiscard]] Result<QByteArray> imageSignature(const QString &path);

/// SHA-256 of a whole file, 64 hex digits.
[[nodiscard]] Result<QByteArray> fileHash(const QString &path);

} // namespace culprit::kernel
