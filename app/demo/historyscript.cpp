// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/historyscript.h"

#include <utility>

namespace culprit::demo
{
namespace
{

class Parser final
{
public:
    explicit Parser(QString name) : m_name(std::move(name)) {}

    Result<QList<HistoryStep>> parse(const QByteArray &script)
    {
        const bool ends = script.endsWith('\n');
        for (const QByteArray &line : (ends ? script.chopped(1) : script).split('\n')) {
            ++m_line;
            if (const Result<void> done = take(line); !done) {
                return std::unexpected(done.error());
            }
        }
        for (HistoryStep &step : m_steps) {
            step.body = step.body.trimmed();
        }
        return m_steps;
    }

private:
    QString place() const { return QStringLiteral("%1:%2").arg(m_name).arg(m_line); }

    std::unexpected<Error> wrong(const char *what) const
    {
        return failedOutside("The demo's history script is wrong at " + place().toStdString() + ": " + what + ".");
    }

    Result<void> take(const QByteArray &line)
    {
        if (line.startsWith("=== ")) {
            return startStep(line.mid(4));
        }
        if (m_steps.isEmpty()) {
            return {};
        }
        if (line.startsWith("--- ")) {
            m_path = line.mid(4).trimmed();
            m_target = nullptr;
            return {};
        }
        if (line.startsWith('@')) {
            return directive(line);
        }
        return text(line);
    }

    static QByteArray word(QByteArray &rest)
    {
        const qsizetype end = rest.indexOf(' ');
        const QByteArray first = rest.first(end < 0 ? rest.size() : end);
        rest = end < 0 ? QByteArray() : rest.mid(end + 1);
        return first;
    }

    Result<void> startStep(QByteArray rest)
    {
        HistoryStep step;
        step.place = place();
        const QByteArray first = word(rest);
        if (first == "tag") {
            step.kind = HistoryStep::Kind::Tag;
            step.branch = rest;
        } else if (first == "fork") {
            step.kind = HistoryStep::Kind::Fork;
            step.branch = word(rest);
            step.other = rest.isEmpty() ? QByteArray("main") : rest;
        } else {
            step.culprit = first == "culprit";
            if (first == "merge") {
                step.kind = HistoryStep::Kind::Merge;
            }
            step.branch = step.culprit || first == "merge" ? word(rest) : first;
            if (first == "merge") {
                step.other = word(rest);
            }
            step.author = word(rest);
            step.subject = rest;
            if (step.subject.isEmpty()) {
                return wrong("a commit needs branch, author and subject");
            }
        }
        m_steps.append(step);
        m_path.clear();
        m_target = nullptr;
        return {};
    }

    Result<void> directive(const QByteArray &line)
    {
        HistoryStep &step = m_steps.last();
        QByteArray rest = line;
        const QByteArray name = word(rest);
        if (name == "@import") {
            step.import = true;
            return {};
        }
        if (name == "@with") {
            if (!m_target || step.edits.last().kind != Edit::Kind::Replace) {
                return wrong("@with without @replace");
            }
            m_target = &Edit::text;
            return {};
        }
        if (m_path.isEmpty()) {
            return wrong("an edit without a file");
        }
        return addEdit(step, name, rest);
    }

    Result<void> addEdit(HistoryStep &step, const QByteArray &name, const QByteArray &rest)
    {
        using Kind = Edit::Kind;
        Edit edit{.kind = Kind::New, .path = m_path, .find = rest.trimmed(), .text = {}};
        m_target = &Edit::text;
        if (name == "@append") {
            edit.kind = Kind::Append;
        } else if (name == "@after") {
            edit.kind = Kind::After;
        } else if (name == "@before") {
            edit.kind = Kind::Before;
        } else if (name == "@replace") {
            edit.kind = Kind::Replace;
            m_target = &Edit::find;
        } else if (name == "@sub") {
            const qsizetype arrow = rest.indexOf(" => ");
            if (arrow < 0) {
                return wrong("@sub needs OLD => NEW");
            }
            edit.kind = Kind::Substitute;
            edit.find = rest.first(arrow);
            edit.text = rest.mid(arrow + 4);
            m_target = nullptr;
        } else if (name != "@new") {
            return wrong("an unknown edit");
        }
        step.edits.append(edit);
        return {};
    }

    Result<void> text(const QByteArray &line)
    {
        HistoryStep &step = m_steps.last();
        if (m_target) {
            step.edits.last().*m_target += line + '\n';
            return {};
        }
        if (!m_path.isEmpty()) {
            return line.trimmed().isEmpty() ? Result<void>{} : wrong("text that belongs to no edit");
        }
        step.body += line + '\n';
        return {};
    }

    QString m_name;
    int m_line = 0;
    QList<HistoryStep> m_steps;
    QByteArray m_path;
    QByteArray Edit::*m_target = nullptr; ///< where text goes; null: to the body, or nowhere
};

} // namespace

Result<QList<HistoryStep>> parseHistoryScript(const QByteArray &script, const QString &name)
{
    return Parser(name).parse(script);
}

} // namespace culprit::demo
