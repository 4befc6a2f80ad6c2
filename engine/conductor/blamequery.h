// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/blame.h"
#include "engine/history/patchhunks.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <string>
#include <vector>

namespace culprit::process
{
class ChildProcess;
struct Ended;
} // namespace culprit::process

namespace culprit::conductor
{

/// Who last changed lines of a file before a commit, by `git blame` of its first parent. Nothing of the repository's
/// own is run. To end it early, delete it. Use it once.
class BlameQuery final : public QObject
{
    Q_OBJECT

public:
    struct Question {
        QString repository; ///< as Repository::open takes it
        history::ObjectId commit;
        std::string path;        ///< in the first parent
        history::LineSpan lines; ///< of the file there, at least one
    };

    explicit BlameQuery(Question question, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Once, never from within start().
    void finished(const culprit::Result<std::vector<culprit::history::BlamedLines>> &blamed);

private:
    using Blamed = Result<std::vector<history::BlamedLines>>;

    void run(const QString &gitFolder);
    void conclude(const process::Ended &ended);

    Question m_question;
    process::ChildProcess *m_git = nullptr;
    QByteArray m_output;
    QByteArray m_errors;
    bool m_tooMuch = false;
};

} // namespace culprit::conductor
