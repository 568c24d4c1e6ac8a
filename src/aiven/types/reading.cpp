// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/reading.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Aiven {

std::optional<QString> missingText(const Core::Json &object, std::initializer_list<const char *> keys)
{
    if (!object.is_object())
        return u"an object is missing"_s;
    for (const char *key : keys) {
        if (!Core::memberAt(object, key).is_string())
            return u"the text \"%1\" is missing"_s.arg(QLatin1StringView(key));
    }
    return std::nullopt;
}

QStringList textsAt(const Core::Json &object, const char *key)
{
    QStringList texts;
    const Core::Json &array = Core::memberAt(object, key);
    if (!array.is_array())
        return texts;
    for (const Core::Json &entry : array) {
        if (entry.is_string())
            texts.append(Core::toQString(entry.get_ref<const std::string &>()));
    }
    return texts;
}

int smallIntegerAt(const Core::Json &object, const char *key, int fallback)
{
    const qint64 value = Core::integerAt(object, key, fallback);
    constexpr qint64 least = std::numeric_limits<int>::min();
    constexpr qint64 most = std::numeric_limits<int>::max();
    return value < least || value > most ? fallback : int(value);
}

} // namespace Aiven
