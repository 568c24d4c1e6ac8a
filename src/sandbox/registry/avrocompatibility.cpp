// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registry/avroschema.h"

#include <algorithm>
#include <map>
#include <utility>

namespace Sandbox {

namespace {

bool isOneOf(const std::string &word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isPromoted(const std::string &writer, const std::string &reader)
{
    if (writer == "int")
        return isOneOf(reader, {"long", "float", "double"});
    if (writer == "long")
        return isOneOf(reader, {"float", "double"});
    return (writer == "float" && reader == "double") || (writer == "string" && reader == "bytes") ||
           (writer == "bytes" && reader == "string");
}

/// The unqualified name: data is matched by it.
std::string shortName(const std::string &name)
{
    return name.substr(name.rfind('.') + 1);
}

/// Compares a reader's type with a writer's, by the chapter "Schema Resolution" of Avro's specification. Each pair of
/// types is compared once: a schema may use its types in exponentially many places.
class Comparison
{
public:
    using Messages = std::vector<std::string>;

    void compare(const AvroType &reader, const AvroType &writer, const std::string &path, Messages &messages)
    {
        const auto [known, isNew] = m_known.try_emplace({&reader, &writer});
        if (isNew) { // in a recursive type the pair is met again while it is compared: it says nothing then
            Messages found;
            resolve(reader, writer, found);
            known->second = std::move(found);
        }
        for (const std::string &message : known->second) {
            if (messages.size() < mostMessages)
                messages.push_back(path + message);
        }
    }

private:
    static constexpr std::size_t mostMessages = 20;

    void resolve(const AvroType &reader, const AvroType &writer, Messages &messages)
    {
        if (writer.kind == AvroType::Kind::Union) {
            for (const AvroType *branch : writer.parts)
                compare(reader, *branch, {}, messages);
        } else if (reader.kind == AvroType::Kind::Union) {
            compareWithUnion(reader, writer, messages);
        } else if (reader.kind != writer.kind) {
            addMismatch(reader, writer, messages);
        } else {
            compareAlike(reader, writer, messages);
        }
    }

    static void addMismatch(const AvroType &reader, const AvroType &writer, Messages &messages)
    {
        messages.push_back(": reader type " + reader.name + " cannot read writer type " + writer.name);
    }

    void compareWithUnion(const AvroType &reader, const AvroType &writer, Messages &messages)
    {
        const bool isRead = std::any_of(reader.parts.begin(), reader.parts.end(), [&](const AvroType *branch) {
            Messages own;
            compare(*branch, writer, {}, own);
            return own.empty();
        });
        if (!isRead)
            messages.push_back(": reader union lacks writer type " + writer.name);
    }

    void compareAlike(const AvroType &reader, const AvroType &writer, Messages &messages)
    {
        switch (reader.kind) {
        case AvroType::Kind::Primitive:
            if (reader.name != writer.name && !isPromoted(writer.name, reader.name))
                addMismatch(reader, writer, messages);
            break;
        case AvroType::Kind::Array:
        case AvroType::Kind::Map:
            compare(*reader.parts.front(), *writer.parts.front(), '/' + reader.name, messages);
            break;
        case AvroType::Kind::Record: compareRecords(reader, writer, messages); break;
        case AvroType::Kind::Enum: compareEnums(reader, writer, messages); break;
        case AvroType::Kind::Fixed:
            if (reader.size != writer.size || shortName(reader.name) != shortName(writer.name))
                addMismatch(reader, writer, messages);
            break;
        case AvroType::Kind::Union: break; // compared branch by branch before
        }
    }

    void compareRecords(const AvroType &reader, const AvroType &writer, Messages &messages)
    {
        if (shortName(reader.name) != shortName(writer.name))
            addMismatch(reader, writer, messages);
        for (const AvroType::Field &field : reader.fields) {
            const std::string place = '/' + field.name;
            const auto written =
                std::find_if(writer.fields.begin(), writer.fields.end(), [&field](const AvroType::Field &other) {
                    return other.name == field.name ||
                           std::find(field.aliases.begin(), field.aliases.end(), other.name) != field.aliases.end();
                });
            if (written != writer.fields.end())
                compare(*field.type, *written->type, place, messages);
            else if (!field.hasDefault)
                messages.push_back(place + ": the field is missing in the writer's schema and has no default");
        }
    }

    static void compareEnums(const AvroType &reader, const AvroType &writer, Messages &messages)
    {
        if (shortName(reader.name) != shortName(writer.name))
            addMismatch(reader, writer, messages);
        for (const std::string &symbol : writer.symbols) {
            const bool isKnown =
                std::find(reader.symbols.begin(), reader.symbols.end(), symbol) != reader.symbols.end();
            if (!isKnown && !reader.hasDefaultSymbol)
                messages.push_back(": the reader's enum " + reader.name + " lacks the symbol " + symbol);
        }
    }

    std::map<std::pair<const AvroType *, const AvroType *>, Messages> m_known;
};

} // namespace

std::vector<std::string> incompatibilities(const AvroSchema &reader, const AvroSchema &writer)
{
    std::vector<std::string> messages;
    Comparison().compare(reader.root(), writer.root(), {}, messages);
    return messages;
}

} // namespace Sandbox
