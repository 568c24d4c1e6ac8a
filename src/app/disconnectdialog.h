// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/integration.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace App {

/// Asks before an integration is removed: its database and its configuration are erased. The service's name has to be
/// typed, because there is no undo on the server.
class DisconnectDialog final : public QDialog
{
    Q_OBJECT
public:
    DisconnectDialog(const Aiven::Integration &integration, const QString &service, QWidget *parent);

private:
    void updateState();

    const QString m_name;
    QLineEdit *m_typed;
    QPushButton *m_disconnect;
};

} // namespace App
