// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/diffview.h"

#include "widgets/codeedit.h"
#include "widgets/findbar.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace culprit::widgets
{

namespace
{

using history::FileChange;

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

struct Shortened {
    QByteArray text;
    std::vector<int> lineOfFile;
};

/// The patch as it is shown, and the lines where its files begin.
Shortened shorten(std::string_view patch)
{
    Shortened result;
    const bool cut = patch.size() > DiffView::mostBytes;
    if (cut) {
        patch = patch.substr(0, patch.rfind('\n', DiffView::mostBytes) + 1);
    }
    result.text.reserve(static_cast<qsizetype>(patch.size()));
    int number = 0;
    for (std::size_t begin = 0; begin < patch.size(); ++number) {
        const std::size_t end = std::min(patch.find('\n', begin), patch.size());
        std::string_view line = patch.substr(begin, end - begin);
        begin = end + 1;
        if (line.starts_with("diff --git ")) {
            result.lineOfFile.push_back(number);
        }
        const bool tooLong = line.size() > DiffView::longestLine;
        line = line.substr(0, DiffView::longestLine);
        result.text.append(line.data(), static_cast<qsizetype>(line.size()));
        if (tooLong) {
            result.text.append(" ...");
        }
        result.text.append('\n');
    }
    if (cut) {
        result.text.append(DiffView::tr("The rest of this patch is not shown.").toUtf8()).append('\n');
    }
    return result;
}

} // namespace

DiffView::DiffView(const KSyntaxHighlighting::Repository &repository, QWidget *parent)
    : QWidget(parent),
      m_summary(new QLabel),
      m_splitter(new QSplitter(Qt::Vertical)),
      m_files(new QTreeWidget),
      m_text(new CodeEdit),
      m_findBar(new FindBar)
{
    const int line = fontMetrics().height();
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setContentsMargins(line / 3, line / 4, line / 3, line / 4);
    m_files->setColumnCount(FileColumns);
    m_files->setHeaderHidden(true);
    m_files->setRootIsDecorated(false);
    m_files->setUniformRowHeights(true);
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setAccessibleName(tr("Changed files"));
    m_files->header()->setStretchLastSection(false);
    m_files->header()->setMinimumSectionSize(line);
    m_files->header()->setSectionResizeMode(Status, QHeaderView::ResizeToContents);
    m_files->header()->setSectionResizeMode(Path, QHeaderView::Stretch);
    m_files->header()->setSectionResizeMode(Added, QHeaderView::ResizeToContents);
    m_files->header()->setSectionResizeMode(Removed, QHeaderView::ResizeToContents);
    m_text->setSyntax(repository, QStringLiteral("Diff"));
    m_text->setAccessibleName(tr("Patch"));
    m_findBar->hide();

    m_splitter->addWidget(m_files);
    m_splitter->addWidget(m_text);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({line * 6, line * 30});
    m_splitter->setChildrenCollapsible(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_findBar);

    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_sizedByHand = true; });
    connect(m_files, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (item != nullptr) {
            goToFile(m_files->indexOfTopLevelItem(item));
        }
    });
    connect(m_text, &CodeEdit::findWanted, this, [this] { m_findBar->ask(m_text->selectedText()); });
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
    Shortened shown = shorten(patch);
    m_lineOfFile = std::move(shown.lineOfFile);
    m_text->showUtf8(shown.text);
    addFiles(files);
    if (m_findBar->isVisible()) {
        markMatches();
    }
}

void DiffView::showNote(const QString &note)
{
    m_lineOfFile.clear();
    m_files->clear();
    m_text->showUtf8({});
    m_summary->setText(note);
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
    if (!m_sizedByHand) {
        constexpr int mostRows = 6;
        const int rows = std::clamp(m_files->topLevelItemCount(), 1, mostRows);
        const int list = rows * m_files->sizeHintForRow(0) + fontMetrics().height() / 2;
        m_splitter->setSizes({list, std::max(list, m_splitter->height() - list)});
    }
    QString summary = tr("Files: %1, lines: +%2 -%3")
                          .arg(locale.toString(quint64{files.size()}), locale.toString(quint64{added}),
                               locale.toString(quint64{removed}));
    if (std::ssize(files) > mostFiles) {
        summary += tr(" (the first %1 files are listed)").arg(locale.toString(mostFiles));
    }
    m_summary->setText(files.empty() ? tr("Nothing changed against the first parent.") : summary);
}

void DiffView::goToFile(int file)
{
    if (file >= 0 && file < std::ssize(m_lineOfFile)) {
        const int line = m_lineOfFile[static_cast<std::size_t>(file)];
        m_text->goToLine(line);
        m_text->SendScintilla(QsciScintillaBase::SCI_SETFIRSTVISIBLELINE, line);
    }
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
