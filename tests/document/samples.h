// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

/// The configuration of the guide, with real values in place of its placeholders.
inline const QByteArray &guideExample()
{
    static const QByteArray text = R"({
    "tables": [
        {
            "name": "events",
            "columns": [
                {"name": "id", "type": "UInt64"},
                {"name": "name", "type": "String"}
            ],
            "topics": [{"name": "topic1"}, {"name": "topic2"}],
            "data_format": "JSONEachRow",
            "group_name": "demo-events"
        }
    ]
})";
    return text;
}

inline Core::Json parsed(const QByteArray &text)
{
    const auto json = Core::parseJson(text);
    return json ? *json : Core::Json();
}
