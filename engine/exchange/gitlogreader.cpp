// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/loglines.h"
#include "engine/exchange/logreaders.h"
#include "engine/exchange/logtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::exchange
{

namespace
{

constexpr std::size_t mostVerdicts = 150; // git asks for some 20, skips apart

/// The words of a command line as git quotes them: 'it'\''s one'.
QList<QByteArray> shellWords(QByteArrayView line)
{
    QList<QByteArray> words;
    QByteArray word;
    bool quoted = false;
    bool any = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '\'') {
            quoted = !quoted;
            any = true;
        } else if (!quoted && c == '\\' && i + 1 < line.size()) {
            word += line[++i];
        } else if (!quoted && (c == ' ' || c == '\t')) {
            if (any || !word.isEmpty()) {
                words += std::exchange(word, {});
            }
            any = false;
        } else {
            word += c;
        }
    }
    if (any || !word.isEmpty()) {
        words += word;
    }
    return words;
}

class GitLogReader final
{
public:
    BisectLog read(const QByteArray &bytes)
    {
        m_log.format = BisectLog::Format::Git;
        LogLines lines(bytes);
        while (const auto line = lines.next()) {
            // A half line may hold half a hash.
            if (!lines.ended() && !bytes.endsWith('\n') && !isWholeCommand(*line)) {
                m_log.cut = QStringLiteral("The log ends in the middle of line %1.").arg(lines.number());
                break;
            }
            if (m_log.verdicts.size() >= mostVerdicts) {
                m_log.cut =
                    QStringLiteral("The log holds more than %1 verdicts: what comes from line %2 on is left out.")
                        .arg(mostVerdicts)
                        .arg(lines.number());
                break;
            }
            take(*line);
        }
        finish();
        return std::move(m_log);
    }

private:
    static bool isWholeCommand(QByteArrayView line)
    {
        const QByteArrayView last = line.sliced(std::max<qsizetype>(0, line.lastIndexOf(' ') + 1));
        return line.startsWith("git bisect ") && commitAtFront(last).has_value();
    }

    void take(QByteArrayView line)
    {
        if (const auto comment = after(line, "# ")) {
            takeComment(*comment);
        } else if (const auto command = after(line, "git bisect ")) {
            takeCommand(*command);
        }
    }

    /// "bad: [HASH] subject"
    void takeComment(QByteArrayView comment)
    {
        const qsizetype bracket = comment.indexOf(": [");
        const auto commit = bracket < 0 ? std::nullopt : bracketedCommit(comment.sliced(bracket + 2));
        if (!commit) {
            if (comment.startsWith("only skipped commits left to test")) {
                m_log.answer = plain(comment);
            }
            return;
        }
        m_log.subjects.emplace(commit->id, commit->subject);
        const QByteArrayView what = comment.first(bracket);
        if (what.startsWith("possible first ")) {
            m_log.candidates += commit->id;
        } else if (what.startsWith("first ") && what.endsWith(" commit")) {
            m_log.culprit = commit->id;
            m_log.answer = plain(comment);
        } else {
            m_commented.push_back({what.toByteArray(), commit->id});
        }
    }

    void takeCommand(QByteArrayView command)
    {
        const QList<QByteArray> words = shellWords(command);
        if (words.isEmpty()) {
            return;
        }
        if (words.first() == "start") {
            start(words.sliced(1));
        } else if (words.first() != "terms" && words.first() != "replay" && words.first() != "reset") {
            verdict(words);
        }
        m_commented.clear();
    }

    void start(const QList<QByteArray> &arguments)
    {
        int revisions = 0;
        for (qsizetype i = 0; i < arguments.size(); ++i) {
            const QByteArray &word = arguments[i];
            if (word == "--") {
                addSentence(m_log.inferred, QStringLiteral("The bisection was limited to some paths, so that the "
                                                           "commits that touch no such path were left out."));
                for (const QByteArray &path : arguments.sliced(i + 1)) {
                    m_log.paths += plain(path);
                }
                break;
            }
            const auto value = [&](const char *option) -> std::optional<QByteArray> {
                const QByteArray joined = QByteArray(option) + '=';
                return word.startsWith(joined)                      ? std::optional(word.sliced(joined.size()))
                       : word == option && i + 1 < arguments.size() ? std::optional(arguments[++i])
                                                                    : std::nullopt;
            };
            const auto old = value("--term-old");
            const auto good = old ? old : value("--term-good");
            const auto fresh = good ? std::nullopt : value("--term-new");
            const auto bad = good || fresh ? fresh : value("--term-bad");
            if (good || bad) {
                (good ? m_old : m_new) += good ? *good : *bad;
                if (m_new.last() == "fixed" || m_old.last() == "broken") {
                    m_log.find = session::Find::Fix;
                }
            } else if (word == "--first-parent") {
                m_log.firstParent = true;
                addSentence(m_log.inferred,
                            QStringLiteral("The bisection followed first parents only: its culprit may be a merge "
                                           "that brought the bug in from a side branch."));
            } else if (!word.startsWith("--")) {
                ++revisions;
                startEnd(word, revisions == 1);
            }
        }
    }

