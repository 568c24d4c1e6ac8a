// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/createservicedialog.h"

#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"
#include "workflow/createservice.h"
#include "workflow/failure.h"

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
        return CreateServiceDialog::tr(
            "Aiven bills a service by the hour until it is powered off or deleted. The price of "
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
    //: primary button of a dialog
    : CreateDialog(client, tr("Create service"), parent)
    , m_client(client)
    , m_facts(std::move(facts))
    , m_plan(new QComboBox)
    , m_cloud(new QComboBox)
    , m_cost((new Text(TextRole::Body))->wrapped())
{
    //: title of a dialog, the guide's words; %1 is "Apache Kafka"
    setWindowTitle(tr("Create %1 service").arg(m_facts.title));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_plan, &QComboBox::currentIndexChanged, this, &CreateServiceDialog::fillClouds);
    connect(m_cloud, &QComboBox::currentIndexChanged, this, &CreateServiceDialog::showCost);
    read();
}

CreateServiceDialog::~CreateServiceDialog() = default;

void CreateServiceDialog::build()
{
    setMinimumWidth(H(34));
    //: help below the field for a service's name
    addName(u"/service_name"_s, tr("It cannot be changed later."));
    //: label of a field: size and price of a service
    addField(u"/plan"_s, tr("Plan"), m_plan,
             //: help below the field for a plan
             tr("Integrations need a Startup plan or higher."));
    //: label of a field: provider and region
    addField(u"/cloud"_s, tr("Cloud"), m_cloud,
             //: help below the field for a cloud
             tr("In the region of the ClickHouse service data travels fast and costs no transfer."));
    body().addWidget(m_cost);
    addButtons();
    nameInput().setText(freeName(m_facts.type, m_facts.takenNames));
    nameInput().selectAll();
}

void CreateServiceDialog::read()
{
    bar().hide();
    m_state = Plans::Reading;
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

void CreateServiceDialog::onOnline()
{
    if (m_state == Plans::Failed)
        read();
}

void CreateServiceDialog::onPlans(Aiven::Result<QList<Aiven::ServicePlan>> plans)
{
    m_state = plans ? Plans::Read : Plans::Failed;
    if (!plans) {
        m_cost->setText(obstacle());
        showError(plans.error());
        //: button that repeats what failed
        connect(bar().addButton(tr("Try again")), &QPushButton::clicked, this, &CreateServiceDialog::read);
        return;
    }
    m_plans = std::move(plans).value();
    fillPlans();
}

QString CreateServiceDialog::obstacle() const
{
    if (plan())
        return {};
    switch (m_state) {
    case Plans::Reading:
        //: why the button is off
        return tr("Plans and prices are being read.");
    case Plans::Failed:
        //: in place of the price, and why the button is off
        return tr("The plans could not be read. Without a plan no service can be created: try again.");
    case Plans::Read: break;
    }
    return m_plans.isEmpty()
               //: in place of the price, and why the button is off
               ? tr("Aiven offers no plan for this kind of service in this project. Ask an admin of the project.")
               //: in place of the price, and why the button is off
               : tr("None of these plans allows integrations. Ask an admin of the project for a Startup plan or "
                    "higher.");
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
    if (const Aiven::ServicePlan *const chosen = plan())
        m_cost->setText(costText(chosen->regions.value(m_cloud->currentData().toString()).pricePerHour));
    else if (m_state == Plans::Read)
        m_cost->setText(obstacle()); // an empty list must not look like one that is being read
    updateState();
}

QString CreateServiceDialog::problemOf(const QString &name) const
{
    if (m_facts.takenNames.contains(name))
        //: below the field for a service's name
        return tr("This project has a service of that name.");
    return serviceNameProblem(name);
}

void CreateServiceDialog::send()
{
    Aiven::NewService wanted{name(), m_facts.type, plan()->name, m_cloud->currentData().toString()};
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
    if (m_workflow->state() == State::Failed)
        return fail({.error = m_workflow->error()});
    if (m_workflow->state() == State::Sending || !isVisible())
        return;
    emit ordered(m_workflow);
    disconnect(m_workflow, nullptr, this, nullptr);
    finish();
}

} // namespace App
