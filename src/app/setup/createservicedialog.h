// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/createdialog.h"

class QComboBox;

namespace Widgets {
class Text;
}

namespace Workflow {
class CreateService;
}

namespace App {

/// Name, plan and cloud of a new service, with what it costs. It closes as soon as Aiven took the order; the workflow that
/// watches the building belongs to who opened the dialog.
class CreateServiceDialog final : public CreateDialog
{
    Q_OBJECT

public:
    struct Facts
    {
        QString project;
        QString type;           ///< "kafka"
        QString title;          ///< "Apache Kafka"
        QString preferredCloud; ///< of the ClickHouse service: data stays in the region
        QStringList takenNames;
    };

    CreateServiceDialog(Aiven::Client &client, Facts facts, QWidget *parent);
    ~CreateServiceDialog() override;

signals:
    /// The order was taken; the workflow goes on and is a child of the dialog's parent.
    void ordered(Workflow::CreateService *workflow);

protected:
    [[nodiscard]] QString problemOf(const QString &name) const override;
    [[nodiscard]] QString obstacle() const override;
    void send() override;
    void onOnline() override;

private:
    enum class Plans { Reading, Failed, Read };

    void build();
    void read();
    void onPlans(Aiven::Result<QList<Aiven::ServicePlan>> plans);
    void fillPlans();
    void fillClouds();
    void showCost();
    void onWorkflow();
    [[nodiscard]] const Aiven::ServicePlan *plan() const;

    Aiven::Client &m_client;
    const Facts m_facts;
    QList<Aiven::ServicePlan> m_plans;
    QList<Aiven::Cloud> m_clouds;
    Workflow::CreateService *m_workflow = nullptr;
    QComboBox *m_plan;
    QComboBox *m_cloud;
    Widgets::Text *m_cost;
    Plans m_state = Plans::Reading;
};

/// Why a text cannot be a service's name; empty when it can.
[[nodiscard]] QString serviceNameProblem(const QString &name);
/// "About $0.41 an hour, $299 a month": what a plan costs in a cloud.
[[nodiscard]] QString costText(const QString &pricePerHour);

} // namespace App
