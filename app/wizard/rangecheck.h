// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/setuppage.h"
#include "engine/session/setup.h"

#include <QCoreApplication>
#include <QMap>
#include <QString>
#include <QStringList>

namespace culprit::app
{

/// What a repository says of the range of a setup.
struct RangeFinding {
    Q_DECLARE_TR_FUNCTIONS(RangeFinding)
public:
    QList<FieldProblem> problems;
    bool isInverted = false;        ///< the ends stand the wrong way round for what is looked for
    QMap<QString, QString> meaning; ///< of a field, by its key: which commits its revisions are
    QString size;                   ///< how many candidates and steps, sentences
    QString remark;                 ///< what is done about a good end beside the history of the bad one
    int steps = 0;                  ///< about; 0: not known, for releases are tried first

    [[nodiscard]] bool isRight() const { return problems.isEmpty() && !size.isEmpty(); }
};

/// Reads the range. Blocks: for workers.
[[nodiscard]] RangeFinding checkRange(const session::Setup &setup);

/// Tags and branches of a repository, newest first; none where there is no repository. Blocks: for workers.
[[nodiscard]] QStringList revisionNames(const QString &repo);

} // namespace culprit::app
