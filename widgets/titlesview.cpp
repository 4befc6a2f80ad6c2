// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/titlesview.h"

#include "engine/exchange/crashtext.h"
#include "widgets/codeedit.h"
#include "widgets/direction.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptynote.h"
#include "widgets/plaintext.h"
#include "widgets/verdictstyle.h"

#include <QDragMoveEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace culprit::widgets
{

using session::Relevance;

namespace
{

/// The run that shows a title best: the first whose report was read, else the first with a report.
const session::RunState *runWith(const session::SessionState &state, const QString &title)
{
    const session::RunState *found = nullptr;
    for (const auto &[id, run] : state.runs) {
        if (run.ended && run.ended->title == title && !run.ended->report.isEmpty()) {
            if (run.read) {
                return &run;
            }
            found = found == nullptr ? &run : found;
        }
    }
    return found;
}

/// The most frequent title of the bug; null if there is none.
const session::TitleState *leadingTitle(const session::SessionState &state)
{
    const session::TitleState *leading = nullptr;
    for (const auto &[name, title] : state.titles) {
        if (title.relevance() == Relevance::Target && (leading == nullptr || title.runs > leading->runs)) {
            leading = &title;
        }
    }
    return leading;
}

} // namespace

TitlesView::TitlesView(QWidget *parent)
    : QWidget(parent),
      m_model(new TitlesModel(this)),
      m_tree(new QTreeView),
      m_empty(new EmptyNote(m_tree)),
      m_reason(new QLabel),
      m_crash(new CodeEdit),
      m_chosen(new ElidedLabel(ElidedLabel::Width::Given)),
      m_preview(new ElidedLabel(ElidedLabel::Width::Given)),
      m_target(new QPushButton(VerdictStyle::icon(Mark::Bad), tr("&Target"))),
      m_unrelated(new QPushButton(VerdictStyle::icon(Mark::Skip), tr("&Unrelated"))),
      m_automatic(new QPushButton(tr("&Automatic")))
{
    keepLeftToRight(*m_tree);
    keepLeftToRight(*m_chosen);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Crash titles"));
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setAlternatingRowColors(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setDragDropMode(QAbstractItemView::DragDrop);
    m_tree->setDragDropOverwriteMode(true); // on a row, never between two
    m_tree->setDefaultDropAction(Qt::MoveAction);
    m_preview->setForegroundRole(QPalette::PlaceholderText);
    m_crash->setAccessibleName(tr("A crash with this title"));
    for (QPushButton *button : {m_target, m_unrelated, m_automatic}) {
        button->installEventFilter(this);
    }
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    layOut();

    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { setPreview({}); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TitlesView::refresh);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TitlesView::prepareHeadings);
    connect(m_model, &TitlesModel::dropped, this, &TitlesView::choose);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TitlesView::refresh);
    connect(m_target, &QPushButton::clicked, this, [this] { choose(selectedTitles(), Relevance::Target); });
    connect(m_unrelated, &QPushButton::clicked, this, [this] { choose(selectedTitles(), Relevance::Unrelated); });
    connect(m_automatic, &QPushButton::clicked, this, [this] { choose(selectedTitles(), std::nullopt); });
    refresh();
}

