// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/objectid.h"
#include "engine/kernel/recipients.h"
#include "engine/process/childprocess.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QObject>
#include <QString>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace culprit::kernel
{

/// Whom to ask about files, by the tree itself.
struct MaintainerRequest {
    QString repository;
    history::ObjectId tip;          ///< whose maintainers count: the newest, not those of an old commit
    std::vector<std::string> files; ///< relative to the tree
    std::chrono::milliseconds limit = std::chrono::seconds(60); ///< for all that is run
};

struct Maintainers {
    std::vector<Recipient> recipients;
    /// Why there are none or fewer than there might be, one sentence; mostly empty.
    std::string note;

    bool operator==(const Maintainers &) const = default;
};

/// Runs scripts/get_maintainer.pl as the tip has it, in a small copy of the tip that holds what the script reads: no
/// file of the repository is changed, and its work tree does not count. The copy's own .git borrows the repository's
/// objects, so that the script sees who changed the files lately. It has no remotes: nothing is fetched. When the
/// script names one address at most, it is asked again with --git-blame. Use it once.
class MaintainerQuery final : public QObject
{
    Q_OBJECT

public:
    explicit MaintainerQuery(QObject *parent = nullptr);
    ~MaintainerQuery() override;

    void start(const MaintainerRequest &request);
    void stop();

Q_SIGNALS:
    /// Once, never from within start(). A tree without the script, and files that the tip does not have, are no errors:
    /// the note says so.
    void finished(const culprit::Result<culprit::kernel::Maintainers> &maintainers);

private:
    struct Copy;

    void runScript(bool blame);
    void conclude(const process::Ended &ended, bool blame);
    void end(const Result<Maintainers> &result);

    MaintainerRequest m_request;
    std::shared_ptr<Copy> m_copy;
    process::ChildProcess *m_script = nullptr;
    QDeadlineTimer m_deadline;
    QTimer m_limit;
    QByteArray m_output;
    QByteArray m_errors;
    Maintainers m_found;
    bool m_stopped = false;
    bool m_timedOut = false;
};

} // namespace culprit::kernel
