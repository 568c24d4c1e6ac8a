// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/choiceeditor.h"

#include <QComboBox>

namespace Widgets {

ChoiceEditor::ChoiceEditor(const Schema::Field &field, QObject *parent)
    : FieldEditor(field, parent)
    , m_box(new QComboBox)
{
    //: first entry of a list of choices while nothing is chosen; the second where the service may decide
    const QString none = field.required ? tr("Choose…") : tr("not set");
    m_box->addItem(field.defaultValue ? defaultText() : none);
    if (field.type == Schema::Type::Boolean) {
        offer(false);
        offer(true);
    }
    for (const Core::Json &choice : field.choices) {
        if (!field.deprecatedChoices.contains(choice))
            offer(choice);
    }
    connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
}

QWidget *ChoiceEditor::input() const
{
    return m_box;
}

void ChoiceEditor::offer(const Core::Json &choice)
{
    m_offered.append(choice);
    if (choice.is_boolean())
        //: values of a switch
        m_box->addItem(choice.get<bool>() ? tr("yes") : tr("no"));
    else
        m_box->addItem(shownValue(choice));
}

Core::Json ChoiceEditor::value() const
{
    const int at = m_box->currentIndex();
    return at < 1 ? Core::Json() : m_offered.at(at - 1);
}

void ChoiceEditor::setValue(const Core::Json &value)
{
    // Deprecated or unknown to the schema: shown and kept all the same.
    if (!value.is_null() && !m_offered.contains(value))
        offer(value);
    m_box->setCurrentIndex(value.is_null() ? 0 : int(m_offered.indexOf(value)) + 1);
}

} // namespace Widgets
