# SPDX-FileCopyrightText: 2026 The Culprit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# culprit_library(NAME [QT] SOURCES file... [PUBLIC lib...] [PRIVATE lib...])
#   one static library for one folder of engine/ or widgets/; includes are written from the top
#   ("engine/search/graph.h"), and only headers of the libraries named here are meant to be included.
# culprit_test(NAME LABELS unit|gui|system|linux|bench SOURCES file... LIBS lib...)
#   one Qt Test program, run offscreen with settings and caches of its own; the first file has its classes and includes
#   their moc. The target LABEL_tests builds all of a label.

# Warnings are errors in our code, not in what a moc or rcc run generates.
function(culprit_target_defaults target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "QT" "" "")
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
    if(arg_QT)
        target_link_libraries(${target} PRIVATE culprit_qt_options)
        set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON AUTOUIC OFF)
    else()
        target_link_libraries(${target} PRIVATE culprit_options)
    endif()
endfunction()

function(culprit_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "QT" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(${name} STATIC ${arg_SOURCES})
    if(arg_QT)
        culprit_target_defaults(${name} QT)
    else()
        culprit_target_defaults(${name})
    endif()
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
endfunction()

function(culprit_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "LABELS;SOURCES;LIBS")
    add_executable(${name} ${arg_SOURCES})
    culprit_target_defaults(${name} QT)
    target_link_libraries(${name} PRIVATE ${arg_LIBS} Qt6::Test culprit_test_options)
    # AUTOMOC's search for more of them costs two seconds a test.
    list(GET arg_SOURCES 0 source)
    cmake_path(GET source STEM stem)
    file(STRINGS ${source} includes_moc REGEX "^#include \"${stem}\\.moc\"")
    if(includes_moc)
        set(moc ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc/${stem}.moc)
        qt_generate_moc(${source} ${moc} TARGET ${name})
        set_property(SOURCE ${source} APPEND PROPERTY OBJECT_DEPENDS ${moc})
        target_include_directories(${name} SYSTEM PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc)
    endif()
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_dependencies(${name} culprit-guard)
    foreach(label IN LISTS arg_LABELS)
        if(NOT TARGET ${label}_tests)
            add_custom_target(${label}_tests)
        endif()
        add_dependencies(${label}_tests ${name})
    endforeach()
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 900)
    endif()
    # The crash report of a sanitizer must fail the test; a test never touches the user's own files. Qt Test would end a
    # test function after five minutes, whatever the test may take.
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=${arg_TIMEOUT}000;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.*=false;XDG_CONFIG_HOME=${CMAKE_BINARY_DIR}/test-home/config;XDG_DATA_HOME=${CMAKE_BINARY_DIR}/test-home/data;XDG_CACHE_HOME=${CMAKE_BINARY_DIR}/test-home/cache;GIT_CONFIG_GLOBAL=/dev/null;GIT_CONFIG_NOSYSTEM=1;ASAN_OPTIONS=detect_leaks=0;CULPRIT_GUARD=$<TARGET_FILE:culprit-guard>")
endfunction()
