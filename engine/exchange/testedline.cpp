// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/testedline.h"

#include "engine/exchange/facts.h"
#include "engine/exchange/logtext.h"

#include <algorithm>

namespace culprit::exchange
{

namespace
{

struct Place {
    ObjectId id;
    std::optional<qint64> newer; ///< commits of the bisection that are newer, if the log lets one reckon that
};

class LineBuilder final
{
public:
    explicit LineBuilder(const BisectLog &log) : m_log(log) {}

    TestedLine build()
    {
        for (const LoggedStep &step : m_log.steps) {
            switch (step.kind) {
            case LoggedStep::Kind::Older:
                if (!indexOf(step.revision)) {
                    m_places.insert(m_places.begin(), {step.revision, {}});
                }
                break;
            case LoggedStep::Kind::Begin:
                begin(step);
                break;
            case LoggedStep::Kind::Judge:
                judge(step);
                break;
            }
        }
        finish();
        return std::move(m_line);
    }

private:
    [[nodiscard]] std::optional<std::ptrdiff_t> indexOf(const ObjectId &id) const
    {
        const auto found = std::ranges::find(m_places, id, &Place::id);
        return found == m_places.end() ? std::nullopt : std::optional(found - m_places.begin());
    }

    void begin(const LoggedStep &step)
    {
        if (m_begun) {
            return;
        }
        m_begun = true;
        const bool isFix = m_log.find == session::Find::Fix;
        if (isFix && !step.olds.contains(m_log.start)) {
            // Of another tree, that only shares the oldest of the line with this one.
            std::erase_if(m_places, [this](const Place &place) { return place.id == m_log.start; });
        }
        std::erase_if(m_places, [&](const Place &place) { return step.olds.contains(place.id); });
        if (!step.revision.isNull() && !indexOf(step.revision)) {
            m_places.push_back({step.revision, {}});
        }
        m_olds = step.olds;
        if (!m_olds.isEmpty()) {
            m_places.insert(m_places.begin(), {m_olds.last(), {}}); // the others are ends beside it
        }
        m_old = 0;
        m_new = step.revision.isNull() ? std::ssize(m_places) : *indexOf(step.revision);
        if (!step.revision.isNull()) {
            m_places[static_cast<std::size_t>(m_new)].newer = 0;
        }
    }

    [[nodiscard]] Place *at(std::ptrdiff_t index)
    {
        return index >= 0 && index < std::ssize(m_places) ? &m_places[static_cast<std::size_t>(index)] : nullptr;
    }

    void judge(const LoggedStep &step)
    {
        std::optional<std::ptrdiff_t> index = indexOf(step.revision);
        if (!index) {
            index = insert(step);
        }
        if ((step.side == Side::Old && *index >= m_new) ||
            (step.side == Side::New && *index <= m_old && !m_olds.isEmpty())) {
            addSentence(m_line.contradictions,
                        QStringLiteral("What the log says of %1 excludes what it says of others.")
                            .arg(shortHexOf(step.revision)));
            return;
        }
        if (step.side == Side::Old) {
            m_old = std::max(m_old, *index);
        } else if (step.side == Side::New) {
            m_new = std::min(m_new, *index);
        }
    }

    /// Between the newest old and the oldest new one; of those that are neither, by the count of newer commits.
    std::ptrdiff_t insert(const LoggedStep &step)
    {
        Place place{step.revision, {}};
        const Place *fresh = at(m_new);
        if (fresh != nullptr && fresh->newer && step.newer) {
            place.newer = *fresh->newer + *step.newer + 1;
            if (Place *end = at(0); m_old == 0 && end != nullptr && !end->newer && !m_olds.isEmpty()) {
                // git halves: as many on the other side.
                end->newer = std::max(*fresh->newer + 2 * *step.newer + 1, *place.newer + 1);
            }
        }
        const std::ptrdiff_t first = std::min(m_new, m_begun && !m_olds.isEmpty() ? m_old + 1 : m_old);
        std::ptrdiff_t index = step.side == Side::Old ? first : m_new;
        if (place.newer) {
            index = first;
            while (index < m_new && (!at(index)->newer || *at(index)->newer >= *place.newer)) {
                ++index;
            }
        }
        m_places.insert(m_places.begin() + index, place);
        ++m_new;
        return index;
    }

    void finish()
    {
        const bool isFix = m_log.find == session::Find::Fix;
        history::CommitRange &range = m_line.range;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (m_olds.contains(m_places[i].id) && m_places.size() > 1) {
                continue;
            }
            const auto position = static_cast<history::CommitIndex>(range.commits.size());
            hide(i, position);
            history::CommitInfo info = infoOf(m_places[i].id);
            info.parentCount = 1;
            if (position > 0) {
                info.parents = {position - 1};
            }
            range.commits.push_back(std::move(info));
        }
        const bool hasOld = !m_olds.isEmpty() && m_places.size() > 1;
        for (const ObjectId &old : hasOld ? m_olds : QList<ObjectId>()) {
            range.goods.push_back(infoOf(old));
        }
        if (range.commits.empty()) {
            return;
        }
        range.bad = range.commits.back();
        const ObjectId newest = range.bad.id;
        if (!isFix) {
            m_line.bad = newest;
            m_line.goods = hasOld ? m_olds : QList<ObjectId>();
        } else if (hasOld) {
            m_line.bad = m_olds.last();
            m_line.goods = {newest};
        } else {
            m_line.bad = newest;
        }
    }

    void hide(std::size_t place, history::CommitIndex position)
    {
        const std::optional<qint64> newer = m_places[place].newer;
        const std::optional<qint64> older = place > 0 ? m_places[place - 1].newer : std::nullopt;
        if (newer && older && *older - *newer > 1) {
            m_line.hidden += {static_cast<int>(position), *older - *newer - 1};
        }
    }

    [[nodiscard]] history::CommitInfo infoOf(const ObjectId &id) const
    {
        history::CommitInfo info;
        info.id = id;
        if (const auto subject = m_log.subjects.find(id); subject != m_log.subjects.end()) {
            info.subject = subject->second.toStdString();
        }
        if (const auto tag = m_log.tags.find(id); tag != m_log.tags.end()) {
            info.tags = {tag->second.toStdString()};
        }
        return info;
    }

    const BisectLog &m_log;
    TestedLine m_line;
    std::vector<Place> m_places; ///< oldest first
    QList<ObjectId> m_olds;
    std::ptrdiff_t m_old = 0; ///< the newest that is old
    std::ptrdiff_t m_new = 0; ///< the oldest that is new; past the end if there is none
    bool m_begun = false;
};

} // namespace

TestedLine testedLine(const BisectLog &log)
{
    return LineBuilder(log).build();
}

} // namespace culprit::exchange
