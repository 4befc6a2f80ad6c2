// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/recipients.h"

#include "engine/history/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace culprit::kernel
{

namespace
{

using Field = Recipient::Field;

constexpr std::size_t longestLine = 1000;
constexpr std::size_t longestAddress = 254; // RFC 5321
constexpr std::size_t longestName = 100;
constexpr std::size_t longestReason = 200;

struct TrailerRule {
    std::string_view token; ///< in small letters
    std::string_view reason;
    Field field;
};

constexpr auto trailerRules = std::to_array<TrailerRule>({
    {"signed-off-by", "signed off", Field::To},
    {"co-developed-by", "co-developed", Field::To},
    {"reviewed-by", "reviewed", Field::To},
    {"acked-by", "acked", Field::To},
    {"tested-by", "tested", Field::To},
    {"reviewed-and-tested-by", "reviewed, tested", Field::To},
    {"acked-and-tested-by", "acked, tested", Field::To},
    {"reported-by", "reported", Field::Cc},
    {"reported-and-tested-by", "reported, tested", Field::To},
    {"cc", "copied in the commit", Field::Cc},
});

/// Lists to which reports must not go.
constexpr auto unwanted = std::to_array<std::string_view>({"stable@vger.kernel.org", "stable@kernel.org"});
constexpr std::string_view wholeKernel = "linux-kernel@vger.kernel.org";

/// Characters that turn the direction of the text after them, in UTF-8.
constexpr auto turning = std::to_array<std::string_view>(
    {"\xe2\x80\x8e", "\xe2\x80\x8f", "\xe2\x80\xaa", "\xe2\x80\xab", "\xe2\x80\xac", "\xe2\x80\xad", "\xe2\x80\xae",
     "\xe2\x81\xa6", "\xe2\x81\xa7", "\xe2\x81\xa8", "\xe2\x81\xa9"});

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\f";
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// At most so many bytes, cut between characters.
std::string bounded(std::string text, std::size_t most)
{
    if (text.size() > most) {
        while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0U) == 0x80U) {
            --most;
        }
        text.resize(most);
    }
    return text;
}

std::string plain(std::string_view text, std::size_t most)
{
    std::string result = history::toLine(text);
    for (const std::string_view character : turning) {
        for (std::size_t at = 0; (at = result.find(character, at)) != std::string::npos;) {
            result.erase(at, character.size());
        }
    }
    return bounded(std::string(trimmed(result)), most);
}

bool isAddress(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size() || text.size() > longestAddress) {
        return false;
    }
    constexpr std::string_view others = ".!#$%&'*+/=?^_`{|}~-";
    return std::ranges::all_of(text.substr(0, at), [&](char c) { return isLetterOrDigit(c) || others.contains(c); }) &&
           std::ranges::all_of(text.substr(at + 1), [](char c) { return isLetterOrDigit(c) || c == '.' || c == '-'; });
}

std::string cleanName(std::string_view name)
{
    std::string result(trimmed(name));
    std::erase_if(result, [](char c) { return c == '"' || c == '<' || c == '>' || c == '\\'; });
    return plain(result, longestName);
}

std::optional<Recipient> recipient(std::string_view name, std::string_view address, std::string_view reason,
                                   Field field)
{
    address = trimmed(address);
    if (!isAddress(address) || std::ranges::contains(unwanted, lowered(address))) {
        return {};
    }
    return Recipient{std::string(address), cleanName(name), plain(reason, longestReason), field};
}

/// Calls visit(name, address) for each of "Name <a@b>, c@d # comment".
template <class Visit>
void forEachAddress(std::string_view text, Visit visit)
{
    bool any = false;
    for (std::size_t begin = 0; (begin = text.find('<')) != std::string_view::npos;) {
        const std::size_t end = text.find('>', begin);
        if (end == std::string_view::npos) {
            break;
        }
        std::string_view name = text.substr(0, begin);
        if (any) {
            name.remove_prefix(std::min(name.find_first_not_of(", \t"), name.size()));
        }
        visit(name, text.substr(begin + 1, end - begin - 1));
        any = true;
        text.remove_prefix(end + 1);
    }
    while (!any && !text.empty()) {
        const std::string_view part = trimmed(text.substr(0, text.find(',')));
        visit(std::string_view{}, part.substr(0, part.find_first_of(" \t#(")));
        text.remove_prefix(std::min(text.find(','), text.size() - 1) + 1);
    }
}

