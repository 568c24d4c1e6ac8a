// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/settingrow.h"

#include "document/jsontext.h"
#include "widgets/fieldbox.h"
#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Core::Json;
using Widgets::H;

namespace App {

namespace {

QString shown(const Json &value)
{
    return value.is_string() ? Core::toQString(value.get_ref<const std::string &>())
                             : QString::fromUtf8(Document::inlineText(value));
}

/// Values that a combo box offers: the schema's choices, or no and yes.
QList<Json> choicesOf(const Schema::Field &field)
{
    if (field.type == Schema::Type::Boolean)
        return {Json(false), Json(true)};
    return field.choices;
}

void setInk(QWidget *widget, bool dim)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::Text, Widgets::color(dim ? Widgets::Token::Dim : Widgets::Token::Text));
    widget->setPalette(palette);
}

} // namespace

SettingRow::SettingRow(const Schema::Field &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    //: Button beside a setting: the service's default holds again
    , m_reset(Widgets::makeButton(tr("Reset"), "quiet"))
{
    if (choicesOf(field).isEmpty())
        buildText();
    else
        buildChoice();
    m_box = new Widgets::FieldBox(field.name, editor(), field.description);
    //: Accessible name of the button that resets one setting; %1 is its key
    m_reset->setAccessibleName(tr("Reset %1").arg(field.name));
    m_box->addBesideHelp(m_reset);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    connect(m_reset, &QPushButton::clicked, this, &SettingRow::resetRequested);
}

QWidget *SettingRow::editor() const
{
    return m_choice ? static_cast<QWidget *>(m_choice) : m_text;
}

bool SettingRow::isNumber() const
{
    return m_field.type == Schema::Type::Integer || m_field.type == Schema::Type::Number;
}

QString SettingRow::defaultText() const
{
    if (!m_field.defaultValue) {
        //: Placeholder of a setting without a default in the schema
        return tr("default of the service");
    }
    //: Placeholder of a setting that is not set; %1 is the value that holds then
    return tr("default: %1").arg(shown(*m_field.defaultValue));
}

void SettingRow::buildChoice()
{
    m_choice = new QComboBox;
    m_choice->addItem(defaultText());
    for (const Json &choice : choicesOf(m_field))
        m_choice->addItem(shown(choice));
    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        const QList<Json> choices = choicesOf(m_field);
        if (index < 1)
            emit resetRequested();
        else if (index <= choices.size())
            emit edited(choices.at(index - 1));
    });
}

void SettingRow::buildText()
{
    m_text = new QLineEdit;
    m_text->setPlaceholderText(defaultText());
    m_text->setFont(Widgets::fixedFont());
    Widgets::useDocumentUndo(m_text);
    connect(m_text, &QLineEdit::textEdited, this, &SettingRow::onTextEdited);
    connect(m_text, &QLineEdit::editingFinished, this, &SettingRow::typingEnded);
}

void SettingRow::onTextEdited(const QString &text)
{
    if (text.isEmpty())
        return emit resetRequested();
    if (!isNumber())
        return emit typed(Core::toStdString(text));
    bool isInteger = false;
    const qint64 number = text.trimmed().toLongLong(&isInteger);
    // What is no number is kept as text, so that nothing typed is lost; the check says what is wrong.
    emit typed(isInteger ? Json(number) : Json(Core::toStdString(text)));
}

void SettingRow::setValue(const Json &value)
{
    const bool isSet = !value.is_null();
    const bool isDefault = isSet && m_field.defaultValue && *m_field.defaultValue == value;
    m_reset->setVisible(isSet);
    setInk(editor(), isDefault);
    if (m_text) {
        const QString text = isSet ? shown(value) : QString();
        if (m_text->text() != text)
            m_text->setText(text);
        return;
    }
    const qsizetype at = isSet ? choicesOf(m_field).indexOf(value) : -1;
    if (m_choice->count() > choicesOf(m_field).size() + 1)
        m_choice->removeItem(m_choice->count() - 1);
    if (isSet && at < 0) {
        m_choice->addItem(shown(value)); // unknown to the schema, shown all the same
        m_choice->setCurrentIndex(m_choice->count() - 1);
    } else {
        m_choice->setCurrentIndex(int(at) + 1);
    }
}

void SettingRow::setError(const QString &error)
{
    m_box->setError(error);
}

} // namespace App
