// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/words.h"

#include <array>
#include <utility>

namespace culprit::session
{

namespace
{

template <class E>
using Word = std::pair<E, QStringView>;

constexpr std::array verdictWords{
    Word<Verdict>{Verdict::Undecided, u"undecided"},
    Word<Verdict>{Verdict::Good, u"good"},
    Word<Verdict>{Verdict::Bad, u"bad"},
    Word<Verdict>{Verdict::Skip, u"skip"},
};

constexpr std::array outcomeWords{
    Word<Outcome>{Outcome::Running, u"running"},        Word<Outcome>{Outcome::Ok, u"ok"},
    Word<Outcome>{Outcome::Crashed, u"crashed"},        Word<Outcome>{Outcome::BootFailed, u"boot failed"},
    Word<Outcome>{Outcome::TestFailed, u"test failed"}, Word<Outcome>{Outcome::InfraFailed, u"infrastructure failed"},
    Word<Outcome>{Outcome::Cancelled, u"cancelled"},
};

constexpr std::array relevanceWords{
    Word<Relevance>{Relevance::Undecided, u"undecided"},
    Word<Relevance>{Relevance::Target, u"target"},
    Word<Relevance>{Relevance::Unrelated, u"unrelated"},
};

constexpr std::array buildOutcomeWords{
    Word<BuildOutcome>{BuildOutcome::Running, u"running"},
    Word<BuildOutcome>{BuildOutcome::Built, u"built"},
    Word<BuildOutcome>{BuildOutcome::Failed, u"failed"},
    Word<BuildOutcome>{BuildOutcome::InfraFailed, u"infrastructure failed"},
    Word<BuildOutcome>{BuildOutcome::Cancelled, u"cancelled"},
};

QString lookUp(const auto &words, auto value)
{
    for (const auto &[known, text] : words) {
        if (known == value) {
            return text.toString();
        }
    }
    return {};
}

/// On a command line "boot-failed" saves the quotes of "boot failed".
bool sameWord(QStringView text, QStringView word)
{
    if (text.size() != word.size()) {
        return false;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != word[i] && !(text[i] == u'-' && word[i] == u' ')) {
            return false;
        }
    }
    return true;
}

template <class E, std::size_t n>
std::optional<E> lookUp(const std::array<Word<E>, n> &words, QStringView text)
{
    for (const auto &[known, word] : words) {
        if (sameWord(text, word)) {
            return known;
        }
    }
    return std::nullopt;
}

} // namespace

QString word(Verdict verdict)
{
    return lookUp(verdictWords, verdict);
}

QString word(Outcome outcome)
{
    return lookUp(outcomeWords, outcome);
}

QString word(Relevance relevance)
{
    return lookUp(relevanceWords, relevance);
}

QString word(BuildOutcome outcome)
{
    return lookUp(buildOutcomeWords, outcome);
}

std::optional<Verdict> verdictFromWord(QStringView word)
{
    return lookUp(verdictWords, word);
}

std::optional<Outcome> outcomeFromWord(QStringView word)
{
    return lookUp(outcomeWords, word);
}

std::optional<Relevance> relevanceFromWord(QStringView word)
{
    return lookUp(relevanceWords, word);
}

std::optional<BuildOutcome> buildOutcomeFromWord(QStringView word)
{
    return lookUp(buildOutcomeWords, word);
}

} // namespace culprit::session
