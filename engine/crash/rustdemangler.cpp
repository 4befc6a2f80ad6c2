// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/rustdemangler.h"

#include <array>
#include <cstdint>
#include <utility>

namespace culprit::crash
{

namespace
{

constexpr int maxDepth = 64;
constexpr std::size_t maxName = 1024;

constexpr std::array<std::pair<char, std::string_view>, 20> basicTypes{{
    {'a', "i8"},    {'b', "bool"},  {'c', "char"}, {'d', "f64"}, {'e', "str"},  {'f', "f32"},  {'h', "u8"},
    {'i', "isize"}, {'j', "usize"}, {'l', "i32"},  {'m', "u32"}, {'n', "i128"}, {'o', "u128"}, {'s', "i16"},
    {'t', "u16"},   {'u', "()"},    {'v', "..."},  {'x', "i64"}, {'y', "u64"},  {'z', "!"},
}};

/// A reader of the v0 grammar; the letters in the functions are its tags.
class Demangler final
{
public:
    explicit Demangler(std::string_view symbol) : m_symbol(symbol) {}

    std::optional<std::string> demangle()
    {
        path(true);
        if (m_failed || m_name.empty()) {
            return std::nullopt;
        }
        return std::move(m_name);
    }

private:
    /// Counts recursion, and fails when it runs too deep.
    class Depth final
    {
    public:
        explicit Depth(Demangler &demangler) : m_demangler(demangler)
        {
            if (++m_demangler.m_depth > maxDepth) {
                m_demangler.m_failed = true;
            }
        }
        ~Depth() { --m_demangler.m_depth; }
        Depth(const Depth &) = delete;
        Depth &operator=(const Depth &) = delete;

    private:
        Demangler &m_demangler;
    };

    [[nodiscard]] bool good() const { return !m_failed && m_name.size() < maxName; }

    char take()
    {
        if (m_at >= m_symbol.size()) {
            m_failed = true;
            return '\0';
        }
        return m_symbol[m_at++];
    }

