// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crash/literalset.h"

#include <deque>

namespace culprit::crash
{

namespace
{

struct Node {
    std::array<int, 256> child;
    int fallback = 0;
    LiteralSet::Mask found = 0;
    Node() { child.fill(-1); }
};

std::vector<Node> makeTrie(std::span<const std::string_view> literals)
{
    std::vector<Node> nodes(1);
    for (std::size_t i = 0; i < literals.size(); ++i) {
        std::size_t at = 0;
        for (const char c : literals[i]) {
            const auto byte = static_cast<unsigned char>(c);
            if (nodes[at].child[byte] < 0) {
                nodes[at].child[byte] = static_cast<int>(nodes.size());
                nodes.emplace_back();
            }
            at = static_cast<std::size_t>(nodes[at].child[byte]);
        }
        nodes[at].found |= LiteralSet::Mask{1} << i;
    }
    return nodes;
}

void completeTransitions(std::vector<Node> &nodes)
{
    std::deque<std::size_t> queue;
    for (int &child : nodes[0].child) {
        if (child < 0) {
            child = 0;
        } else {
            queue.push_back(static_cast<std::size_t>(child));
        }
    }
    while (!queue.empty()) {
        Node &node = nodes[queue.front()];
        queue.pop_front();
        const Node &fallback = nodes[static_cast<std::size_t>(node.fallback)];
        node.found |= fallback.found;
        for (std::size_t byte = 0; byte < 256; ++byte) {
            int &child = node.child[byte];
            if (child < 0) {
                child = fallback.child[byte];
            } else {
                nodes[static_cast<std::size_t>(child)].fallback = fallback.child[byte];
                queue.push_back(static_cast<std::size_t>(child));
            }
        }
    }
}

} // namespace

LiteralSet::LiteralSet(std::span<const std::string_view> literals)
{
    std::vector<Node> nodes = makeTrie(literals);
    completeTransitions(nodes);

    constexpr std::uint8_t otherClass = 0;
    constexpr std::uint8_t carriageReturnClass = 1;
    std::uint8_t classes = 2;
    m_classOf.fill(otherClass);
    m_classOf['\r'] = carriageReturnClass;
    std::array<unsigned char, 256> byteOf{};
    for (const std::string_view literal : literals) {
        for (const char c : literal) {
            const auto byte = static_cast<unsigned char>(c);
            if (m_classOf[byte] == otherClass) {
                byteOf[classes] = byte;
                m_classOf[byte] = classes++;
            }
        }
    }

    m_next.resize(nodes.size() * classes);
    m_found.resize(nodes.size() * classes);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto self = static_cast<State>(i * classes);
        m_found[self] = nodes[i].found;
        m_next[self + otherClass] = start;
        m_next[self + carriageReturnClass] = self;
        for (std::size_t c = 2; c < classes; ++c) {
            m_next[self + c] = static_cast<State>(nodes[i].child[byteOf[c]]) * classes;
        }
    }
}

LiteralSet::Mask LiteralSet::findAll(std::string_view text) const
{
    State state = start;
    Mask mask = 0;
    for (const char c : text) {
        state = step(state, c);
        mask |= found(state);
    }
    return mask;
}

} // namespace culprit::crash
