// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setuppage.h"

#include "app/describe.h"
#include "app/setup/flowpicture.h"
#include "app/setup/methodcards.h"
#include "app/setup/pairseditor.h"
#include "app/setup/requirements.h"
#include "app/setup/setupwords.h"
#include "app/setup/sourcelist.h"
#include "core/format.h"
#include "widgets/form/schemaform.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

bool hasProperty(const Core::Json &schema, const char *key)
{
    return !Core::memberAt(Core::memberAt(schema, "properties"), key).is_null();
}

} // namespace

SetUpPage::SetUpPage(Aiven::Client &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_bar(new Widgets::MessageBar)
    , m_title(new Text(TextRole::DialogTitle))
    , m_sentence((new Text(TextRole::Help))->wrapped())
    , m_methods(new MethodCards)
    , m_picture(new FlowPicture)
    , m_appears((new Text(TextRole::Help))->wrapped())
    , m_requirements(new Requirements(client))
    , m_sourceHeading(new Text(TextRole::Heading))
    , m_creators(new QHBoxLayout)
    , m_sources(new SourceList)
    , m_settingsHeading(new Text(TextRole::Heading))
    , m_pairs(new PairsEditor)
    , m_form(new Widgets::SchemaForm)
{
    build();
    connect(m_methods, &MethodCards::chosen, this, &SetUpPage::fillSources);
    connect(m_sources, &SourceList::currentChanged, this, &SetUpPage::onSource);
    connect(m_requirements, &Requirements::topicsChanged, this, &SetUpPage::showTopics);
    connect(m_requirements, &Requirements::createTopicRequested, this, [this] {
        if (const Source *const source = m_sources->current())
            emit createTopicRequested(source->name);
    });
    connect(m_pairs, &PairsEditor::changed, this, &SetUpPage::showNames);
    connect(m_form, &Widgets::SchemaForm::edited, this, &SetUpPage::changed);
}

SetUpPage::~SetUpPage() = default;

void SetUpPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(H(1.25), H(1), H(1.25), H(1.25));
    column->setSpacing(H(0.5));
    column->addWidget(m_bar);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_methods);
    column->addWidget(m_picture);
    column->addWidget(m_appears);
    column->addSpacing(H(0.25));
    //: heading above the list of conditions
    column->addWidget(new Text(TextRole::Heading, tr("Before you enable")));
    column->addWidget(m_requirements);
    column->addSpacing(H(0.25));
    buildSourceHeading(*column);
    column->addWidget(m_sources);
    column->addSpacing(H(0.25));
    column->addWidget(m_settingsHeading);
    column->addWidget(m_pairs);
    column->addWidget(m_form);
    column->addStretch();
}

void SetUpPage::buildSourceHeading(QVBoxLayout &column)
{
    m_creators->setContentsMargins(0, 0, 0, 0);
    m_creators->setSpacing(H(0.25));
    m_creators->addWidget(m_sourceHeading);
    m_creators->addStretch();
    column.addLayout(m_creators);
}

void SetUpPage::setFacts(const ProjectFacts &facts)
{
    m_facts = facts;
    m_requirements->setFacts(facts);
    const QString problem = serviceProblem(facts);
    if (problem == m_problem)
        return; // the bar may show an error of the last attempt
    m_problem = problem;
    if (problem.isEmpty())
        m_bar->hide();
    else
        m_bar->setMessage(Widgets::MessageBar::Kind::Warning, {}, problem);
    m_bar->setClosable(problem.isEmpty());
}

void SetUpPage::setKind(const Kind &kind)
{
    m_kind = kind;
    m_title->setText(kind.title);
    m_methods->setKind(kind);
    const bool sends = kind.group == Kind::Group::Observability;
    //: heading above the list of services and endpoints: where data goes to, or comes from
    m_sourceHeading->setText(sends ? tr("Target") : tr("Source"));
    m_picture->setFlow(sends                   ? FlowPicture::Flow::Sends
                       : kind.id == "kafka"_L1 ? FlowPicture::Flow::ReadsAndWrites
                                               : FlowPicture::Flow::Reads);
    showCreateButtons();
    fillSources();
}

const Route *SetUpPage::route() const
{
    const Route *const chosen = m_kind.route(m_methods->current());
    return chosen || m_kind.routes.isEmpty() ? chosen : &m_kind.routes.constFirst();
}

