// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QByteArray>
#include <QString>

namespace culprit::kernel
{

/// kernelSignature() of an x86 ELF file in which whatever can be a line number is made the same: constants from 1 to
/// 65535 that an instruction of a function moves or pushes, and the lines of __bug_table. Two kernels that differ in
/// nothing else have one masked signature; so do some that differ in a constant that is no line number, which is why it
/// proves nothing by itself. 64 hex digits. Some tenths of a second for a large vmlinux: call it on a worker thread.
///
/// Errors: those of kernelSignature(), another processor, no function symbols.
[[nodiscard]] Result<QByteArray> maskedSignature(const QString &path);

} // namespace culprit::kernel
