// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/terms.h"

#include "engine/session/setup.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace culprit::session
{

namespace
{

constexpr qsizetype longestTerm = 40;

/// The commands of `git bisect`, and what `culprit judge --verdict` takes of every session.
constexpr std::array<QStringView, 15> taken{u"help",      u"start", u"skip", u"next", u"reset",
                                            u"visualize", u"view",  u"log",  u"run",  u"terms",
                                            u"replay",    u"good",  u"bad",  u"auto", u"undecided"};

/// A term becomes the name of a ref: of what git allows there, the part that needs no explanation.
bool isPlainWord(const QString &term)
{
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' ||
               c == u'_';
    };
    return !term.isEmpty() && term.size() <= longestTerm && !term.startsWith(u'-') &&
           std::ranges::all_of(term, isPlain);
}

} // namespace

QString whyNoTerms(const Terms &terms)
{
    if (terms.older.isEmpty() && terms.newer.isEmpty()) {
        return {};
    }
    for (const QString &term : {terms.older, terms.newer}) {
        if (!isPlainWord(term)) {
            return u"takes two words of up to %1 letters, digits, \"-\" and \"_\", the older side's first: [\"works\", "
                   "\"breaks\"]."_s.arg(longestTerm);
        }
        if (std::ranges::contains(taken, QStringView(term))) {
            return u"cannot take \"%1\", which has a meaning already: choose another word."_s.arg(term);
        }
    }
    if (terms.older == terms.newer) {
        return u"needs two different words."_s;
    }
    if (terms.older == u"new" || terms.newer == u"old") {
        return u"has the words the wrong way round: the older side's comes first."_s;
    }
    return {};
}

QString Setup::Kernel::word(Verdict verdict) const
{
    if (!terms.isOwn() || verdict == Verdict::Undecided || verdict == Verdict::Skip) {
        return session::word(verdict);
    }
    return (verdict == Verdict::Bad) == (find == Find::Cause) ? terms.newer : terms.older;
}

std::optional<Verdict> Setup::Kernel::verdict(QStringView said) const
{
    for (const Verdict verdict : {Verdict::Good, Verdict::Bad}) {
        if (said == word(verdict)) {
            return verdict;
        }
    }
    return verdictFromWord(said);
}

} // namespace culprit::session
