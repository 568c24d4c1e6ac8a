// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/draft.h"

using namespace Qt::StringLiterals;

namespace Document {

using Core::Json;

namespace {
constexpr int journalFormat = 1;
}

QByteArray Draft::Snapshot::toText() const
{
    Json journal = Json::object();
    journal["format"] = journalFormat;
    journal["baseline"] = baseline.toJson();
    journal["current"] = current.toJson();
    if (typedText)
        journal["text"] = typedText->toStdString();
    return Core::toText(journal);
}

std::optional<Draft::Snapshot> Draft::Snapshot::fromJson(const Json &journal)
{
    if (Core::integerAt(journal, "format") != journalFormat)
        return std::nullopt;
    auto baseline = Config::fromJson(Core::memberAt(journal, "baseline"));
    auto current = Config::fromJson(Core::memberAt(journal, "current"));
    if (!baseline || !current)
        return std::nullopt;
    Snapshot snapshot{std::move(baseline).value(), std::move(current).value(), std::nullopt};
    if (const Json &text = Core::memberAt(journal, "text"); text.is_string())
        snapshot.typedText = QByteArray::fromStdString(text.get_ref<const std::string &>());
    return snapshot;
}

void Draft::restore(const Snapshot &left)
{
    // The changes are counted against what the user had loaded: Apply then sees what others did in the meantime.
    m_baseline = left.baseline;
    m_baseline.shareWith(m_config);
    //: Undo step: a draft comes back after the program ended
    replaceConfig(left.current, tr("Restore the draft"));
    if (left.typedText)
        replaceText(*left.typedText);
    recheck();
    endTyping();
    emit changed();
}

} // namespace Document
