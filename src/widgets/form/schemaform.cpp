// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/schemaform.h"

#include "schema/validator.h"
#include "widgets/fieldbox.h"
#include "widgets/form/fieldeditor.h"
#include "widgets/form/rowseditor.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Core::Json;

namespace Widgets {

namespace {

/// The description, unless it says the title once more ("Username", "User name").
QString helpFor(const Schema::Field &field)
{
    const auto bare = [](QString text) { return text.remove(u' ').toCaseFolded(); };
    return bare(field.description) == bare(field.title) ? QString() : field.description;
}

} // namespace

SchemaForm::SchemaForm(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_fields(new QBoxLayout(orientation == Qt::Vertical ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this))
{
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setSpacing(H(0.75));
}

SchemaForm::~SchemaForm() = default;

void SchemaForm::setSchema(const Json &schema, const QStringList &order)
{
    for (const Row &row : std::as_const(m_rows)) {
        delete row.whole;
        delete row.editor;
    }
    m_rows.clear();
    m_original = Json::object();
    m_schema = schema;
    m_root = Schema::parseField(schema);
    m_wasChecked = false;
    QList<Schema::Field> fields = m_root.children;
    const auto rank = [&order](const Schema::Field &field) {
        const qsizetype at = order.indexOf(field.name);
        return at >= 0 ? at : order.size() + (field.required ? 0 : 1);
    };
    std::stable_sort(fields.begin(), fields.end(),
                     [&rank](const auto &one, const auto &other) { return rank(one) < rank(other); });
    for (const Schema::Field &field : std::as_const(fields))
        addRow(field);
    showCounts();
}

void SchemaForm::addRow(const Schema::Field &field)
{
    Row row{field.name, nullptr, nullptr, nullptr, nullptr};
    if (field.type == Schema::Type::Object && !field.children.isEmpty()) {
        row.whole = makeGroup(field, row);
    } else {
        row.editor = makeEditor(field);
        row.box = new FieldBox(field.title, row.editor->widget(), helpFor(field));
        row.box->setInput(row.editor->input());
        row.whole = row.box;
        connect(row.editor, &FieldEditor::edited, this, [this] {
            if (m_wasChecked)
                showProblems();
            emit edited();
        });
    }
    m_rows.append(row);
    const bool beside = m_fields->direction() == QBoxLayout::LeftToRight;
    m_fields->addWidget(row.whole, beside ? 1 : 0, beside ? Qt::AlignTop : Qt::Alignment());
}

const Json &SchemaForm::schemaOf(const Schema::Field &field) const
{
    return Core::memberAt(Core::memberAt(m_schema, "properties"), Core::toStdString(field.name).c_str());
}

FieldEditor *SchemaForm::makeEditor(const Schema::Field &field)
{
    if (RowsEditor::canEdit(field))
        return new RowsEditor(field, schemaOf(field), this);
    return makeFieldEditor(field, this);
}

QWidget *SchemaForm::makeGroup(const Schema::Field &field, Row &row)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.5));
    column->addWidget(new Text(TextRole::Label, field.title));
    row.group = new SchemaForm;
    row.group->setContentsMargins(H(1), 0, 0, 0);
    row.group->setSchema(schemaOf(field));
    column->addWidget(row.group);
    connect(row.group, &SchemaForm::edited, this, &SchemaForm::edited);
    return whole;
}

void SchemaForm::setValue(const Json &object)
{
    m_original = object.is_object() ? object : Json::object();
    for (const Row &row : std::as_const(m_rows)) {
        const Json &value = Core::memberAt(m_original, Core::toStdString(row.key).c_str());
        if (row.group)
            row.group->setValue(value);
        else
            row.editor->setValue(value);
    }
}

Json SchemaForm::value() const
{
    Json object = m_original;
    for (const Row &row : m_rows) {
        const std::string key = Core::toStdString(row.key);
        Json value = row.group ? row.group->value() : row.editor->value();
        const bool unset = value.is_null() || (row.group && value.empty()) || m_hidden.contains(row.key);
        if (unset)
            object.erase(key);
        else
            object[key] = std::move(value);
    }
    return object;
}