template <class Visit>
void forEachLine(std::string_view text, Visit visit)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end <= longestLine) {
            visit(trimmed(text.substr(0, end)));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

const TrailerRule *ruleOf(std::string_view line)
{
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string token = lowered(line.substr(0, colon));
    const auto *const found = std::ranges::find(trailerRules, token, &TrailerRule::token);
    return found != trailerRules.end() ? found : nullptr;
}

void add(std::vector<Recipient> &list, std::optional<Recipient> one)
{
    if (one && list.size() < mostRecipients) {
        list.push_back(std::move(*one));
    }
}

/// "maintainer:EXT4 FILE SYSTEM,commit_signer:3/5=60%" within the last parentheses of a line that ends with them;
/// subsystems may have parentheses too.
struct Roles {
    std::string_view before;
    std::string_view roles;
};

Roles splitRoles(std::string_view line)
{
    if (!line.ends_with(')')) {
        return {line, {}};
    }
    int depth = 0;
    for (std::size_t i = line.size(); i-- > 0;) {
        depth += line[i] == ')' ? 1 : line[i] == '(' ? -1 : 0;
        if (depth == 0) {
            return {trimmed(line.substr(0, i)), line.substr(i + 1, line.size() - i - 2)};
        }
    }
    return {line, {}};
}

std::string spaced(std::string_view roles)
{
    std::string result;
    for (const char c : roles) {
        result += c;
        if ((c == ':' || c == ',') && !result.empty()) {
            result += ' ';
        }
    }
    return result;
}

bool isList(std::string_view roles)
{
    return roles.contains("list");
}

Field fieldOf(std::string_view roles)
{
    return roles.contains("maintainer") || roles.contains("supporter") || isList(roles) ? Field::To : Field::Cc;
}

} // namespace

std::vector<Recipient> recipientsOf(const history::CommitDetails &commit)
{
    std::vector<Recipient> list;
    add(list, recipient(commit.author.name, commit.author.mail, "author", Field::To));
    forEachLine(commit.message, [&](std::string_view line) {
        if (const TrailerRule *rule = ruleOf(line)) {
            forEachAddress(line.substr(line.find(':') + 1), [&](std::string_view name, std::string_view address) {
                add(list, recipient(name, address, rule->reason, rule->field));
            });
        }
    });
    return mergeRecipients(std::array{std::move(list)});
}

std::vector<Recipient> parseMaintainers(std::string_view output)
{
    std::vector<Recipient> list;
    bool subsystemList = false;
    forEachLine(output, [&](std::string_view line) {
        const auto [before, roles] = splitRoles(line);
        forEachAddress(before, [&](std::string_view name, std::string_view address) {
            const std::string reason = roles.empty() ? "get_maintainer.pl" : spaced(roles);
            auto one = recipient(name, address, reason, fieldOf(roles));
            subsystemList = subsystemList || (one && isList(roles) && lowered(one->address) != wholeKernel);
            add(list, std::move(one));
        });
    });
    for (Recipient &one : list) {
        if (subsystemList && lowered(one.address) == wholeKernel) {
            one.field = Field::Cc;
        }
    }
    return mergeRecipients(std::array{std::move(list)});
}

std::vector<Recipient> mergeRecipients(std::span<const std::vector<Recipient>> lists)
{
    std::vector<Recipient> merged;
    std::unordered_map<std::string, std::size_t> known;
    for (const std::vector<Recipient> &list : lists) {
        for (const Recipient &one : list) {
            const auto [at, fresh] = known.try_emplace(lowered(one.address), merged.size());
            if (fresh) {
                merged.push_back(one);
                continue;
            }
            Recipient &first = merged[at->second];
            if (!(", " + first.reason + ", ").contains(", " + one.reason + ", ")) {
                first.reason = bounded(first.reason + ", " + one.reason, longestReason);
            }
            first.name = first.name.empty() ? one.name : first.name;
            first.field = one.field == Field::To ? Field::To : first.field;
        }
    }
    return merged;
}

} // namespace culprit::kernel
