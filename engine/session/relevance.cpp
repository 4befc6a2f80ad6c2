// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/relevance.h"

#include <algorithm>
#include <ranges>
#include <set>
#include <utility>

namespace culprit::session
{

namespace
{

/// How the runs of one revision ended, as far as titles are concerned.
struct Crashes {
    int runs = 0;
    int ok = 0;
    int crashed = 0;
    std::map<QString, int> byTitle;
};

bool isFifthOf(int part, int whole)
{
    return part > 0 && part * 5 >= whole;
}

QString outOf(int part, int whole)
{
    return QStringLiteral("%1 of %2 crashes").arg(part).arg(whole);
}

/// "1 run", "7 runs"
QString counted(qsizetype count, const QString &thing)
{
    return QStringLiteral("%1 %2%3").arg(QString::number(count), thing, count == 1 ? QString() : QStringLiteral("s"));
}

class Rules final
{
public:
    Rules(const SessionState &state, const std::map<QString, Relevance> &judged) : m_state(state), m_judged(judged) {}

    std::map<QString, TitleState> apply()
    {
        collect();
        if (m_state.setup().test.title.isEmpty()) {
            learnFromBadEnd();
        } else {
            takeFromSetup();
        }
        demoteStraysOfBadEnd();
        spreadByNames();
        excludeStrays();
        if (m_state.setup().test.title.isEmpty()) {
            addOtherFaces();
        }
        explainUndecided();
        for (const auto &[title, relevance] : m_judged) {
            m_titles[title].judged = relevance;
        }
        return std::move(m_titles);
    }

private:
    void collect();
    void learnFromBadEnd();
    void takeFromSetup();
    void demoteStraysOfBadEnd();
    void spreadByNames();
    void excludeStrays();
    void addOtherFaces();
    void explainUndecided();

    void set(TitleState &title, Relevance relevance, const QString &reason)
    {
        title.automatic = relevance;
        title.reason = reason;
    }

    /// What counts while the other rules look for targets: the user's word, else the rules' so far.
    [[nodiscard]] bool isTarget(const TitleState &title) const { return effective(title) == Relevance::Target; }
    [[nodiscard]] Relevance effective(const TitleState &title) const
    {
        const auto found = m_judged.find(title.title);
        return found == m_judged.end() ? title.automatic : found->second;
    }

    [[nodiscard]] bool isGoodEnd(const ObjectId &id) const { return m_state.created.goods.contains(id); }
    [[nodiscard]] bool hasTargetBeside(const Crashes &crashes, const QString &except) const
    {
        return std::ranges::any_of(crashes.byTitle, [this, &except](const auto &item) {
            return item.first != except && isTarget(m_titles.at(item.first));
        });
    }

    static bool meet(const TitleState &a, const TitleState &b)
    {
        const auto has = [&b](const QString &name) { return b.title == name || b.alternatives.contains(name); };
        return has(a.title) || std::ranges::any_of(a.alternatives, has);
    }