void SetUpPage::showCreateButtons()
{
    QList<std::pair<QString, std::function<void()>>> wanted;
    for (const QString &type : m_kind.otherTypes()) {
        if (m_facts.serviceTypes.contains(type)) {
            const QString title = SetUpWords::serviceTitle(m_kind, type);
            //: quiet button; the guide's words; %1 is "Apache Kafka"
            wanted.append({tr("Create %1 service…").arg(title),
                           [this, type, title] { emit createServiceRequested(type, title); }});
        }
        if (const Aiven::EndpointType *const endpoint = m_facts.endpointType(type))
            wanted.append(
                {SetUpWords::addEndpoint(endpoint->title), [this, type] { emit createEndpointRequested(type); }});
    }
    //: quiet button: opens the list of integration endpoints
    wanted.append({tr("Endpoints…"), [this] { emit endpointsRequested(); }});
    QStringList captions;
    for (const auto &[caption, act] : std::as_const(wanted))
        captions.append(caption);
    if (captions == m_creatorCaptions)
        return; // buttons that are there keep the focus
    m_creatorCaptions = captions;
    delete m_creatorsBox;
    m_creatorsBox = new QWidget;
    auto *row = new QHBoxLayout(m_creatorsBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(H(0.25));
    for (const auto &[caption, act] : std::as_const(wanted)) {
        QPushButton *const button = Widgets::makeButton(caption, "quiet");
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, act);
    }
    m_creators->addWidget(m_creatorsBox);
}

void SetUpPage::fillSources()
{
    const Route *const now = route();
    m_sentence->setText(SetUpWords::about(m_kind, now));
    showSettings();
    m_sources->setSources(now ? sourcesOf(m_facts, m_kind, *now) : QList<Source>(), SetUpWords::nothingThere(m_kind));
}

void SetUpPage::showSettings()
{
    const Route *const now = route();
    const bool pairs = now && hasProperty(now->schema, "databases") && now->method == Route::Method::Databases;
    // Tables are defined after the database is there, in an editor of their own.
    const bool form = now && !pairs && !hasProperty(now->schema, "tables");
    if (form && m_formOf != now->type) {
        m_formOf = now->type;
        m_form->setSchema(now->schema);
    }
    const bool settings = form && !m_form->isEmpty();
    m_pairs->setVisible(pairs);
    m_form->setVisible(settings);
    m_settingsHeading->setVisible(pairs || settings);
    //: headings above the settings of an integration
    m_settingsHeading->setText(pairs ? tr("Databases") : tr("Settings"));
}

void SetUpPage::onSource()
{
    const Route *const now = route();
    const Source *const source = m_sources->current();
    m_sourceFacts = source ? source->facts : QString(); // topics, where they are known, take its place
    m_requirements->setSource(source, now && hasProperty(now->schema, "tables"));
    if (source && !m_pairs->isHidden())
        proposeDatabases(*source);
    showNames();
}

void SetUpPage::proposeDatabases(const Source &source)
{
    if (!source.isEndpoint())
        return readDatabases(source);
    m_reading.reset();
    m_databasesOf.clear();
    const auto endpoint = std::find_if(m_facts.endpoints.cbegin(), m_facts.endpoints.cend(),
                                       [&source](const Aiven::Endpoint &one) { return one.id == source.endpointId; });
    const QString own =
        endpoint == m_facts.endpoints.cend() ? QString() : Core::textAt(endpoint->userConfig, "default_database");
    m_pairs->setKnownDatabases(own.isEmpty() ? QStringList() : QStringList(own));
}

void SetUpPage::readDatabases(const Source &source)
{
    if (m_databasesOf == source.name)
        return;
    m_databasesOf = source.name;
    m_reading = std::make_unique<QObject>();
    m_client.listServiceDatabases(m_facts.project, source.name, m_reading.get())
        ->then([this](Aiven::Result<QList<Aiven::ServiceDatabase>> databases) {
            // Only a help while typing: without it the names are typed.
            QStringList names;
            for (const Aiven::ServiceDatabase &database : databases ? *databases : QList<Aiven::ServiceDatabase>())
                names.append(database.name);
            m_pairs->setKnownDatabases(names);
        });
}

