// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/program.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using culprit::demo::DemoSetup;
using culprit::tests::Finished;
using culprit::tests::Program;

/// The demo's history takes another way: its bug comes with a merge, neither side of which has it.
class MergeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCommitBehindAMergeIsFound()
    {
        const Program program;
        m_demo = program.makeDemo();
        writeHistory();
        const Finished finished = program.run({u"run"_s, writeSetup(program)});
        QVERIFY2(finished.status == 0, qPrintable(finished.output + finished.errors));
        const QString said = finished.output.simplified();
        QVERIFY2(names(finished, m_merge) &&
                     said.contains(u"It is a merge, none of whose sides has the bug by itself"_s) &&
                     said.contains(u"culprit followup"_s),
                 qPrintable(finished.output));

        const Finished follow = program.run({u"followup"_s, u"merge.culprit"_s, u"-o"_s, u"side.toml"_s});
        QVERIFY2(follow.status == 0, qPrintable(follow.output + follow.errors));
        QVERIFY(QFileInfo::exists(program.path(u"side.patch"_s)));
        const Finished again = program.run({u"followup"_s, u"merge.culprit"_s, u"-o"_s, u"side.toml"_s});
        QVERIFY2(again.status == 2 && again.errors.contains(u"exists already"_s), qPrintable(again.errors));

        const Finished found = program.run({u"run"_s, u"side.toml"_s});
        QVERIFY2(found.status == 0, qPrintable(found.output + found.errors));
        QVERIFY2(names(found, m_user), qPrintable(found.output));
        const Finished none = program.run({u"followup"_s, u"side.culprit"_s, u"-o"_s, u"none.toml"_s});
        QVERIFY2(none.status == 2 && none.errors.contains(u"not ended with a merge"_s), qPrintable(none.errors));

        // The other side has the commit that the bug needs as well.
        const Finished other =
            program.run({u"followup"_s, u"merge.culprit"_s, u"--side"_s, u"1"_s, u"-o"_s, u"other.toml"_s});
        QVERIFY2(other.status == 0, qPrintable(other.errors));
        const Finished mainline = program.run({u"run"_s, u"other.toml"_s});
        QVERIFY2(names(mainline, m_switch), qPrintable(mainline.output + mainline.errors));
    }

    /// What a search by first parents ends with is no more than the merge that brought the commit.
    void whatCameWithAMergeIsBisected()
    {
        const Program program;
        m_demo = program.makeDemo();
        writeHistory();
        // The switch is on from the beginning: the commit that uses it has the bug by itself.
        git({u"checkout"_s, u"-q"_s, u"-B"_s, u"way"_s, m_switch});
        m_base = m_switch;
        git({u"checkout"_s, u"-q"_s, u"-B"_s, u"topic"_s});
        step(25);
        git({u"cherry-pick"_s, m_user});
        m_user = head();
        step(21);
        git({u"checkout"_s, u"-q"_s, u"way"_s});
        step(22);
        mergeTopic();
        m_bad = step(24);
        const Finished finished = program.run({u"run"_s, writeSetup(program, u"first_parent = true\n"_s)});
        QVERIFY2(names(finished, m_merge) && finished.output.simplified().contains(u"among those that came with it"_s),
                 qPrintable(finished.output + finished.errors));
        const Finished follow = program.run({u"followup"_s, u"merge.culprit"_s, u"-o"_s, u"brought.toml"_s});
        QVERIFY2(follow.status == 0 && !QFileInfo::exists(program.path(u"brought.patch"_s)), qPrintable(follow.errors));
        const Finished found = program.run({u"run"_s, u"brought.toml"_s});
        QVERIFY2(names(found, m_user), qPrintable(found.output + found.errors));
    }

