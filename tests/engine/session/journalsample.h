// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/journal.h"
#include "tests/engine/session/randompayloads.h"

#include <array>
#include <memory>

namespace culprit::session
{

inline history::CommitRange someRange(int count)
{
    history::CommitRange range;
    RandomPayloads random(3);
    for (int i = 0; i < count; ++i) {
        history::CommitInfo commit;
        std::array<std::uint8_t, 20> bytes{};
        for (std::uint8_t &byte : bytes) {
            byte = static_cast<std::uint8_t>(random.signedNumber());
        }
        commit.id = history::ObjectId(bytes);
        if (i > 0) {
            commit.parents = {static_cast<history::CommitIndex>(i - 1)};
        }
        commit.parentCount = 1;
        commit.subject = random.text().toStdString();
        commit.author = "A. Uthor";
        commit.date = random.signedNumber();
        if (i % 5 == 0) {
            commit.tags = {"v" + std::to_string(i)};
        }
        range.commits.push_back(commit);
    }
    range.bad = range.commits.back();
    range.goods = {range.commits.front()};
    range.goods.front().parents.clear();
    range.forks = {history::Fork{range.goods.front(), {}, {1, 2}}, history::Fork{range.goods.front(), {0}, {1}}};
    return range;
}

inline SessionCreated someCreation()
{
    SessionCreated created;
    created.program = QStringLiteral("culprit 0.1.0");
    created.setup.kernel.bad = QStringLiteral("v2");
    return created;
}

/// Null, after a message, if it cannot be opened.
inline std::unique_ptr<Journal> opened(const QString &path, Journal::Access access)
{
    Result<std::unique_ptr<Journal>> journal = Journal::open(path, access);
    if (!journal) {
        qCritical("%s", journal.error().message.c_str());
        return nullptr;
    }
    return std::move(*journal);
}

} // namespace culprit::session
