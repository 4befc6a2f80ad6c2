// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/history/objectid.h"
#include "engine/kernel/recipe.h"
#include "engine/kernel/ways.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace culprit::kernel
{

/// One kernel to make. The slot says from which repository.
struct BuildRequest {
    history::ObjectId revision;
    Recipe recipe = Recipe::linuxKernel();
    QString config;              ///< path; empty: none, a Kconfig recipe then takes the tree's defaults
    QStringList fragments;       ///< paths, merged over config in order
    QStringList variables;       ///< NAME=VALUE for make, after the recipe's
    int jobs = 0;                ///< compilers at once, 0: one a processor
    QStringList requiredOptions; ///< CONFIG_ symbols that must be =y when the tree has had its say
    Ways ways;                   ///< what is done differently where the revision stands in the history
    std::chrono::seconds timeout{2 * 3600};
    QString outputFolder; ///< gets "image", "vmlinux", "config" and "sources"; appears when the build has succeeded

    bool operator==(const BuildRequest &) const = default;
};

struct BuildProgress {
    enum class Phase { Checkout, Configure, Build, Collect, Signature };
    Phase phase = Phase::Checkout;
    std::optional<int> percent; ///< of the phase, 0 to 100
    QString current;            ///< the file or target in work, may be empty

    bool operator==(const BuildProgress &) const = default;
};

/// "checkout", "configure", "build", "collect", "signature"
[[nodiscard]] QString word(BuildProgress::Phase phase);

struct BuildResult {
    enum class Outcome {
        Built,
        Failed,         ///< the revision cannot be built or tested with this config
        Infrastructure, ///< something outside failed, `cause` says what to do; says nothing of the revision
        Cancelled,
    };
    Outcome outcome = Outcome::Cancelled;
    QString cause;              ///< one line: the first real error of the build, or a sentence
    QString causeFile;          ///< relative source file that the error is in, may be empty
    QStringList lostOptions;    ///< required options that did not survive
    QString image;              ///< in the output folder
    QString vmlinux;            ///< empty: the recipe has none
    QString config;             ///< as the tree made it, empty: the recipe has none
    QByteArray configText;      ///< its bytes, of a failed build too; empty: none, or it did not come so far
    QByteArray signature;       ///< kernelSignature() of vmlinux, without one imageSignature() of the image
    QByteArray maskedSignature; ///< maskedSignature() of vmlinux; empty if it cannot be told
    QString compiler;           ///< as the kernel names it, else Toolchain::name or the first line of its --version
    QString command;            ///< what was run, as one line that pastes into a shell
    QStringList applied;        ///< of the request's ways what applied to the revision, sentences
    qint64 milliseconds = 0;    ///< of this build; of a cached one, that the original took
    bool cached = false;        ///< taken from the cache of finished builds

    bool operator==(const BuildResult &) const = default;
};

} // namespace culprit::kernel

Q_DECLARE_METATYPE(culprit::kernel::BuildProgress)
Q_DECLARE_METATYPE(culprit::kernel::BuildResult)
