// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/configcompare.h"

namespace Workflow {

namespace {

QString escaped(const std::string &key)
{
    return Core::toQString(key).replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

void compare(const Core::Json &sent, const Core::Json &read, const QString &at, QStringList &found)
{
    if (sent.is_object() && read.is_object()) {
        for (const auto &[key, value] : sent.items())
            compare(value, Core::memberAt(read, key.c_str()), at + u'/' + escaped(key), found);
    } else if (sent.is_array() && read.is_array() && sent.size() == read.size()) {
        for (size_t i = 0; i < sent.size(); ++i)
            compare(sent[i], read[i], at + u'/' + QString::number(i), found);
    } else if (sent != read) {
        found.append(at);
    }
}

} // namespace

QStringList differences(const Core::Json &sent, const Core::Json &read)
{
    QStringList found;
    compare(sent, read, {}, found);
    return found;
}

bool sameConfig(const Core::Json &one, const Core::Json &other)
{
    // Both ways, because each direction forgives surplus keys on the other side.
    return differences(one, other).isEmpty() && differences(other, one).isEmpty();
}

} // namespace Workflow
