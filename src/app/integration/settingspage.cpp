// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/integration/settingspage.h"

#include "app/integration/pairs.h"
#include "app/setup/pairseditor.h"
#include "document/config.h"
#include "widgets/form/schemaform.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QVBoxLayout>

using Core::Json;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

/// What makes the service forget a value, or nothing: what is not sent stays as it is.
Json emptied(const Schema::Field &field)
{
    if (field.defaultValue)
        return *field.defaultValue;
    return field.type == Schema::Type::Array ? Json::array() : Json();
}

bool canBeEmptied(const Schema::Field &field)
{
    return field.defaultValue || field.nullable || field.type == Schema::Type::Array;
}

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_sentence((new Text(TextRole::Help))->wrapped())
    , m_pairs(new PairsEditor)
    , m_form(new Widgets::SchemaForm)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Widgets::H(0.75));
    column->addWidget(m_sentence);
    column->addWidget(m_pairs);
    column->addWidget(m_form);
    column->addStretch();
    connect(m_pairs, &PairsEditor::changed, this, &SettingsPage::changed);
    connect(m_form, &Widgets::SchemaForm::edited, this, &SettingsPage::changed);
}

bool SettingsPage::isPairs() const
{
    return hasPairs(m_integration);
}

bool SettingsPage::hasSettings() const
{
    return isPairs() || !m_form->isEmpty();
}

void SettingsPage::setIntegration(const Aiven::Integration &integration, const Json &schema)
{
    m_integration = integration;
    m_root = Schema::parseField(schema);
    if (!isPairs())
        m_form->setSchema(schema);
    setValue(integration.userConfig);
    m_pairs->setVisible(isPairs());
    m_form->setVisible(!isPairs());
    //: Above the pairs of database and schema of a PostgreSQL integration
    const QString pairs =
        tr("Each database and schema of PostgreSQL appears as one database in ClickHouse: a live view, nothing is "
           "copied.");
    //: Above the settings of an integration
    const QString settings = tr("What is not set here is up to Aiven.");
    //: In place of the settings of an integration
    const QString nothing = tr("This kind of integration has no settings.");
    m_sentence->setText(isPairs() ? pairs : m_form->isEmpty() ? nothing : settings);
}

void SettingsPage::setValue(const Json &userConfig)
{
    if (isPairs())
        m_pairs->setConfig(userConfig);
    else
        m_form->setValue(userConfig);
    emit changed();
}

Json SettingsPage::value() const
{
    if (isPairs())
        return m_pairs->config();
    Json now = m_form->value();
    for (const auto &[key, before] : m_integration.userConfig.items()) {
        const Schema::Field *const field = m_root.child(Core::toQString(key));
        if (!now.contains(key) && field && canBeEmptied(*field))
            now[key] = emptied(*field);
    }
    return now;
}

QList<Document::Change> SettingsPage::changes(const QList<Aiven::Database> &listed) const
{
    if (isPairs())
        return pairChanges(m_integration, value(), listed);
    const auto loaded = Document::Config::fromJson(m_integration.userConfig);
    const auto mine = Document::Config::fromJson(value());
    return loaded && mine ? Document::diff(*loaded, *mine) : QList<Document::Change>();
}

QString SettingsPage::problem() const
{
    if (isPairs())
        return m_pairs->problem();
    const Json now = value();
    for (const auto &[key, before] : m_integration.userConfig.items()) {
        const QString name = Core::toQString(key);
        if (!now.contains(key) && m_root.child(name))
            //: Why settings cannot be applied; %1 is the name of a setting
            return tr("Aiven does not forget %1 once it is set: give it another value.").arg(m_root.child(name)->title);
    }
    return {};
}

bool SettingsPage::check()
{
    return isPairs() ? m_pairs->problem().isEmpty() : m_form->check();
}

bool SettingsPage::showError(const QString &pointer, const QString &message)
{
    return isPairs() ? m_pairs->showError(pointer, message) : m_form->showError(pointer, message);
}

} // namespace App
