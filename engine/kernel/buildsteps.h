// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/kernel/artifactcache.h"
#include "engine/kernel/buildrequest.h"
#include "engine/kernel/buildslot.h"

#include <QByteArray>
#include <QStringList>

/// The steps of a build that block on the disk: for worker threads.
namespace culprit::kernel
{

/// The request's config with fragments merged and what must be off switched off; empty without a config.
[[nodiscard]] Result<QByteArray> mergedConfig(const BuildRequest &request);

/// Writes the config where the recipe's commands look for it.
[[nodiscard]] Result<void> placeConfig(const BuildSlot &slot, const BuildRequest &request, const QByteArray &config);

/// Where the merged config stands for {config}.
[[nodiscard]] QString placedConfig(const BuildSlot &slot);

/// What the config at `path` says; empty if there is none, or it is too large to be one.
[[nodiscard]] QByteArray configText(const QString &path);

/// Required options that the config at `path` does not have.
[[nodiscard]] Result<QStringList> lostOptions(const QString &path, const QStringList &required);

/// What the build left in the slot, with `compiler` replaced by what the kernel says of itself. An image or vmlinux
/// that is not there is an error of kind Use: the recipe is wrong, or the revision does not make it.
[[nodiscard]] Result<Artifacts> findArtifacts(const BuildSlot &slot, const Recipe &recipe, const Placeholders &values,
                                              const QString &compiler);

} // namespace culprit::kernel
