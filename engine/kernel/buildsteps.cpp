// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/buildsteps.h"

#include "engine/kernel/kconfig.h"
#include "engine/kernel/sourcemap.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 LargestConfig = 8 * 1024 * 1024;

Result<void> writeConfig(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return failedOutside(path.toStdString() + " cannot be written (" + file.errorString().toStdString() +
                             "): make room for the cache.");
    }
    return {};
}

QString objectsConfig(const BuildSlot &slot)
{
    return slot.objects() + "/.config"_L1;
}

/// The compiler as the kernel's banner names it, empty if the build does not say.
QString compilerOfKernel(const BuildSlot &slot)
{
    QFile file(slot.objects() + "/include/generated/compile.h"_L1);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    static const QRegularExpression line(u"^#define\\s+LINUX_COMPILER\\s+\"(.*)\"\\s*$"_s,
                                         QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(file.read(65536))).captured(1);
}

/// What the kernel was made of. A comfort of the search: without it the build stands all the same.
QString writeSources(const BuildSlot &slot)
{
    QSaveFile file(slot.folder() + "/sources"_L1);
    const QByteArray text = toText(readSourceMap(slot.objects(), slot.source()));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit() ? file.fileName()
                                                                                               : QString();
}

Result<QString> builtFile(const BuildSlot &slot, const QString &path, const Placeholders &values)
{
    const auto expanded = expandPath(path, values);
    if (!expanded) {
        return expanded;
    }
    for (const QString &folder : {slot.objects(), slot.source()}) {
        const QFileInfo file(QDir(folder), *expanded);
        if (file.isFile()) {
            return file.absoluteFilePath();
        }
    }
    return wrongUse("The build ended well but left no " + expanded->toStdString() +
                    ": check the recipe's paths of image and vmlinux.");
}

} // namespace

Result<QByteArray> mergedConfig(const BuildRequest &request)
{
    if (request.config.isEmpty() && request.fragments.isEmpty()) {
        return QByteArray();
    }
    const QStringList files =
        request.config.isEmpty() ? request.fragments : QStringList{request.config} + request.fragments;
    auto config = Kconfig::read(files.first(), files.sliced(1));
    if (!config) {
        return std::unexpected(config.error());
    }
    if (request.recipe.kconfig) {
        for (const QString &option : optionsAlwaysOff()) {
            const QByteArray symbol = option.toLatin1();
            const bool required =
                request.requiredOptions.contains(option) || request.requiredOptions.contains(option.sliced(7));
            if (!required && !config->value(symbol).isEmpty()) {
                config->set(symbol, "n");
            }
        }
    }
    return config->text();
}

QString placedConfig(const BuildSlot &slot)
{
    return slot.folder() + "/config"_L1;
}

Result<void> placeConfig(const BuildSlot &slot, const BuildRequest &request, const QByteArray &config)
{
    // The checkout removes it where somebody had staged what lies there.
    if (!QDir().mkpath(slot.objects())) {
        return failedOutside(slot.objects().toStdString() + " cannot be made: make room for the cache.");
    }
    if (auto written = writeConfig(placedConfig(slot), config); !written || !request.recipe.kconfig) {
        return written;
    }
    if (config.isEmpty()) {
        QFile::remove(objectsConfig(slot));
        return {};
    }
    return writeConfig(objectsConfig(slot), config);
}

QByteArray configText(const QString &path)
{
    QFile file(path);
    const bool isOpen = !path.isEmpty() && file.open(QIODevice::ReadOnly);
    return isOpen && file.size() <= LargestConfig ? file.read(LargestConfig) : QByteArray();
}

Result<QStringList> lostOptions(const QString &path, const QStringList &required)
{
    if (required.isEmpty()) {
        return QStringList();
    }
    return Kconfig::read(path).transform([&required](const Kconfig &config) { return config.lost(required); });
}

Result<Artifacts> findArtifacts(const BuildSlot &slot, const Recipe &recipe, const Placeholders &values,
                                const QString &compiler)
{
    Artifacts artifacts;
    const auto image = builtFile(slot, recipe.image, values);
    if (!image) {
        return std::unexpected(image.error());
    }
    artifacts.image = *image;
    if (!recipe.vmlinux.isEmpty()) {
        const auto vmlinux = builtFile(slot, recipe.vmlinux, values);
        if (!vmlinux) {
            return std::unexpected(vmlinux.error());
        }
        artifacts.vmlinux = *vmlinux;
    }
    if (QFile::exists(objectsConfig(slot))) {
        artifacts.config = objectsConfig(slot);
    }
    artifacts.sources = writeSources(slot);
    artifacts.compiler = compilerOfKernel(slot);
    if (artifacts.compiler.isEmpty()) {
        artifacts.compiler = compiler;
    }
    return artifacts;
}

} // namespace culprit::kernel
