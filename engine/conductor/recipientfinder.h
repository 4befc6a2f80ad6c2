// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/kernel/maintainers.h"
#include "engine/session/state.h"

#include <QObject>

#include <string>
#include <vector>

namespace culprit::conductor
{

/// Finds out who should hear of a culprit: those that its message names, and those that the newest tree's
/// scripts/get_maintainer.pl names for where the crash is, or, if that is not known, for what the culprit changes.
/// Use it once.
class RecipientFinder final : public QObject
{
    Q_OBJECT

public:
    RecipientFinder(const session::SessionState &state, const history::ObjectId &culprit, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Once, never from within start(). What could not be asked stands in the note.
    void found(const culprit::session::RecipientsFound &found);

private:
    void ask(const history::ObjectId &tip, std::vector<std::string> files);
    void conclude(const std::vector<kernel::Recipient> &maintainers, const std::string &note);

    QString m_repository;
    history::ObjectId m_culprit;
    history::ObjectId m_bad;
    std::string m_guilty; ///< where the crash is; may be empty
    std::vector<std::string> m_files;
    std::vector<kernel::Recipient> m_named;
    kernel::MaintainerQuery m_query;
};

} // namespace culprit::conductor
