// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shortdemo.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace culprit::tests
{

QByteArray shortSetup(const demo::DemoSetup &demo)
{
    QFile file(demo.setupFile);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(demo.setupFile));
    }
    QString text = QString::fromUtf8(file.readAll());
    // From a few commits before the culprit on: git counts back along first parents.
    QProcess git;
    git.start(u"git"_s, {u"-C"_s, demo.history.repository, u"rev-list"_s, u"--topo-order"_s, u"--reverse"_s,
                         u"v1.0..%1"_s.arg(demo.history.tip)});
    git.waitForFinished();
    const QStringList commits = QString::fromUtf8(git.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    const qsizetype culprit = commits.indexOf(demo.history.culprit);
    const QString bad = commits.at(std::min<qsizetype>(culprit + 14, commits.size() - 1));
    static const QRegularExpression badLine(u"^bad *=.*$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression runsLine(u"^runs *=.*\n"_s, QRegularExpression::MultilineOption);
    text.replace(badLine, u"bad = \"%1\""_s.arg(bad));
    text.remove(runsLine);
    text.replace(u"[test]\n"_s, u"[test]\nruns = 8\n"_s);
    return text.toUtf8();
}

} // namespace culprit::tests
