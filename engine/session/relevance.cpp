// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/relevance.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
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

constexpr double unlikely = 0.01; ///< chance of so much silence where the bug is
constexpr double rarely = 0.02;   ///< chance that a stranger keeps to the revisions with the bug

bool isFifthOf(int part, int whole)
{
    return part > 0 && part * 5 >= whole;
}

/// Types that syzkaller does not count unless the first revision showed them.
bool isOfTheTest(const QString &type)
{
    return type == u"SYZ_FAILURE" || type == u"LOST_CONNECTION";
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
            addSamePlaces();
            addCompanions();
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
    void addSamePlaces();
    void addCompanions();
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
    [[nodiscard]] bool hasTarget(const Crashes &crashes) const { return hasTargetBeside(crashes, {}); }
    [[nodiscard]] double rateOfTarget() const;
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

/// Share of the bug's crashes among the runs that had them or ended well, where it shows at all; 0 if too little is
/// known.
double Rules::rateOfTarget() const
{
    constexpr int fewHits = 3;
    int hits = 0;
    int ok = 0;
    for (const auto &[id, crashes] : m_crashes) {
        if (hasTarget(crashes)) {
            ok += crashes.ok;
            for (const auto &[name, count] : crashes.byTitle) {
                hits += isTarget(m_titles.at(name)) ? count : 0;
            }
        }
    }
    return hits < fewHits ? 0 : static_cast<double>(hits) / (hits + ok);
}

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
    const double rate = rateOfTarget();
    for (auto &[name, title] : m_titles) {
        if (title.automatic != Relevance::Undecided) {
            continue;
        }
        if (isOfTheTest(title.type) && !title.revisions.empty() && m_crashes.contains(m_state.created.bad) &&
            !m_crashes[m_state.created.bad].byTitle.contains(name)) {
            set(title, Relevance::Unrelated,
                QStringLiteral("It tells of the test's own machinery, and the bad end never showed it."));
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
            const QString where =
                QStringLiteral("It came on %1, where %2 of %3 runs ended well and none hit the bug")
                    .arg(m_state.nameOf(id), QString::number(crashes.ok), QString::number(crashes.runs));
            // A search by probability also makes few runs of a revision: there it takes so many that the bug would
            // have shown.
            const bool byHalving = m_state.setup().search.strategy == Strategy::Halving;
            const double silence = std::pow(1 - rate, crashes.ok);
            if (id != m_state.created.bad && byHalving && crashes.ok * 2 >= crashes.runs) {
                set(title, Relevance::Unrelated, where + u'.');
                break;
            }
            if (id != m_state.created.bad && !byHalving && silence < unlikely) {
                set(title, Relevance::Unrelated,
                    where + QStringLiteral("; if the bug were there, chance would do that in %1 % of cases.")
                                .arg(100 * silence, 0, 'g', 2));
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

/// A bug that corrupts memory, or races, is caught here by one check and there by another.
void Rules::addSamePlaces()
{
    std::map<QString, QString> places; // function of a target, and its title
    for (const auto &[name, title] : m_titles) {
        if (const QString function = functionIn(name); isTarget(title) && !function.isEmpty()) {
            places.try_emplace(function, name);
        }
    }
    for (auto &[name, title] : m_titles) {
        const auto place = places.find(functionIn(name));
        if (title.automatic == Relevance::Undecided && title.runs > 0 && place != places.end()) {
            set(title, Relevance::Target,
                QStringLiteral("It crashes in the same function as \"%1\".").arg(place->second));
        }
    }
}

/// Titles from one part of the kernel that come on several revisions and only where the bug shows, although chance
/// would bring them elsewhere too.
void Rules::addCompanions()
{
    struct Family {
        std::vector<TitleState *> titles;
        std::set<ObjectId> revisions;
        int crashes = 0;
    };
    std::map<QString, Family> families;
    for (auto &[name, title] : m_titles) {
        const QString function = functionIn(name);
        const qsizetype word = function.indexOf(u'_', 1);
        if (title.automatic == Relevance::Undecided && title.runs > 0) {
            Family &family = families[word > 0 ? function.first(word + 1) : name];
            family.titles.push_back(&title);
            family.revisions.insert(title.revisions.begin(), title.revisions.end());
            family.crashes += title.runs;
        }
    }
    int runs = 0;
    int besideTarget = 0;
    for (const auto &[id, crashes] : m_crashes) {
        runs += crashes.runs;
        besideTarget += hasTarget(crashes) ? crashes.runs : 0;
    }
    std::vector<TitleState *> companions;
    for (auto &[name, family] : families) {
        const bool onlyBeside =
            std::ranges::all_of(family.revisions, [this](const ObjectId &id) { return hasTarget(m_crashes[id]); });
        const double chance = std::pow(static_cast<double>(besideTarget) / std::max(1, runs), family.crashes);
        if (!onlyBeside || family.revisions.size() < 2 || chance > rarely) {
            continue;
        }
        for (TitleState *title : family.titles) {
            companions.push_back(title);
            const QString what = family.titles.size() == 1
                                     ? QStringLiteral("It came")
                                     : QStringLiteral("Titles in functions named %1... came").arg(name);
            title->reason =
                QStringLiteral("%1 %2 times on %3 revisions, only where the bug shows; chance would do that in %4 % "
                               "of cases.")
                    .arg(what)
                    .arg(family.crashes)
                    .arg(family.revisions.size())
                    .arg(100 * chance, 0, 'g', 2);
        }
    }
    for (TitleState *title : companions) {
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

QString functionIn(const QString &title)
{
    static const QRegularExpression last(QStringLiteral(" in ([A-Za-z_][A-Za-z0-9_]*)$"));
    return last.match(title).captured(1);
}

std::map<QString, TitleState> titlesOf(const SessionState &state, const std::map<QString, Relevance> &judged)
{
    return Rules(state, judged).apply();
}

} // namespace culprit::session
