// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any report with any ELF file, as vmlinux and as module: nothing but source positions may be added.

#include "engine/crash/debugimage.h"
#include "engine/crash/guilty.h"
#include "engine/crash/symbolizer.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace
{

using namespace culprit::crash;

void require(bool promise)
{
    if (!promise) {
        std::abort();
    }
}

/// A file that lives as long as this.
class MemoryFile final
{
public:
    MemoryFile(const std::uint8_t *data, std::size_t size) : m_descriptor(memfd_create("image", MFD_CLOEXEC))
    {
        require(m_descriptor >= 0 && write(m_descriptor, data, size) == static_cast<ssize_t>(size));
    }
    ~MemoryFile() { close(m_descriptor); }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;

    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

private:
    int m_descriptor;
};

std::ptrdiff_t linesOf(std::string_view text)
{
    return std::ranges::count(text, '\n');
}

} // namespace

// Two bytes are the length of the report, which comes next; the rest is the ELF file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const std::size_t length = std::min<std::size_t>(data[0] + std::size_t{256} * data[1], size - 2);
    const std::string report(data + 2, data + 2 + length);
    const MemoryFile file(data + 2 + length, size - 2 - length);

    Symbolizer symbolizer({.vmlinux = file.path(), .modules = {{"m", file.path()}}});
    const Symbolized first = symbolizer.symbolize(report, length / 2);
    require(first == symbolizer.symbolize(report, length / 2));
    require(first.resolved <= first.places && first.prefix <= first.text.size());
    require(linesOf(first.text) >= linesOf(report));
    require(first.resolved > 0 || first.text.size() <= report.size());
    (void)guiltyFile(first.text, first.prefix);

    if (auto image = DebugImage::open(file.path())) {
        (void)image->sourcePaths({});
        for (std::uint64_t i = 0; i < 40; ++i) {
            (void)image->frames(0x401000 + i * 5);
            (void)image->frames(0x10000 + i * 7);
        }
    }
    return 0;
}
