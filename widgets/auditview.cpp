// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/auditview.h"

#include "engine/conductor/planparts.h"
#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"
#include "widgets/rowtable.h"

#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace culprit::widgets
{

namespace
{

constexpr qsizetype longest = 1000; // characters of a sentence

QLabel *textLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMargin(label->fontMetrics().height() / 3);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    return label;
}

QString answerText(const session::SessionState &state, const conductor::Audit &audit)
{
    if (audit.answer.empty()) {
        return AuditView::tr("Sure judgements exclude each other: there is no answer.");
    }
    constexpr std::size_t most = 3;
    QStringList names;
    for (const history::ObjectId &id : audit.answer) {
        if (names.size() < static_cast<qsizetype>(most)) {
            names << quoteText(state, id);
        }
    }
    QString text = names.join(QStringLiteral(", "));
    if (audit.answer.size() > most) {
        text = AuditView::tr("%1 and %n more", nullptr, static_cast<int>(audit.answer.size() - most)).arg(text);
    }
    return AuditView::tr("The likeliest by all runs: %1, with %2.")
        .arg(oneLine(text, longest), conductor::percentText(audit.chance));
}

} // namespace

AuditView::AuditView(QWidget *parent)
    : QWidget(parent),
      m_model(new AuditModel(this)),
      m_headline(textLabel(tr("Audit"))),
      m_table(new QTableView),
      m_remedy(textLabel(tr("Why, and what would make sure"))),
      m_others(textLabel(tr("The same runs by other rules")))
{
    m_headline->setText(tr("No session is open."));
    QFont bold = m_headline->font();
    bold.setWeight(QFont::DemiBold);
    m_headline->setFont(bold);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Verdicts, the weakest first"));
    makeRowTable(*m_table);
    QHeaderView *header = m_table->horizontalHeader();
    const int unit = fontMetrics().averageCharWidth();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setResizeContentsPrecision(100);
    header->setSectionResizeMode(AuditModel::Revision, QHeaderView::Interactive);
    header->resizeSection(AuditModel::Revision, unit * 40);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_headline);
    auto *texts = new QWidget;
    auto *textLayout = new QVBoxLayout(texts);
    textLayout->setContentsMargins({});
    textLayout->setSpacing(0);
    textLayout->addWidget(m_remedy);
    textLayout->addWidget(m_others);
    textLayout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(texts);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_table);
    parts->addWidget(scroll);
    parts->setChildrenCollapsible(false);
    parts->setSizes({unit * 100, unit * 100});
    layout->addWidget(parts, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        showChosen();
        const conductor::VerdictAudit *verdict = m_model->verdictAt(now);
        if (verdict != nullptr && !m_choosing) {
            Q_EMIT revisionSelected(verdict->revision);
        }
    });
    showChosen();
}

QString AuditView::headline() const
{
    return m_headline->text();
}

QString AuditView::remedy() const
{
    return m_remedy->text();
}

QString AuditView::others() const
{
    return m_others->text();
}

void AuditView::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    if (m_snapshot && m_snapshot->state == snapshot->state) {
        return;
    }
    m_snapshot = snapshot;
    if (m_model->rowCount() == 0) {
        m_headline->setText(tr("The verdicts are being weighed…"));
    }
    Q_EMIT auditWanted();
}

void AuditView::setAudit(const std::shared_ptr<const session::SessionState> &state,
                         const std::optional<conductor::Audit> &audit)
{
    if (!m_snapshot || m_snapshot->state != state) {
        return;
    }
    const conductor::VerdictAudit *chosen = m_model->verdictAt(m_table->currentIndex());
    const std::optional<history::ObjectId> revision =
        chosen != nullptr ? std::optional(chosen->revision) : std::nullopt;
    m_model->setAudit(m_snapshot, audit.value_or(conductor::Audit{}));
    m_headline->setText(!audit ? tr("The session's range is empty or too large to be weighed: it cannot be audited.")
                        : audit->verdicts.empty() ? tr("No revision has been tested so far.")
                                                  : answerText(*state, *audit));
    QStringList others;
    if (audit && !audit->verdicts.empty()) {
        std::ranges::transform(audit->others, std::back_inserter(others), [](const conductor::RulesAudit &rules) {
            return session::word(rules.rules) + u' ' + oneLine(rules.sentence, longest);
        });
    }
    m_others->setText(others.join(u'\n'));
    m_others->setVisible(!others.isEmpty());
    const QModelIndex again = revision ? m_model->indexOf(*revision) : QModelIndex();
    choose(again.isValid() ? again : m_model->index(0, 0));
    showChosen();
}

/// Not by the user.
void AuditView::choose(const QModelIndex &index)
{
    const QScopedValueRollback quiet(m_choosing, true);
    m_table->setCurrentIndex(index);
}

void AuditView::setRevision(const std::optional<history::ObjectId> &revision)
{
    if (const QModelIndex index = revision ? m_model->indexOf(*revision) : QModelIndex(); index.isValid()) {
        choose(index);
    }
}

void AuditView::showChosen()
{
    const conductor::VerdictAudit *verdict = m_model->verdictAt(m_table->currentIndex());
    QStringList parts;
    if (verdict != nullptr) {
        const QString hash = hashText(verdict->revision);
        const QString sentence = oneLine(verdict->sentence, longest);
        parts << (sentence.startsWith(hash) ? sentence : hash + QStringLiteral(": ") + sentence);
        if (!verdict->remedy.isEmpty()) {
            parts << oneLine(verdict->remedy, longest);
        }
    }
    m_remedy->setText(parts.join(u'\n'));
    m_remedy->setVisible(verdict != nullptr);
}

} // namespace culprit::widgets
