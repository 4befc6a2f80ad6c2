// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/verdictbar.h"

#include "widgets/direction.h"
#include "widgets/elidedlabel.h"
#include "widgets/plaintext.h"
#include "widgets/revisiontext.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace culprit::widgets
{

using namespace session;

namespace
{

constexpr int oddsIfUnsure = 9; ///< to 1 that an unsure verdict is right

QString quoted(const VerdictBar::Target &target, qsizetype limit)
{
    return target.subject.isEmpty()
               ? hashText(target.id)
               : QStringLiteral("%1 \u201c%2\u201d").arg(hashText(target.id), oneLine(target.subject, limit));
}

} // namespace

VerdictBar::VerdictBar(QWidget *parent)
    : QWidget(parent),
      m_name(new ElidedLabel(ElidedLabel::Width::Given)),
      m_take(new QPushButton),
      m_unsure(new QCheckBox(tr("&Not sure"))),
      m_note(new QLineEdit),
      m_preview(new ElidedLabel(ElidedLabel::Width::Given))
{
    keepLeftToRight(*m_name);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    m_preview->setForegroundRole(QPalette::PlaceholderText);
    m_note->setPlaceholderText(tr("Note: why"));
    m_note->setAccessibleName(tr("Note to the verdict"));
    m_note->setMaxLength(1000);
    m_note->installEventFilter(this);
    m_unsure->setToolTip(
        toolTipOf(tr("Good and Bad then count as evidence that is right nine times in ten, beside the runs; "
                     "the search may still test the revision")));
    m_unsure->installEventFilter(this);
    m_unsure->hide();
    layOut();
    show(std::nullopt);
}

void VerdictBar::layOut()
{
    const int gap = fontMetrics().height() / 3;
    // As high with a preview as without one, so that no button moves away from under the mouse.
    auto *texts = new QWidget;
    texts->setMinimumHeight(2 * std::max(m_name->sizeHint().height(), m_preview->sizeHint().height()) + gap / 2);
    auto *column = new QVBoxLayout(texts);
    column->setContentsMargins({});
    column->setSpacing(gap / 2);
    column->addWidget(m_name);
    column->addWidget(m_preview);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap * 2, gap, gap * 2, gap);
    row->addWidget(texts, 1);
    row->addWidget(m_take);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new QPushButton;
        m_buttons[i]->setAutoDefault(false);
        m_buttons[i]->installEventFilter(this);
        row->addWidget(m_buttons[i]);
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] { judge(static_cast<Button>(i)); });
    }
    row->addWidget(m_unsure);
    m_note->setFixedWidth(fontMetrics().averageCharWidth() * 24);
    row->addWidget(m_note);
    m_buttons[Good]->setIcon(VerdictStyle::icon(Mark::Good));
    m_buttons[Bad]->setIcon(VerdictStyle::icon(Mark::Bad));
    m_buttons[Skip]->setIcon(VerdictStyle::icon(Mark::Skip));
    m_take->hide();
    m_take->setAutoDefault(false);
    connect(m_take, &QPushButton::clicked, this, [this] {
        m_note->clear();
        show(m_offered);
    });
}

void VerdictBar::offer(const std::optional<Target> &target)
{
    m_offered = target;
    const bool sameRevision = m_target && target && m_target->id == target->id;
    if (sameRevision || !m_target || !isInUse()) {
        show(target);
    } else {
        refreshOffer();
    }
}

void VerdictBar::setBlocked(const QString &reason)
{
    m_blocked = reason;
    refreshButtons();
}

void VerdictBar::setRuns(int runs)
{
    m_runs = std::max(1, runs);
    refreshButtons();
}

void VerdictBar::setAuthor(const QString &author)
{
    m_author = author;
}

void VerdictBar::setDoubtful(bool doubtful)
{
    m_unsure->setVisible(doubtful);
    if (!doubtful) {
        m_unsure->setChecked(false);
    }
}

void VerdictBar::setWords(const QString &good, const QString &bad)
{
    if (good != m_goodWord || bad != m_badWord) {
        m_goodWord = good;
        m_badWord = bad;
        refreshButtons();
    }
}

void VerdictBar::setPreview(const QString &text)
{
    m_preview->setText(oneLine(text, 1000));
    m_preview->setVisible(!text.isEmpty());
}

bool VerdictBar::isInUse() const
{
    const bool held = std::ranges::any_of(m_buttons, [](const QPushButton *b) { return b->hasFocus() || b->isDown(); });
    return held || underMouse() || m_note->hasFocus() || m_unsure->hasFocus() || !m_note->text().isEmpty();
}

/// Takes what was offered while the bar was in use.
void VerdictBar::settle()
{
    if (m_offered != m_target && !isInUse()) {
        show(m_offered);
    }
}