    bool takeIf(char c)
    {
        const bool there = m_at < m_symbol.size() && m_symbol[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }

    void print(std::string_view text)
    {
        if (!m_quiet) {
            m_name += text;
        }
    }

    /// "_" is 0, "0_" is 1, and so on.
    std::uint64_t base62()
    {
        if (takeIf('_')) {
            return 0;
        }
        std::uint64_t value = 0;
        while (!m_failed) {
            const char c = take();
            if (c == '_') {
                return value + 1;
            }
            unsigned digit = 0;
            if (c >= '0' && c <= '9') {
                digit = static_cast<unsigned>(c - '0');
            } else if (c >= 'a' && c <= 'z') {
                digit = 10 + static_cast<unsigned>(c - 'a');
            } else if (c >= 'A' && c <= 'Z') {
                digit = 36 + static_cast<unsigned>(c - 'A');
            } else {
                m_failed = true;
            }
            value = value * 62 + digit;
        }
        return 0;
    }

    std::uint64_t disambiguator() { return takeIf('s') ? base62() + 1 : 0; }

    std::string_view identifier()
    {
        takeIf('u');
        std::size_t length = 0;
        bool digits = false;
        while (m_at < m_symbol.size() && m_symbol[m_at] >= '0' && m_symbol[m_at] <= '9' && length < maxName) {
            length = length * 10 + static_cast<std::size_t>(m_symbol[m_at++] - '0');
            digits = true;
        }
        takeIf('_');
        if (!digits || length > m_symbol.size() - m_at) {
            m_failed = true;
            return {};
        }
        const std::string_view name = m_symbol.substr(m_at, length);
        m_at += length;
        return name;
    }

    template <typename Read>
    void backReference(std::size_t from, Read read)
    {
        const std::uint64_t to = base62();
        if (m_failed || to >= from) {
            m_failed = true;
            return;
        }
        if (!m_quiet) {
            const std::size_t after = std::exchange(m_at, static_cast<std::size_t>(to));
            read();
            m_at = after;
        }
    }

    void implPath()
    {
        disambiguator();
        const bool before = std::exchange(m_quiet, true);
        path(false);
        m_quiet = before;
    }

    void genericArguments()
    {
        for (bool first = true; good() && !takeIf('E'); first = false) {
            print(first ? "" : ", ");
            genericArgument();
        }
    }

    void genericArgument()
    {
        if (takeIf('L')) {
            base62();
            print("'_");
        } else if (takeIf('K')) {
            constant();
        } else {
            type();
        }
    }

    void qualified(bool hasPath)
    {
        print("<");
        type();
        if (hasPath) {
            print(" as ");
            path(false);
        }
        print(">");
    }

    void nested(bool inValue)
    {
        const char space = take();
        path(inValue);
        const std::uint64_t number = disambiguator();
        const std::string_view name = identifier();
        if (space >= 'A' && space <= 'Z') {
            print(space == 'C' ? "::{closure" : "::{shim");
            if (!name.empty()) {
                print(":");
                print(name);
            }
            print("#" + std::to_string(number) + "}");
        } else if (!name.empty()) {
            print("::");
            print(name);
        }
    }

    void path(bool inValue)
    {
        const Depth depth(*this);
        if (!good()) {
            m_failed = true;
            return;
        }
        const std::size_t from = m_at;
        switch (take()) {
        case 'C':
            disambiguator();
            print(identifier());
            break;
        case 'M':
            implPath();
            qualified(false);
            break;
        case 'X':
            implPath();
            qualified(true);
            break;
        case 'Y':
            qualified(true);
            break;
        case 'N':
            nested(inValue);
            break;
        case 'I':
            path(inValue);
            print(inValue ? "::<" : "<");
            genericArguments();
            print(">");
            break;
        case 'B':
            backReference(from, [&] { path(inValue); });
            break;
        default:
            m_failed = true;
        }
    }

    void reference(std::string_view mark)
    {
        print(mark);
        if (takeIf('L')) {
            base62();
        }
        if (mark == "&mut") {
            print(" ");
        }
        type();
    }

    void tuple()
    {
        print("(");
        int count = 0;
        for (; good() && !takeIf('E'); ++count) {
            print(count == 0 ? "" : ", ");
            type();
        }
        print(count == 1 ? ",)" : ")");
    }

    void function()
    {
        if (takeIf('G')) {
            base62();
        }
        print(takeIf('U') ? "unsafe fn(" : "fn(");
        if (takeIf('K') && !takeIf('C')) {
            identifier();
        }
        for (bool first = true; good() && !takeIf('E'); first = false) {
            print(first ? "" : ", ");
            type();
        }
        print(")");
        if (!takeIf('u')) {
            print(" -> ");
            type();
        }
    }

    void traitObject()
    {
        print("dyn ");
        if (takeIf('G')) {
            base62();
        }
        for (bool first = true; good() && !takeIf('E'); first = false) {
            print(first ? "" : " + ");
            path(false);
            while (good() && takeIf('p')) {
                identifier();
                type();
            }
        }
        if (take() != 'L') {
            m_failed = true;
        }
        base62();
    }

    void type()
    {
        const Depth depth(*this);
        if (!good()) {
            m_failed = true;
            return;
        }
        const std::size_t from = m_at;
        const char tag = take();
        for (const auto &[letter, name] : basicTypes) {
            if (letter == tag) {
                print(name);
                return;
            }
        }
        switch (tag) {
        case 'p':
            print("_");
            break;
        case 'A':
            print("[");
            type();
            print("; ");
            constant();
            print("]");
            break;
        case 'S':
            print("[");
            type();
            print("]");
            break;
        case 'T':
            tuple();
            break;
        case 'R':
            reference("&");
            break;
        case 'Q':
            reference("&mut");
            break;
        case 'P':
            print("*const ");
            type();
            break;
        case 'O':
            print("*mut ");
            type();
            break;
        case 'F':
            function();
            break;
        case 'D':
            traitObject();
            break;
        case 'B':
            backReference(from, [&] { type(); });
            break;
        default:
            m_at = from;
            path(false);
        }
    }

    void constant()
    {
        const Depth depth(*this);
        const std::size_t from = m_at;
        if (takeIf('B')) {
            backReference(from, [&] { constant(); });
            return;
        }
        if (takeIf('p')) {
            print("_");
            return;
        }
        take();
        print(takeIf('n') ? "-0x" : "0x");
        while (good() && !takeIf('_')) {
            print(std::string(1, take()));
        }
    }

    std::string_view m_symbol;
    std::size_t m_at = 0;
    std::string m_name;
    int m_depth = 0;
    bool m_quiet = false;
    bool m_failed = false;
};

} // namespace

std::optional<std::string> demangleRust(std::string_view symbol)
{
    if (!symbol.starts_with("_R")) {
        return std::nullopt;
    }
    return Demangler(symbol.substr(2)).demangle();
}

} // namespace culprit::crash
