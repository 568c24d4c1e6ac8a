// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/committedoffsets.h"

#include "core/json.h"
#include "core/savefile.h"

#include <fstream>

namespace Sandbox::Kafka {

namespace {

std::string lineFor(const std::string &group, const CommittedOffsets::TopicPartition &place,
                    const CommittedOffsets::Position &position)
{
    const Core::Json line{group, place.first, place.second, position.offset, position.metadata};
    // Names may hold any bytes a client sends.
    return line.dump(-1, ' ', false, Core::Json::error_handler_t::replace) + '\n';
}

} // namespace

CommittedOffsets::CommittedOffsets(std::string path) : m_path(std::move(path))
{
    read();
    rewrite();
}

const CommittedOffsets::Positions &CommittedOffsets::of(const std::string &group) const
{
    static const Positions none;
    const auto found = m_groups.find(group);
    return found == m_groups.end() ? none : found->second;
}

bool CommittedOffsets::set(const std::string &group, const TopicPartition &place, const Position &position)
{
    std::ofstream file(m_path, std::ios::binary | std::ios::app);
    file << lineFor(group, place, position) << std::flush;
    if (!file.good())
        return false;
    m_groups[group][place] = position;
    return true;
}

void CommittedOffsets::forgetTopic(const std::string &topic)
{
    for (auto &[group, positions] : m_groups)
        std::erase_if(positions, [&topic](const auto &entry) { return entry.first.first == topic; });
    rewrite();
}

void CommittedOffsets::read()
{
    std::ifstream file(m_path, std::ios::binary);
    for (std::string text; std::getline(file, text);) {
        const auto line = Core::parseJson(QByteArray::fromStdString(text));
        if (!line || !line->is_array() || line->size() != 5) // the last one may have been cut by a kill
            continue;
        try {
            const TopicPartition place{line->at(1), line->at(2)};
            m_groups[line->at(0).get<std::string>()][place] = {line->at(3), line->at(4)};
        } catch (const Core::Json::exception &) {
            continue;
        }
    }
}

void CommittedOffsets::rewrite()
{
    QByteArray text;
    for (const auto &[group, positions] : m_groups) {
        for (const auto &[place, position] : positions)
            text += QByteArray::fromStdString(lineFor(group, place, position));
    }
    (void)Core::saveFile(QString::fromStdString(m_path), text); // else the longer one stays, which says the same
}

} // namespace Sandbox::Kafka
