// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diffview.h"

#include "widgets/blameview.h"
#include "widgets/codeedit.h"
#include "widgets/direction.h"
#include "widgets/findbar.h"
#include "widgets/patchtext.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QAccessibleAnnouncementEvent>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace culprit::widgets
{

namespace
{

using history::FileChange;

constexpr int foundMarker = 5; ///< of Scintilla

enum FileColumn { Status, Path, Added, Removed, FileColumns };

/// As git's --name-status has it.
QString letterOf(FileChange::Status status)
{
    switch (status) {
    case FileChange::Status::Added:
        return QStringLiteral("A");
    case FileChange::Status::Deleted:
        return QStringLiteral("D");
    case FileChange::Status::Renamed:
        return QStringLiteral("R");
    case FileChange::Status::TypeChanged:
        return QStringLiteral("T");
    case FileChange::Status::Modified:
        break;
    }
    return QStringLiteral("M");
}

QString wordOf(FileChange::Status status)
{
    switch (status) {
    case FileChange::Status::Added:
        return DiffView::tr("added");
    case FileChange::Status::Deleted:
        return DiffView::tr("deleted");
    case FileChange::Status::Renamed:
        return DiffView::tr("renamed");
    case FileChange::Status::TypeChanged:
        return DiffView::tr("type changed");
    case FileChange::Status::Modified:
        break;
    }
    return DiffView::tr("modified");
}

} // namespace

DiffView::DiffView(const KSyntaxHighlighting::Repository &repository, QWidget *parent)
    : QWidget(parent),
      m_summary(new QLabel),
      m_splitter(new QSplitter(Qt::Vertical)),
      m_files(new QTreeWidget),
      m_text(new CodeEdit),
      m_findBar(new FindBar),
      m_finding(new QLabel),
      m_blame(new BlameView),
      m_askForBlame(new QAction(tr("&Who last changed these lines"), this))
{
    m_text->setSyntax(repository, QStringLiteral("Diff"));
    m_text->setAccessibleName(tr("Patch"));
    m_askForBlame->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    m_askForBlame->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_text->addAction(m_askForBlame);
    m_text->SendScintilla(QsciScintillaBase::SCI_MARKERDEFINE, static_cast<unsigned long>(foundMarker),
                          long{QsciScintillaBase::SC_MARK_BACKGROUND});
    tintMarker();
    layOut();
    connectParts();
}

void DiffView::layOut()
{
    const int line = fontMetrics().height();
    for (QLabel *label : {m_summary, m_finding}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(line / 3, line / 4, line / 3, line / 4);
    }
    m_finding->setWordWrap(true);
    m_finding->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_finding->setAutoFillBackground(true);
    m_finding->setBackgroundRole(QPalette::AlternateBase);
    m_finding->setForegroundRole(QPalette::Text);
    m_finding->hide();
    m_files->setColumnCount(FileColumns);
    m_files->setHeaderHidden(true);
    m_files->setRootIsDecorated(false);
    m_files->setUniformRowHeights(true);
    m_files->setMinimumHeight(line * 2);
    m_text->setMinimumHeight(line * 4);
    m_files->setFrameShape(QFrame::NoFrame);
    keepLeftToRight(*m_files);
    m_files->setAccessibleName(tr("Changed files"));
    m_files->header()->setStretchLastSection(false);
    m_files->header()->setMinimumSectionSize(line);
    m_files->header()->setSectionResizeMode(Status, QHeaderView::ResizeToContents);
    m_files->header()->setSectionResizeMode(Path, QHeaderView::Stretch);
    m_files->header()->setSectionResizeMode(Added, QHeaderView::ResizeToContents);
    m_files->header()->setSectionResizeMode(Removed, QHeaderView::ResizeToContents);
    m_findBar->hide();
    m_blame->hide();

    m_splitter->addWidget(m_files);
    m_splitter->addWidget(m_text);
    m_splitter->addWidget(m_blame);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(true);
    m_splitter->setCollapsible(2, false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_finding);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_findBar);
}

