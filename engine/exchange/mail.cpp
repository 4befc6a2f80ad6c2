// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/mailbody.h"
#include "engine/exchange/mailmessage.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

#include <array>

namespace culprit::exchange
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array everyMailGoesTo{"regressions@lists.linux.dev"_L1, "linux-kernel@vger.kernel.org"_L1};

/// "net: phy: " of "net: phy: wait for the link"; of a revert that of what is reverted.
QString subsystemPrefix(const QString &subject)
{
    static const QRegularExpression prefix(u"^(?:Revert \")*((?:[\\w./+-]+(?:, ?[\\w./+-]+)*: )+)"_s);
    constexpr qsizetype longest = 60;
    const QString found = prefix.match(subject).captured(1);
    return found.size() <= longest ? found : QString();
}

QString subjectFor(const SessionState &state, const Answer &answer)
{
    const QString title = answer.title.isEmpty() ? u"bug found by bisection"_s : answer.title;
    const QString prefixed = subsystemPrefix(subjectOf(state, answer.culprit)) + title;
    return answer.isFix ? prefixed + u", fixed by "_s + uniqueHexOf(state, answer.culprit)
                        : u"[REGRESSION] "_s + prefixed;
}

void addRecipients(const SessionState &state, const Answer &answer, MailMessage &message)
{
    QSet<QString> known;
    const auto add = [&](const MailMessage::Mailbox &mailbox, bool isCopied) {
        const QString key = mailbox.address.toLower();
        if (isPlainAddress(mailbox.address) && !key.startsWith("stable@"_L1) && !known.contains(key)) {
            known.insert(key);
            (isCopied ? message.cc : message.to) += mailbox;
        }
    };
    if (const session::RecipientsFound *found = recipientsOf(state, answer.culprit)) {
        for (const bool copied : {false, true}) {
            for (const auto &recipient : found->recipients) {
                if (recipient.isCopied == copied) {
                    add({recipient.name, recipient.address}, copied);
                }
            }
        }
    }
    for (const QLatin1StringView list : everyMailGoesTo) {
        add({{}, list}, !message.to.isEmpty());
    }
}

/// The same for the same state of a session: sent twice it is one mail.
QString messageId(const SessionState &state, const Answer &answer)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(u"%1 %2 %3"_s.arg(state.createdAt).arg(state.last.value).arg(hexOf(answer.culprit)).toUtf8());
    return u"%1.%2.%3@culprit.invalid"_s.arg(
        QDateTime::fromMSecsSinceEpoch(state.lastAt, QTimeZone::UTC).toString(u"yyyyMMddhhmmss"_s),
        shortHexOf(answer.culprit), QString::fromLatin1(hash.result().toHex().first(16)));
}

} // namespace

Result<QByteArray> mailExport(const Source &source)
{
    const auto answer = confirmedAnswer(source, u"A regression mail"_s);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    const SessionState &state = source.state;
    MailMessage message;
    message.about = hexOf(answer->culprit).toLatin1();
    message.id = messageId(state, *answer);
    message.sentAt = state.lastAt;
    message.subject = subjectFor(state, *answer);
    addRecipients(state, *answer, message);
    QStringList attached{u"git bisect log"_s};
    message.attachments += {"git-bisect.log", gitLog(state, source.conclusion).toUtf8()};
    if (!source.config.isEmpty()) {
        attached += u".config of the commit"_s;
        message.attachments += {"config", source.config};
    }
    message.body = MailBody(state, source.conclusion, *answer, attached).text();
    return formatMail(message);
}

} // namespace culprit::exchange
