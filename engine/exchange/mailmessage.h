// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace culprit::exchange
{

/// A mail that is yet to be sent: who sends it puts its own From: in. Texts may be hostile: none of them gets out of
/// its field.
struct MailMessage {
    struct Mailbox {
        QString name; ///< may be empty
        QString address;
    };
    struct Attachment {
        QByteArray fileName; ///< letters, digits, dots and hyphens
        QByteArray content;  ///< text in UTF-8
    };
    QByteArray about;  ///< 40 hex digits: the commit that the mbox line names
    QString id;        ///< of the message, without angle brackets
    qint64 sentAt = 0; ///< ms since 1970
    QString subject;
    QList<Mailbox> to;
    QList<Mailbox> cc;
    QString body; ///< lines of plain text, at most longestMailLine characters each
    QList<Attachment> attachments;
};

/// git send-email encodes what has longer ones, attachments too (RFC 5322: 998 bytes).
inline constexpr qsizetype longestMailLine = 320;

/// Whether every mail program takes the address as one: name@host.domain of plain characters.
[[nodiscard]] bool isPlainAddress(const QString &address);

/// As a file for git send-email, git am and other readers of one message in mbox format, lines ending with \n: RFC
/// 5322, MIME, headers that are not ASCII as RFC 2047 has it. An attachment goes as it is if it is ASCII in short lines
/// none of which a mail program could take for its own, else in base64. Always the same bytes for the same message.
[[nodiscard]] QByteArray formatMail(const MailMessage &message);

} // namespace culprit::exchange
