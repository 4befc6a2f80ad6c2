// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/x86instruction.h"

#include <algorithm>
#include <string_view>

namespace culprit::kernel
{

namespace
{

constexpr std::size_t LongestInstruction = 15;

// What follows an opcode, a letter for each of the 256:
//   .  nothing                 m  ModRM               b  8 bits            B  ModRM, 8 bits
//   w  16 bits                 z  16 or 32 bits       Z  ModRM, z          v  16, 32 or 64 bits
//   j  z, a distance           k  8 bits, a distance  o  an address        e  16 and 8 bits
//   g  ModRM; B if its register field is 0 or 1       G  the same with Z   p  z and a selector
//   x  a prefix or an escape   !  no instruction
constexpr std::string_view OneByte64 = "mmmmbz!!mmmmbz!x"  // 00
                                       "mmmmbz!!mmmmbz!!"  // 10
                                       "mmmmbzx!mmmmbzx!"  // 20
                                       "mmmmbzx!mmmmbzx!"  // 30
                                       "xxxxxxxxxxxxxxxx"  // 40
                                       "................"  // 50
                                       "!!xmxxxxzZbB...."  // 60
                                       "kkkkkkkkkkkkkkkk"  // 70
                                       "BZ!Bmmmmmmmmmmmm"  // 80
                                       "..........!....."  // 90
                                       "oooo....bz......"  // A0
                                       "bbbbbbbbvvvvvvvv"  // B0
                                       "BBw.xxBZe.w..b!."  // C0
                                       "mmmm!!!.mmmmmmmm"  // D0
                                       "kkkkbbbbjj!k...."  // E0
                                       "x.xx..gG......mm"; // F0

constexpr std::string_view OneByte32 = "mmmmbz..mmmmbz.x"  // 00
                                       "mmmmbz..mmmmbz.."  // 10
                                       "mmmmbzx.mmmmbzx."  // 20
                                       "mmmmbzx.mmmmbzx."  // 30
                                       "................"  // 40
                                       "................"  // 50
                                       "..xmxxxxzZbB...."  // 60
                                       "kkkkkkkkkkkkkkkk"  // 70
                                       "BZBBmmmmmmmmmmmm"  // 80
                                       "..........p....."  // 90
                                       "oooo....bz......"  // A0
                                       "bbbbbbbbvvvvvvvv"  // B0
                                       "BBw.xxBZe.w..b.."  // C0
                                       "mmmmbb!.mmmmmmmm"  // D0
                                       "kkkkbbbbjjpk...."  // E0
                                       "x.xx..gG......mm"; // F0

constexpr std::string_view TwoByte = "mmmm!.....!.!m.B"  // 00
                                     "mmmmmmmmmmmmmmmm"  // 10
                                     "mmmm!!!!mmmmmmmm"  // 20
                                     "......!.x!x!!!!!"  // 30
                                     "mmmmmmmmmmmmmmmm"  // 40
                                     "mmmmmmmmmmmmmmmm"  // 50
                                     "mmmmmmmmmmmmmmmm"  // 60
                                     "BBBBmmm.mm!!mmmm"  // 70
                                     "jjjjjjjjjjjjjjjj"  // 80
                                     "mmmmmmmmmmmmmmmm"  // 90
                                     "...mBm!m...mBmmm"  // A0
                                     "mmmmmmmmmmBmmmmm"  // B0
                                     "mmBmBBBm........"  // C0
                                     "mmmmmmmmmmmmmmmm"  // D0
                                     "mmmmmmmmmmmmmmmm"  // E0
                                     "mmmmmmmmmmmmmmmm"; // F0
static_assert(OneByte64.size() == 256 && OneByte32.size() == 256 && TwoByte.size() == 256);

/// The maps of opcodes that VEX and EVEX name.
enum Map : std::uint8_t { Map0F = 1, Map0F38 = 2, Map0F3A = 3, Map5 = 5, Map6 = 6 };

/// Reads byte by byte; past the end it stays there and is no longer good.
class Decoder final
{
public:
    Decoder(std::span<const std::uint8_t> code, bool is64Bit)
        : m_code(code.first(std::min(code.size(), LongestInstruction))), m_is64Bit(is64Bit)
    {
    }

    std::optional<X86Instruction> decode()
    {
        std::uint8_t opcode = prefixes();
        char kind = (m_is64Bit ? OneByte64 : OneByte32)[opcode];
        if (opcode == 0x0F) {
            opcode = next();
            kind = TwoByte[opcode];
            if (opcode == 0x38 || opcode == 0x3A) {
                kind = opcode == 0x38 ? 'm' : 'B';
                next();
            }
        } else if (isVector(opcode)) {
            kind = vector(opcode);
        } else {
            m_result.passes = (opcode >= 0xB8 && opcode <= 0xBF) || opcode == 0x68 || opcode == 0x6A ||
                              (opcode == 0xC7 && m_at < m_code.size() && (m_code[m_at] & 0x38U) == 0);
        }
        operands(kind);
        if (!m_good) {
            return std::nullopt;
        }
        m_result.length = static_cast<std::uint8_t>(m_at);
        return m_result;
    }

private:
    std::uint8_t next()
    {
        if (m_at >= m_code.size()) {
            m_good = false;
            return 0;
        }
        return m_code[m_at++];
    }

    void skip(std::size_t bytes)
    {
        m_good = m_good && bytes <= m_code.size() - m_at;
        m_at = m_good ? m_at + bytes : m_at;
    }

