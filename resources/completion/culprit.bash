# SPDX-FileCopyrightText: 2026 The Culprit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completes commands and options as "culprit --help" and "culprit COMMAND --help" list them, else files.

_culprit() {
    local current=${COMP_WORDS[COMP_CWORD]} command='' word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in -*) ;; *) command=$word && break ;; esac
    done
    COMPREPLY=()
    if [ "${current:0:1}" = - ]; then
        local options
        # shellcheck disable=SC2086 # no command, no word
        options=$("${COMP_WORDS[0]}" $command --help 2>/dev/null |
            sed -n 's/^  \(-[a-z],\)\{0,1\}\(--[a-z-]*\).*/\2/p')
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    elif [ -z "$command" ]; then
        local commands
        commands=$("${COMP_WORDS[0]}" --help 2>/dev/null |
            sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current")
    fi
}
complete -o default -F _culprit culprit