void VerdictBar::show(const std::optional<Target> &target)
{
    const bool other = !m_target || !target || m_target->id != target->id;
    m_target = target;
    if (other) {
        setPreview({});
    }
    m_name->setText(target ? tr("Mark %1").arg(quoted(*target, 100)) : tr("No revision to mark"));
    refreshButtons();
    refreshOffer();
}

void VerdictBar::refreshOffer()
{
    const bool another = m_offered && m_target && m_offered->id != m_target->id;
    m_take->setVisible(another);
    if (another) {
        m_take->setText(tr("Take %1").arg(hashText(m_offered->id)));
        m_take->setToolTip(toolTipOf(tr("The selection went on to %1. The buttons still mark %2.")
                                         .arg(quoted(*m_offered, 200), hashText(m_target->id))));
    }
}

void VerdictBar::refreshButtons()
{
    struct Words {
        QString text;
        QString tip;
    };
    const QString hash = m_target ? hashText(m_target->id) : QString();
    const std::array<Words, 5> words{
        Words{m_goodWord.isEmpty() ? tr("Good") : m_goodWord,
              tr("Mark %1 %2: the bug is not there").arg(hash, m_goodWord.isEmpty() ? tr("good") : m_goodWord)},
        Words{m_badWord.isEmpty() ? tr("Bad") : m_badWord,
              tr("Mark %1 %2: the bug is there").arg(hash, m_badWord.isEmpty() ? tr("bad") : m_badWord)},
        Words{tr("Skip"), tr("Skip %1: it cannot be told").arg(hash)},
        !m_target || m_target->isRun
            ? Words{tr("Retest ×%1").arg(m_runs),
                    tr("Run %1 again, %2 times, and count all runs").arg(hash).arg(m_runs)}
            : Words{tr("Test next"), tr("Run %1 %2 times before anything else is tested").arg(hash).arg(m_runs)},
        Words{tr("Undo"), tr("Take your verdict of %1 back: its runs decide again").arg(hash)},
    };
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool nothingToUndo = i == Undo && m_target && !m_target->judged;
        m_buttons[i]->setText(words[i].text);
        m_buttons[i]->setEnabled(m_target && m_blocked.isEmpty() && !nothingToUndo);
        const QString why = !m_target              ? tr("No revision is selected")
                            : !m_blocked.isEmpty() ? m_blocked
                            : nothingToUndo        ? tr("The verdict of %1 is not overruled").arg(hash)
                                                   : words[i].tip;
        m_buttons[i]->setToolTip(toolTipOf(why));
        m_buttons[i]->setAccessibleName(m_target ? QStringLiteral("%1 %2").arg(words[i].text, hash) : words[i].text);
        m_buttons[i]->setAccessibleDescription(why);
    }
    m_note->setEnabled(m_target && m_blocked.isEmpty());
    m_unsure->setEnabled(m_target && m_blocked.isEmpty());
}

Payload VerdictBar::payloadOf(Button button) const
{
    const QString note = m_note->text().trimmed();
    const int odds = m_unsure->isChecked() ? oddsIfUnsure : 0;
    switch (button) {
    case Good:
        return VerdictJudged{m_target->id, Verdict::Good, note, m_author, odds};
    case Bad:
        return VerdictJudged{m_target->id, Verdict::Bad, note, m_author, odds};
    case Skip:
        return VerdictJudged{m_target->id, Verdict::Skip, note, m_author, 0};
    case Retest:
        return RetestAsked{m_target->id, m_runs, note, m_author};
    case Undo:
        break;
    }
    return VerdictJudged{m_target->id, std::nullopt, note, m_author, 0};
}

void VerdictBar::press(Button button)
{
    if (this->button(button)->isEnabled()) {
        judge(button);
    }
}

void VerdictBar::judge(Button button)
{
    if (!m_target) {
        return;
    }
    const Payload payload = payloadOf(button);
    m_note->clear();
    m_unsure->setChecked(false);
    Q_EMIT judged(payload);
}

void VerdictBar::wantPreview(QObject *watched)
{
    const auto at = std::ranges::find(m_buttons, watched);
    if (at != m_buttons.end() && (*at)->isEnabled() && m_target) {
        Q_EMIT previewWanted(payloadOf(static_cast<Button>(at - m_buttons.begin())));
    }
}

bool VerdictBar::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::FocusIn:
        wantPreview(watched);
        break;
    case QEvent::Leave:
        setPreview({});
        break;
    case QEvent::FocusOut:
        setPreview({});
        QMetaObject::invokeMethod(this, &VerdictBar::settle, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void VerdictBar::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    QMetaObject::invokeMethod(this, &VerdictBar::settle, Qt::QueuedConnection);
}

} // namespace culprit::widgets
