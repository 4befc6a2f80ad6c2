// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Renders the widgets with made-up data to PNG files, light and dark: gallery FOLDER [SCALE]
#include "tests/widgets/sample.h"
#include "widgets/commitview.h"
#include "widgets/historyview.h"
#include "widgets/rangeribbon.h"
#include "widgets/theme.h"

#include <KSyntaxHighlighting/Repository>

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QVBoxLayout>

#include <cstdio>
#include <functional>

using namespace culprit;
using namespace culprit::widgets;
using session::Verdict;

namespace
{

class Marks final : public QWidget
{
public:
    Marks() { resize(760, 120); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), palette().color(QPalette::Base));
        int x = 12;
        for (const Mark mark : allMarks) {
            int y = 10;
            for (const int size : {12, 16, 32}) {
                VerdictStyle::paint(painter, QRectF(x, y, size, size), mark, palette());
                y += size + 6;
            }
            painter.setPen(palette().color(QPalette::Text));
            painter.drawText(QRect(x, 92, 84, 24), Qt::AlignLeft | Qt::AlignVCenter, VerdictStyle::word(mark));
            x += 82;
        }
    }
};

conductor::SnapshotPtr halfWay(std::uint32_t commits)
{
    const std::uint32_t suspects = commits * 43 / 100;
    sample::Session session(sample::kernelRange(commits, 7));
    session.runs(commits - 1, 17, 20, Verdict::Bad)
        .runs(commits, 0, 20, Verdict::Good)
        .runs(commits / 2, 6, 10, Verdict::Bad)
        .runs(commits * 3 / 4, 9, 10, Verdict::Bad)
        .runs(commits / 4, 0, 10, Verdict::Good)
        .runs(suspects - commits / 20, 1, 6, Verdict::Undecided)
        .judge(suspects + commits / 20, Verdict::Skip)
        .testing(suspects, 3, 10)
        .candidates(commits / 4 + 1, commits / 2);
    return session.snapshot();
}

conductor::SnapshotPtr atTheEnd(std::uint32_t commits)
{
    const std::uint32_t culprit = commits * 2 / 5;
    sample::Session session(sample::kernelRange(commits, 11));
    session.runs(commits - 1, 20, 20, Verdict::Bad)
        .runs(commits, 0, 20, Verdict::Good)
        .runs(commits / 2, 10, 10, Verdict::Bad)
        .runs(culprit + 2, 10, 10, Verdict::Bad)
        .runs(culprit, 18, 20, Verdict::Bad)
        .runs(culprit - 1, 0, 20, Verdict::Good)
        .runs(commits / 4, 0, 10, Verdict::Good)
        .culprit(culprit);
    return session.snapshot();
}

class Range final : public QWidget
{
public:
    explicit Range(const conductor::SnapshotPtr &snapshot)
    {
        resize(1100, 620);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        auto *ribbon = new RangeRibbon;
        auto *view = new HistoryView;
        auto *model = new HistoryModel(this);
        layout->addWidget(ribbon);
        layout->addWidget(view);
        model->setSnapshot(snapshot);
        ribbon->setMarks(RangeMarks(snapshot));
        view->setHistory(model);
        view->goToCurrent();
        ribbon->selectCommit(view->selectedCommit());
    }
};

struct Exhibit {
    const char *name;
    std::function<QWidget *()> make;
};

bool render(const QDir &folder, const char *theme, const Exhibit &exhibit, qreal scale)
{
    const std::unique_ptr<QWidget> widget(exhibit.make());
    widget->show();
    for (int round = 0; round < 5; ++round) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }
    QImage image((QSizeF(widget->size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    widget->render(&image);
    const QString path =
        folder.filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(exhibit.name), QLatin1String(theme)));
    std::printf("%s\n", qPrintable(path));
    return image.save(path);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1, QStringLiteral(".")));
    const qreal scale = std::max(1.0, arguments.value(2).toDouble());
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "%s cannot be made: name another folder.\n", qPrintable(folder.path()));
        return 3;
    }
    const KSyntaxHighlighting::Repository syntax;
    const auto commit = [&syntax] {
        auto *view = new CommitView(syntax);
        view->resize(1200, 460);
        const CommitText text = sample::commitText();
        history::CommitInfo info = sample::kernelRange(10, 1)->commits[3];
        info.subject = text.details.subject;
        view->showCommit(info, text);
        return view;
    };
    const std::vector<Exhibit> exhibits{
        {"marks", [] { return new Marks; }},
        {"half-way", [] { return new Range(halfWay(40)); }},
        {"long", [] { return new Range(halfWay(6000)); }},
        {"commit", commit},
        {"end", [] { return new Range(atTheEnd(30)); }},
    };
    for (const auto &[theme, name] : {std::pair(Theme::Light, "light"), std::pair(Theme::Dark, "dark")}) {
        applyTheme(application, theme);
        QCoreApplication::processEvents();
        for (const Exhibit &exhibit : exhibits) {
            if (!render(folder, name, exhibit, scale)) {
                return 3;
            }
        }
    }
    return 0;
}
