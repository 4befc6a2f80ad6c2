// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/people.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace culprit::demo
{
namespace
{

struct Person {
    std::string_view key;
    std::string_view name;
    std::string_view zone;
};

constexpr auto people = std::to_array<Person>({
    {"ada", "Ada Brandt", "+0100"},
    {"eli", "Eli Marsh", "-0500"},
    {"irene", "Irene Falk", "+0100"},
    {"jun", "Jun Okafor", "+0900"},
    {"lena", "Lena Fischer", "+0100"},
    {"mira", "Mira Solberg", "+0100"},
    {"noor", "Noor Haddad", "+0200"},
    {"owen", "Owen Price", "+0000"},
    {"petra", "Petra Novak", "+0100"},
    {"ravi", "Ravi Menon", "+0530"},
    {"tomas", "Tomas Lindqvist", "+0100"},
});

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

Person find(const QByteArray &key)
{
    const std::string_view wanted(key.constData(), std::size_t(key.size()));
    const auto *found = std::ranges::find(people, wanted, &Person::key);
    return found == people.end() ? Person{wanted, wanted, "+0000"} : *found;
}

} // namespace

QByteArray personOf(const QByteArray &key)
{
    return bytes(find(key).name) + " <" + key + "@example.org>";
}

QByteArray timeZoneOf(const QByteArray &key)
{
    return bytes(find(key).zone);
}

} // namespace culprit::demo