    void immediate(std::size_t bytes)
    {
        m_result.immediateOffset = static_cast<std::uint8_t>(m_at);
        m_result.immediateSize = static_cast<std::uint8_t>(bytes);
        skip(bytes);
    }

    /// Takes the prefixes and returns the opcode behind them.
    std::uint8_t prefixes()
    {
        for (;;) {
            const std::uint8_t byte = next();
            switch (byte) {
            case 0x66:
                m_isShort = true;
                break;
            case 0x67:
                m_hasShortAddress = true;
                break;
            case 0x26:
            case 0x2E:
            case 0x36:
            case 0x3E:
            case 0x64:
            case 0x65:
            case 0xF0:
            case 0xF2:
            case 0xF3:
                break;
            default:
                if (!m_is64Bit || (byte & 0xF0U) != 0x40 || !m_good) {
                    return byte;
                }
                m_isWide = (byte & 0x08U) != 0; // REX counts right before the opcode only
                if (const std::uint8_t behind = m_at < m_code.size() ? m_code[m_at] : 0;
                    (behind & 0xF0U) != 0x40 && !isPrefix(behind)) {
                    return next();
                }
                m_isWide = false;
            }
        }
    }

    static bool isPrefix(std::uint8_t byte)
    {
        return OneByte64[byte] == 'x' && byte != 0x0F && byte != 0x62 && byte != 0xC4 && byte != 0xC5;
    }

    /// In 32-bit code the same bytes are LES, LDS and BOUND, whose operand is never a register.
    [[nodiscard]] bool isVector(std::uint8_t opcode) const
    {
        const bool may = opcode == 0x62 || opcode == 0xC4 || opcode == 0xC5;
        return may && (m_is64Bit || (m_at < m_code.size() && m_code[m_at] >= 0xC0));
    }

    char vector(std::uint8_t opcode)
    {
        unsigned map = Map0F;
        if (opcode == 0xC5) {
            skip(1);
        } else if (opcode == 0xC4) {
            map = next() & 0x1FU;
            skip(1);
        } else {
            map = next() & 0x07U;
            skip(2);
        }
        const std::uint8_t behind = next();
        switch (map) {
        case Map0F:
            return behind == 0x77 && opcode != 0x62 ? '.' : TwoByte[behind] == 'B' ? 'B' : 'm';
        case Map0F38:
        case Map5:
        case Map6:
            return 'm';
        case Map0F3A:
            return 'B';
        default:
            return '!';
        }
    }

    [[nodiscard]] std::size_t operandSize() const { return m_isShort && !m_isWide ? 2 : 4; }
    /// 64-bit code takes no short distances.
    [[nodiscard]] std::size_t distanceSize() const { return m_is64Bit ? 4 : operandSize(); }

    void operands(char kind)
    {
        switch (kind) {
        case '.':
            break;
        case 'm':
            modRm();
            break;
        case 'B':
            modRm();
            immediate(1);
            break;
        case 'Z':
            modRm();
            immediate(operandSize());
            break;
        case 'g':
            immediateOfGroup(1);
            break;
        case 'G':
            immediateOfGroup(operandSize());
            break;
        case 'x': // LES, LDS, BOUND
            m_is64Bit ? fail() : modRm();
            break;
        default:
            withoutModRm(kind);
        }
    }

    void withoutModRm(char kind)
    {
        switch (kind) {
        case 'b':
            immediate(1);
            break;
        case 'w':
            immediate(2);
            break;
        case 'z':
            immediate(operandSize());
            break;
        case 'v':
            immediate(m_isWide ? 8 : operandSize());
            break;
        case 'e':
            immediate(3);
            break;
        case 'k':
            skip(1);
            break;
        case 'j':
            skip(distanceSize());
            break;
        case 'o':
            skip(m_is64Bit ? (m_hasShortAddress ? 4 : 8) : (m_hasShortAddress ? 2 : 4));
            break;
        case 'p':
            skip(operandSize() + 2);
            break;
        default:
            fail();
        }
    }

    void fail() { m_good = false; }

    void immediateOfGroup(std::size_t bytes)
    {
        const std::uint8_t byte = m_at < m_code.size() ? m_code[m_at] : 0;
        modRm();
        if ((byte & 0x30U) == 0) {
            immediate(bytes);
        }
    }

    void modRm()
    {
        const std::uint8_t byte = next();
        const unsigned mode = byte >> 6U;
        const unsigned memory = byte & 0x07U;
        if (mode == 3) {
            return;
        }
        if (!m_is64Bit && m_hasShortAddress) {
            skip(mode == 1 ? 1 : mode == 2 || memory == 6 ? 2 : 0);
            return;
        }
        unsigned base = memory;
        if (memory == 4) {
            base = next() & 0x07U;
        }
        skip(mode == 1 ? 1 : mode == 2 || base == 5 ? 4 : 0);
    }

    std::span<const std::uint8_t> m_code;
    std::size_t m_at = 0;
    X86Instruction m_result;
    bool m_is64Bit;
    bool m_isShort = false;         ///< operands of 16 bits
    bool m_isWide = false;          ///< of 64 bits
    bool m_hasShortAddress = false; ///< one step below the mode's own
    bool m_good = true;
};

} // namespace

std::optional<X86Instruction> decodeX86(std::span<const std::uint8_t> code, bool is64Bit)
{
    return Decoder(code, is64Bit).decode();
}

} // namespace culprit::kernel
