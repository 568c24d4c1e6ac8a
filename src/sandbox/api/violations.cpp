// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/violations.h"

#include "schema/field.h"

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

ApiError badRequest(const QString &message)
{
    return {400, Core::toStdString(message), "bad_request"};
}

QString prefixFor(const QString &path, const QString &title = {})
{
    if (path.isEmpty())
        return u"Invalid input: "_s;
    return u"Invalid input for "_s + path + (title.isEmpty() ? QString() : u" '"_s + title + u'\'') + u": "_s;
}

} // namespace

// The API answers with the first violation it meets.
ApiError invalidInput(const QList<Schema::Violation> &violations, const Core::Json &schema)
{
    const Schema::Violation &first = violations.first();
    const Schema::Field root = Schema::parseField(schema);
    const Schema::Field *field = root.at(first.pointer);
    const QString title = field && field->title != field->name ? field->title : QString();
    return badRequest(prefixFor(Schema::readablePath(first.pointer), title) + first.message);
}

ApiError invalidUserConfig(const QList<Schema::Violation> &violations)
{
    const Schema::Violation &first = violations.first();
    return badRequest(u"Invalid 'user_config': "_s + prefixFor(Schema::readablePath(first.pointer)) + first.message);
}

ApiError invalidUserConfig(const std::string &path, const std::string &message)
{
    return badRequest(u"Invalid 'user_config': "_s + prefixFor(Core::toQString(path)) + Core::toQString(message));
}

} // namespace Sandbox
