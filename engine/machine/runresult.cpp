// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine/runresult.h"

#include <algorithm>
#include <array>
#include <utility>

namespace culprit::machine
{

namespace
{

constexpr std::array<std::pair<Ending, QStringView>, 19> EndingWords{{
    {Ending::AgentDone, u"agent-done"},
    {Ending::TimeUp, u"time-up"},
    {Ending::Crashed, u"crashed"},
    {Ending::NoOutput, u"no-output"},
    {Ending::UnexpectedReboot, u"unexpected-reboot"},
    {Ending::BootNoBanner, u"boot-no-banner"},
    {Ending::BootStuck, u"boot-stuck"},
    {Ending::GuestRefused, u"guest-refused"},
    {Ending::LostConnection, u"lost-connection"},
    {Ending::TestFailed, u"test-failed"},
    {Ending::LostQemu, u"lost-qemu"},
    {Ending::NotStarted, u"not-started"},
    {Ending::Flood, u"flood"},
    {Ending::Saved, u"saved"},
    {Ending::HostSuspended, u"host-suspended"},
    {Ending::HostStarved, u"host-starved"},
    {Ending::HostFull, u"host-full"},
    {Ending::Cancelled, u"cancelled"},
    {Ending::WallTime, u"wall-time"},
}};

constexpr std::array<std::pair<RunState, QStringView>, 8> StateWords{{
    {RunState::Starting, u"starting"},
    {RunState::Firmware, u"firmware"},
    {RunState::Booting, u"booting"},
    {RunState::Testing, u"testing"},
    {RunState::Settling, u"settling"},
    {RunState::PoweringOff, u"powering off"},
    {RunState::Ending, u"ending"},
    {RunState::Finished, u"finished"},
}};

} // namespace

QString word(RunState state)
{
    return std::ranges::find(StateWords, state, &std::pair<RunState, QStringView>::first)->second.toString();
}

QString word(Ending ending)
{
    return std::ranges::find(EndingWords, ending, &std::pair<Ending, QStringView>::first)->second.toString();
}

std::optional<Ending> endingFromWord(QStringView word)
{
    const auto found = std::ranges::find(EndingWords, word, &std::pair<Ending, QStringView>::second);
    return found == EndingWords.end() ? std::nullopt : std::optional(found->first);
}

} // namespace culprit::machine
