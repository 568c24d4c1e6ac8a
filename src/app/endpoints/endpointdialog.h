// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "widgets/dialog.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Widgets {
class FieldBox;
class MessageBar;
class SchemaForm;
} // namespace Widgets

namespace App {

/// Creates or edits an integration endpoint by a form made from the API's schema. Stays open, with everything in it,
/// until the endpoint is stored. Secrets are never shown: what is typed replaces them.
class EndpointDialog final : public Widgets::Dialog
{
    Q_OBJECT

public:
    /// A new endpoint of one of the types, of which the first is offered; or an existing one of the only type given, whose
    /// name and type cannot be changed.
    EndpointDialog(Aiven::Client &client, QString project, QList<Aiven::EndpointType> types,
                   Aiven::Endpoint endpoint = {}, QWidget *parent = nullptr);
    ~EndpointDialog() override;

    void accept() override;

signals:
    void saved(const Aiven::Endpoint &endpoint);

private:
    void build();
    void buildHead(QVBoxLayout &column);
    void showType();
    void applyRules();
    [[nodiscard]] const Aiven::EndpointType &type() const;
    void send();
    void onAnswer(Aiven::Result<Aiven::Endpoint> answer);
    void findSaved(const Aiven::ApiError &why);
    void finish(const Aiven::Endpoint &endpoint);
    void showError(const Aiven::ApiError &error);
    void updateState();
    [[nodiscard]] bool isEdit() const { return !m_endpoint.id.isEmpty(); }

    Aiven::Client &m_client;
    const QString m_project;
    const QList<Aiven::EndpointType> m_types;
    Aiven::Endpoint m_endpoint;
    Widgets::MessageBar *m_bar;
    QComboBox *m_type;
    QLineEdit *m_name;
    Widgets::FieldBox *m_nameBox = nullptr;
    Widgets::SchemaForm *m_form;
    QPushButton *m_save;
    bool m_sending = false;
};

} // namespace App
