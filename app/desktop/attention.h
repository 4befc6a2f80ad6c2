// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace culprit::app
{

/// Something that is worth to be told to a person who does not look at the window.
struct Note {
    enum class Kind {
        NeedsPerson, ///< nothing goes on without one
        Ended,       ///< the search has: with a culprit, or with what is left of it
        BuildsFail,
        DiskLow
    };
    Kind kind = Kind::NeedsPerson;
    QString title;
    QString text; ///< plain
    std::optional<history::ObjectId> waiting =
        {}; ///< of NeedsPerson: the commit that may be skipped, if one is all it is about
    bool operator==(const Note &) const = default;
};

/// Which moments of a session those are. What is so when the session is opened is none of them.
class Attention final
{
    Q_DECLARE_TR_FUNCTIONS(Attention)

public:
    static constexpr int failuresInARow = 3;
    static constexpr qint64 littleDisk = 4'000'000'000; ///< bytes; a start takes half of that

    void forget(); ///< another session comes
    /// What is new with this snapshot, which follows those before.
    [[nodiscard]] QList<Note> take(const conductor::SnapshotPtr &snapshot);

private:
    bool m_first = true;
    bool m_needsPerson = false;
    bool m_ended = false;
    bool m_diskLow = false;
    qint64 m_failed = 0; ///< the build whose failure was told last
};

/// How far the search is, 0 to 1, by what is known of the culprit; nothing while nothing runs.
[[nodiscard]] std::optional<double> progressOf(const conductor::Snapshot &snapshot);
/// Whether builds and machines are at work or about to be.
[[nodiscard]] bool isAtWork(const conductor::Snapshot &snapshot);

} // namespace culprit::app
