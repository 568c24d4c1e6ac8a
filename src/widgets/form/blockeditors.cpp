// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/blockeditors.h"

#include "widgets/fonts.h"
#include "widgets/metrics.h"

#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace Widgets {

namespace {

QPlainTextEdit *makeBlock(const QString &name)
{
    auto *edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setFont(fixedFont());
    edit->setFixedHeight(H(4.5));
    edit->setAccessibleName(name);
    return edit;
}

std::string keyOf(const Schema::Field &list)
{
    const Schema::Field &item = list.children.constFirst();
    return item.type == Schema::Type::Object ? Core::toStdString(item.children.constFirst().name) : std::string();
}

} // namespace

bool ListEditor::canEdit(const Schema::Field &item)
{
    const bool oneText = item.type == Schema::Type::Object && item.children.size() == 1 &&
                         item.children.constFirst().type == Schema::Type::String;
    return item.type == Schema::Type::String || oneText;
}

ListEditor::ListEditor(const Schema::Field &field, QObject *parent)
    : FieldEditor(field, parent)
    , m_key(keyOf(field))
    , m_edit(makeBlock(field.title))
{
    //: placeholder of a field for a list
    m_edit->setPlaceholderText(tr("one in each line"));
    connect(m_edit, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
}

QWidget *ListEditor::input() const
{
    return m_edit;
}

Core::Json ListEditor::value() const
{
    Core::Json list = Core::Json::array();
    for (const QString &line : m_edit->toPlainText().split(u'\n')) {
        const std::string text = Core::toStdString(line.trimmed());
        if (!text.empty())
            list.push_back(m_key.empty() ? Core::Json(text) : Core::Json{{m_key, text}});
    }
    return list.empty() ? Core::Json() : list;
}

void ListEditor::setValue(const Core::Json &value)
{
    const QSignalBlocker quiet(m_edit);
    QStringList lines;
    if (value.is_array()) {
        for (const Core::Json &entry : value)
            lines.append(shownValue(m_key.empty() ? entry : Core::memberAt(entry, m_key.c_str())));
    }
    m_edit->setPlainText(lines.join(u'\n'));
}

JsonValueEditor::JsonValueEditor(const Schema::Field &field, QObject *parent)
    : FieldEditor(field, parent)
    , m_edit(makeBlock(field.title))
{
    m_edit->setPlaceholderText(field.type == Schema::Type::Array ? u"[]"_s : u"{}"_s);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
}

QWidget *JsonValueEditor::input() const
{
    return m_edit;
}

Core::Json JsonValueEditor::value() const
{
    const QByteArray text = m_edit->toPlainText().trimmed().toUtf8();
    if (text.isEmpty())
        return {};
    const auto json = Core::parseJson(text);
    return json ? *json : Core::Json(text.toStdString());
}

void JsonValueEditor::setValue(const Core::Json &value)
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(value.is_null() ? QString() : QString::fromUtf8(Core::toText(value, 2)));
}

QString JsonValueEditor::problem() const
{
    const QByteArray text = m_edit->toPlainText().trimmed().toUtf8();
    const auto json = text.isEmpty() ? Core::parseJson("null") : Core::parseJson(text);
    if (json)
        return {};
    //: below a field for JSON; %1 is a line, %2 what is wrong there
    return tr("Not JSON, line %1: %2").arg(QString::number(json.error().line), json.error().message);
}

} // namespace Widgets
