// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/createservicedialog.h"

#include "app/describe.h"
#include "core/format.h"
#include "widgets/fieldbox.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"
#include "workflow/createservice.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardItemModel>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

constexpr double hoursOfMonth = 730; // 365 days in 12 months

bool allowsIntegrations(const QString &plan)
{
    return !plan.startsWith("hobbyist"_L1) && !plan.startsWith("free"_L1);
}

/// "kafka-1", or the first number that is free.
QString freeName(const QString &type, const QStringList &taken)
{
    for (int number = 1;; ++number) {
        const QString name = u"%1-%2"_s.arg(type, QString::number(number));
        if (!taken.contains(name))
            return name;
    }
}

} // namespace

QString serviceNameProblem(const QString &name)
{
    // The pattern of the API (its schema of a service to fork from).
    static const QRegularExpression allowed(u"^[a-z][-a-z0-9]*\\z"_s);
    if (name.size() > 64)
        //: below the field for a service's name
        return CreateServiceDialog::tr("At most 64 characters.");
    if (!allowed.match(name).hasMatch())
        //: below the field for a service's name
        return CreateServiceDialog::tr("A lower-case letter first, then lower-case letters, digits and -.");
    return {};
}

QString costText(const QString &pricePerHour)
{
    bool known = false;
    const double hour = pricePerHour.toDouble(&known);
    if (!known)
        //: what a service costs, when Aiven does not tell a price
        return CreateServiceDialog::tr("Aiven bills a service by the hour until it is powered off or deleted. The price of "
                                       "this plan is not told.");
    if (hour <= 0)
        //: what a service costs
        return CreateServiceDialog::tr("This plan is free of charge.");
    const QLocale locale;
    const bool wholeCents = qFuzzyCompare(std::round(hour * 100), hour * 100);
    //: what a service costs; %1 and %2 are amounts with currency
    return CreateServiceDialog::tr("%1 an hour, about %2 a month, billed by Aiven until it is powered off or deleted.")
        .arg(u"US$ "_s + locale.toString(hour, 'f', wholeCents ? 2 : 4),
             u"US$ "_s + locale.toString(hour * hoursOfMonth, 'f', 0));
}

CreateServiceDialog::CreateServiceDialog(Aiven::Client &client, Facts facts, QWidget *parent)
    : Dialog(parent)
    , m_client(client)
    , m_facts(std::move(facts))
    , m_bar(new Widgets::MessageBar)
    , m_name(new QLineEdit(freeName(m_facts.type, m_facts.takenNames)))
    , m_plan(new QComboBox)
    , m_cloud(new QComboBox)
    , m_cost((new Text(TextRole::Body))->wrapped())
    //: primary button of a dialog
    , m_create(Widgets::makeButton(tr("Create service"), "primary"))
{
    //: title of a dialog, the guide's words; %1 is "Apache Kafka"
    setWindowTitle(tr("Create %1 service").arg(m_facts.title));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_name, &QLineEdit::textChanged, this, &CreateServiceDialog::updateState);
    connect(m_plan, &QComboBox::currentIndexChanged, this, &CreateServiceDialog::fillClouds);
    connect(m_cloud, &QComboBox::currentIndexChanged, this, &CreateServiceDialog::showCost);
    connect(m_create, &QPushButton::clicked, this, &CreateServiceDialog::accept);
    m_name->setFocus();
    m_name->selectAll();
    read();
}

CreateServiceDialog::~CreateServiceDialog() = default;

void CreateServiceDialog::build()
{
    setMinimumWidth(H(34));
    QVBoxLayout &column = body();
    column.addWidget(m_bar);
    m_name->setMaxLength(200);
    //: label of a field
    m_nameBox = new Widgets::FieldBox(tr("Name"), m_name,
                                      //: help below the field for a service's name
                                      tr("It cannot be changed later."));
    column.addWidget(m_nameBox);
    //: label of a field: size and price of a service
    column.addWidget(new Widgets::FieldBox(tr("Plan"), m_plan,
                                           //: help below the field for a plan
                                           tr("Integrations need a Startup plan or higher.")));
    //: label of a field: provider and region
    column.addWidget(new Widgets::FieldBox(tr("Cloud"), m_cloud,
                                           //: help below the field for a cloud
                                           tr("In the region of the ClickHouse service data travels fast and costs no "
                                              "transfer.")));
    column.addWidget(m_cost);
    column.addStretch();
    addCancel();
    addPrimary(m_create);
}

void CreateServiceDialog::read()
{
    m_bar->hide();
    //: in place of the price, while plans are read
    m_cost->setText(tr("Reading plans and prices…"));
    m_client.listClouds(m_facts.project, this)->then([this](Aiven::Result<QList<Aiven::Cloud>> clouds) {
        m_clouds = clouds ? *clouds : QList<Aiven::Cloud>(); // only for the descriptions: plans tell their clouds
        fillClouds();
    });
    m_client.listPlans(m_facts.project, m_facts.type, this)
        ->then([this](Aiven::Result<QList<Aiven::ServicePlan>> plans) { onPlans(std::move(plans)); });
    updateState();
}

