// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/answer.h"

namespace culprit::exchange
{

using namespace Qt::StringLiterals;

QString fixesLine(const SessionState &state, const ObjectId &culprit)
{
    return u"Fixes: "_s + uniquelyCited(state, culprit);
}

Result<QByteArray> fixesExport(const Source &source)
{
    const auto answer = confirmedAnswer(source, u"A Fixes: line"_s);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    if (answer->isFix) {
        return wrongUse("A Fixes: line names the commit that brought a bug, and this session searched for the one that "
                        "fixed it: take the format \"mail\" to tell of that.");
    }
    return (fixesLine(source.state, answer->culprit) + u'\n').toUtf8();
}

} // namespace culprit::exchange
