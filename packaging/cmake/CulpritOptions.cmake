# SPDX-FileCopyrightText: 2026 The Culprit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Language, warnings and sanitizers, once for every target.

include(CTest)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
    message(FATAL_ERROR "Culprit needs GCC 14 or newer (this is ${CMAKE_CXX_COMPILER_VERSION}): build with packaging/dev, which brings it.")
endif()

set(CULPRIT_SANITIZE "" CACHE STRING "Sanitizers to build with, as for -fsanitize= (empty: none)")
option(CULPRIT_FUZZ "Build the libFuzzer targets (needs clang)" OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The base folder lets checkouts in different places share objects; precompiled headers need the sloppiness.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE_PROGRAM})
    set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()

add_library(culprit_options INTERFACE)
target_compile_options(culprit_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
if(CULPRIT_SANITIZE)
    target_compile_options(culprit_options INTERFACE -fsanitize=${CULPRIT_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(culprit_options INTERFACE -fsanitize=${CULPRIT_SANITIZE})
endif()

# The libraries too: without coverage of the parsers the fuzzer is blind.
if(CULPRIT_FUZZ)
    target_compile_options(culprit_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(culprit_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

add_library(culprit_qt_options INTERFACE)
target_link_libraries(culprit_qt_options INTERFACE culprit_options)
target_compile_definitions(culprit_qt_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_CONTEXTLESS_CONNECT
    QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_UP_TO=0x060800)

# Comes after culprit_options in a test: the QTRY_ macros of Qt 6.8 narrow.
add_library(culprit_test_options INTERFACE)
target_compile_options(culprit_test_options INTERFACE -Wno-conversion)
