// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rangemarks.h"
#include "widgets/rangeprofile.h"

#include <QVariantAnimation>
#include <QWidget>

namespace culprit::widgets
{

/// The range as one bar, oldest left, its width free of the number of commits. Suspects are bright, what was ruled out
/// is hatched, tested revisions stand on it as marks. A click selects; Left and Right go from mark to mark, Up and Down
/// from commit to commit, Home and End to the ends. Where the session searches by probability, the chance of each
/// stretch stands on the bar as a skyline.
class RangeRibbon final : public QWidget
{
    Q_OBJECT

public:
    explicit RangeRibbon(QWidget *parent = nullptr);

    void setMarks(const RangeMarks &marks); ///< of the latest snapshot
    /// Shows where a commit stands; says nothing.
    void selectCommit(const ObjectId &id);
    [[nodiscard]] ObjectId selectedCommit() const;
    /// What a click there selects; null beside the bar.
    [[nodiscard]] ObjectId commitAt(const QPoint &position) const;
    /// Where a commit stands on the bar; a good end at its left end.
    [[nodiscard]] QPoint pointOf(const ObjectId &id) const;
    /// What the pointer is told there, plain text; empty beside the bar.
    [[nodiscard]] QString toolTipAt(const QPoint &position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void commitSelected(const culprit::history::ObjectId &id);
    void commitActivated(const culprit::history::ObjectId &id); ///< Enter or double click

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Zone : std::uint8_t { Suspect, Good, Bad, Out };

    [[nodiscard]] CommitIndex commits() const; ///< without the good ends
    [[nodiscard]] QRectF bar() const;
    [[nodiscard]] QRectF skyline() const;
    [[nodiscard]] qreal xOf(CommitIndex place) const;
    [[nodiscard]] Zone zoneOf(CommitIndex first, CommitIndex last) const;
    [[nodiscard]] std::optional<CommitIndex> placeAt(const QPoint &position) const;
    [[nodiscard]] bool isPoint(CommitIndex place) const; ///< has a mark on the bar
    [[nodiscard]] QString nameOf(CommitIndex place) const;
    [[nodiscard]] QString caption() const;

    void choose(CommitIndex place);
    void step(int direction, bool pointsOnly);
    void pulse();
    void describe();

    void paintBar(QPainter &painter) const;
    void paintSkyline(QPainter &painter) const;
    void paintZone(QPainter &painter, const QRectF &rect, Zone zone) const;
    void paintPoints(QPainter &painter) const;
    void paintSelection(QPainter &painter) const;
    void paintNames(QPainter &painter) const;

    RangeMarks m_marks;
    RangeProfile m_profile;
    std::vector<CommitIndex> m_points; ///< with a mark on the bar, oldest first
    std::optional<CommitIndex> m_selected;
    ObjectId m_current;
    QVariantAnimation m_pulse;
};

} // namespace culprit::widgets
