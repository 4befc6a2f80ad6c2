// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchange/mailmessage.h"

#include "engine/exchange/facts.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace culprit::exchange
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestName = 100;
constexpr qsizetype longestSubject = 300;

bool isPlainAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

/// RFC 2047: a word is 75 characters at most and never divides a character.
QByteArray encodedWords(const QString &text)
{
    constexpr qsizetype mostBytes = 45;
    QByteArrayList words;
    QByteArray bytes;
    const auto flush = [&] {
        words += "=?UTF-8?B?" + bytes.toBase64() + "?=";
        bytes.clear();
    };
    for (const char32_t character : text.toUcs4()) {
        const QByteArray next = QString::fromUcs4(&character, 1).toUtf8();
        if (bytes.size() + next.size() > mostBytes) {
            flush();
        }
        bytes += next;
    }
    flush();
    return words.join("\n ");
}

QByteArray headerText(const QString &text)
{
    return isPlainAscii(text) && !text.contains("=?"_L1) ? text.toLatin1() : encodedWords(text);
}

QByteArray mailboxText(const MailMessage::Mailbox &mailbox)
{
    const QString name = plainLine(mailbox.name).simplified().left(longestName);
    const QByteArray address = mailbox.address.toLatin1();
    if (name.isEmpty()) {
        return address;
    }
    static const QRegularExpression special(u"[^A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]"_s);
    // git send-email takes what stands in <> for the address, in a quoted name too.
    static const QRegularExpression misread(u"[<>@\"\\\\]|=\\?"_s);
    if (!isPlainAscii(name) || name.contains(misread)) {
        return encodedWords(name) + " <" + address + '>';
    }
    return (name.contains(special) ? '"' + name.toLatin1() + '"' : name.toLatin1()) + " <" + address + '>';
}

QByteArray mailboxes(const QByteArray &field, const QList<MailMessage::Mailbox> &list)
{
    QByteArrayList texts;
    for (const MailMessage::Mailbox &mailbox : list) {
        texts += mailboxText(mailbox);
    }
    return texts.isEmpty() ? QByteArray() : field + ": " + texts.join(",\n ") + '\n';
}

QByteArray dateText(qint64 milliseconds)
{
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC);
    return QLocale::c().toString(date, u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " +0000";
}

/// No line that a reader of mails could take for one of its own: an mbox line, a boundary, a header or a trailer.
bool goesAsItIs(const QByteArray &content)
{
    static const QRegularExpression taken(u"^(From |--|[A-Za-z-]+:)"_s);
    for (const QByteArray &line : content.split('\n')) {
        const QString text = QString::fromLatin1(line).replace(u'\t', u' ');
        if (line.size() > longestMailLine || !isPlainAscii(text) || text.contains(taken)) {
            return false;
        }
    }
    return true;
}

QByteArray inBase64(const QByteArray &content)
{
    constexpr qsizetype lineLength = 76;
    const QByteArray all = content.toBase64();
    QByteArray lines;
    for (qsizetype i = 0; i < all.size(); i += lineLength) {
        lines += all.sliced(i, std::min(lineLength, all.size() - i)) + '\n';
    }
    return lines;
}

QByteArray partOf(const MailMessage::Attachment &attachment)
{
    const bool asItIs = goesAsItIs(attachment.content);
    return "Content-Type: text/plain; charset=UTF-8; name=\"" + attachment.fileName +
           "\"\nContent-Disposition: attachment; filename=\"" + attachment.fileName +
           "\"\nContent-Transfer-Encoding: " + (asItIs ? "7bit" : "base64") + "\n\n" +
           (asItIs ? attachment.content : inBase64(attachment.content));
}

} // namespace

bool isPlainAddress(const QString &address)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+\\z"_s);
    constexpr qsizetype longest = 200;
    return address.size() <= longest && address.contains(plain);
}

QByteArray formatMail(const MailMessage &message)
{
    QByteArrayList parts{"Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n" +
                         message.body.toUtf8()};
    for (const MailMessage::Attachment &attachment : message.attachments) {
        parts += partOf(attachment);
    }
    const QByteArray boundary =
        "culprit-" + QCryptographicHash::hash(parts.join(), QCryptographicHash::Sha256).toHex().first(32);
    QByteArray mail = "From " + message.about + " Mon Sep 17 00:00:00 2001\n" + "Date: " + dateText(message.sentAt) +
                      "\nMessage-ID: <" + message.id.toLatin1() +
                      ">\nSubject: " + headerText(plainLine(message.subject).simplified().left(longestSubject)) + '\n' +
                      mailboxes("To", message.to) + mailboxes("Cc", message.cc) +
                      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"" + boundary +
                      "\"\nContent-Transfer-Encoding: 8bit\n";
    for (const QByteArray &part : parts) {
        mail += "\n--" + boundary + '\n' + part;
    }
    return mail + "\n--" + boundary + "--\n";
}

} // namespace culprit::exchange
