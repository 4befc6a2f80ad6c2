// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QImage>
#include <QMimeDatabase>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

struct Answer {
    int status = -1;
    QByteArray text; ///< of both streams
};

Answer run(const QString &program, const QStringList &arguments, const QString &folder = QDir::tempPath(),
           const QMap<QString, QString> &variables = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : variables.asKeyValueRange()) {
        environment.insert(name, value);
    }
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(600'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAll()};
}

#define QVERIFY_DONE(answer) QVERIFY2((answer).status == 0, (answer).text.constData())

} // namespace

/// The Debian package that cpack makes, asked by the tools that its readers use.
class PackageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Answer made = run(
            u"cpack"_s, {u"--config"_s, QStringLiteral(CULPRIT_BUILD "/CPackConfig.cmake"), u"-B"_s, m_folder.path()});
        QVERIFY_DONE(made);
        const QStringList packages = QDir(m_folder.path()).entryList({u"*.deb"_s});
        QCOMPARE(packages.size(), 1);
        m_package = m_folder.filePath(packages.front());
        m_root = m_folder.filePath(u"root"_s);
        QVERIFY_DONE(run(u"dpkg-deb"_s, {u"-x"_s, m_package, m_root}));
    }

    void itNeedsItsLibraries()
    {
        const Answer depends = run(u"dpkg-deb"_s, {u"-f"_s, m_package, u"Depends"_s});
        QVERIFY_DONE(depends);
        for (const char *package : {"libc6 ", "libqt6widgets6 ", "libgit2-", "git,", "qemu-system-x86"}) {
            QVERIFY2(depends.text.contains(package), depends.text.constData());
        }
    }

    void lintianFindsNoError()
    {
        const Answer answer = run(u"lintian"_s, {u"--allow-root"_s, u"--fail-on"_s, u"error"_s, m_package});
        QVERIFY_DONE(answer);
    }

    void itBringsWhatADesktopAsksFor()
    {
        const QString applications = m_root + u"/usr/share/applications/org.culprit.Culprit.desktop"_s;
        QVERIFY_DONE(run(u"desktop-file-validate"_s, {applications}));
        const QString data = m_root + u"/usr/share/metainfo/org.culprit.Culprit.metainfo.xml"_s;
        QVERIFY_DONE(run(u"appstreamcli"_s, {u"validate"_s, u"--no-net"_s, data}));
        const QString icons = m_root + u"/usr/share/icons/hicolor/%1/apps/org.culprit.Culprit"_s;
        QVERIFY(QFile::exists(icons.arg(u"scalable"_s) + u".svg"_s));
        for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
            const QImage icon(icons.arg(u"%1x%1"_s.arg(size)) + u".png"_s);
            QCOMPARE(icon.size(), QSize(size, size));
            QVERIFY(qAlpha(icon.pixel(0, 0)) == 0 && qAlpha(icon.pixel(size / 2, size / 2)) == 255);
        }
        for (const auto &file : {u"/usr/bin/culprit"_s, u"/usr/libexec/culprit-guard"_s,
                                 u"/usr/share/man/man1/culprit.1.gz"_s, u"/usr/share/man/man5/culprit.toml.5.gz"_s,
                                 u"/usr/share/culprit/schema/culprit-session-1.schema.json"_s}) {
            QVERIFY2(QFile::exists(m_root + file), qPrintable(file));
        }
    }

    void filesAreKnownByWhatIsInThem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QString>("type");
        QByteArray session("SQLite format 3", 100);
        session.replace(68, 4, "Culp");
        QByteArray database("SQLite format 3", 100);
        QTest::newRow("session") << u"a.culprit"_s << session << u"application/x-culprit-session"_s;
        QTest::newRow("session of another name") << u"a"_s << session << u"application/x-culprit-session"_s;
        QTest::newRow("another database") << u"a"_s << database << u"application/vnd.sqlite3"_s;
        QTest::newRow("syzbot") << u"a"_s << QByteArray("2021/07/08 bisecting cause commit starting from 8d4b477da1\n")
                                << u"text/x-syzbot-bisection"_s;
        QTest::newRow("syzbot's fix") << u"a"_s << QByteArray("bisecting fixing commit since 8d4b477da1\n")
                                      << u"text/x-syzbot-bisection"_s;
        QTest::newRow("git") << u"a"_s << QByteArray("git bisect start\n# status: waiting\n")
                             << u"text/x-git-bisect-log"_s;
        QTest::newRow("text") << u"a"_s << QByteArray("It was bisecting that helped.\n") << u"text/plain"_s;
    }

    void filesAreKnownByWhatIsInThem()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, begin);
        QFETCH(const QString, type);
        const QString mime = m_root + u"/usr/share/mime"_s;
        if (!QFile::exists(mime + u"/mime.cache"_s)) {
            // Beside the types of the system, as once it is installed.
            QVERIFY(QFile::copy(u"/usr/share/mime/packages/freedesktop.org.xml"_s,
                                mime + u"/packages/freedesktop.org.xml"_s));
            QVERIFY_DONE(run(u"update-mime-database"_s, {mime}));
        }
        const QString path = m_folder.filePath(name);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(begin) == begin.size());
        file.close();
        const Answer answer = run(QCoreApplication::applicationFilePath(), {u"-mime"_s, path}, m_folder.path(),
                                  {{u"XDG_DATA_DIRS"_s, m_root + u"/usr/share"_s}});
        QCOMPARE(QString::fromUtf8(answer.text).trimmed(), type);
    }

    void theShellCompletes()
    {
        const QString script = uR"(
            PATH=%1/usr/bin:$PATH
            . %1/usr/share/bash-completion/completions/culprit
            COMP_WORDS=(culprit sho) COMP_CWORD=1; _culprit; echo "${COMPREPLY[@]}"
            COMP_WORDS=(culprit show --a) COMP_CWORD=2; _culprit; echo "${COMPREPLY[@]}")"_s.arg(m_root);
        const Answer answer = run(u"bash"_s, {u"-c"_s, script});
        QCOMPARE(answer.text, "show\n--as --at\n");
    }

private:
    QTemporaryDir m_folder;
    QString m_package;
    QString m_root;
};

/// With -mime FILE it prints the type of a file, by the types that its environment names.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments(); arguments.value(1) == u"-mime"_s) {
        QTextStream(stdout) << QMimeDatabase().mimeTypeForFile(arguments.value(2)).name() << '\n';
        return 0;
    }
    PackageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_package.moc"