    /// An end that the start command names: the first is the new one. Names stand for what the comments say.
    void startEnd(const QByteArray &name, bool isNew)
    {
        std::optional<ObjectId> id = commitAtFront(name);
        if (!id) {
            const auto known = std::ranges::find_if(
                m_commented, [&](const auto &comment) { return isNewWord(comment.first) == isNew; });
            if (known == m_commented.end()) {
                addSentence(m_log.contradictions,
                            QStringLiteral("The log begins with \"%1\" and does not say which commit that is.")
                                .arg(plain(name)));
                return;
            }
            id = known->second;
            m_commented.erase(known);
        } else {
            std::erase_if(m_commented, [&](const auto &comment) { return comment.second == *id; });
        }
        judge(*id, isNew ? Side::New : Side::Old, QString::fromUtf8(isNew ? m_new.last() : m_old.last()));
    }

    void verdict(const QList<QByteArray> &words)
    {
        const QByteArray &word = words.first();
        const Side side = m_new.contains(word) ? Side::New : m_old.contains(word) ? Side::Old : Side::Neither;
        if (side == Side::Neither && word != "skip") {
            addSentence(m_log.contradictions,
                        QStringLiteral("\"%1\" is none of the log's words for a verdict.").arg(plain(word)));
            return;
        }
        int named = 0;
        for (const QByteArray &name : words.sliced(1)) {
            if (const auto id = commitAtFront(name)) {
                judge(*id, side, plain(word));
                ++named;
            }
        }
        if (named == 0 && !m_commented.empty()) {
            judge(m_commented.back().second, side, plain(word));
        } else if (named == 0) {
            addSentence(m_log.contradictions,
                        QStringLiteral("The log says %1 of a commit that it does not name by its whole hash.")
                            .arg(plain(word)));
        }
    }

    void judge(const ObjectId &id, Side side, const QString &word)
    {
        using session::Verdict;
        const bool isFix = m_log.find == session::Find::Fix;
        const Verdict verdict = side == Side::Neither          ? Verdict::Skip
                                : (side == Side::New) != isFix ? Verdict::Bad
                                                               : Verdict::Good;
        addVerdict(m_log, {id, verdict, side, word, {}});
        LoggedStep step;
        step.revision = id;
        step.side = side;
        if (m_begun) {
            m_log.steps.push_back(step);
            return;
        }
        m_waiting.push_back(step);
        begin(false);
    }

    /// Once both ends are known, or the log has no more.
    void begin(bool atEnd)
    {
        const auto fresh = std::ranges::find(m_waiting, Side::New, &LoggedStep::side);
        const bool hasOld = std::ranges::contains(m_waiting, Side::Old, &LoggedStep::side);
        if (m_waiting.empty() || (!atEnd && (fresh == m_waiting.end() || !hasOld))) {
            return;
        }
        m_begun = true;
        LoggedStep begin;
        begin.kind = LoggedStep::Kind::Begin;
        begin.revision = fresh == m_waiting.end() ? ObjectId{} : fresh->revision;
        for (const LoggedStep &step : m_waiting) {
            if (step.side == Side::Old) {
                begin.olds += step.revision;
            }
        }
        m_log.steps.push_back(begin);
        for (const LoggedStep &step : m_waiting) {
            if (step.side != Side::Old && step.revision != begin.revision) {
                m_log.steps.push_back(step);
            }
        }
        m_waiting.clear();
    }

    void finish()
    {
        begin(true);
        keepTerms();
        for (const LoggedStep &step : m_log.steps) {
            if (step.kind == LoggedStep::Kind::Begin && m_log.start.isNull()) {
                const bool isFix = m_log.find == session::Find::Fix;
                m_log.start = isFix && !step.olds.isEmpty() ? step.olds.first() : step.revision;
            }
        }
        if (m_log.find == session::Find::Fix) {
            addSentence(m_log.inferred,
                        QStringLiteral("By its words the log looks for the commit that fixed the bug."));
        }
        if (m_log.answer.isEmpty() && m_log.cut.isEmpty()) {
            m_log.cut = QStringLiteral("The log ends before the bisection did: it names no culprit.");
        }
    }

    /// Those of the start command, or that its verdicts use; good and bad, and the broken and fixed that a search for a
    /// fix gets by itself, are no terms of its own.
    void keepTerms()
    {
        const bool saysOld = std::ranges::any_of(m_log.verdicts, [](const LoggedVerdict &verdict) {
            return verdict.word == u"old" || verdict.word == u"new";
        });
        const bool isOwn = m_old.size() > 2 || m_new.size() > 2;
        session::Terms terms{plain(isOwn || !saysOld ? m_old.last() : m_old.first()),
                             plain(isOwn || !saysOld ? m_new.last() : m_new.first())};
        const bool isUsual = m_log.find == session::Find::Fix && terms == session::Terms{u"broken"_s, u"fixed"_s};
        if (!isUsual && session::whyNoTerms(terms).isEmpty()) {
            m_log.terms = std::move(terms);
        }
    }

    [[nodiscard]] bool isNewWord(const QByteArray &word) const { return m_new.contains(word); }

    BisectLog m_log;
    QList<QByteArray> m_old{"old", "good"};
    QList<QByteArray> m_new{"new", "bad"};
    std::vector<std::pair<QByteArray, ObjectId>> m_commented; ///< word and commit, since the last command
    std::vector<LoggedStep> m_waiting;                        ///< for the other end
    bool m_begun = false;
};

} // namespace

BisectLog readGitLog(const QByteArray &bytes)
{
    return GitLogReader().read(bytes);
}

} // namespace culprit::exchange
