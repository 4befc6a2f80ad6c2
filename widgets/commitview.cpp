// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commitview.h"

#include "widgets/blameview.h"
#include "widgets/codeedit.h"
#include "widgets/diffview.h"
#include "widgets/direction.h"
#include "widgets/rangemarks.h"
#include "widgets/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QTimeZone>
#include <QVBoxLayout>

#include <array>
#include <cstring>
#include <utility>

namespace culprit::widgets
{

namespace
{

/// In the author's own zone, as git shows it.
QString timeOf(const history::Signature &signature)
{
    constexpr int secondsInMinute = 60;
    const QTimeZone zone = QTimeZone::fromSecondsAheadOfUtc(signature.offset * secondsInMinute);
    const QDateTime time =
        QDateTime::fromSecsSinceEpoch(signature.time, zone.isValid() ? zone : QTimeZone(QTimeZone::UTC));
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm t"));
}

QString personOf(const history::Signature &signature)
{
    const QString name = QString::fromStdString(signature.name);
    return signature.mail.empty() ? name : QStringLiteral("%1 <%2>").arg(name, QString::fromStdString(signature.mail));
}

QString hexOf(const history::ObjectId &id)
{
    const auto &bytes = id.bytes();
    return QString::fromLatin1(
        QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), std::ssize(bytes)).toHex());
}

history::ObjectId idFromHex(const QString &hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    std::array<std::uint8_t, 20> raw{};
    if (bytes.size() == std::ssize(raw)) {
        std::memcpy(raw.data(), bytes.constData(), raw.size());
    }
    return history::ObjectId(raw);
}

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

CommitView::CommitView(const KSyntaxHighlighting::Repository &repository, QWidget *parent)
    : QWidget(parent),
      m_subject(plainLabel()),
      m_people(plainLabel()),
      m_parents(new QLabel),
      m_message(new CodeEdit),
      m_diff(new DiffView(repository))
{
    for (QLabel *label : {m_subject, m_people, m_parents}) {
        keepLeftToRight(*label);
    }
    QFont bold = font();
    bold.setBold(true);
    m_subject->setFont(bold);
    m_parents->setTextFormat(Qt::RichText); // of hashes only
    m_parents->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_parents, &QLabel::linkActivated, this,
            [this](const QString &hex) { Q_EMIT commitWanted(idFromHex(hex)); });
    connect(m_diff, &DiffView::blameWanted, this, [this](const std::string &path, const history::LineSpan &lines) {
        Q_EMIT blameWanted(m_commit, path, lines);
    });
    connect(m_diff->blame(), &BlameView::commitWanted, this, &CommitView::commitWanted);
    m_message->setAccessibleName(tr("Commit message"));

    const int gap = fontMetrics().height() / 3;
    auto *left = new QWidget;
    auto *head = new QVBoxLayout;
    head->setContentsMargins(gap * 2, gap, gap * 2, gap);
    head->setSpacing(gap);
    head->addWidget(m_subject);
    head->addWidget(m_people);
    head->addWidget(m_parents);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_message, 1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(left);
    splitter->addWidget(m_diff);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    clear();
}

void CommitView::showHead(const history::CommitInfo &info)
{
    if (m_commit != info.id) {
        m_frame.reset();
    }
    m_isPending = false;
    m_commit = info.id;
    m_subject->setText(QString::fromStdString(info.subject));
    QStringList parts{hexOf(info.id)};
    for (const std::string &tag : info.tags) {
        parts += QString::fromStdString(tag);
    }
    m_people->setText(parts.join(QStringLiteral("  ")) + QLatin1Char('\n') + QString::fromStdString(info.author));
    m_parents->hide();
}

void CommitView::showPeople(const history::CommitDetails &details)
{
    QStringList lines{m_people->text().section(QLatin1Char('\n'), 0, 0)};
    if (details.author != history::Signature{}) {
        lines += tr("Author: %1, %2").arg(personOf(details.author), timeOf(details.author));
        lines += tr("Committer: %1, %2").arg(personOf(details.committer), timeOf(details.committer));
    }
    m_people->setText(lines.join(QLatin1Char('\n')));
    QStringList links;
    for (const history::ObjectId &parent : details.parents) {
        links += QStringLiteral("<a href=\"%1\">%2</a>").arg(hexOf(parent), shortHash(parent));
    }
    m_parents->setText((links.size() > 1 ? tr("Parents: %1") : tr("Parent: %1")).arg(links.join(QStringLiteral(", "))));
    m_parents->setVisible(!links.isEmpty());
}

void CommitView::showCommit(const history::CommitInfo &info, const CommitText &text)
{
    showHead(info);
    showPeople(text.details);
    m_message->showUtf8(QByteArrayView(text.details.message));
    m_diff->showPatch(text.changes, text.patch);
    if (const auto frame = std::exchange(m_frame, std::nullopt)) {
        m_diff->goToFrame(m_commit, *frame);
    }
}

void CommitView::showFrame(const Frame &frame)
{
    if (m_isPending) {
        m_frame = frame;
    } else {
        m_diff->goToFrame(m_commit, frame);
    }
}

void CommitView::showPending(const history::CommitInfo &info)
{
    showHead(info);
    m_message->showUtf8({});
    m_diff->showNote(tr("Reading the patch…"));
    m_isPending = true;
}

void CommitView::showError(const history::CommitInfo &info, const QString &sentence)
{
    showHead(info);
    m_message->showUtf8({});
    m_diff->showNote(sentence);
}

void CommitView::clear()
{
    m_commit = {};
    m_isPending = false;
    m_frame.reset();
    m_subject->setText(tr("No commit is selected."));
    m_people->clear();
    m_parents->hide();
    m_message->showUtf8({});
    m_diff->showNote({});
}

/// A label takes the colour of its links when it gets its text, and a text only if it is another one.
void CommitView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        const QString links = m_parents->text();
        m_parents->clear();
        m_parents->setText(links);
    }
}

} // namespace culprit::widgets
