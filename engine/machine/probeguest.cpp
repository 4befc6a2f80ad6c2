// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/probeguest.h"

#include <array>

namespace culprit::machine
{

namespace
{

constexpr int SectorSize = 512;

// Loaded at 0x7c00 in real mode.
constexpr std::array<unsigned char, 29> Code{
    0xfa,             // 00  cli
    0xfc,             // 01  cld
    0x31, 0xc0,       // 02  xor  ax, ax
    0x8e, 0xd8,       // 04  mov  ds, ax
    0xbe, 0x1d, 0x7c, // 06  mov  si, 0x7c1d     the word, behind the code
    0xac,             // 09  lodsb
    0x84, 0xc0,       // 0a  test al, al
    0x74, 0x06,       // 0c  jz   14
    0xba, 0xf8, 0x03, // 0e  mov  dx, 0x3f8      first serial port
    0xee,             // 11  out  dx, al
    0xeb, 0xf5,       // 12  jmp  09
    0xba, 0xf4, 0x00, // 14  mov  dx, 0xf4       isa-debug-exit
    0xb0, 0x10,       // 17  mov  al, 0x10
    0xee,             // 19  out  dx, al
    0xf4,             // 1a  hlt
    0xeb, 0xfd,       // 1b  jmp  1a
};

} // namespace

QByteArray probeBootSector()
{
    QByteArray sector;
    for (const unsigned char byte : Code) {
        sector += static_cast<char>(byte);
    }
    sector += ProbeWord;
    sector += QByteArray("\n\0", 2);
    sector.resize(SectorSize - 2, '\0');
    sector += "\x55\xaa";
    return sector;
}

} // namespace culprit::machine
