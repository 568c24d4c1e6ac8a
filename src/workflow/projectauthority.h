// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/authority.h"

#include <optional>

namespace Aiven {
class Client;
}

namespace Workflow {

/// The certificate authority of a project, read from the API when a server first needs it and kept.
class ProjectAuthority final : public ClickHouse::Authority
{
    Q_OBJECT

public:
    /// The client must live as long as questions come.
    ProjectAuthority(Aiven::Client &client, QString project, QObject *parent);
    ~ProjectAuthority() override;

    void ask() override;

private:
    Aiven::Client &m_client;
    const QString m_project;
    std::optional<QList<QSslCertificate>> m_certificates;
    bool m_isAsking = false;
};

} // namespace Workflow
