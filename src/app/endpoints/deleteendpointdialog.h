// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "widgets/dialog.h"

class QPushButton;

namespace Widgets {
class MessageBar;
}

namespace App {

/// Before an endpoint is deleted: what uses it. While something does, it cannot be deleted.
class DeleteEndpointDialog final : public Widgets::Dialog
{
    Q_OBJECT

public:
    DeleteEndpointDialog(Aiven::Client &client, QString project, Aiven::Endpoint endpoint,
                         const QList<Aiven::Integration> &uses, QWidget *parent = nullptr);

    void accept() override;

signals:
    void deleted(const QString &name);

private:
    Aiven::Client &m_client;
    const QString m_project;
    const Aiven::Endpoint m_endpoint;
    Widgets::MessageBar *m_bar;
    QPushButton *m_delete;
};

/// "clickhouse-demo: clickhouse_kafka": one use of an endpoint.
[[nodiscard]] QString useText(const Aiven::Integration &use);

} // namespace App
