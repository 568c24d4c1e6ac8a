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

Core::Outcome<QString> Draft::restore(const QByteArray &journal)
{
    const auto json = Core::parseJson(journal);
    if (!json || Core::integerAt(*json, "format") != journalFormat) {
        //: Error when the journal of unsaved changes is damaged
        return Core::Unexpected{tr("The saved draft cannot be read.")};
    }
    auto baseline = Config::fromJson(Core::memberAt(*json, "baseline"));
    auto current = Config::fromJson(Core::memberAt(*json, "current"));
    if (!baseline || !current)
        return Core::Unexpected{(baseline ? current : baseline).error().message};
    // The changes are counted against what the user had loaded: Apply then sees what others did in the meantime.
    m_baseline = *baseline;
    m_baseline.shareWith(m_config);
    //: Undo step: a draft comes back after the program ended
    replaceConfig(*current, tr("Restore the draft"));
    if (const Json &text = Core::memberAt(*json, "text"); text.is_string())
        replaceText(QByteArray::fromStdString(text.get_ref<const std::string &>()));
    recheck();
    endTyping();
    emit changed();
    return std::monostate();
}

} // namespace Document
