// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"
#include "widgets/verdictstyle.h"

#include <QWidget>

#include <array>

class QLabel;

namespace culprit::widgets
{

class ElidedLabel;

/// What one of the four phases says of itself.
struct PhaseText {
    Mark mark = Mark::Untested;
    QString state; ///< "done", "running", "waiting", "failed"
    QString detail;
    bool operator==(const PhaseText &) const = default;
};

inline constexpr std::array allPhases{conductor::Phase::BadIsBad, conductor::Phase::GoodIsGood,
                                      conductor::Phase::Bisect, conductor::Phase::Confirm};

[[nodiscard]] PhaseText phaseText(const conductor::Snapshot &snapshot, conductor::Phase phase);

/// The four phases of a session, one below the other.
class PhasesView final : public QWidget
{
    Q_OBJECT

public:
    explicit PhasesView(QWidget *parent = nullptr);

    void setSnapshot(const conductor::SnapshotPtr &snapshot);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *icon = nullptr;
        QLabel *name = nullptr;
        ElidedLabel *detail = nullptr;
        QString title;
        PhaseText text;
    };
    void fill(const Row &row);

    std::array<Row, allPhases.size()> m_rows;
};

} // namespace culprit::widgets
