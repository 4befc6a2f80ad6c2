// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every form a kernel's crash message takes, by samples in consoles/: "=== name", what the report says (TITLE, ALT,
// TYPE, FRAME, CORRUPTED, PANICKED), an empty line, the messages. Each is read as it is and with the prefixes that
// printk puts before lines; "AS: raw" marks what no printk writes, "AS: tagged" what can
// only be read when lines name their caller.

#include "engine/crash/extractor.h"
#include "engine/crash/scanner.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using culprit::crash::extract;
using culprit::crash::Report;
using culprit::crash::Scanner;

namespace
{

struct Sample {
    QByteArray name{};
    QByteArray title{};
    QByteArrayList alternatives{};
    QByteArray type{};
    QByteArray function{};
    bool corrupted = false;
    bool panicked = false;
    bool raw = false;
    bool tagged = false;
    QByteArrayList messages{};
};

void readHeader(Sample &sample, const QByteArray &line)
{
    const qsizetype colon = line.indexOf(": ");
    const QByteArray key = line.first(std::max<qsizetype>(colon, 0));
    const QByteArray value = line.mid(colon + 2);
    if (key == "TITLE") {
        sample.title = value;
    } else if (key == "ALT") {
        sample.alternatives << value;
    } else if (key == "TYPE") {
        sample.type = value;
    } else if (key == "FRAME") {
        sample.function = value;
    } else if (key == "CORRUPTED") {
        sample.corrupted = value == "Y";
    } else if (key == "PANICKED") {
        sample.panicked = value == "Y";
    } else if (key == "AS") {
        sample.raw = value == "raw";
        sample.tagged = value == "tagged";
    } else {
        qFatal("%s: what is \"%s\"?", sample.name.constData(), line.constData());
    }
}

QList<Sample> readSamples(const QString &path)
{
    QList<Sample> samples;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(path));
    }
    bool header = true;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("=== ")) {
            samples << Sample{.name = QFileInfo(path).baseName().toUtf8() + ": " + line.mid(4)};
            header = true;
        } else if (samples.isEmpty()) {
            continue;
        } else if (header && line.isEmpty()) {
            header = false;
        } else if (header) {
            readHeader(samples.last(), line);
        } else {
            samples.last().messages << line;
        }
    }
    for (Sample &sample : samples) {
        while (!sample.messages.isEmpty() && sample.messages.last().isEmpty()) {
            sample.messages.removeLast();
        }
    }
    return samples;
}

std::string console(const Sample &sample, const QByteArray &prefix)
{
    QByteArray text;
    for (const QByteArray &message : sample.messages) {
        text += prefix + message + '\n';
    }
    if (!sample.raw) {
        text += prefix + "---[ end trace 0000000000000000 ]---\n" + prefix + "widget: later\n";
    }
    return text.toStdString();
}

std::optional<Report> readInPieces(std::string_view text, std::mt19937 &random)
{
    std::uniform_int_distribution<std::size_t> length(0, 200);
    Scanner scanner;
    while (!text.empty()) {
        const std::string_view piece = text.substr(0, length(random));
        scanner.feed(piece);
        text.remove_prefix(piece.size());
    }
    scanner.finish();
    return scanner.report();
}

} // namespace

Q_DECLARE_METATYPE(Sample)

class TestCrashForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheForm_data();
    void readsTheForm();
};

void TestCrashForms::readsTheForm_data()
{
    QTest::addColumn<Sample>("sample");
    const QDir folder(QStringLiteral(CULPRIT_CONSOLES));
    for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        for (const Sample &sample : readSamples(folder.filePath(name))) {
            QTest::newRow(sample.name.constData()) << sample;
        }
    }
}

void TestCrashForms::readsTheForm()
{
    QFETCH(Sample, sample);
    const QByteArrayList tagged{"[    9.000000][   T77] ", "[    9.000000][    C1] "};
    const QByteArrayList any = QByteArrayList{"", "[    9.000000] ", "<4>[    9.000000] "} + tagged;
    const QByteArrayList prefixes = sample.raw ? QByteArrayList{""} : sample.tagged ? tagged : any;
    std::mt19937 random(6);
    for (const QByteArray &prefix : prefixes) {
        const std::string text = console(sample, prefix);
        const auto report = extract(text);
        QVERIFY2(report, prefix.constData());
        QCOMPARE(QByteArray::fromStdString(report->title), sample.title);
        QVERIFY(readInPieces(text, random) == report);
        QByteArrayList alternatives;
        for (const std::string &title : report->alternatives) {
            alternatives << QByteArray::fromStdString(title);
        }
        QCOMPARE(alternatives, sample.alternatives);
        QCOMPARE(QByteArray::fromStdString(report->type), sample.type);
        QCOMPARE(report->corrupted, sample.corrupted);
        QCOMPARE(report->panicked, sample.panicked);
        if (!sample.function.isEmpty()) {
            QCOMPARE(QByteArray::fromStdString(report->function), sample.function);
        }
    }
}

QTEST_GUILESS_MAIN(TestCrashForms)

#include "test_crash_forms.moc"
