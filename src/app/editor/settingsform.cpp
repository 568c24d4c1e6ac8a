// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/settingsform.h"

#include "app/editor/settingrow.h"
#include "document/rules.h"
#include "widgets/fieldbox.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Core::Json;
using Widgets::H;

namespace App {

namespace {

/// Settings with fields of their own in the form above.
bool hasOwnField(const QString &key)
{
    static const QStringList own{u"name"_s, u"columns"_s, u"topics"_s, u"data_format"_s, u"group_name"_s};
    return own.contains(key);
}

const QString viewKey = u"materialized_view"_s;
const QString startKey = u"auto_offset_reset"_s; // "Start reading at"

} // namespace

SettingsForm::SettingsForm(Document::Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    //: Button that opens and closes the further settings of a table
    , m_toggle(Widgets::makeTextButton(u"right"_s, tr("More settings")))
    , m_summary(new Widgets::Text(Widgets::TextRole::Small))
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content))
{
    m_toggle->setFont(font());
    auto *head = new QHBoxLayout;
    head->setSpacing(H(0.75));
    head->addWidget(m_toggle);
    head->addWidget(m_summary, 1);
    m_grid->setContentsMargins(0, H(0.5), 0, 0);
    m_grid->setHorizontalSpacing(H(1));
    m_grid->setVerticalSpacing(H(0.75));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_content);
    setOpen(false);
    connect(m_toggle, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    connect(&draft, &Document::Draft::changed, this, &SettingsForm::refresh);
}

void SettingsForm::setFields(const Schema::Field &table)
{
    m_fields.clear();
    m_keys.clear();
    for (const Schema::Field &field : table.children) {
        if (hasOwnField(field.name))
            continue;
        m_keys.append(field.name);
        const bool isPlain = field.type != Schema::Type::Object && field.type != Schema::Type::Array;
        if (isPlain && field.name != startKey)
            m_fields.append(field);
    }
    qDeleteAll(m_rows);
    m_rows.clear();
    if (m_open)
        build();
    refresh();
}

void SettingsForm::setTable(int row)
{
    m_table = row;
    refresh();
}

void SettingsForm::setOpen(bool open)
{
    m_toggle->setIcon(Widgets::icon(open ? "down" : "right"));
    m_open = open;
    if (open && m_rows.isEmpty())
        build();
    m_content->setVisible(open);
    refresh();
}

void SettingsForm::build()
{
    for (const Schema::Field &field : std::as_const(m_fields)) {
        auto *row = new SettingRow(field, m_content);
        m_rows.append(row);
        const QString key = field.name;
        connect(row, &SettingRow::edited, this,
                [this, key](const Json &value) { m_draft.setTableValue(m_table, key, value); });
        connect(row, &SettingRow::typed, this, [this, key](const Json &value) {
            m_draft.setTableValue(m_table, key, value, Document::EditKind::Typing);
        });
        connect(row, &SettingRow::typingEnded, &m_draft, &Document::Draft::endTyping);
        connect(row, &SettingRow::resetRequested, this, [this, key] { m_draft.resetTableValue(m_table, key); });
    }
    if (!m_viewRow && m_keys.contains(viewKey)) {
        m_viewButton = Widgets::makeButton({});
        m_viewRow = new Widgets::FieldBox(
            viewKey, m_viewButton,
            //: Help below the setting materialized_view
            tr("The service also creates a view and a table that keep what is read. Edited as JSON."), m_content);
        connect(m_viewButton, &QPushButton::clicked, this, &SettingsForm::editView);
    }
    m_columns = 0;
    place();
}

void SettingsForm::place()
{
    const int columns = width() >= H(28) ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    int at = 0;
    for (SettingRow *row : std::as_const(m_rows)) {
        m_grid->addWidget(row, at / columns, at % columns, Qt::AlignTop);
        ++at;
    }
    if (m_viewRow)
        m_grid->addWidget(m_viewRow, at / columns, at % columns, Qt::AlignTop);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void SettingsForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_rows.isEmpty())
        place();
}

QString SettingsForm::summary() const
{
    if (m_table < 0 || m_table >= m_draft.tableCount())
        return {};
    QStringList set;
    for (const QString &key : m_keys) {
        if (m_draft.table(m_table).json().contains(Core::toStdString(key)))
            set.append(key);
    }
    //: Beside "More settings"; %1 is how many are set, %2 how many there are
    const QString count = tr("%1 of %2 set").arg(QString::number(set.size()), QString::number(m_keys.size()));
    //: Beside "More settings"; %1 is "2 of 20 set", %2 their keys
    return set.isEmpty() ? count : tr("%1: %2").arg(count, set.join(u", "));
}

void SettingsForm::refresh()
{
    m_summary->setText(summary());
    if (m_table < 0 || m_table >= m_draft.tableCount())
        return;
    const Json &table = m_draft.table(m_table).json();
    const QList<Document::Problem> problems = m_draft.tableProblems(m_table);
    for (SettingRow *row : std::as_const(m_rows)) {
        row->setValue(Core::memberAt(table, Core::toStdString(row->key()).c_str()));
        QString error;
        for (const Document::Problem &problem : problems) {
            if (error.isEmpty() && problem.pointer.section(u'/', 3, 3) == row->key())
                error = problem.message;
        }
        row->setError(error);
    }
    if (m_viewButton) {
        //: Button at the setting materialized_view: shows it in the JSON
        m_viewButton->setText(table.contains("materialized_view") ? tr("Show in JSON")
                                                                  //: Button at the setting materialized_view
                                                                  : tr("Add a view"));
    }
}

void SettingsForm::editView()
{
    if (!m_draft.table(m_table).hasView()) {
        const Document::Table &table = m_draft.table(m_table);
        Json view = Json::object();
        view["view_name"] = Core::toStdString((table.name() + u"_view"_s).left(Document::Limits::nameLength));
        view["order_by"] = Json::array();
        if (!table.columns().isEmpty())
            view["order_by"].push_back(Core::toStdString(table.columns().first().name));
        m_draft.setTableValue(m_table, viewKey, view);
    }
    emit jsonRequested(u"/tables/%1/%2"_s.arg(QString::number(m_table), viewKey));
}

void SettingsForm::goTo(const QStringList &steps)
{
    setOpen(true);
    for (SettingRow *row : std::as_const(m_rows)) {
        if (row->key() == steps.value(0))
            return row->editor()->setFocus();
    }
    if (steps.value(0) == viewKey && m_viewButton)
        m_viewButton->setFocus();
}

} // namespace App