void CreateServiceDialog::onPlans(Aiven::Result<QList<Aiven::ServicePlan>> plans)
{
    if (!plans) {
        m_cost->setText({});
        showError(plans.error());
        //: button that repeats what failed
        connect(m_bar->addButton(tr("Try again")), &QPushButton::clicked, this, &CreateServiceDialog::read);
        return;
    }
    m_plans = std::move(plans).value();
    fillPlans();
}

void CreateServiceDialog::fillPlans()
{
    const QSignalBlocker quiet(m_plan);
    m_plan->clear();
    const auto *const model = qobject_cast<QStandardItemModel *>(m_plan->model());
    for (const Aiven::ServicePlan &plan : std::as_const(m_plans)) {
        const Aiven::PlanRegion size = plan.regions.isEmpty() ? Aiven::PlanRegion() : plan.regions.first();
        QStringList parts{plan.name};
        if (plan.nodeCount > 0)
            //: behind the name of a plan
            parts.append(tr("%n node(s)", nullptr, plan.nodeCount));
        if (size.memoryMb > 0)
            //: behind the name of a plan; %1 is a number
            parts.append(tr("%1 GB memory").arg(QLocale().toString(size.memoryMb / 1024)));
        m_plan->addItem(parts.join(u" · "_s), plan.name);
        if (!allowsIntegrations(plan.name))
            model->item(m_plan->count() - 1)->setEnabled(false); // stays visible; the help says why
    }
    const auto good = std::find_if(m_plans.cbegin(), m_plans.cend(),
                                   [](const Aiven::ServicePlan &one) { return allowsIntegrations(one.name); });
    m_plan->setCurrentIndex(good == m_plans.cend() ? -1 : int(good - m_plans.cbegin()));
    fillClouds();
}

const Aiven::ServicePlan *CreateServiceDialog::plan() const
{
    const int at = m_plan->currentIndex();
    return at < 0 || at >= m_plans.size() ? nullptr : &m_plans.at(at);
}

void CreateServiceDialog::fillClouds()
{
    const QSignalBlocker quiet(m_cloud);
    const QString before = m_cloud->currentData().toString();
    m_cloud->clear();
    const Aiven::ServicePlan *const chosen = plan();
    for (const QString &name : chosen ? chosen->regions.keys() : QStringList()) {
        const auto known = std::find_if(m_clouds.cbegin(), m_clouds.cend(),
                                        [&name](const Aiven::Cloud &one) { return one.name == name; });
        const bool described = known != m_clouds.cend() && !known->description.isEmpty();
        m_cloud->addItem(described ? known->description : name, name);
    }
    for (const QString &wanted : {m_facts.preferredCloud, before}) {
        if (const int at = m_cloud->findData(wanted); at >= 0)
            m_cloud->setCurrentIndex(at);
    }
    showCost();
}

void CreateServiceDialog::showCost()
{
    const Aiven::ServicePlan *const chosen = plan();
    if (chosen)
        m_cost->setText(costText(chosen->regions.value(m_cloud->currentData().toString()).pricePerHour));
    updateState();
}

QString CreateServiceDialog::nameProblem() const
{
    const QString name = m_name->text();
    if (m_facts.takenNames.contains(name))
        //: below the field for a service's name
        return tr("This project has a service of that name.");
    return name.isEmpty() ? QString() : serviceNameProblem(name);
}

void CreateServiceDialog::accept()
{
    if (!m_create->isEnabled())
        return;
    m_bar->hide();
    Aiven::NewService wanted{m_name->text(), m_facts.type, plan()->name, m_cloud->currentData().toString()};
    // The console reads messages of topics through the REST API of the service.
    if (m_facts.type == "kafka"_L1)
        wanted.userConfig = {{"kafka_rest", true}, {"schema_registry", true}};
    delete m_workflow;
    m_workflow = new Workflow::CreateService(m_client, m_facts.project, wanted, parent());
    connect(m_workflow, &Workflow::CreateService::stateChanged, this, &CreateServiceDialog::onWorkflow);
    m_workflow->start();
}

void CreateServiceDialog::onWorkflow()
{
    using State = Workflow::CreateService::State;
    updateState();
    if (m_workflow->state() == State::Failed)
        return showError(m_workflow->error());
    if (m_workflow->state() == State::Sending || !isVisible())
        return;
    emit ordered(m_workflow);
    disconnect(m_workflow, nullptr, this, nullptr);
    QDialog::accept();
}

void CreateServiceDialog::showError(const Aiven::ApiError &error)
{
    const UserMessage message = describe(error);
    m_bar->setMessage(Widgets::MessageBar::Kind::Error, message.title, (message.text + u' ' + message.nextStep).trimmed());
}

void CreateServiceDialog::updateState()
{
    const bool sending = m_workflow && m_workflow->state() == Workflow::CreateService::State::Sending;
    const QString problem = nameProblem();
    m_nameBox->setError(problem);
    if (!problem.isEmpty())
        m_nameBox->showNow(); // the name is suggested: what is wrong with it is the user's doing just now
    for (QWidget *field : QList<QWidget *>{m_name, m_plan, m_cloud})
        field->setEnabled(!sending);
    m_create->setEnabled(!sending && plan() && problem.isEmpty() && !m_name->text().isEmpty());
    //: button while the request runs, and before
    m_create->setText(sending ? tr("Creating…") : tr("Create service"));
}

} // namespace App
