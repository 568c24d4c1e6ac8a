// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/fieldeditor.h"

#include "widgets/form/blockeditors.h"
#include "widgets/form/choiceeditor.h"
#include "widgets/form/lineeditor.h"
#include "widgets/form/pemeditor.h"

using namespace Qt::StringLiterals;

namespace Widgets {

namespace {

/// The API's schemas give this length to PEM blocks and to nothing else.
constexpr qint64 pemLength = 16384;

} // namespace

FieldEditor::FieldEditor(Schema::Field field, QObject *parent) : QObject(parent), m_field(std::move(field)) {}

QString FieldEditor::defaultText() const
{
    //: placeholder of a field that is not set; %1 is the value that holds then
    return m_field.defaultValue ? tr("default: %1").arg(shownValue(*m_field.defaultValue)) : QString();
}

FieldEditor *makeFieldEditor(const Schema::Field &field, QObject *parent)
{
    using Schema::Type;
    if (field.type == Type::Boolean || !field.choices.isEmpty())
        return new ChoiceEditor(field, parent);
    switch (field.type) {
    case Type::Integer:
    case Type::Number: return new LineEditor(field, parent);
    case Type::String:
        if (field.limits.maxLength == pemLength)
            return new PemEditor(field, parent);
        return new LineEditor(field, parent);
    case Type::Array:
        if (!field.children.isEmpty() && ListEditor::canEdit(field.children.constFirst()))
            return new ListEditor(field, parent);
        break;
    case Type::Object:
    case Type::Boolean:
    case Type::Unknown: break;
    }
    return new JsonValueEditor(field, parent);
}

QString storedSecret()
{
    return u"<redacted>"_s;
}

QString shownValue(const Core::Json &value)
{
    return value.is_string() ? Core::toQString(value.get_ref<const std::string &>())
                             : QString::fromUtf8(Core::toText(value));
}

} // namespace Widgets
