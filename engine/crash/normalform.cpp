// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/normalform.h"

#include "engine/crash/line.h"

#include <algorithm>
#include <array>

namespace culprit::crash
{

namespace
{

constexpr std::size_t rewritten = 4096; ///< bytes of a line
constexpr std::size_t longHex = 8;      ///< digits
constexpr std::size_t longNumber = 5;   ///< digits
constexpr std::size_t longFraction = 3; ///< digits
constexpr std::size_t npos = std::string_view::npos;

constexpr auto units = std::to_array<std::string_view>(
    {"BogoMIPS", "Hz", "K",    "KiB",   "MHz", "cycles", "jiffies", "kB",   "kHz", "ms",   "msec",
     "msecs",    "ns", "nsec", "nsecs", "s",   "sec",    "seconds", "secs", "us",  "usec", "usecs"});
static_assert(std::ranges::is_sorted(units));

constexpr auto owners = std::to_array<std::string_view>({"CPU", "PID", "cpu", "pid", "ppid", "task", "tgid", "tid"});
static_assert(std::ranges::is_sorted(owners));

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isWord(char c)
{
    return isDigit(c) || isLetter(c);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

bool isUnit(std::string_view word)
{
    return std::ranges::binary_search(units, word);
}

/// How many characters at the start of `text` match: d a decimal digit, x a hexadecimal one, all else itself.
bool begins(std::string_view text, std::string_view shape)
{
    return text.size() >= shape.size() &&
           std::ranges::equal(text.substr(0, shape.size()), shape, [](char c, char like) {
               return like == 'd' ? isDigit(c) : like == 'x' ? isHex(c) : c == like;
           });
}

std::string_view wordAt(std::string_view text, std::size_t at)
{
    std::size_t end = std::min(at, text.size());
    while (end < text.size() && isWord(text[end])) {
        ++end;
    }
    return text.substr(std::min(at, text.size()), end - std::min(at, text.size()));
}

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    const std::string_view word = wordAt(text, at);
    return static_cast<std::size_t>(std::ranges::find_if_not(word, isDigit) - word.begin());
}

bool isAddress(std::string_view word)
{
    const bool marked = word.starts_with("0x") || word.starts_with("0X");
    const std::string_view digits = marked ? word.substr(2) : word;
    return digits.size() >= longHex && std::ranges::all_of(digits, isHex) &&
           (marked || std::ranges::any_of(digits, isDigit));
}

/// What stands before the release in "Linux version 6.9.0 (user@host) (gcc 14.2) #1"; 0: the line is none.
std::size_t bannerSize(std::string_view message)
{
    constexpr std::string_view version = " version ";
    const std::string_view name = wordAt(message, 0);
    const std::string_view rest = message.substr(name.size());
    const bool isBanner = !name.empty() && rest.starts_with(version) && digitsAt(rest, version.size()) > 0 &&
                          rest.substr(0, rest.find(')')).contains('@');
    return isBanner ? name.size() + version.size() : 0;
}

class Rewriting final
{
public:
    explicit Rewriting(std::string_view text) : m_text(text) {}

