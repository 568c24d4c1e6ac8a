// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "widgets/dialog.h"

#include <memory>

class QLineEdit;
class QPushButton;

namespace Widgets {
class MessageBar;
class Text;
}

namespace App {

/// Asks for a name and creates a database of that name on the service.
class CreateDatabaseDialog final : public Widgets::Dialog
{
    Q_OBJECT
public:
    CreateDatabaseDialog(Aiven::Client &client, QString project, QString service, const QStringList &existing,
                         QWidget *parent = nullptr);

    /// Creates; the dialog closes when it is done.
    void accept() override;

signals:
    void created(const QString &name);

private:
    void updateState();
    /// What is wrong with the name, or nothing.
    [[nodiscard]] QString problem() const;
    void onAnswer(const Aiven::Result<Aiven::Done> &answer);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    const QStringList m_existing;
    QLineEdit *m_name;
    Widgets::Text *m_help;
    Widgets::MessageBar *m_messages;
    QPushButton *m_create;
    bool m_busy = false;
};

} // namespace App
