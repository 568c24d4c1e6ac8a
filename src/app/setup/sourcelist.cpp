// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/sourcelist.h"

#include "app/setup/rows.h"
#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"
#include "widgets/states.h"

#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

namespace {

constexpr int nameRole = Qt::UserRole;
constexpr int factsRole = Qt::UserRole + 1;

Widgets::State markOf(Source::State state)
{
    switch (state) {
    case Source::State::Running: return Widgets::State::Ok;
    case Source::State::Working: return Widgets::State::Working;
    case Source::State::PoweredOff:
    case Source::State::Unknown: break;
    }
    return Widgets::State::Off;
}

} // namespace

SourceList::SourceList(QWidget *parent) : QWidget(parent), m_stack(new QStackedWidget), m_view(new QListView)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Widgets::Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(H(0.4), 3, H(0.4), 3); // 3: the list would cover the card's corners
    //: accessible name of the list of services to read from
    setUpList(*m_view, tr("Source"));
    m_view->setModel(&m_model);
    m_stack->addWidget(m_view);
    m_stack->addWidget(
        //: in place of the list of sources
        new Widgets::EmptyState(u"kafka"_s, tr("No Apache Kafka service in this project"),
                                tr("You need an Aiven for ClickHouse service and an Apache Kafka service. "
                                   "Create one, or add an external endpoint.")));
    m_stack->setMinimumHeight(H(9));
    column->addWidget(m_stack);
    outer->addWidget(card);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_filling)
            emit currentChanged();
    });
}

void SourceList::setSources(const QList<Source> &sources)
{
    const QString before = current();
    m_filling = true;
    m_model.clear();
    QModelIndex choice;
    for (const Source::Group group : {Source::Group::InThisProject, Source::Group::ExternalEndpoints}) {
        bool headed = false;
        for (const Source &source : sources) {
            if (source.group != group)
                continue;
            if (!headed) {
                //: headings of groups in the list of sources
                m_model.appendRow(headingRow(group == Source::Group::InThisProject ? tr("In this project")
                                                                                   : tr("External endpoints")));
            }
            headed = true;
            addRow(source);
            if (source.isAvailable() && (!choice.isValid() || source.name == before))
                choice = m_model.index(m_model.rowCount() - 1, 0);
        }
    }
    m_stack->setCurrentIndex(sources.isEmpty() ? 1 : 0);
    m_view->setCurrentIndex(choice);
    m_filling = false;
    emit currentChanged();
}

void SourceList::addRow(const Source &source)
{
    const bool external = source.group == Source::Group::ExternalEndpoints;
    QStandardItem *const item = twoLineRow(source.name, source.isAvailable() ? source.facts : source.reason,
                                           external ? u"globe"_s : u"kafka"_s);
    item->setData(source.name, nameRole);
    item->setData(source.facts, factsRole);
    if (!external) {
        item->setData(source.stateText, Widgets::StateTextRole);
        item->setData(int(markOf(source.state)), Widgets::StateRole);
    }
    item->setEnabled(source.isAvailable());
    m_model.appendRow(item);
}

QString SourceList::current() const
{
    const QModelIndex at = m_view->currentIndex();
    return at.flags().testFlag(Qt::ItemIsEnabled) ? at.data(nameRole).toString() : QString();
}

void SourceList::addFact(const QString &fact)
{
    const QModelIndex at = m_view->currentIndex();
    const QString line = at.data(factsRole).toString() + u" · "_s + fact;
    m_model.setData(at, line, Widgets::SecondLineRole);
    m_model.setData(at, line, Qt::AccessibleDescriptionRole);
}

} // namespace App
