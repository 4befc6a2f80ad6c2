# SPDX-FileCopyrightText: 2026 The Culprit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completes commands and options as "culprit --help" and "culprit COMMAND --help" list them, else files.

function __culprit_commands
    culprit --help 2>/dev/null | string replace --filter --regex '^  ([a-z]+) +(\S.*)' '$1\t$2' |
        string match --invert --regex '^FILE'
end

function __culprit_options
    set --local command (commandline --current-process --tokenize --cut-at-cursor | string match --invert -- '-*')[2]
    culprit $command --help 2>/dev/null |
        string replace --filter --regex '^  (?:-[a-z],)?(--[a-z-]+)(?: [A-Z]\S*)? *(.*)' '$1\t$2'
end

complete --command culprit --condition __fish_use_subcommand --arguments '(__culprit_commands)'
complete --command culprit --condition 'string match --quiet -- "-*" (commandline --current-token)' \
    --arguments '(__culprit_options)'
