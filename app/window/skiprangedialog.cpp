// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/skiprangedialog.h"

#include "app/cli/revisions.h"
#include "engine/session/subrange.h"
#include "widgets/direction.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

std::optional<session::ObjectId> oneNamed(const session::SessionState &state, const QLineEdit &field)
{
    const auto named = revisionsNamed(state, field.text().trimmed());
    return named.size() == 1 ? std::optional(named.front()) : std::nullopt;
}

QString shortHash(const session::ObjectId &id)
{
    return QString::fromStdString(id.shortHex());
}

} // namespace

SkipRangeDialog::SkipRangeDialog(const conductor::SnapshotPtr &snapshot, const std::optional<session::ObjectId> &newer,
                                 const QString &author, QWidget *parent)
    : QDialog(parent),
      m_snapshot(snapshot),
      m_author(author),
      m_older(new QLineEdit),
      m_newer(new QLineEdit),
      m_note(new QLineEdit),
      m_says(new QLabel)
{
    setWindowTitle(tr("Skip a range"));
    m_older->setToolTip(tr("A tag or the first digits of a hash: this commit and all before it are not skipped"));
    m_newer->setToolTip(tr("A tag or the first digits of a hash: the last commit that is skipped"));
    m_note->setPlaceholderText(tr("for instance: this driver cannot be built there"));
    m_note->setMaxLength(1000);
    m_says->setTextFormat(Qt::PlainText);
    m_says->setWordWrap(true);
    m_says->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_says->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_says->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_says->setAccessibleName(tr("What it would change"));
    if (newer) {
        m_newer->setText(shortHash(*newer));
    }
    auto *form = new QFormLayout;
    form->addRow(tr("Commits &after"), m_older);
    form->addRow(tr("&Up to"), m_newer);
    form->addRow(tr("&Because"), m_note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_skip = buttons->addButton(tr("&Skip them"), QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_says, 1);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QLineEdit *field : {m_older, m_newer}) {
        widgets::keepLeftToRight(*field);
        connect(field, &QLineEdit::textChanged, this, &SkipRangeDialog::check);
    }
    check();
}

QList<session::ObjectId> SkipRangeDialog::commits() const
{
    const session::SessionState &state = *m_snapshot->state;
    const auto older = oneNamed(state, *m_older);
    const auto newer = oneNamed(state, *m_newer);
    return older && newer ? session::skippable(state, session::commitsBetween(state, *older, *newer))
                          : QList<session::ObjectId>();
}

std::optional<session::RangeSkipped> SkipRangeDialog::judgement() const
{
    if (!problem().isEmpty()) {
        return std::nullopt;
    }
    return session::RangeSkipped{m_older->text().trimmed() + u".."_s + m_newer->text().trimmed(), commits(),
                                 m_note->text().trimmed(), m_author};
}

QString SkipRangeDialog::problem() const
{
    for (const QLineEdit *field : {m_older, m_newer}) {
        const QString name = field->text().trimmed();
        const auto named = revisionsNamed(*m_snapshot->state, name).size();
        if (name.isEmpty()) {
            return tr("Name the commit before the first one that is skipped, and the last one.");
        }
        if (named != 1) {
            return named == 0 ? tr("The session has no commit \u201c%1\u201d.").arg(name.left(80))
                              : tr("Several commits begin with \u201c%1\u201d: write more digits.").arg(name.left(80));
        }
    }
    const qsizetype count = commits().size();
    if (count == 0) {
        return tr("There is no commit between them that could be skipped: what is tested, judged or an end stays.");
    }
    return count > session::RangeSkipped::mostRevisions
               ? tr("These are %L1 commits; at most %L2 can be skipped at once.")
                     .arg(count)
                     .arg(session::RangeSkipped::mostRevisions)
               : QString();
}

void SkipRangeDialog::check()
{
    const QString why = problem();
    m_says->setText(why);
    m_skip->setEnabled(why.isEmpty());
    m_skip->setToolTip(why);
    if (const auto wanted = judgement()) {
        Q_EMIT previewWanted(*wanted);
    }
}

void SkipRangeDialog::setPreview(const QString &text)
{
    if (judgement()) {
        m_says->setText(text);
    }
}

} // namespace culprit::app
