// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/setup.h"

#include "engine/session/quantities.h"

namespace culprit::session
{

namespace
{

/// A TOML basic string.
QString quoted(const QString &text)
{
    QString out(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') {
            out += u'\\';
            out += c;
        } else if (c == u'\n') {
            out += QStringLiteral("\\n");
        } else if (c == u'\t') {
            out += QStringLiteral("\\t");
        } else if (c.unicode() < 0x20 || c.unicode() == 0x7f) {
            out += QStringLiteral("\\u%1").arg(static_cast<uint>(c.unicode()), 4, 16, QLatin1Char('0'));
        } else {
            out += c;
        }
    }
    return out + u'"';
}

QString quoted(const QStringList &texts)
{
    QStringList parts;
    for (const QString &text : texts) {
        parts += quoted(text);
    }
    return u'[' + parts.join(QStringLiteral(", ")) + u']';
}

class Writer final
{
public:
    void table(const char *name)
    {
        m_text += m_text.isEmpty() ? QString() : QStringLiteral("\n");
        m_text += u'[' + QLatin1StringView(name) + QStringLiteral("]\n");
    }
    void row(const char *name) { m_text += QStringLiteral("\n[[") + QLatin1StringView(name) + QStringLiteral("]]\n"); }
    void key(const char *name, const QString &value)
    {
        m_text += QLatin1StringView(name) + QStringLiteral(" = ") + value + u'\n';
    }
    void text(const char *name, const QString &value)
    {
        if (!value.isEmpty()) {
            key(name, quoted(value));
        }
    }
    void texts(const char *name, const QStringList &values)
    {
        if (!values.isEmpty()) {
            key(name, values.size() == 1 ? quoted(values.first()) : quoted(values));
        }
    }
    void duration(const char *name, std::chrono::seconds value) { key(name, quoted(durationText(value))); }
    void number(const char *name, qint64 value) { key(name, QString::number(value)); }

    [[nodiscard]] QByteArray bytes() const { return m_text.toUtf8(); }

private:
    QString m_text;
};

void writeStretch(Writer &out, const StretchSetup &stretch)
{
    out.text("from", stretch.from);
    out.text("until", stretch.until);
}

void writeWays(Writer &out, const Setup::Kernel &kernel)
{
    for (const ToolchainSetup &toolchain : kernel.toolchains) {
        out.row("kernel.toolchain");
        writeStretch(out, toolchain.stretch);
        out.text("compiler", toolchain.compiler);
    }
    for (const OverrideSetup &change : kernel.overrides) {
        out.row("kernel.override");
        writeStretch(out, change.stretch);
        out.texts("options", change.options);
        out.text("reason", change.reason);
    }
    for (const FixupSetup &fixup : kernel.fixups) {
        out.row("kernel.fixup");
        writeStretch(out, fixup.stretch);
        out.text("commit", fixup.commit);
        out.text("patch", fixup.patch);
        out.text("guilty", fixup.guilty);
        out.text("reason", fixup.reason);
    }
}

void writeKernel(Writer &out, const Setup::Kernel &kernel)
{
    const bool isLinux = kernel.recipe.name == u"linux";
    out.table("kernel");
    out.text("repo", kernel.repo);
    out.text("bad", kernel.bad);
    out.texts("good", kernel.good);
    out.text("find", kernel.find == Find::Fix ? QStringLiteral("fix") : QStringLiteral("cause"));
    if (kernel.terms.isOwn()) {
        out.texts("terms", {kernel.terms.older, kernel.terms.newer});
    }
    if (kernel.firstParent) {
        out.key("first_parent", QStringLiteral("true"));
    }
    if (!kernel.paths.isEmpty()) {
        out.texts("paths", kernel.paths);
    }
    out.text("config", kernel.config);
    out.texts("fragments", kernel.fragments);
    out.texts("required", kernel.required);
    if (isLinux) {
        out.text("recipe", kernel.recipe.name);
    }
    out.duration("build_timeout", kernel.buildTimeout);
    out.text("compiler", kernel.compiler);
    if (!isLinux) {
        out.table("kernel.recipe");
        out.text("configure", kernel.recipe.configure);
        out.text("build", kernel.recipe.build);
        out.text("image", kernel.recipe.image);
        out.text("vmlinux", kernel.recipe.vmlinux);
        out.text("banner", kernel.recipe.banner);
    }
    writeWays(out, kernel);
}

} // namespace

QByteArray formatSetup(const Setup &setup)
{
    Writer out;
    writeKernel(out, setup.kernel);
    out.table("test");
    out.text("reproducer", setup.test.reproducer);
    out.text("title", setup.test.title);
    out.duration("timeout", setup.test.timeout);
    out.duration("no_output", setup.test.noOutput);
    out.duration("boot_timeout", setup.test.bootTimeout);
    out.key("repeat", setup.test.repeat ? QStringLiteral("true") : QStringLiteral("false"));
    out.number("runs", setup.test.runs);
    out.number("seed", setup.test.seed);
    out.number("bits", setup.test.bits);
    if (!setup.test.syzkaller.isEmpty()) {
        out.table("syzkaller");
        out.text("folder", setup.test.syzkaller);
    }
    out.table("machine");
    if (setup.machine.isImage()) {
        out.text("kind", QStringLiteral("image"));
        out.text("disk", setup.machine.disk);
        out.text("ssh_key", setup.machine.sshKey);
        out.text("ssh_user", setup.machine.sshUser);
    } else {
        out.text("kind", QStringLiteral("initramfs"));
        out.text("start", setup.machine.snapshot ? QStringLiteral("snapshot") : QStringLiteral("boot"));
    }
    out.key("count", setup.machine.count == 0 ? quoted(QStringLiteral("auto")) : QString::number(setup.machine.count));
    out.number("cpus", setup.machine.cpus);
    out.text("memory", memoryText(setup.machine.memoryMB));
    out.text("accel", setup.machine.accel);
    out.text("append", setup.machine.append);
    out.number("memory_dumps", setup.machine.memoryDumps);
    out.table("search");
    if (setup.search.strategy == Strategy::Halving) {
        out.text("strategy", QStringLiteral("halving"));
    } else {
        out.text("strategy", QStringLiteral("bayes"));
        out.key("confidence", QString::number(setup.search.confidence()));
        out.text("prior", setup.search.weighed ? QStringLiteral("weighed") : QStringLiteral("uniform"));
    }
    out.key("revert", setup.search.revert ? QStringLiteral("true") : QStringLiteral("false"));
    if (setup.search.timeLimit.count() > 0) {
        out.duration("time_limit", setup.search.timeLimit);
    }
    out.number("run_limit", setup.search.runLimit);
    out.number("build_limit", setup.search.buildLimit);
    return out.bytes();
}

} // namespace culprit::session
