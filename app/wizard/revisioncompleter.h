// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>

class QStringListModel;

namespace culprit::app
{

/// Completes the last word of a field by tags and branches, in the order in which they are given.
class RevisionCompleter final : public QCompleter
{
    Q_OBJECT

public:
    explicit RevisionCompleter(QObject *parent = nullptr);

    void setNames(const QStringList &names);

    [[nodiscard]] QStringList splitPath(const QString &path) const override;
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override;

private:
    QStringListModel *m_names = nullptr;
};

} // namespace culprit::app
