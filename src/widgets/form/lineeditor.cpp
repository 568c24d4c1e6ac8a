// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/lineeditor.h"

#include <QLineEdit>

namespace Widgets {

LineEditor::LineEditor(const Schema::Field &field, QObject *parent) : FieldEditor(field, parent), m_edit(new QLineEdit)
{
    m_edit->setPlaceholderText(defaultText());
    // One more than allowed, so that too much is told instead of cut.
    if (field.limits.maxLength && *field.limits.maxLength < m_edit->maxLength())
        m_edit->setMaxLength(int(*field.limits.maxLength) + 1);
    if (field.secret)
        m_edit->setEchoMode(QLineEdit::Password);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QWidget *LineEditor::input() const
{
    return m_edit;
}

bool LineEditor::isNumber() const
{
    return field().type == Schema::Type::Integer || field().type == Schema::Type::Number;
}

Core::Json LineEditor::number(bool &ok) const
{
    const QString text = m_edit->text().trimmed();
    const qint64 integer = text.toLongLong(&ok);
    if (ok)
        return integer;
    const double real = text.toDouble(&ok); // C locale, as JSON
    ok = ok && field().type == Schema::Type::Number;
    return real;
}

Core::Json LineEditor::value() const
{
    if (m_edit->text().isEmpty())
        return m_isStored ? Core::Json(Core::toStdString(storedSecret())) : Core::Json();
    if (!isNumber())
        return Core::toStdString(m_edit->text());
    bool ok = false;
    const Core::Json value = number(ok);
    return ok ? value : Core::Json(Core::toStdString(m_edit->text()));
}

void LineEditor::setValue(const Core::Json &value)
{
    m_isStored = field().secret && value.is_string() && shownValue(value) == storedSecret();
    //: placeholder of a field for a password that the service has
    m_edit->setPlaceholderText(m_isStored ? tr("stored; what you type replaces it") : defaultText());
    m_edit->setText(m_isStored || value.is_null() ? QString() : shownValue(value));
}

QString LineEditor::problem() const
{
    if (!isNumber() || m_edit->text().isEmpty())
        return {};
    bool ok = false;
    (void)number(ok);
    //: below a field for a number
    return ok ? QString() : tr("A number is needed here.");
}

} // namespace Widgets
