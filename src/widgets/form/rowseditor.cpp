// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/rowseditor.h"

#include "widgets/form/schemaform.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QFontMetrics>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Widgets {

namespace {

constexpr qsizetype mostInOneLine = 3;

} // namespace

bool RowsEditor::canEdit(const Schema::Field &field)
{
    return field.type == Schema::Type::Array && !field.children.isEmpty() &&
           field.children.constFirst().type == Schema::Type::Object && field.children.constFirst().children.size() > 1;
}

RowsEditor::RowsEditor(const Schema::Field &field, const Core::Json &schema, QObject *parent)
    : FieldEditor(field, parent)
    , m_itemSchema(Core::memberAt(schema, "items"))
    , m_whole(new QWidget)
    , m_column(new QVBoxLayout(m_whole))
    //: quiet button below a list of rows of fields
    , m_add(makeButton(tr("Add a row"), u"plus"_s, "quiet"))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(H(0.5));
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    //: accessible name of the button that adds a row; %1 is the label of the list
    m_add->setAccessibleName(tr("Add a row to %1").arg(field.title));
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow(Core::Json::object()).form->focusFirst();
        emit edited();
    });
    updateState();
}

QWidget *RowsEditor::input() const
{
    return m_add;
}

RowsEditor::Row &RowsEditor::addRow(const Core::Json &value)
{
    const qsizetype fields = field().children.constFirst().children.size();
    //: accessible name and tooltip of a button beside a row of fields
    QToolButton *const remove = makeIconButton(u"trash"_s, tr("Remove"));
    const Row row{new QWidget, new SchemaForm(fields > mostInOneLine ? Qt::Vertical : Qt::Horizontal), remove};
    auto *line = new QHBoxLayout(row.whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(H(0.5));
    line->addWidget(row.form, 1);
    auto *beside = new QVBoxLayout; // of the fields, which stand below their labels
    beside->addSpacing(QFontMetrics(m_whole->font()).height() + H(0.25));
    beside->addWidget(remove);
    beside->addStretch();
    line->addLayout(beside);
    row.form->setSchema(m_itemSchema);
    row.form->setValue(value);
    connect(row.form, &SchemaForm::edited, this, &FieldEditor::edited);
    connect(remove, &QToolButton::clicked, this, [this, whole = row.whole] { removeRow(whole); });
    m_column->insertWidget(int(m_rows.size()), row.whole);
    row.whole->show(); // now: it may get the focus
    m_rows.append(row);
    updateState();
    return m_rows.last();
}

void RowsEditor::removeRow(const QWidget *whole)
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [whole](const Row &row) { return row.whole == whole; });
    if (found == m_rows.cend())
        return;
    found->whole->hide();
    found->whole->deleteLater(); // its button was pressed
    m_rows.erase(found);
    updateState();
    m_add->setFocus(Qt::OtherFocusReason);
    emit edited();
}

void RowsEditor::clear()
{
    for (const Row &row : std::as_const(m_rows))
        delete row.whole;
    m_rows.clear();
}

void RowsEditor::updateState()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const QString number = QString::number(i + 1);
        //: accessible name of a button beside a row of fields; %1 is 1, 2, 3…, %2 the label of the list
        m_rows.at(i).remove->setAccessibleName(tr("Remove row %1 of %2").arg(number, field().title));
        //: accessible name of a field in a row; %1 is its label, %2 is 1, 2, 3…
        m_rows.at(i).form->nameFields(tr("%1 %2").arg(u"%1"_s, number));
    }
    const std::optional<qint64> most = field().limits.maxLength;
    const bool isFull = most && m_rows.size() >= *most;
    m_add->setEnabled(!isFull);
    //: tooltip of a button that is off; %1 is a number
    m_add->setToolTip(isFull ? tr("At most %1.").arg(*most) : QString());
}

Core::Json RowsEditor::value() const
{
    Core::Json list = Core::Json::array();
    for (const Row &row : m_rows)
        list.push_back(row.form->value());
    return list.empty() ? Core::Json() : list;
}

void RowsEditor::setValue(const Core::Json &value)
{
    clear();
    for (const Core::Json &entry : value.is_array() ? value : Core::Json::array())
        addRow(entry);
    updateState();
}

QString RowsEditor::problem() const
{
    bool good = true;
    for (const Row &row : m_rows)
        good = row.form->mark() && good;
    //: below rows of fields, some of which are marked
    return good ? QString() : tr("Correct what is marked above, or remove the row.");
}

void RowsEditor::focusProblem()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.form->focusProblem())
            return;
    }
    FieldEditor::focusProblem();
}

} // namespace Widgets
