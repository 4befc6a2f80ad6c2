# SPDX-FileCopyrightText: 2026 The Culprit developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Manual pages, licence and changelog as Debian wants them, and the Debian package that cpack makes.

# The same bytes whenever they are packed.
function(culprit_install_packed source name destination)
    set(packed ${CMAKE_BINARY_DIR}/packed/${name}.gz)
    add_custom_command(OUTPUT ${packed}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/packed
        COMMAND sh -c "gzip -9nc '${source}' >'${packed}'"
        DEPENDS ${source}
        VERBATIM)
    set_property(GLOBAL APPEND PROPERTY CULPRIT_PACKED ${packed})
    install(FILES ${packed} DESTINATION ${destination})
endfunction()

set(debian_revision 1)
set(debian_maintainer "The Culprit developers <developers@culprit.invalid>")
configure_file(packaging/deb/changelog.in ${CMAKE_BINARY_DIR}/deb/changelog @ONLY)
configure_file(packaging/deb/copyright ${CMAKE_BINARY_DIR}/deb/copyright COPYONLY)
set(documents ${CMAKE_INSTALL_DATADIR}/doc/culprit)
install(FILES ${CMAKE_BINARY_DIR}/deb/copyright DESTINATION ${documents})
culprit_install_packed(${CMAKE_BINARY_DIR}/deb/changelog changelog.Debian ${documents})
culprit_install_packed(${CMAKE_SOURCE_DIR}/CHANGELOG.md changelog ${documents})
culprit_install_packed(${CMAKE_SOURCE_DIR}/packaging/man/culprit.1 culprit.1 ${CMAKE_INSTALL_MANDIR}/man1)
culprit_install_packed(${CMAKE_SOURCE_DIR}/packaging/man/culprit.toml.5 culprit.toml.5 ${CMAKE_INSTALL_MANDIR}/man5)
get_property(packed GLOBAL PROPERTY CULPRIT_PACKED)
add_custom_target(culprit_packed ALL DEPENDS ${packed})

# What is packed is what was built: a package does not wait for tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME culprit)
set(CPACK_PACKAGE_CONTACT ${debian_maintainer})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${debian_revision})
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "find the kernel commit that introduced or fixed a bug
 Culprit bisects the Linux kernel on your own workstation: it builds the
 revisions that matter, boots each in QEMU machines, reads the crash titles
 off their consoles and narrows the range, also when the bug shows only now
 and then. Every verdict comes with its evidence and can be overruled; logs
 of syzbot and of git bisect can be opened, audited and gone on with.")
# What it runs; what builds a kernel is recommended, as it is told by "culprit doctor" when it is missing.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "git, make, gcc, libc6-dev, busybox-static, qemu-system-x86, qemu-utils, libqt6sql6-sqlite, qt6-svg-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "bc, bison, ccache, cpio, flex, kmod, libelf-dev, libssl-dev, openssh-client, perl, python3, xz-utils, zstd")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "clang, gcc-multilib, git-email")
include(CPack)
