// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialog.h"

namespace Aiven {
class Client;
}

namespace App {

/// The list of integration endpoints above another dialog, which keeps its state meanwhile.
class EndpointsWindow final : public Widgets::Dialog
{
    Q_OBJECT

public:
    EndpointsWindow(Aiven::Client &client, const QString &project, QWidget *parent = nullptr);

signals:
    void changed();
};

} // namespace App
