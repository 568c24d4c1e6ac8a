// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpointspage.h"

#include "app/endpoints/endpointsview.h"
#include "app/pageheader.h"
#include "widgets/metrics.h"

#include <QVBoxLayout>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

EndpointsPage::EndpointsPage(Place place, QWidget *parent)
    : QWidget(parent)
    , m_place(std::move(place))
    , m_view(new EndpointsView(m_place.session->client(), m_place.project))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *header = new PageHeader(u"project"_s, m_place.project);
    //: Facts of a page about a project: the account
    header->setFacts({tr("Project of %1").arg(m_place.session->label())});
    header->tabs().hide(); // one list needs no tabs
    column->addWidget(header);
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(H(1.5), H(1.15), H(1.5), H(1.5));
    inside->addWidget(m_view);
    column->addWidget(content, 1);
    connect(m_view, &EndpointsView::happened, this, &EndpointsPage::happened);
}

void EndpointsPage::refresh()
{
    m_view->refresh();
}

} // namespace App
