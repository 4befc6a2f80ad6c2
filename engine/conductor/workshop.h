// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/places.h"
#include "engine/conductor/snapshot.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace culprit::conductor
{

/// The build slots: makes kernels of a session's setup, one in each slot at a time.
class Workshop final : public QObject
{
    Q_OBJECT

public:
    /// `config`: text of the one that was made for the session, if the setup asks for that.
    Workshop(const session::Setup &setup, const Places &places, const QByteArray &config, QObject *parent = nullptr);
    ~Workshop() override; ///< ends what is built

    [[nodiscard]] bool hasFreeSlot() const;
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] std::optional<BuildId> buildOf(const ObjectId &revision) const; ///< running ones
    [[nodiscard]] std::vector<Activity::Build> activity() const;
    /// The image of a finished build, if the cache still has it whole.
    [[nodiscard]] std::optional<QString> imageOf(const ObjectId &revision) const;
    /// Path of its vmlinux; empty if there is none.
    [[nodiscard]] QString vmlinuxOf(const ObjectId &revision) const;
    /// Path of what is known of its sources, see kernel::loadSourceMap; empty if nothing is.
    [[nodiscard]] QString sourcesOf(const ObjectId &revision) const;

    void build(BuildId build, const ObjectId &revision, bool ahead);
    void setAhead(BuildId build, bool ahead);
    void cancel(BuildId build); ///< ended() follows with outcome cancelled

Q_SIGNALS:
    void logged(culprit::BuildId build, const QByteArray &bytes);
    void progressed();
    /// Without the log of `config`, the .config that the tree made; empty: none.
    void ended(culprit::BuildId build, const culprit::session::BuildEnded &ended, const QByteArray &config);

private:
    struct Slot;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace culprit::conductor