void TitlesView::layOut()
{
    const int unit = fontMetrics().averageCharWidth();
    QHeaderView *header = m_tree->header();
    header->resizeSection(TitlesModel::Title, unit * 50);
    header->resizeSection(TitlesModel::Relevance, unit * 18);
    header->resizeSection(TitlesModel::Type, unit * 12);
    header->resizeSection(TitlesModel::Runs, unit * 8);
    header->resizeSection(TitlesModel::Revisions, unit * 10);
    header->setStretchLastSection(true);

    auto *buttons = new QHBoxLayout;
    const int gap = fontMetrics().height() / 3;
    buttons->setContentsMargins(gap, gap, gap, gap);
    buttons->setSpacing(gap);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_chosen);
    texts->addWidget(m_preview);
    buttons->addLayout(texts, 1);
    buttons->addWidget(m_target);
    buttons->addWidget(m_unrelated);
    buttons->addWidget(m_automatic);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *crash = new QWidget;
    auto *crashLayout = new QVBoxLayout(crash);
    crashLayout->setContentsMargins(0, 0, 0, 0);
    crashLayout->setSpacing(0);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setContentsMargins(gap, gap / 2, gap, gap / 2);
    crashLayout->addWidget(m_reason);
    crashLayout->addWidget(m_crash, 1);
    auto *parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_tree);
    parts->addWidget(crash);
    parts->setChildrenCollapsible(false);
    parts->setStretchFactor(1, 1);
    constexpr int rows = 7; // of the tree in sight at first
    parts->setSizes({rows * fontMetrics().height() * 5 / 4, unit * 100});
    layout->addWidget(parts, 1);
    layout->addLayout(buttons);
}

void TitlesView::setSyntax(const KSyntaxHighlighting::Repository &repository)
{
    m_crash->setSyntax(repository, u"Kernel console"_s);
}

void TitlesView::setPreview(const QString &text)
{
    m_preview->setText(oneLine(text, 1000));
}

void TitlesView::selectTitle(const QString &title)
{
    m_tree->setCurrentIndex(m_model->indexOf(title));
}

void TitlesView::prepareHeadings()
{
    for (int row = 0; row < m_model->rowCount() && !m_tree->isFirstColumnSpanned(row, {}); ++row) {
        m_tree->setFirstColumnSpanned(row, {}, true);
        m_tree->expand(m_model->index(row, 0));
    }
}

/// Tells what a drop where the drag is would change, or why nothing.
void TitlesView::followDrag(const QEvent &event)
{
    const auto heading = std::exchange(m_dragHeading, std::nullopt);
    if (event.type() != QEvent::DragMove) {
        setPreview(event.type() == QEvent::DragLeave && m_refusing ? m_preview->text() : QString());
        return;
    }
    const auto &move = static_cast<const QDragMoveEvent &>(event);
    const QModelIndex where = m_tree->indexAt(move.position().toPoint());
    const TitlesModel::Drop drop = m_model->dropOf(*move.mimeData(), where);
    m_dragHeading = m_model->headingAt(where);
    m_refusing = !drop.whyNot.isEmpty();
    if (m_refusing || drop.titles.size() > 1) {
        setPreview(drop.whyNot);
    } else if (heading != m_dragHeading) {
        Q_EMIT previewWanted(session::TitleJudged{drop.titles.front(), drop.relevance, {}, {}});
    }
}

bool TitlesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport()) {
        if (event->type() == QEvent::DragMove || event->type() == QEvent::DragLeave || event->type() == QEvent::Drop) {
            followDrag(*event);
        }
        return false;
    }
    if (watched == m_tree) {
        return event->type() == QEvent::KeyPress && obey(*static_cast<QKeyEvent *>(event));
    }
    const QStringList titles = selectedTitles();
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::FocusIn:
        if (titles.size() == 1 && static_cast<QWidget *>(watched)->isEnabled()) {
            const std::optional<Relevance> relevance = watched == m_target      ? std::optional(Relevance::Target)
                                                       : watched == m_unrelated ? std::optional(Relevance::Unrelated)
                                                                                : std::nullopt;
            Q_EMIT previewWanted(session::TitleJudged{titles.front(), relevance, {}, {}});
        }
        break;
    case QEvent::Leave:
    case QEvent::FocusOut:
        setPreview({});
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void TitlesView::setSnapshot(const conductor::SnapshotPtr &snapshot)
{
    m_blocked = !snapshot ? tr("No session is open") : snapshot->readOnly ? snapshot->readOnlyReason : QString();
    m_snapshot = snapshot;
    m_model->setSnapshot(snapshot);
    refresh();
}