    const SessionState &m_state;
    const std::map<QString, Relevance> &m_judged;
    std::map<QString, TitleState> m_titles;
    std::map<ObjectId, Crashes> m_crashes;
};

void Rules::collect()
{
    for (const auto &[title, relevance] : m_judged) {
        m_titles[title].title = title;
    }
    for (const auto &[id, run] : m_state.runs) {
        const Outcome outcome = run.outcome();
        if (outcome == Outcome::Running || outcome == Outcome::Cancelled) {
            continue;
        }
        Crashes &crashes = m_crashes[run.started.revision];
        crashes.runs += 1;
        crashes.ok += outcome == Outcome::Ok ? 1 : 0;
        if (outcome != Outcome::Crashed || !run.ended || run.ended->title.isEmpty()) {
            continue;
        }
        crashes.crashed += 1;
        TitleState &title = m_titles[run.ended->title];
        title.title = run.ended->title;
        title.runs += 1;
        if (title.type.isEmpty()) {
            title.type = run.ended->type;
        }
        for (const QString &alternative : run.ended->alternatives) {
            if (!title.alternatives.contains(alternative) && alternative != title.title) {
                title.alternatives += alternative;
            }
        }
        if (crashes.byTitle[title.title]++ == 0) {
            title.revisions.push_back(run.started.revision);
        }
    }
}

void Rules::learnFromBadEnd()
{
    const Crashes &crashes = m_crashes[m_state.created.bad];
    constexpr int manyRuns = 10;
    const int least = crashes.runs >= manyRuns ? 2 : 1;
    for (const auto &[name, count] : crashes.byTitle) {
        if (count >= least && isFifthOf(count, crashes.crashed)) {
            set(m_titles[name], Relevance::Target,
                QStringLiteral("It made %1 of the bad end %2.")
                    .arg(outOf(count, crashes.crashed), m_state.nameOf(m_state.created.bad)));
        }
    }
}

void Rules::takeFromSetup()
{
    const QString &given = m_state.setup().test.title;
    for (auto &[name, title] : m_titles) {
        if (name == given) {
            set(title, Relevance::Target, QStringLiteral("The setup gives this title."));
        } else if (title.alternatives.contains(given)) {
            set(title, Relevance::Target,
                QStringLiteral("It is also named \"%1\", the title that the setup gives.").arg(given));
        }
    }
}

/// Chance can make an unrelated title a fifth of the few crashes at the bad end; a good end then tells. The most
/// frequent title stays, whatever else it is seen on: if the good end shows that one, the good end is not good.
void Rules::demoteStraysOfBadEnd()
{
    if (!m_state.setup().test.title.isEmpty()) {
        return;
    }
    const Crashes &bad = m_crashes[m_state.created.bad];
    const auto most = std::ranges::max_element(bad.byTitle, {}, [](const auto &item) { return item.second; });
    if (most == bad.byTitle.end()) {
        return;
    }
    const TitleState &leading = m_titles[most->first];
    for (const ObjectId &good : m_state.created.goods) {
        const Crashes &crashes = m_crashes[good];
        for (const auto &[name, count] : crashes.byTitle) {
            TitleState &title = m_titles[name];
            if (title.automatic == Relevance::Target && !meet(title, leading) && !hasTargetBeside(crashes, name)) {
                set(title, Relevance::Unrelated,
                    QStringLiteral("It came on the good end %1 too, without the bug.").arg(m_state.nameOf(good)));
            }
        }
    }
}

void Rules::spreadByNames()
{
    // Each round takes in at least one title or is the last.
    for (bool grown = true; grown;) {
        grown = false;
        for (auto &[name, title] : m_titles) {
            if (title.automatic != Relevance::Undecided) {
                continue;
            }
            const auto same = std::ranges::find_if(m_titles, [this, &title](const auto &item) {
                return item.first != title.title && isTarget(item.second) && meet(title, item.second);
            });
            if (same != m_titles.end()) {
                set(title, Relevance::Target, QStringLiteral("It shares a name with \"%1\".").arg(same->first));
                grown = true;
            }
        }
    }
}

void Rules::excludeStrays()
{
    for (auto &[name, title] : m_titles) {
        if (title.automatic != Relevance::Undecided) {
            continue;
        }
        for (const ObjectId &id : title.revisions) {
            const Crashes &crashes = m_crashes[id];
            if (hasTargetBeside(crashes, name)) {
                continue;
            }
            if (isGoodEnd(id)) {
                set(title, Relevance::Unrelated,
                    QStringLiteral("It came on the good end %1, without the bug.").arg(m_state.nameOf(id)));
                break;
            }
            // A search by probability also makes few runs of a revision: that most end well tells nothing there.
            const bool mostlyOk =
                m_state.setup().search.strategy == Strategy::Halving && crashes.ok * 2 >= crashes.runs;
            if (id != m_state.created.bad && mostlyOk) {
                set(title, Relevance::Unrelated,
                    QStringLiteral("It came on %1, where %2 of %3 runs ended well and none hit the bug.")
                        .arg(m_state.nameOf(id), QString::number(crashes.ok), QString::number(crashes.runs)));
                break;
            }
        }
    }
}

void Rules::addOtherFaces()
{
    std::vector<TitleState *> faces;
    for (auto &[name, title] : m_titles) {
        if (title.automatic != Relevance::Undecided) {
            continue;
        }
        const auto together = std::ranges::count_if(title.revisions, [this, &title](const ObjectId &id) {
            const Crashes &crashes = m_crashes[id];
            return isFifthOf(crashes.byTitle.at(title.title), crashes.crashed) && hasTargetBeside(crashes, title.title);
        });
        if (together >= 2) {
            faces.push_back(&title);
            title.reason = QStringLiteral("It came together with the bug, and often, on %1 revisions.").arg(together);
        }
    }
    for (TitleState *title : faces) {
        title->automatic = Relevance::Target;
    }
}

void Rules::explainUndecided()
{
    for (auto &[name, title] : m_titles) {
        if (title.automatic != Relevance::Undecided) {
            continue;
        }
        title.reason = title.runs == 0 ? QStringLiteral("No run has crashed with it.")
                                       : QStringLiteral("Seen in %1 on %2: too little to tell.")
                                             .arg(counted(title.runs, QStringLiteral("run")),
                                                  counted(std::ssize(title.revisions), QStringLiteral("revision")));
    }
}

} // namespace

std::map<QString, TitleState> titlesOf(const SessionState &state, const std::map<QString, Relevance> &judged)
{
    return Rules(state, judged).apply();
}

} // namespace culprit::session