void DiffView::connectParts()
{
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_sizedByHand = true; });
    connect(m_files, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item != nullptr) {
            goToFile(m_files->indexOfTopLevelItem(item));
        }
    });
    connect(m_text, &CodeEdit::findWanted, this, [this] { m_findBar->ask(m_text->selectedText()); });
    connect(m_text, &CodeEdit::menuAboutToShow, this, &DiffView::offerBlame);
    connect(m_askForBlame, &QAction::triggered, this, [this] {
        int line = 0;
        int column = 0;
        m_text->getCursorPosition(&line, &column);
        askForBlame(line);
    });
    connect(m_blame, &BlameView::closed, this, [this] {
        m_blame->hide();
        m_text->setFocus();
        Q_EMIT blameUnwanted();
    });
    connect(m_findBar, &FindBar::edited, this, &DiffView::markMatches);
    connect(m_findBar, &FindBar::next, this, [this] { findAgain(false); });
    connect(m_findBar, &FindBar::previous, this, [this] { findAgain(true); });
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_findBar->hide();
        m_text->markMatches({}, {});
        m_text->setFocus();
    });
}

void DiffView::showPatch(std::span<const FileChange> files, std::string_view patch)
{
    forget();
    const QByteArray shown = shownPatch(patch);
    m_patch = history::hunksOf({shown.constData(), static_cast<std::size_t>(shown.size())});
    m_isPart = isPartOfPatch(patch) || m_patch.files.size() < files.size();
    m_text->showUtf8(shown);
    addFiles(files);
    if (m_findBar->isVisible()) {
        markMatches();
    }
}

void DiffView::showNote(const QString &note)
{
    forget();
    m_files->clear();
    m_text->showUtf8({});
    m_summary->setText(note);
}

/// What was found and asked in the patch before.
void DiffView::forget()
{
    m_patch = {};
    m_isPart = false;
    m_text->SendScintilla(QsciScintillaBase::SCI_MARKERDELETEALL, static_cast<unsigned long>(foundMarker));
    m_finding->hide();
    if (!m_blame->isHidden()) {
        m_blame->hide();
        Q_EMIT blameUnwanted();
    }
}

void DiffView::addFiles(std::span<const FileChange> files)
{
    const QLocale locale;
    const QSignalBlocker quiet(m_files);
    m_files->clear();
    std::size_t added = 0;
    std::size_t removed = 0;
    QList<QTreeWidgetItem *> items;
    for (const FileChange &file : files) {
        added += file.added;
        removed += file.removed;
        if (items.size() == mostFiles) {
            continue;
        }
        const QString path = QString::fromStdString(file.path);
        auto *item = new QTreeWidgetItem;
        item->setText(Status, letterOf(file.status));
        item->setText(Path,
                      file.oldPath.empty() ? path : tr("%1 (was %2)").arg(path, QString::fromStdString(file.oldPath)));
        item->setText(Added,
                      file.binary ? tr("binary") : QStringLiteral("+%1").arg(locale.toString(quint64{file.added})));
        item->setText(Removed,
                      file.binary ? QString() : QStringLiteral("-%1").arg(locale.toString(quint64{file.removed})));
        item->setTextAlignment(Added, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(Removed, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(Path, Qt::AccessibleTextRole,
                      tr("%1, %2, lines added: %3, removed: %4")
                          .arg(path, wordOf(file.status))
                          .arg(file.added)
                          .arg(file.removed));
        items.append(item);
    }
    m_files->addTopLevelItems(items);
    fitParts();
    QString summary = tr("Files: %1, lines: +%2 -%3")
                          .arg(locale.toString(quint64{files.size()}), locale.toString(quint64{added}),
                               locale.toString(quint64{removed}));
    if (std::ssize(files) > mostFiles) {
        summary += tr(" (the first %1 files are listed)").arg(locale.toString(mostFiles));
    }
    m_summary->setText(files.empty() ? tr("Nothing changed against the first parent.") : summary);
}

/// The list as high as its files need, the patch most of the rest.
void DiffView::fitParts()
{
    if (m_sizedByHand) {
        return;
    }
    constexpr int mostRows = 6;
    const int rows = std::clamp(m_files->topLevelItemCount(), 1, mostRows);
    const int list = rows * m_files->sizeHintForRow(0) + fontMetrics().height() / 2;
    const int rest = std::max(list, m_splitter->height() - list);
    const int blame = m_blame->isHidden() ? 0 : rest * 2 / 5;
    m_splitter->setSizes({list, rest - blame, blame});
}

void DiffView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitParts();
}

void DiffView::goToFile(int file)
{
    if (file >= 0 && file < std::ssize(m_patch.files)) {
        const auto line = static_cast<int>(m_patch.files[static_cast<std::size_t>(file)].line);
        m_text->goToLine(line);
        m_text->SendScintilla(QsciScintillaBase::SCI_SETFIRSTVISIBLELINE, line);
    }
}

void DiffView::goToFrame(const history::ObjectId &commit, const Frame &frame)
{
    const FrameFound found = findFrame(m_patch, m_isPart, commit, frame);
    if (found.line >= 0) {
        m_text->goToLine(found.line);
        m_text->SendScintilla(QsciScintillaBase::SCI_MARKERDELETEALL, static_cast<unsigned long>(foundMarker));
        m_text->SendScintilla(QsciScintillaBase::SCI_MARKERADD, static_cast<unsigned long>(found.line),
                              long{foundMarker});
    }
    say(found.text);
}

/// The ground of the line that was found.
void DiffView::tintMarker()
{
    const QColor tint = mixed(palette().color(QPalette::Base), palette().color(QPalette::Accent), 0.28);
    m_text->SendScintilla(QsciScintillaBase::SCI_MARKERSETBACK, static_cast<unsigned long>(foundMarker), tint);
}

void DiffView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tintMarker();
    }
}

