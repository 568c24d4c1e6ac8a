// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoints/endpointswindow.h"

#include "app/endpoints/endpointsview.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QPushButton>

namespace App {

using Widgets::H;

EndpointsWindow::EndpointsWindow(Aiven::Client &client, const QString &project, QWidget *parent) : Dialog(parent)
{
    //: title of a dialog, Aiven's words; %1 is the name of a project
    setWindowTitle(tr("Integration endpoints – %1").arg(project));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *view = new EndpointsView(client, project);
    body().addWidget(view);
    addClose();
    connect(view, &EndpointsView::changed, this, &EndpointsWindow::changed);
    resize(H(50), H(34));
}

} // namespace App
