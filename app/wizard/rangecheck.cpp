// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/rangecheck.h"

#include "engine/conductor/sessionmaker.h"
#include "engine/history/revisionnames.h"
#include "widgets/direction.h"
#include "widgets/plaintext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

const QString repoKey = u"kernel.repo"_s;
const QString badKey = u"kernel.bad"_s;
const QString goodKey = u"kernel.good"_s;

QString sentence(const Error &error)
{
    return QString::fromStdString(error.message);
}

/// "1a2b3c4d5e6f, 19 Jan 2025: Linux 6.13"
QString describe(const history::Repository &repository, const history::ObjectId &id)
{
    const auto commit = repository.commit(id);
    if (!commit) {
        return QString::fromStdString(id.shortHex());
    }
    const QDate day = QDateTime::fromSecsSinceEpoch(commit->committer.time).date();
    return widgets::leftToRight(u"%1, %2: %3"_s.arg(QString::fromStdString(id.shortHex()),
                                                    QLocale().toString(day, QLocale::ShortFormat),
                                                    widgets::oneLine(QString::fromStdString(commit->subject), 80)));
}

std::optional<history::ObjectId> resolve(const history::Repository &repository, const QString &key,
                                         const QString &revision, RangeFinding &finding)
{
    const auto id = repository.resolve(revision.toStdString());
    if (!id) {
        finding.problems.append({key, sentence(id.error())});
        return std::nullopt;
    }
    QString &meaning = finding.meaning[key];
    meaning += (meaning.isEmpty() ? QString() : u"\n"_s) + describe(repository, *id);
    return *id;
}

QString sizeOf(const conductor::NewSession &made)
{
    const QList<session::Release> &releases = made.created.releases;
    if (releases.size() == 1) {
        return RangeFinding::tr("No good revision: the release %1 is tried.").arg(releases.first().tag);
    }
    if (!releases.isEmpty()) {
        return RangeFinding::tr("No good revision: %1 releases from %2 back to %3 are tried until one is good.")
            .arg(releases.size())
            .arg(releases.first().tag, releases.last().tag);
    }
    const std::size_t commits = made.range.commits.size();
    if (commits == 1) {
        return RangeFinding::tr("1 candidate: its test and those of the ends are all that is needed.");
    }
    return RangeFinding::tr("%1 candidates, about %2 steps.")
        .arg(QLocale().toString(qulonglong(commits)))
        .arg(int(std::ceil(std::log2(double(commits)))));
}

/// makeSession() adds what a good end on a side branch shares with the bad end.
QString remarkOn(const history::Repository &repository, const session::Setup &setup, const conductor::NewSession &made)
{
    QStringList bases;
    for (qsizetype i = setup.kernel.good.size(); i < made.created.goods.size(); ++i) {
        bases += describe(repository, made.created.goods[i]);
    }
    if (bases.isEmpty()) {
        return {};
    }
    return RangeFinding::tr("A good revision is not an ancestor of the bad one. What they share is tested first: if "
                            "the bug is there "
                            "already, it was fixed on the way to the good revision.") +
           u'\n' + bases.join(u'\n');
}

/// If the end that should be the older one contains the other.
bool isInverted(const history::Repository &repository, const session::Setup &setup, const history::ObjectId &bad,
                const std::vector<history::ObjectId> &goods)
{
    if (goods.size() != 1 || goods.front() == bad) {
        return false;
    }
    const bool isFix = setup.kernel.find == session::Find::Fix;
    const auto contained =
        isFix ? repository.isAncestor(goods.front(), bad) : repository.isAncestor(bad, goods.front());
    return contained.value_or(false);
}

} // namespace

RangeFinding checkRange(const session::Setup &setup)
{
    RangeFinding finding;
    const auto repository = history::Repository::open(setup.kernel.repo.toStdString());
    if (!repository) {
        finding.problems.append({repoKey, sentence(repository.error())});
        return finding;
    }
    const auto bad = resolve(*repository, badKey, setup.kernel.bad, finding);
    std::vector<history::ObjectId> goods;
    for (const QString &name : setup.kernel.good) {
        if (const auto good = resolve(*repository, goodKey, name, finding)) {
            goods.push_back(*good);
        }
    }
    if (!bad || !finding.problems.isEmpty()) {
        return finding;
    }
    const auto made = conductor::makeSession(setup);
    if (made) {
        finding.size = sizeOf(*made);
        finding.remark = remarkOn(*repository, setup, *made);
        finding.steps = made->created.releases.isEmpty()
                            ? int(std::ceil(std::log2(double(std::max<std::size_t>(1, made->range.commits.size())))))
                            : 0;
        return finding;
    }
    finding.isInverted = isInverted(*repository, setup, *bad, goods);
    if (!finding.isInverted) {
        finding.problems.append({goodKey, sentence(made.error())});
    } else if (setup.kernel.find == session::Find::Fix) {
        finding.problems.append(
            {goodKey, RangeFinding::tr("The good revision is older than the bad one: a fix is looked for from an "
                                       "older bad revision to a newer good one.")});
    } else {
        finding.problems.append(
            {goodKey, RangeFinding::tr("The good revision is newer than the bad one: what introduced the bug is "
                                       "looked for from an older good revision to a newer bad one.")});
    }
    return finding;
}

QStringList revisionNames(const QString &repo)
{
    QStringList texts;
    if (const auto repository = history::Repository::open(repo.toStdString())) {
        if (const auto names = history::revisionNames(*repository)) {
            for (const history::RevisionName &name : *names) {
                texts += QString::fromStdString(name.name);
            }
        }
    }
    return texts;
}

} // namespace culprit::app
