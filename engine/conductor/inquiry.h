// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/state.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>
#include <stop_token>

namespace culprit::conductor
{

class RecipientFinder;
class ReportReader;
class Workshop;

/// What is found out beside the search, on workers: how suspicious the commits are, where in the source the crashes
/// are, who should hear of the culprit. What could not be found out is not asked again.
class Inquiry final : public QObject
{
    Q_OBJECT

public:
    explicit Inquiry(QObject *parent = nullptr);
    ~Inquiry() override;

    /// Begins with what the state leaves open and is not asked yet. Who should hear is asked last, and only for a
    /// culprit.
    void pursue(const session::SessionState &state, const Workshop &workshop,
                const std::optional<session::ObjectId> &culprit = std::nullopt);
    /// Whether a report is being read or somebody being asked; how suspicious commits are matters during the search
    /// only.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] QString subject() const; ///< in words, what isBusy() is about; empty if it is not
    void stop();                           ///< answered() does not follow any more

Q_SIGNALS:
    /// A fact for the journal, or that a question stays without one.
    void answered(const std::optional<culprit::session::Payload> &fact);

private:
    void weigh(const session::SessionState &state, const Workshop &workshop);
    void read(const session::SessionState &state, const Workshop &workshop);
    void findRecipients(const session::SessionState &state, const session::ObjectId &culprit);
    void answer(const std::optional<session::Payload> &fact);

    std::stop_source m_stop;
    session::SharedRange m_weighed; ///< whose commits are weighed or being weighed; null: none
    std::shared_ptr<ReportReader> m_reader;
    QSet<qint64> m_read; ///< runs
    bool m_reading = false;
    std::optional<session::ObjectId> m_askedFor;
    std::unique_ptr<RecipientFinder> m_finder;
};

} // namespace culprit::conductor
