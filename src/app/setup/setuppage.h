// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "app/endpoints/projectfacts.h"
#include "app/setup/setupchoice.h"

#include <QWidget>

#include <memory>
#include <optional>

class QHBoxLayout;
class QVBoxLayout;

namespace Widgets {
class MessageBar;
class SchemaForm;
class Text;
} // namespace Widgets

namespace App {

class FlowPicture;
class MethodCards;
class PairsEditor;
class Requirements;
class SourceList;
struct Source;
struct UserMessage;

/// The right side of the dialog for any kind: what will appear, what is needed before, the source or target to choose, and
/// the settings that the kind has.
class SetUpPage final : public QWidget
{
    Q_OBJECT

public:
    SetUpPage(Aiven::Client &client, QWidget *parent = nullptr);
    ~SetUpPage() override;

    /// Keeps the choices that are still there.
    void setFacts(const ProjectFacts &facts);
    void setKind(const Kind &kind);
    /// Nothing while nothing that can be enabled is chosen.
    [[nodiscard]] std::optional<SetUpChoice> choice() const;
    /// Why Enable is off; empty when nothing stands against it.
    [[nodiscard]] QString obstacle() const;
    /// Shows what is wrong in the settings; false when something is.
    [[nodiscard]] bool check();
    /// Chooses what was created a moment ago as soon as it is listed.
    void choose(const QString &key);
    void showError(const UserMessage &message);
    /// Marks what the service refused, where this page has it.
    void showErrors(const QList<Aiven::FieldError> &fields);
    void clearError();
    void readTopicsAgain();
    void readTopicsIfFailed();

signals:
    /// Another choice, or what is known about it.
    void changed();
    void createTopicRequested(const QString &service);
    void createServiceRequested(const QString &serviceType, const QString &title);
    void createEndpointRequested(const QString &endpointType);
    void endpointsRequested();

private:
    void build();
    void buildSourceHeading(QVBoxLayout &column);
    [[nodiscard]] const Route *route() const;
    void fillSources();
    void showCreateButtons();
    void showSettings();
    void onSource();
    /// What may be typed for a PostgreSQL database: those of the service, or the endpoint's own.
    void proposeDatabases(const Source &source);
    void readDatabases(const Source &source);
    void showNames();
    void showTopics();
    [[nodiscard]] Core::Json config() const;

    Aiven::Client &m_client;
    ProjectFacts m_facts;
    Kind m_kind;
    std::unique_ptr<QObject> m_reading; ///< owner of the call that reads the databases of a PostgreSQL service
    QString m_databasesOf;
    Widgets::MessageBar *m_bar;
    Widgets::Text *m_title;
    Widgets::Text *m_sentence;
    MethodCards *m_methods;
    FlowPicture *m_picture;
    Widgets::Text *m_appears;
    Requirements *m_requirements;
    Widgets::Text *m_sourceHeading;
    QHBoxLayout *m_creators;
    QWidget *m_creatorsBox = nullptr;
    QStringList m_creatorCaptions;
    SourceList *m_sources;
    Widgets::Text *m_settingsHeading;
    PairsEditor *m_pairs;
    Widgets::SchemaForm *m_form;
    QString m_formOf; ///< the type of integration that the form is made for
    QString m_sourceFacts;
    QString m_problem; ///< of the ClickHouse service, as it is shown
};

} // namespace App
