// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/projectauthority.h"

#include "aiven/client.h"

namespace Workflow {

ProjectAuthority::ProjectAuthority(Aiven::Client &client, QString project, QObject *parent)
    : Authority(parent)
    , m_client(client)
    , m_project(std::move(project))
{}

ProjectAuthority::~ProjectAuthority()
{
    if (m_isAsking)
        emit answered({});
}

void ProjectAuthority::ask()
{
    if (m_certificates) {
        emit answered(*m_certificates);
        return;
    }
    if (m_isAsking) // one call answers all who wait
        return;
    m_isAsking = true;
    m_client.listAuthorities(m_project, this)->then([this](Aiven::Result<QList<QSslCertificate>> answer) {
        m_isAsking = false;
        if (answer) // else asked again next time: the network may be back, or the right granted
            m_certificates = std::move(answer).value();
        emit answered(m_certificates.value_or(QList<QSslCertificate>()));
    });
}

} // namespace Workflow
