// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "widgets/dialog.h"

namespace App {

class CredentialsPanel;

/// The named collection of an integration that exists, with its SQL and the test of its connection.
class CredentialsDialog final : public Widgets::Dialog
{
    Q_OBJECT

public:
    CredentialsDialog(Aiven::Client &client, const QString &project, const QString &service,
                      const Aiven::Integration &integration, QWidget *parent = nullptr);

signals:
    void queryRequested(const QString &sql);

private:
    void proposeDatabase(Aiven::Client &client, const QString &project, const QString &endpointId,
                         CredentialsPanel *panel);
};

} // namespace App
