// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/reportreader.h"

#include "engine/crash/backtrace.h"
#include "engine/crash/extractor.h"
#include "engine/crash/guilty.h"

#include <QFile>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace culprit::conductor
{

namespace
{

using Outcome = crash::Symbolized::Outcome;

constexpr qsizetype keptText = 64 * 1024; // characters in the journal

QString kept(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size())).left(keptText);
}

} // namespace

void ReportReader::use(const ReadingTask &task)
{
    if (m_vmlinux != task.vmlinux || !m_symbolizer) {
        m_vmlinux = task.vmlinux;
        m_symbolizer = std::make_unique<crash::Symbolizer>(
            crash::DebugFiles{.vmlinux = QFile::encodeName(task.vmlinux).toStdString()});
    }
    if (m_sources != task.sources) {
        m_sources = task.sources;
        m_map = task.sources.isEmpty() ? kernel::SourceMap()
                                       : kernel::loadSourceMap(task.sources).value_or(kernel::SourceMap());
    }
}

/// Where the build defines the first function of the stack that one file alone defines.
QString ReportReader::fileByFunction(const QString &report) const
{
    const QByteArray bytes = report.toUtf8();
    const crash::Backtrace trace = crash::backtraceOf({bytes.constData(), std::size_t(bytes.size())});
    for (const std::string &function : trace.functions) {
        const QByteArrayList files = m_map.functions.values(QByteArray::fromStdString(function));
        if (files.size() == 1) {
            return QString::fromUtf8(files.front());
        }
    }
    return {};
}

std::optional<session::ReportRead> ReportReader::read(const ReadingTask &task)
{
    use(task);
    const QByteArray bytes = task.report.toUtf8();
    const std::string_view report(bytes.constData(), std::size_t(bytes.size()));
    const auto found = crash::extract(report);
    const crash::Symbolized symbolized = m_symbolizer->symbolize(report, found ? found->beginOffset : 0);
    session::ReportRead read;
    read.run = task.run;
    QStringList notes;
    for (const std::string &note : symbolized.notes) {
        notes += QString::fromStdString(note);
    }
    switch (symbolized.outcome) {
    case Outcome::NoKernel:
        if (!QFile::exists(task.vmlinux)) {
            return std::nullopt;
        }
        break;
    case Outcome::NothingToDo:
        return std::nullopt;
    case Outcome::Done:
    case Outcome::NoDebugInformation:
    case Outcome::OtherBuild:
        break;
    }
    if (symbolized.resolved > 0) {
        read.report = kept(symbolized.text);
        read.guilty = QString::fromStdString(crash::guiltyFile(symbolized.text, symbolized.prefix));
    }
    read.code = kept(symbolized.code);
    if (read.guilty.isEmpty()) {
        read.guilty = fileByFunction(task.report);
        if (!read.guilty.isEmpty()) {
            notes += u"The file is the one that defines the first function of the stack."_s;
        }
    }
    read.note = notes.join(u' ');
    const bool isNew = !read.report.isEmpty() || !read.guilty.isEmpty() || !read.code.isEmpty() || m_said != read.note;
    m_said = read.note;
    return isNew ? std::optional(read) : std::nullopt;
}

} // namespace culprit::conductor
