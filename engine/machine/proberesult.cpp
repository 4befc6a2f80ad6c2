// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/proberesult.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace culprit::machine
{

namespace
{

using namespace Qt::StringLiterals;
using Outcome = AcceleratorState::Outcome;

constexpr qint64 LargestCache = 64 * 1024;

constexpr std::array<std::pair<Outcome, QStringView>, 6> OutcomeWords{{{Outcome::Works, u"works"},
                                                                       {Outcome::NotPresent, u"not-present"},
                                                                       {Outcome::NoPermission, u"no-permission"},
                                                                       {Outcome::Aborts, u"aborts"},
                                                                       {Outcome::TooSlow, u"too-slow"},
                                                                       {Outcome::NoQemu, u"no-qemu"}}};

QJsonObject stateToJson(const AcceleratorState &state)
{
    const auto word = std::ranges::find(OutcomeWords, state.outcome, &std::pair<Outcome, QStringView>::first);
    return {{u"outcome"_s, word->second.toString()}, {u"sentence"_s, state.sentence}, {u"ms"_s, state.ms}};
}

std::optional<AcceleratorState> stateFromJson(const QJsonObject &json)
{
    const QString text = json.value(u"outcome"_s).toString();
    const auto word = std::ranges::find(OutcomeWords, text, &std::pair<Outcome, QStringView>::second);
    if (word == OutcomeWords.end()) {
        return std::nullopt;
    }
    return AcceleratorState{.outcome = word->first,
                            .sentence = json.value(u"sentence"_s).toString(),
                            .ms = json.value(u"ms"_s).toInteger()};
}

QString readLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine()).trimmed() : QString();
}

} // namespace

std::optional<Accelerator> ProbeResult::best() const
{
    if (kvm.works()) {
        return Accelerator::Kvm;
    }
    return tcg.works() ? std::optional(Accelerator::Tcg) : std::nullopt;
}

QString ProbeResult::sentence() const
{
    if (kvm.works() || !tcg.works()) {
        return kvm.works() ? kvm.sentence : tcg.sentence;
    }
    return kvm.sentence + u" Runs use emulation (TCG), several times slower."_s;
}

QJsonObject toJson(const ProbeResult &result)
{
    return {{u"bootId"_s, result.key.bootId},           {u"kvmModules"_s, result.key.kvmModules},
            {u"qemuVersion"_s, result.key.qemuVersion}, {u"arguments"_s, result.key.arguments},
            {u"tcg"_s, stateToJson(result.tcg)},        {u"kvm"_s, stateToJson(result.kvm)}};
}

std::optional<ProbeResult> probeResultFromJson(const QByteArray &json)
{
    if (json.size() > LargestCache) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto tcg = stateFromJson(object.value(u"tcg"_s).toObject());
    const auto kvm = stateFromJson(object.value(u"kvm"_s).toObject());
    if (!tcg || !kvm) {
        return std::nullopt;
    }
    return ProbeResult{.key = {.bootId = object.value(u"bootId"_s).toString(),
                               .kvmModules = object.value(u"kvmModules"_s).toString(),
                               .qemuVersion = object.value(u"qemuVersion"_s).toString(),
                               .arguments = object.value(u"arguments"_s).toString()},
                       .tcg = *tcg,
                       .kvm = *kvm};
}

ProbeKey currentProbeKey()
{
    QStringList modules;
    QFile file(u"/proc/modules"_s);
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("kvm")) {
                modules += QString::fromUtf8(line.first(line.indexOf(' ')));
            }
        }
    }
    modules.sort();
    const QStringList arguments = processorArguments(Accelerator::Tcg) + processorArguments(Accelerator::Kvm);
    return {.bootId = readLine(u"/proc/sys/kernel/random/boot_id"_s),
            .kvmModules = modules.join(u' '),
            .qemuVersion = {},
            .arguments = arguments.join(u' ')};
}

} // namespace culprit::machine
