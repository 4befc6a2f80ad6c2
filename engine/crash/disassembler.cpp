// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/codeline.h"

#ifdef CULPRIT_WITH_CAPSTONE
#include <capstone/capstone.h>

#include <format>
#include <memory>
#endif

namespace culprit::crash
{

#ifdef CULPRIT_WITH_CAPSTONE

namespace
{

constexpr std::size_t mostStarts = 8;

class Disassembler final
{
public:
    explicit Disassembler(Architecture architecture)
    {
        const auto [arch, mode] = kindOf(architecture);
        m_open = cs_open(arch, mode, &m_handle) == CS_ERR_OK;
        if (m_open && arch == CS_ARCH_X86) {
            cs_option(m_handle, CS_OPT_SYNTAX, CS_OPT_SYNTAX_ATT);
        }
        m_instruction = m_open ? cs_malloc(m_handle) : nullptr;
    }
    ~Disassembler()
    {
        if (m_instruction != nullptr) {
            cs_free(m_instruction, 1);
        }
        if (m_open) {
            cs_close(&m_handle);
        }
    }
    Disassembler(const Disassembler &) = delete;
    Disassembler &operator=(const Disassembler &) = delete;

    /// The code from an offset on, a line an instruction; empty unless an instruction begins at the marked byte.
    [[nodiscard]] std::string from(const MachineCode &code, std::size_t start)
    {
        if (m_instruction == nullptr) {
            return {};
        }
        const std::uint8_t *at = code.bytes.data() + start;
        std::size_t left = code.bytes.size() - start;
        std::uint64_t offset = start;
        std::string text;
        bool reached = false;
        while (cs_disasm_iter(m_handle, &at, &left, &offset, m_instruction)) {
            const bool marked = m_instruction->address == code.marked;
            if (!reached && !marked && m_instruction->address > code.marked) {
                return {};
            }
            reached = reached || marked;
            std::string bytes;
            for (std::size_t i = 0; i < m_instruction->size; ++i) {
                bytes += std::format("{:02x} ", m_instruction->bytes[i]);
            }
            text += std::format("{}{:4x}: {:<31}{}{}{}{}\n", marked ? "*" : " ", m_instruction->address, bytes,
                                m_instruction->mnemonic, m_instruction->op_str[0] != '\0' ? " " : "",
                                m_instruction->op_str, marked ? " <-- at fault" : "");
        }
        return reached ? text : std::string{};
    }

private:
    [[nodiscard]] static std::pair<cs_arch, cs_mode> kindOf(Architecture architecture)
    {
        switch (architecture) {
        case Architecture::X86_64:
            return {CS_ARCH_X86, CS_MODE_64};
        case Architecture::X86_32:
            return {CS_ARCH_X86, CS_MODE_32};
        case Architecture::Arm64:
            return {CS_ARCH_ARM64, CS_MODE_LITTLE_ENDIAN};
        case Architecture::Arm:
            return {CS_ARCH_ARM, CS_MODE_ARM};
        case Architecture::RiscV64:
            return {CS_ARCH_RISCV, static_cast<cs_mode>(CS_MODE_RISCV64 | CS_MODE_RISCVC)};
        }
        return {CS_ARCH_ALL, CS_MODE_LITTLE_ENDIAN};
    }

    csh m_handle = 0;
    bool m_open = false;
    cs_insn *m_instruction = nullptr;
};

} // namespace

bool hasDisassembler()
{
    return true;
}

std::string disassemble(const MachineCode &code)
{
    if (code.marked >= code.bytes.size()) {
        return {};
    }
    Disassembler disassembler(code.architecture);
    for (std::size_t i = 0; i < mostStarts && i * code.unit <= code.marked; ++i) {
        if (std::string text = disassembler.from(code, i * code.unit); !text.empty()) {
            return text;
        }
    }
    return {};
}

#else

bool hasDisassembler()
{
    return false;
}

std::string disassemble(const MachineCode &)
{
    return {};
}

#endif

} // namespace culprit::crash