private:
    static bool names(const Finished &finished, const QString &commit)
    {
        return finished.output.simplified().contains(u"The bug was introduced by commit "_s + commit.left(12));
    }

    QString git(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(u"git"_s, QStringList{u"-C"_s, m_demo.history.repository, u"-c"_s, u"user.name=Test"_s, u"-c"_s,
                                            u"user.email=test@example.org"_s} +
                                    arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAll()).trimmed();
    }

    [[nodiscard]] QString head() const { return git({u"rev-parse"_s, u"HEAD"_s}); }

    void edit(const QString &path, const std::function<void(QByteArray &)> &change) const
    {
        QFile file(m_demo.history.repository + u'/' + path);
        if (!file.open(QIODevice::ReadWrite)) {
            qFatal("cannot open %s", qPrintable(path));
        }
        QByteArray text = file.readAll();
        const QByteArray before = text;
        change(text);
        if (text == before) {
            qFatal("nothing to change in %s", qPrintable(path));
        }
        file.resize(0);
        file.seek(0);
        file.write(text);
    }

    QString commit(const QString &message) const
    {
        git({u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, message});
        return head();
    }

    /// A commit whose kernel is another one than any other's; even numbers change one file, odd ones another.
    QString step(int number) const
    {
        const QByteArray name = "step_" + QByteArray::number(number);
        edit(number % 2 == 0 ? u"kernel/sched.c"_s : u"kernel/time.c"_s, [&](QByteArray &text) {
            text += "\nint " + name + "(void);\nint " + name + "(void)\n{\n\treturn " + QByteArray::number(number) +
                    ";\n}\n";
        });
        return commit(u"step %1"_s.arg(number));
    }

    void mergeTopic()
    {
        git({u"merge"_s, u"-q"_s, u"--no-ff"_s, u"-m"_s, u"Merge topic"_s, u"topic"_s});
        m_merge = head();
    }

    /// One side turns a switch on that nothing reads, the other reads a switch that is off.
    void writeHistory()
    {
        m_base = m_demo.history.culpritParent;
        git({u"checkout"_s, u"-q"_s, u"-b"_s, u"topic"_s, m_base});
        step(1);
        step(3);
        edit(u"drivers/pocket/ring.c"_s, [](QByteArray &text) {
            text.replace("\t\tpocket_frame_get(frame);\n\t\tring->inflight = frame;\n",
                         "#ifndef POCKET_SHARED\n\t\tpocket_frame_get(frame);\n#endif\n\t\tring->inflight = frame;\n");
            text.replace("\t\tif (cancel_work(&ring->reap))\n\t\t\tpocket_frame_put(frame);\n",
                         "#ifdef POCKET_SHARED\n\t\tcancel_work(&ring->reap);\n#else\n"
                         "\t\tif (cancel_work(&ring->reap))\n\t\t\tpocket_frame_put(frame);\n#endif\n");
        });
        m_user = commit(u"pocket: ring: share the reference where that is on"_s);
        step(5);
        git({u"checkout"_s, u"-q"_s, u"-b"_s, u"way"_s, m_base});
        step(2);
        edit(u"include/pocket/frame.h"_s,
             [](QByteArray &text) { text.replace("#include", "#define POCKET_SHARED 1\n#include"); });
        m_switch = commit(u"pocket: share references"_s);
        step(4);
        mergeTopic();
        step(6);
        m_bad = step(8);
    }

    [[nodiscard]] QString writeSetup(const Program &program, const QString &more = {}) const
    {
        QFile file(m_demo.setupFile);
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("cannot read %s", qPrintable(m_demo.setupFile));
        }
        QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression left(u"^(good|bad|confidence|revert) *=.*\n"_s,
                                             QRegularExpression::MultilineOption);
        text.remove(left);
        text.replace(u"[kernel]\n"_s, u"[kernel]\nbad = \"%1\"\ngood = [\"%2\"]\n"_s.arg(m_bad, m_base) + more);
        text.replace(u"[search]\n"_s, u"[search]\nconfidence = 0.9\nrevert = false\n"_s);
        return program.write(u"merge.toml"_s, text.toUtf8());
    }

    DemoSetup m_demo;
    QString m_base;
    QString m_bad;
    QString m_merge;
    QString m_user;   ///< of the merged side: reads the switch
    QString m_switch; ///< of the other side: turns it on
};

QTEST_GUILESS_MAIN(MergeTest)
#include "tst_merge.moc"