void SchemaForm::setHidden(const QSet<QString> &keys)
{
    m_hidden = keys;
    for (const Row &row : std::as_const(m_rows))
        row.whole->setVisible(!keys.contains(row.key));
}

void SchemaForm::setNeeded(const QSet<QString> &keys)
{
    m_needed = keys;
    showCounts();
}

void SchemaForm::showCounts()
{
    for (const Row &row : std::as_const(m_rows)) {
        const Schema::Field *const field = m_root.child(row.key);
        const bool optional = !field->required && !m_needed.contains(row.key);
        if (row.box)
            //: behind the label of a field
            row.box->setCount(optional ? tr("optional") : QString());
    }
}

FieldEditor *SchemaForm::editor(const QString &key) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&key](const Row &row) { return row.key == key; });
    return found == m_rows.cend() ? nullptr : found->editor;
}

QString SchemaForm::wordsFor(const Schema::Violation &violation) const
{
    const Schema::Field *const field = m_root.at(violation.pointer);
    return field && !field->hint.isEmpty() ? field->hint : violation.message;
}

QString SchemaForm::ownProblem(const Row &row, const Json &now) const
{
    const Schema::Field &field = row.editor->field();
    const bool isNeeded = (field.required && !field.defaultValue) || m_needed.contains(row.key);
    const QString problem = row.editor->problem();
    if (problem.isEmpty() && isNeeded && !now.contains(Core::toStdString(row.key)))
        //: below a field that is empty
        return tr("This is needed.");
    return problem;
}

QMap<QString, QString> SchemaForm::showProblems()
{
    QMap<QString, QString> found;
    const Json now = value();
    for (const Row &row : std::as_const(m_rows)) {
        const QString problem = row.editor && !m_hidden.contains(row.key) ? ownProblem(row, now) : QString();
        if (!problem.isEmpty())
            found.insert(row.key, problem);
    }
    for (const Schema::Violation &violation : Schema::Validator(m_schema).check(now)) {
        const QString key = violation.pointer.section(u'/', 1, 1);
        // A stored secret is checked by who knows it.
        const bool isStored = Core::textAt(now, Core::toStdString(key).c_str()) == storedSecret();
        if (!key.isEmpty() && !isStored && editor(key) && !found.contains(key))
            found.insert(key, wordsFor(violation));
    }
    for (const Row &row : std::as_const(m_rows)) {
        if (row.box)
            row.box->setError(found.value(row.key));
    }
    return found;
}

bool SchemaForm::mark()
{
    m_wasChecked = true;
    bool good = showProblems().isEmpty();
    for (const Row &row : std::as_const(m_rows)) {
        if (row.group && !m_hidden.contains(row.key))
            good = row.group->mark() && good;
        if (row.box)
            row.box->showNow();
    }
    return good;
}

bool SchemaForm::check()
{
    const bool good = mark();
    if (!good)
        focusProblem();
    return good;
}

bool SchemaForm::focusProblem()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (m_hidden.contains(row.key))
            continue;
        if (row.group && row.group->focusProblem())
            return true;
        if (row.box && row.box->hasError()) {
            row.editor->focusProblem();
            return true;
        }
    }
    return false;
}

void SchemaForm::focusFirst()
{
    if (!m_rows.isEmpty() && m_rows.constFirst().editor)
        m_rows.constFirst().editor->input()->setFocus(Qt::OtherFocusReason);
}

void SchemaForm::nameFields(const QString &pattern)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.editor)
            row.editor->input()->setAccessibleName(pattern.arg(row.editor->field().title));
    }
}

bool SchemaForm::showError(const QString &pointer, const QString &message)
{
    const QString key = pointer.section(u'/', 1, 1);
    for (const Row &row : std::as_const(m_rows)) {
        if (row.key != key || !row.box)
            continue;
        row.box->setError(message);
        row.box->showNow();
        row.editor->input()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

} // namespace Widgets
