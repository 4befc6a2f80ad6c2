// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crash/symbolizer.h"
#include "engine/kernel/sourcemap.h"
#include "engine/session/event.h"

#include <QString>

#include <memory>
#include <optional>

namespace culprit::conductor
{

/// A crashed run whose report is to be read.
struct ReadingTask {
    RunId run;
    QString report;  ///< as RunEnded has it
    QString vmlinux; ///< path; empty: the build left none
    QString sources; ///< path of what kernel::toText(SourceMap) wrote; empty: none
};

/// Reads reports with the debug information of their kernels and keeps that of the last one, which takes up to a
/// gigabyte: one call at a time, on a worker.
class ReportReader final
{
public:
    /// Nothing if there is nothing new to say: the files are gone, the report names no code, or there is no debug
    /// information, as was said before.
    [[nodiscard]] std::optional<session::ReportRead> read(const ReadingTask &task);

private:
    [[nodiscard]] QString fileByFunction(const QString &report) const;
    void use(const ReadingTask &task);

    QString m_said; ///< the latest note
    QString m_vmlinux;
    QString m_sources;
    std::unique_ptr<crash::Symbolizer> m_symbolizer;
    kernel::SourceMap m_map;
};

} // namespace culprit::conductor
