# SPDX-FileCopyrightText: 2026 The Culprit developers
# SPDX-License-Identifier: GPL-3.0-or-later

add_custom_target(lint
    COMMAND ${CMAKE_SOURCE_DIR}/packaging/lint ${CMAKE_BINARY_DIR}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} USES_TERMINAL VERBATIM
    COMMENT "clang-format, clang-tidy, codespell, shellcheck, reuse")
