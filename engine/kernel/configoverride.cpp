// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/configoverride.h"

#include "engine/kernel/kconfig.h"

#include <algorithm>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

struct Option {
    QByteArray symbol;
    QByteArray value;
};

Option optionOf(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const qsizetype equals = std::max(bytes.indexOf('='), qsizetype(0));
    return {.symbol = bytes.first(equals), .value = bytes.sliced(equals + 1)};
}

/// A symbol that a config does not name is off.
bool isSet(const Kconfig &config, const Option &option)
{
    const QByteArray value = config.value(option.symbol);
    return (value.isEmpty() ? QByteArray("n") : value) == option.value;
}

ConfigOverride offBefore(const char *release, const QStringList &options)
{
    return {.stretch = {.from = {}, .until = release},
            .options = options,
            .reason = u"kernels before %1 may not build or boot with it"_s.arg(QLatin1StringView(release)),
            .ifPresent = true};
}

} // namespace

const QList<ConfigOverride> &overridesOfReleases()
{
    static const QList<ConfigOverride> overrides{
        offBefore("v5.4", {u"CONFIG_KCOV=n"_s}),
        {.stretch = {.from = {}, .until = "v5.4"},
         .options = {u"CONFIG_UNWINDER_ORC=n"_s, u"CONFIG_UNWINDER_FRAME_POINTER=y"_s},
         .reason = u"kernels before v5.4 may not build or boot with the ORC unwinder"_s,
         .ifPresent = true},
        offBefore("v5.3", {u"CONFIG_UBSAN=n"_s}),
        offBefore("v5.2", {u"CONFIG_SECURITY_TOMOYO_OMIT_USERSPACE_LOADER=n"_s}),
        offBefore("v4.15", {u"CONFIG_USBIP_VUDC=n"_s}),
        offBefore("v4.13", {u"CONFIG_CAN=n"_s}),
        offBefore("v4.12", {u"CONFIG_HSR=n"_s}),
        offBefore("v4.12", {u"CONFIG_SMC=n"_s}),
        offBefore("v4.10", {u"CONFIG_USBIP_VHCI_HCD=n"_s}),
        offBefore("v4.10", {u"CONFIG_BT_HCIVHCI=n"_s}),
        offBefore("v4.7", {u"CONFIG_NET_TEAM=n"_s}),
        offBefore("v4.5", {u"CONFIG_BATMAN_ADV=n"_s}),
    };
    return overrides;
}

bool wouldChange(const ConfigOverride &change, const Kconfig &config)
{
    if (change.ifPresent) {
        const Option first = optionOf(change.options.first());
        return !config.value(first.symbol).isEmpty() && !isSet(config, first);
    }
    return std::ranges::any_of(change.options, [&](const QString &text) { return !isSet(config, optionOf(text)); });
}

QStringList applyOverride(const ConfigOverride &change, const QStringList &required, Kconfig &config)
{
    QStringList said;
    if (!wouldChange(change, config)) {
        return said;
    }
    for (const QString &text : change.options) {
        const Option option = optionOf(text);
        if (isSet(config, option)) {
            continue;
        }
        const QString symbol = QString::fromUtf8(option.symbol);
        const bool isRequired = required.contains(symbol) || required.contains(symbol.sliced(7));
        if (isRequired && option.value != "y") {
            said += u"%1 is left alone, because the session requires it: %2 would make it %3"_s.arg(
                symbol, change.reason.isEmpty() ? u"the setup"_s : u"\"%1\""_s.arg(change.reason),
                QString::fromUtf8(option.value));
            continue;
        }
        config.set(option.symbol, option.value);
        said += change.reason.isEmpty() ? text : text + ": "_L1 + change.reason;
    }
    return said;
}

} // namespace culprit::kernel
