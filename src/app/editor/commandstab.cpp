// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/commandstab.h"

#include "widgets/card.h"
#include "widgets/codeeditor.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

namespace {
enum Kind { Avn, Terraform, Curl };
}

CommandsTab::CommandsTab(Recipes::Target target, QWidget *parent)
    : QWidget(parent)
    , m_target(std::move(target))
    , m_kind(new QComboBox)
    //: Accessible name of the text with the command
    , m_view(new Widgets::CommandView(tr("Command")))
{
    m_kind->addItems({u"avn"_s, u"Terraform"_s, u"curl"_s});
    //: Label of the choice of the kind of command: avn, Terraform or curl
    auto *label = new QLabel(tr("Show as"));
    label->setBuddy(m_kind);
    //: Button: copies the command
    auto *copy = Widgets::makeButton(tr("Copy"), u"copy"_s);
    copy->setAccessibleName(tr("Copy command"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(H(1.25), H(0.6), H(1.25), H(0.6));
    bar->setSpacing(H(0.5));
    bar->addWidget(label);
    bar->addWidget(m_kind);
    //: Beside the choice of the kind of command
    bar->addWidget(new Widgets::Text(Widgets::TextRole::Small, tr("The token is never part of a command.")), 1);
    bar->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Widgets::Hairline);
    layout->addWidget(m_view, 1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CommandsTab::refresh);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_view->text()); });
}

void CommandsTab::setConfig(const Document::Config &config)
{
    m_config = config;
    refresh();
}

void CommandsTab::refresh()
{
    switch (Kind(m_kind->currentIndex())) {
    case Avn: return m_view->setText(Recipes::avnUpdate(m_target, m_config.text()));
    case Terraform: return m_view->setText(Recipes::terraform(m_target, m_config.toJson()));
    case Curl: return m_view->setText(Recipes::curlUpdate(m_target, m_config.text()));
    }
}

} // namespace App
