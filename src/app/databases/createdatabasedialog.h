// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/createdialog.h"

namespace App {

/// Asks for a name and creates a database of that name on the service.
class CreateDatabaseDialog final : public CreateDialog
{
    Q_OBJECT
public:
    CreateDatabaseDialog(Aiven::Client &client, QString project, QString service, const QStringList &existing,
                         QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString problemOf(const QString &name) const override;
    void send() override;

private:
    void onAnswer(const Aiven::Result<Aiven::Done> &answer);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    const QStringList m_existing;
};

} // namespace App