    std::string result()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (isBlank(c)) {
                takeBlanks();
            } else if (isWord(c)) {
                takeWord();
            } else {
                m_form += c;
                ++m_at;
            }
        }
        return std::move(m_form);
    }

private:
    void takeBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at])) {
            ++m_at;
        }
        if (!m_form.empty() && m_at < m_text.size()) {
            m_form += ' ';
        }
    }

    void takeWord()
    {
        const std::string_view word = wordAt(m_text, m_at);
        const std::size_t noise = std::max(noiseAt(word), placeAt(word));
        if (noise > 0) {
            m_form += '#';
            m_at += noise;
        } else {
            m_form += word;
            m_at += word.size();
        }
        m_wasOffset = noise > 0 && word.starts_with("0x");
        m_tainted = m_tainted || word == "tainted" || word == "Tainted";
        m_word = word;
        m_wordEnd = m_at;
    }

    /// How many characters from here on say nothing, whatever stands before them; 0: all say something.
    [[nodiscard]] std::size_t noiseAt(std::string_view word) const
    {
        const std::string_view rest = m_text.substr(m_at);
        const std::size_t digits = digitsAt(m_text, m_at);
        if (isAddress(word)) {
            constexpr std::string_view uuid = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
            return begins(rest, uuid) ? uuid.size() : word.size();
        }
        if (digits == 0) {
            return 0;
        }
        if (const std::size_t time = timeAt(rest); time > 0) {
            return time;
        }
        if (digits < word.size()) {
            return isUnit(word.substr(digits)) ? word.size() : 0;
        }
        return std::max(numberAt(digits), fractionAt(digits));
    }

    [[nodiscard]] std::size_t timeAt(std::string_view rest) const
    {
        constexpr std::string_view date = "dddd-dd-dd";
        constexpr std::string_view time = "dd:dd:dd";
        std::size_t size = begins(rest, date) ? date.size() : 0;
        const bool parted = size > 0 && size < rest.size() && (rest[size] == 'T' || rest[size] == ' ');
        const std::size_t clock = parted ? size + 1 : 0;
        if ((size == 0 || parted) && begins(rest.substr(clock), time)) {
            size = clock + time.size();
        }
        // An address of a network card or of a bus looks the same but for what stands around it.
        const bool goesOn = size < rest.size() && (isWord(rest[size]) || rest[size] == ':' || rest[size] == '.');
        return goesOn || before() == ':' || before() == '-' ? 0 : size;
    }

    [[nodiscard]] std::size_t numberAt(std::size_t digits) const
    {
        const std::size_t end = m_at + digits;
        const bool isMeasured = end < m_text.size() && m_text[end] == ' ' && isUnit(wordAt(m_text, end + 1));
        return digits >= longNumber || isMeasured ? digits : 0;
    }

    /// Not one part of a version or of a network address.
    [[nodiscard]] std::size_t fractionAt(std::size_t digits) const
    {
        const std::size_t point = m_at + digits;
        if (before() == '.' || point + 1 >= m_text.size() || m_text[point] != '.') {
            return 0;
        }
        const std::size_t decimals = digitsAt(m_text, point + 1);
        const std::string_view word = wordAt(m_text, point + 1);
        const std::size_t end = point + 1 + word.size();
        const bool goesOn = end + 1 < m_text.size() && m_text[end] == '.' && isWord(m_text[end + 1]);
        if (decimals == 0 || goesOn) {
            return 0;
        }
        const bool isMeasured = decimals < word.size()
                                    ? isUnit(word.substr(decimals))
                                    : end < m_text.size() && m_text[end] == ' ' && isUnit(wordAt(m_text, end + 1));
        return isMeasured || (decimals == word.size() && decimals >= longFraction) ? end - m_at : 0;
    }

    /// The same, by what stands before them.
    [[nodiscard]] std::size_t placeAt(std::string_view word) const
    {
        const std::string_view past = m_text.substr(0, m_at);
        if (past.ends_with("kworker/")) {
            const std::string_view rest = m_text.substr(m_at);
            return std::min(rest.find_first_not_of("0123456789uH:"), rest.size());
        }
        if (word.starts_with("0x")) {
            const bool isPlace = before() == '+' || (before() == '/' && m_wasOffset) || past.ends_with("RIP: 0033:");
            return isPlace ? word.size() : 0;
        }
        if (!isDigit(word.front())) {
            return 0;
        }
        if (m_tainted && before() == ' ' && m_text.substr(m_at + word.size()).starts_with('.')) {
            return m_text.size() - m_at;
        }
        if (!std::ranges::all_of(word, isDigit)) {
            return 0;
        }
        return isSourceLine(past) || isOwned(past) || isOfProcess(past, word) ? word.size() : 0;
    }

    [[nodiscard]] static bool isSourceLine(std::string_view past)
    {
        return past.ends_with(".c:") || past.ends_with(".h:") || past.ends_with(".S:") || past.ends_with(".rs:");
    }

    /// "PID: 12", "pid=12", "CPU#1"
    [[nodiscard]] bool isOwned(std::string_view past) const
    {
        constexpr std::size_t farthest = 2;
        const std::string_view between = past.substr(std::min(m_wordEnd, past.size()));
        return !between.empty() && between.size() <= farthest && between.find_first_not_of(":=# ") == npos &&
               std::ranges::binary_search(owners, m_word);
    }

    /// "name/12", "name[12]", "task name:12 blocked"
    [[nodiscard]] bool isOfProcess(std::string_view past, std::string_view word) const
    {
        const std::string_view rest = m_text.substr(m_at + word.size());
        return (past.ends_with('/') && isNamed(past)) ||
               (past.ends_with('[') && isNamed(past) && word.size() > 1 && rest.starts_with(']')) ||
               (past.ends_with(':') && m_text.starts_with("INFO: task ") && rest.starts_with(" blocked"));
    }

    /// Whether a name with a letter in it stands before the last character.
    [[nodiscard]] static bool isNamed(std::string_view past)
    {
        constexpr std::size_t longest = 16; // as the kernel cuts a task's name
        past.remove_suffix(1);
        past.remove_prefix(past.size() - std::min(longest, past.size()));
        const auto start = std::ranges::find_last_if(
            past, [](char c) { return !isWord(c) && c != '.' && c != '-' && c != ':' && c != '/'; });
        return std::ranges::any_of(start.empty() ? past.begin() : start.begin(), past.end(), isLetter);
    }

    [[nodiscard]] char before() const { return m_at == 0 ? ' ' : m_text[m_at - 1]; }

    std::string_view m_text;
    std::string m_form;
    std::size_t m_at = 0;
    std::string_view m_word; ///< the last one
    std::size_t m_wordEnd = npos;
    bool m_wasOffset = false;
    bool m_tainted = false;
};

} // namespace

std::string normalForm(std::string_view line)
{
    std::string_view message = messageOf(line);
    message.remove_suffix(message.size() - (message.find_last_not_of(" \t\r") + 1));
    if (const std::size_t release = bannerSize(message); release > 0) {
        return std::string(message.substr(0, release)) + '#';
    }
    // "6.9.0-rc1 #1 Not tainted"
    if (!message.empty() && isDigit(message.front()) && message.ends_with(" Not tainted")) {
        return "# Not tainted";
    }
    std::string form = Rewriting(message.substr(0, rewritten)).result();
    form += message.substr(std::min(rewritten, message.size()));
    return form;
}

} // namespace culprit::crash
