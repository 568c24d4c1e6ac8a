// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/service.h"
#include "widgets/card.h"

#include <QWidget>

class QGridLayout;

namespace App {

/// Host, port, user and password of a service, each with a copy button. The password is not here: it is fetched when
/// one asks to copy it.
class ConnectionCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionCard(QWidget *parent = nullptr);

    void setService(const Aiven::Service &service);

signals:
    void passwordCopyRequested();
    void copied(const QString &what);

private:
    void addRow(const QString &label, const QString &value, bool secret);

    QGridLayout *m_grid;
    int m_rows = 0;
    QString m_shown; ///< what stands there, so that a refresh with the same values keeps the focus
};

} // namespace App