void DiffView::say(const QString &text)
{
    m_finding->setText(text);
    m_finding->show();
    QAccessibleAnnouncementEvent event(m_text, text);
    QAccessible::updateAccessibility(&event);
}

void DiffView::offerBlame(QMenu *menu, int line)
{
    const QString why = whyNoBlame(line);
    menu->addSeparator();
    QAction *ask =
        menu->addAction(m_askForBlame->text(), m_askForBlame->shortcut(), this, [this, line] { askForBlame(line); });
    ask->setEnabled(why.isEmpty());
    ask->setToolTip(toolTipOf(why.isEmpty() ? tr("The commits that the lines come from, as they were before") : why));
    menu->setToolTipsVisible(true);
}

QString DiffView::whyNoBlame(int line) const
{
    const auto at = history::hunkAt(m_patch, static_cast<std::size_t>(std::max(line, 0)));
    if (!m_blameBlocked.isEmpty()) {
        return m_blameBlocked;
    }
    if (!at) {
        return tr("This line is in no hunk");
    }
    const history::Hunk &hunk = m_patch.hunks[*at];
    if (m_patch.files[hunk.file].oldPath.empty()) {
        return tr("The commit adds this file: nobody changed it before");
    }
    return hunk.before.count == 0 ? tr("The hunk has no lines from before") : QString();
}

void DiffView::askForBlame(int line)
{
    if (const QString why = whyNoBlame(line); !why.isEmpty()) {
        say(why);
        return;
    }
    const history::Hunk &hunk = m_patch.hunks[*history::hunkAt(m_patch, static_cast<std::size_t>(line))];
    const std::string &path = m_patch.files[hunk.file].oldPath;
    const QString name = oneLine(QString::fromStdString(path), 200);
    m_blame->showWaiting(
        hunk.before.count == 1
            ? tr("Line %1 of %2 before this commit").arg(hunk.before.first).arg(name)
            : tr("Lines %1–%2 of %3 before this commit").arg(hunk.before.first).arg(hunk.before.last()).arg(name),
        tr("git reads the history of the file…"));
    m_blame->show();
    fitParts();
    Q_EMIT blameWanted(path, hunk.before);
}

void DiffView::findAgain(bool backward)
{
    CodeEdit::FindFlags flags = backward ? CodeEdit::Backward : CodeEdit::Forward;
    flags.setFlag(CodeEdit::CaseSensitive, m_findBar->isCaseSensitive());
    m_text->findText(m_findBar->text(), flags);
}

void DiffView::markMatches()
{
    CodeEdit::FindFlags flags;
    flags.setFlag(CodeEdit::CaseSensitive, m_findBar->isCaseSensitive());
    const int count = m_text->markMatches(m_findBar->text(), flags);
    m_findBar->setCount(0, static_cast<std::size_t>(count), count == CodeEdit::matchLimit);
}

} // namespace culprit::widgets
