// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "document/diff.h"
#include "schema/field.h"

#include <QWidget>

namespace Widgets {
class SchemaForm;
class Text;
} // namespace Widgets

namespace App {
class PairsEditor;

/// The settings of an integration that exists: the pairs of a PostgreSQL one, else the form that its schema gives.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(QWidget *parent = nullptr);

    void setIntegration(const Aiven::Integration &integration, const Core::Json &schema);
    /// Other values for the same integration.
    void setValue(const Core::Json &userConfig);
    /// What to send: complete, with a default in place of each setting that was emptied, because the API keeps what is
    /// not sent.
    [[nodiscard]] Core::Json value() const;
    /// What would change against what was loaded.
    [[nodiscard]] QList<Document::Change> changes(const QList<Aiven::Database> &listed) const;
    /// Against another version as what was loaded.
    void setLoaded(const Core::Json &userConfig) { m_integration.userConfig = userConfig; }
    /// Why the values cannot be sent; empty when they can.
    [[nodiscard]] QString problem() const;
    /// Shows what is wrong at its field; false when something is.
    [[nodiscard]] bool check();
    /// Shows a refusal at its field ("/databases/0/schema"). False when there is no such field.
    bool showError(const QString &pointer, const QString &message);
    [[nodiscard]] bool hasSettings() const;
    /// Of a PostgreSQL integration only.
    [[nodiscard]] PairsEditor &pairs() { return *m_pairs; }

signals:
    void changed();

private:
    [[nodiscard]] bool isPairs() const;

    Aiven::Integration m_integration;
    Schema::Field m_root;
    Widgets::Text *m_sentence;
    PairsEditor *m_pairs;
    Widgets::SchemaForm *m_form;
};

} // namespace App
