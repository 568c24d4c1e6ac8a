// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apireply.h"
#include "aiven/channel.h"
#include "aiven/types/database.h"
#include "aiven/types/endpoint.h"
#include "aiven/types/integration.h"
#include "aiven/types/integrationtype.h"
#include "aiven/types/message.h"
#include "aiven/types/project.h"
#include "aiven/types/queryresult.h"
#include "aiven/types/service.h"
#include "aiven/types/serviceplan.h"
#include "aiven/types/topic.h"
#include "aiven/types/user.h"

class QSslCertificate;

namespace Aiven {

/// Whether a service's passwords come in clear text. Ask for them only where they are used.
enum class Secrets { Redact, Include };

/// A reply that only says that it was done.
using Done = std::monostate;

/// Aiven's REST API (or a server that speaks it), one function per call. Every reply is a child of its owner:
///     m_client.listServices(project, this)->then([this](Aiven::Result<QList<Aiven::Service>> services) { … });
class Client
{
public:
    Client(QNetworkAccessManager &network, Account account, Timing timing = {});

    [[nodiscard]] const Account &account() const;
    [[nodiscard]] const Timing &timing() const;
    /// Whether the server answers, and when it does again.
    [[nodiscard]] const Reachability &reachability() const;
    /// A new token after the old one was refused; calls are sent again from now on.
    void setToken(Core::Secret token);
    /// Called once, at the first 401; later calls answer Unauthorized without being sent.
    void setTokenRefusedHandler(std::function<void()> handler);
    /// Called after each exchange.
    void setCallObserver(std::function<void(const CallRecord &)> observer);
    /// Called when a call pauses for a second or more before it is sent again.
    void setWaitObserver(std::function<void(const CallWait &)> observer);

    [[nodiscard]] ApiReply<User> *currentUser(QObject *owner);
    [[nodiscard]] ApiReply<QList<Project>> *listProjects(QObject *owner);
    /// The certificates of the project's own authority, which signs what no public authority does.
    [[nodiscard]] ApiReply<QList<QSslCertificate>> *listAuthorities(const QString &project, QObject *owner);

    [[nodiscard]] ApiReply<QList<Service>> *listServices(const QString &project, QObject *owner);
    [[nodiscard]] ApiReply<Service> *getService(const QString &project, const QString &service, Secrets secrets,
                                                QObject *owner);
    /// It starts as REBUILDING; see Workflow::CreateService.
    [[nodiscard]] ApiReply<Service> *createService(const QString &project, const NewService &wanted, QObject *owner);
    /// Power, plan or cloud.
    [[nodiscard]] ApiReply<Service> *updateService(const QString &project, const QString &service,
                                                   const ServiceChange &change, QObject *owner);
    [[nodiscard]] ApiReply<Done> *deleteService(const QString &project, const QString &service, QObject *owner);
    /// What can be created here; without plans, which make the older call huge.
    [[nodiscard]] ApiReply<QList<ServiceType>> *listServiceTypes(const QString &project, QObject *owner);
    /// The plans of one type, with prices and sizes in each cloud.
    [[nodiscard]] ApiReply<QList<ServicePlan>> *listPlans(const QString &project, const QString &serviceType,
                                                          QObject *owner);
    [[nodiscard]] ApiReply<QList<Cloud>> *listClouds(const QString &project, QObject *owner);
    /// The databases of a PostgreSQL or MySQL service. Schemas cannot be listed.
    [[nodiscard]] ApiReply<QList<ServiceDatabase>> *listServiceDatabases(const QString &project, const QString &service,
                                                                         QObject *owner);

    [[nodiscard]] ApiReply<QList<IntegrationType>> *listIntegrationTypes(const QString &project, QObject *owner);
    /// The service's integrations and its candidates (Integration::isCandidate).
    [[nodiscard]] ApiReply<QList<Integration>> *listIntegrations(const QString &project, const QString &service,
                                                                 QObject *owner);
    [[nodiscard]] ApiReply<Integration> *getIntegration(const QString &project, const QString &id, QObject *owner);
    [[nodiscard]] ApiReply<Integration> *createIntegration(const QString &project, const NewIntegration &wanted,
                                                           QObject *owner);
    /// Arrays are replaced as a whole: send the complete user_config.
    [[nodiscard]] ApiReply<Integration> *updateIntegration(const QString &project, const QString &id,
                                                           const Core::Json &userConfig, QObject *owner);
    [[nodiscard]] ApiReply<Done> *deleteIntegration(const QString &project, const QString &id, QObject *owner);

    [[nodiscard]] ApiReply<QList<EndpointType>> *listEndpointTypes(const QString &project, QObject *owner);
    [[nodiscard]] ApiReply<QList<Endpoint>> *listEndpoints(const QString &project, QObject *owner);
    [[nodiscard]] ApiReply<Endpoint> *getEndpoint(const QString &project, const QString &id, QObject *owner);
    [[nodiscard]] ApiReply<Endpoint> *createEndpoint(const QString &project, const NewEndpoint &wanted, QObject *owner);
    /// Send the complete user_config, with redactedText() for secrets that stay: a part alone is refused.
    [[nodiscard]] ApiReply<Endpoint> *updateEndpoint(const QString &project, const QString &id,
                                                     const Core::Json &userConfig, QObject *owner);
    [[nodiscard]] ApiReply<Done> *deleteEndpoint(const QString &project, const QString &id, QObject *owner);

    [[nodiscard]] ApiReply<QList<Topic>> *listTopics(const QString &project, const QString &service, QObject *owner);
    /// With partitions and their offsets.
    [[nodiscard]] ApiReply<Topic> *getTopic(const QString &project, const QString &service, const QString &topic,
                                            QObject *owner);
    [[nodiscard]] ApiReply<Done> *createTopic(const QString &project, const QString &service, const NewTopic &wanted,
                                              QObject *owner);
    [[nodiscard]] ApiReply<Done> *deleteTopic(const QString &project, const QString &service, const QString &topic,
                                              QObject *owner);
    /// Reads by offset, so no consumer group is touched. Needs kafka_rest on the service.
    [[nodiscard]] ApiReply<QList<Message>> *readMessages(const QString &project, const QString &service,
                                                         const QString &topic, const MessageRequest &wanted,
                                                         QObject *owner);
    [[nodiscard]] ApiReply<QList<ProducedOffset>> *produceMessages(const QString &project, const QString &service,
                                                                   const QString &topic, const NewMessages &messages,
                                                                   QObject *owner);

    [[nodiscard]] ApiReply<QList<Database>> *listDatabases(const QString &project, const QString &service,
                                                           QObject *owner);
    [[nodiscard]] ApiReply<Done> *createDatabase(const QString &project, const QString &service, const QString &name,
                                                 QObject *owner);
    /// With its tables. Databases of integrations go with their integration instead.
    [[nodiscard]] ApiReply<Done> *deleteDatabase(const QString &project, const QString &service, const QString &name,
                                                 QObject *owner);
    /// Runs as avnadmin, for small results; the SQL pane uses ClickHouse's own port.
    [[nodiscard]] ApiReply<QueryResult> *query(const QString &project, const QString &service, const QString &database,
                                               const QString &sql, QObject *owner);

private:
    template <typename T>
    ApiReply<T> *send(Request request, Core::Expected<T, QString> (*parse)(const Core::Json &), QObject *owner);

    std::shared_ptr<Channel> m_channel;
    std::shared_ptr<QObject> m_probes; ///< owner of the calls that ask whether the server is back
};

} // namespace Aiven
