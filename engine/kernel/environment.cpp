// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/environment.h"

#include <QStringList>

namespace culprit::kernel
{

using namespace Qt::StringLiterals;

namespace
{

QProcessEnvironment systemWithout(const QStringList &names, const QStringList &prefixes)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &key : environment.keys()) {
        const bool unwanted = names.contains(key) || std::ranges::any_of(prefixes, [&key](const QString &prefix) {
                                  return key.startsWith(prefix);
                              });
        if (unwanted) {
            environment.remove(key);
        }
    }
    environment.insert(u"LC_ALL"_s, u"C"_s);
    return environment;
}

} // namespace

QProcessEnvironment gitEnvironment()
{
    QProcessEnvironment environment = systemWithout({}, {u"GIT_"_s});
    environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.insert(u"GIT_ATTR_NOSYSTEM"_s, u"1"_s);
    environment.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
    environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    return environment;
}

QProcessEnvironment buildEnvironment()
{
    QProcessEnvironment environment = systemWithout(
        {u"MAKEFLAGS"_s, u"MFLAGS"_s, u"GNUMAKEFLAGS"_s, u"MAKELEVEL"_s, u"MAKEOVERRIDES"_s, u"MAKEFILES"_s, u"O"_s,
         u"M"_s, u"V"_s, u"ARCH"_s, u"SUBARCH"_s, u"SRCARCH"_s, u"CROSS_COMPILE"_s, u"LOCALVERSION"_s, u"KCFLAGS"_s,
         u"KCPPFLAGS"_s, u"KAFLAGS"_s, u"SOURCE_DATE_EPOCH"_s},
        {u"KBUILD_"_s, u"KCONFIG_"_s, u"GIT_"_s});
    // Objects are then the same for every slot: kernel builds name their sources by relative paths.
    environment.insert(u"CCACHE_NOHASHDIR"_s, u"1"_s);
    return environment;
}

} // namespace culprit::kernel
