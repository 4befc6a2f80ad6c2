// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/snapshot.h"

#include <QLabel>

class QAbstractScrollArea;

namespace culprit::widgets
{

/// A sentence in the middle of a view that shows nothing yet; screen readers get it as the view's description.
class EmptyNote final : public QLabel
{
    Q_OBJECT

public:
    explicit EmptyNote(QAbstractScrollArea *view);

    void tell(const QString &sentence); ///< empty: the view has something to show

    /// `sentence`, and the key that changes that, where it would.
    [[nodiscard]] static QString withWayOut(const QString &sentence, const conductor::Snapshot &snapshot);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractScrollArea *m_view;
};

} // namespace culprit::widgets
