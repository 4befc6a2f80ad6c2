// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/history/objectid.h"
#include "engine/kernel/fixup.h"
#include "engine/kernel/recipe.h"
#include "engine/process/childprocess.h"

#include <QString>

#include <memory>

namespace culprit::kernel
{

/// One place to build in: a private checkout that reads the objects of the user's repository and writes nothing there,
/// with a folder of its own for what is built. It lies in the cache at a path that stays the same, so that builds are
/// incremental and the compiler cache hits. Locked against other programs until it is destroyed, however we end.
///
/// The folder of objects lies directly in the source folder, because kernel builds then use relative paths only: the
/// compiler cache and the kernel's bytes do not depend on the slot.
class BuildSlot final
{
public:
    /// Of the folder of objects, in the source folder.
    static constexpr QLatin1StringView ObjectsName{".objects"};

    /// The folder of git objects that every slot sees beside those of its repository: commits that are made to be
    /// built.
    [[nodiscard]] static QString moreObjects(const QString &cacheFolder);

    /// The first slot that nobody holds, of those for this repository and recipe. Touches a few small files, waits for
    /// nothing.
    [[nodiscard]] static Result<std::shared_ptr<BuildSlot>> acquire(const QString &cacheFolder,
                                                                    const QString &repository, const Recipe &recipe);
    ~BuildSlot();
    BuildSlot(const BuildSlot &) = delete;
    BuildSlot &operator=(const BuildSlot &) = delete;

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString repository() const { return m_repository; }
    [[nodiscard]] QString moreObjects() const { return m_moreObjects; }
    [[nodiscard]] QString source() const;
    [[nodiscard]] QString objects() const;
    /// What builds of this repository and recipe said last time; shared by its slots.
    [[nodiscard]] QString recordFile() const;

    [[nodiscard]] process::Command checkoutCommand(const history::ObjectId &revision) const;
    /// Removes whatever is not of the revision, the objects excepted.
    [[nodiscard]] process::Command cleanCommand() const;

    /// What git believes to be checked out; the next checkout writes every file.
    void forgetIndex();

    /// Applies a change to what was checked out; the next checkout undoes it. Where it makes an object that the user's
    /// repository has, git renews the time of that one; nothing else is touched there.
    [[nodiscard]] process::Command changeCommand(const SourceChange &change) const;

    /// Between these two, what is built may be half written.
    [[nodiscard]] Result<void> beginBuild();
    void endBuild();
    /// Removes what a build that never came to endBuild() wrote, and git's stale locks; makes what somebody removed
    /// from outside. Walks the objects folder: blocks.
    [[nodiscard]] Result<void> recover();

private:
    BuildSlot(QString folder, QString repository, QString objectStore, QString moreObjects, int number, int lock);
    [[nodiscard]] Result<void> prepareGit() const;
    [[nodiscard]] process::Command gitCommand(const QStringList &arguments) const;
    [[nodiscard]] QString gitFolder() const;
    [[nodiscard]] QString mark() const;

    QString m_folder;
    QString m_repository;
    QString m_objectStore;
    QString m_moreObjects;
    int m_number = 0;
    int m_lock = -1;
};

} // namespace culprit::kernel
