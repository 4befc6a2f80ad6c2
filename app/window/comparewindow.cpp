// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/comparewindow.h"

#include "app/logimport.h"
#include "app/window/sessionopener.h"
#include "engine/conductor/comparison.h"
#include "engine/conductor/ledger.h"
#include "engine/conductor/onworker.h"
#include "widgets/comparisonview.h"

#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

using SharedState = std::shared_ptr<const session::SessionState>;

struct Pair {
    SharedState other;
    conductor::Comparison comparison;
};

Result<SharedState> stateOf(const QString &path)
{
    const QTemporaryDir folder; // of the session that is made of a log
    const QString session = mayBeLog(path) ? folder.filePath(u"other.culprit"_s) : path;
    if (session != path) {
        if (const auto imported = importLog(path, {}, session); !imported) {
            return std::unexpected(imported.error());
        }
    }
    return conductor::Ledger::open(session, session::Journal::Access::Read)
        .transform([](const conductor::Ledger &ledger) { return ledger.sharedState(); });
}

} // namespace

CompareWindow::CompareWindow(QWidget *window) : QObject(window), m_window(window) {}

void CompareWindow::ask(const conductor::SnapshotPtr &snapshot)
{
    const QString other = QFileDialog::getOpenFileName(m_window, tr("Compare with"), {}, SessionOpener::fileFilter());
    if (snapshot && !other.isEmpty()) {
        open(snapshot, other);
    }
}

void CompareWindow::open(const conductor::SnapshotPtr &snapshot, const QString &other)
{
    conductor::onWorker(
        this,
        [state = snapshot->state, other] {
            return stateOf(other).transform(
                [&](const SharedState &second) { return Pair{second, conductor::comparisonOf(*state, *second)}; });
        },
        [this, snapshot, other](const Result<Pair> &pair) {
            if (!pair) {
                Q_EMIT failed(pair.error());
                return;
            }
            const std::pair names{QFileInfo(snapshot->path).fileName(), QFileInfo(other).fileName()};
            auto *dialog = new QDialog(m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setWindowTitle(tr("%1 beside %2").arg(names.first, names.second));
            auto *view = new widgets::ComparisonView(
                new widgets::ComparisonModel(snapshot->state, pair->other, pair->comparison), names);
            auto *layout = new QVBoxLayout(dialog);
            layout->setContentsMargins({});
            layout->addWidget(view);
            const int unit = dialog->fontMetrics().averageCharWidth();
            dialog->resize(unit * 160, unit * 80);
            connect(view, &widgets::ComparisonView::revisionSelected, this, &CompareWindow::revisionSelected);
            dialog->show();
            Q_EMIT opened(view);
        });
}

} // namespace culprit::app