/// While no title is chosen, that of the bug.
void TitlesView::showCrash(const session::TitleState *title)
{
    if (title == nullptr && m_snapshot) {
        title = leadingTitle(*m_snapshot->state);
    }
    m_reason->setText(title == nullptr ? QString() : oneLine(title->title + u": "_s + title->reason, 1000));
    m_reason->setVisible(title != nullptr);
    const session::RunState *run = title != nullptr && m_snapshot ? runWith(*m_snapshot->state, title->title) : nullptr;
    m_shownRevision = run == nullptr ? history::ObjectId() : run->started.revision;
    const QString text = run == nullptr ? QString() : exchange::crashText(*m_snapshot->state, *run);
    if (text != m_shown) {
        m_shown = text;
        m_crash->showUtf8(text.toUtf8());
    }
}

void TitlesView::refresh()
{
    const QStringList selected = selectedTitles();
    const session::TitleState *title =
        selected.isEmpty() ? nullptr : m_model->titleAt(m_model->indexOf(selected.front()));
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->tell(!isEmpty || !m_snapshot ? QString()
                                          : EmptyNote::withWayOut(tr("No run has crashed so far."), *m_snapshot));
    m_chosen->setText(isEmpty               ? QString()
                      : selected.isEmpty()  ? tr("Select a crash title to say what it is to this session.")
                      : selected.size() > 1 ? tr("%n crash titles", nullptr, static_cast<int>(selected.size()))
                                            : oneLine(title->title, 120));
    showCrash(title);
    const QString blocked = !m_blocked.isEmpty() ? m_blocked
                            : title == nullptr   ? tr("No crash title is selected")
                                                 : QString();
    const auto offer = [&](QPushButton *button, bool done, const QString &whyDone, const QString &effect) {
        button->setEnabled(blocked.isEmpty() && !done);
        button->setToolTip(toolTipOf(!blocked.isEmpty() ? blocked : done ? whyDone : effect));
    };
    const auto isSaidOfAll = [&](std::optional<Relevance> relevance) {
        return std::ranges::all_of(selected, [&](const QString &name) {
            return m_model->titleAt(m_model->indexOf(name))->judged == relevance;
        });
    };
    offer(m_target, isSaidOfAll(Relevance::Target), tr("You said so already"),
          tr("This crash is the bug that is searched for: it makes a run count as bad"));
    offer(m_unrelated, isSaidOfAll(Relevance::Unrelated), tr("You said so already"),
          tr("This crash is another bug: a run that ends in it is no witness"));
    offer(m_automatic, isSaidOfAll(std::nullopt), tr("The rules decide: you have said nothing of this title"),
          tr("Take your decision back and let the rules decide"));
}

/// What a letter says of the selected titles, as its button does; false: it is no key of ours.
bool TitlesView::obey(const QKeyEvent &key)
{
    QPushButton *const button = key.key() == Qt::Key_T   ? m_target
                                : key.key() == Qt::Key_U ? m_unrelated
                                : key.key() == Qt::Key_A ? m_automatic
                                                         : nullptr;
    if (!m_letters || button == nullptr || key.modifiers() != Qt::NoModifier) {
        return false;
    }
    button->click();
    return true;
}

/// The current one first.
QStringList TitlesView::selectedTitles() const
{
    QStringList titles;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
        if (const session::TitleState *title = m_model->titleAt(index)) {
            index.row() == m_tree->currentIndex().row() && index.parent() == m_tree->currentIndex().parent()
                ? titles.prepend(title->title)
                : titles.append(title->title);
        }
    }
    return titles;
}

void TitlesView::choose(const QStringList &titles, std::optional<Relevance> relevance)
{
    for (const QString &title : titles) {
        const session::TitleState *state = m_model->titleAt(m_model->indexOf(title));
        if (state != nullptr && state->judged != relevance) {
            Q_EMIT relevanceChosen(title, relevance);
        }
    }
}

} // namespace culprit::widgets