Core::Json SetUpPage::config() const
{
    if (!m_pairs->isHidden())
        return m_pairs->config();
    return m_form->isHidden() ? Core::Json::object() : m_form->value();
}

std::optional<SetUpChoice> SetUpPage::choice() const
{
    const Route *const now = route();
    const Source *const source = m_sources->current();
    if (!now || !source)
        return {};
    SetUpChoice choice;
    choice.method = now->method;
    choice.kindId = m_kind.id;
    choice.kindTitle = m_kind.title;
    choice.other = source->name;
    choice.isExternal = source->isEndpoint();
    Aiven::NewIntegration &wanted = choice.wanted;
    wanted.type = now->type;
    wanted.userConfig = config();
    const bool sends = now->method == Route::Method::Send;
    (sends ? wanted.sourceService : wanted.destService) = m_facts.serviceName;
    if (source->isEndpoint())
        (sends ? wanted.destEndpointId : wanted.sourceEndpointId) = source->endpointId;
    else
        (sends ? wanted.destService : wanted.sourceService) = source->name;
    return choice;
}

QString SetUpPage::obstacle() const
{
    if (!m_client.reachability().isOnline())
        //: tooltip of Enable while it is off
        return tr("No connection");
    for (const QString &problem : {serviceProblem(m_facts), permissionProblem(m_facts)}) {
        if (!problem.isEmpty())
            return problem;
    }
    if (!m_sources->current())
        //: tooltip of Enable while it is off
        return m_kind.group == Kind::Group::Observability ? tr("Choose a target first.") : tr("Choose a source first.");
    return m_pairs->isHidden() ? QString() : m_pairs->problem();
}

bool SetUpPage::check()
{
    return m_form->isHidden() || m_form->check();
}

void SetUpPage::showNames()
{
    const std::optional<SetUpChoice> now = choice();
    const SetUpWords::Picture picture = SetUpWords::picture(m_facts, m_kind, route(), now, m_sourceFacts);
    m_picture->setSource(picture.left.iconName, picture.left.name, picture.left.facts);
    m_picture->setTarget(picture.right.iconName, picture.right.name, picture.right.facts);
    m_appears->setText(SetUpWords::consequence(m_kind, route(), now));
    emit changed();
}

void SetUpPage::showTopics()
{
    const TopicsReader &topics = m_requirements->topics();
    if (topics.state() == TopicsReader::State::Ready && m_sources->current()) {
        const QStringList &names = topics.names();
        m_sourceFacts = SetUpWords::topics(names);
        if (!names.isEmpty())
            m_sources->addFact(SetUpWords::topicCount(names.size()));
    } else if (topics.state() == TopicsReader::State::Reading) {
        //: in the picture
        m_sourceFacts = tr("Reading topics…");
    } else if (topics.state() == TopicsReader::State::Failed) {
        //: in the picture
        m_sourceFacts = tr("Topics not known");
    }
    showNames();
}

void SetUpPage::choose(const QString &key)
{
    m_sources->choose(key);
}

void SetUpPage::readTopicsAgain()
{
    m_requirements->readTopicsAgain();
}

void SetUpPage::readTopicsIfFailed()
{
    if (m_requirements->topics().state() == TopicsReader::State::Failed)
        m_requirements->readTopicsAgain();
}

void SetUpPage::showError(const UserMessage &message)
{
    m_bar->setMessage(Widgets::MessageBar::Kind::Error, message.title,
                      (message.text + u' ' + message.nextStep).trimmed());
    m_bar->setClosable(true);
    for (QWidget *outer = parentWidget(); outer; outer = outer->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(outer))
            area->verticalScrollBar()->setValue(0); // where the bar is
    }
    m_bar->addReport(message.report());
}

void SetUpPage::showErrors(const QList<Aiven::FieldError> &fields)
{
    for (const Aiven::FieldError &field : fields) {
        if (!m_pairs->isHidden())
            (void)m_pairs->showError(field.pointer, field.message);
        else if (!m_form->isHidden())
            (void)m_form->showError(field.pointer, field.message);
    }
}

void SetUpPage::clearError()
{
    if (serviceProblem(m_facts).isEmpty())
        m_bar->hide();
}

} // namespace App
