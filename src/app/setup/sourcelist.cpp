// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/sourcelist.h"

#include "app/setup/rows.h"
#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"
#include "widgets/text.h"

#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

namespace {

constexpr int keyRole = Qt::UserRole;
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

SourceList::SourceList(QWidget *parent)
    : QWidget(parent)
    , m_view(new QListView)
    , m_empty((new Widgets::Text(Widgets::TextRole::Body))->wrapped()->dim())
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Widgets::Card;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(H(0.4), 3, H(0.4), 3); // 3: the list would cover the card's corners
    //: accessible name of the list of services and endpoints to connect with
    setUpList(*m_view, tr("Source"));
    m_view->setModel(&m_model);
    column->addWidget(m_view);
    m_empty->setContentsMargins(H(0.5), H(0.75), H(0.5), H(0.75));
    column->addWidget(m_empty);
    outer->addWidget(card);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_filling)
            emit currentChanged();
    });
}

void SourceList::setSources(const QList<Source> &sources, const QString &whenEmpty)
{
    const Source *const now = current();
    const QString before = !m_wanted.isEmpty() ? m_wanted : now ? now->key() : QString();
    m_filling = true;
    m_sources = sources;
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
            if (source.isAvailable() && (!choice.isValid() || source.key() == before))
                choice = m_model.index(m_model.rowCount() - 1, 0);
        }
    }
    m_empty->setText(whenEmpty);
    m_empty->setVisible(sources.isEmpty());
    m_view->setVisible(!sources.isEmpty());
    m_view->setCurrentIndex(choice);
    if (choice.isValid() && choice.data(keyRole) == m_wanted)
        m_wanted.clear();
    m_filling = false;
    fitHeight();
    emit currentChanged();
}

/// The page scrolls as a whole; a list that scrolls inside would hide the badges of half its rows.
void SourceList::fitHeight()
{
    constexpr int mostRows = 8;
    int height = H(0.5);
    for (int row = 0; row < std::min(m_model.rowCount(), mostRows); ++row)
        height += m_view->sizeHintForRow(row);
    m_view->setFixedHeight(height);
}

void SourceList::addRow(const Source &source)
{
    const bool external = source.group == Source::Group::ExternalEndpoints;
    QStandardItem *const item =
        twoLineRow(source.name, source.isAvailable() ? source.facts : source.reason, source.iconName);
    item->setData(source.key(), keyRole);
    item->setData(source.facts, factsRole);
    //: badge on every row of the list of sources: where it is
    const QString badge = external ? tr("external") : tr("in Aiven");
    item->setData(QStringList(badge), Widgets::PillsRole);
    if (!external) {
        item->setData(source.stateText, Widgets::StateTextRole);
        item->setData(int(markOf(source.state)), Widgets::StateRole);
    }
    // What is painted beside the name is read aloud, too.
    QStringList spoken{badge, source.stateText, item->data(Widgets::SecondLineRole).toString()};
    spoken.removeAll(QString());
    item->setData(spoken.join(u" · "_s), Qt::AccessibleDescriptionRole);
    item->setEnabled(source.isAvailable());
    m_model.appendRow(item);
}

const Source *SourceList::current() const
{
    const QModelIndex at = m_view->currentIndex();
    const QString key = at.data(keyRole).toString();
    if (!at.flags().testFlag(Qt::ItemIsEnabled))
        return nullptr;
    const auto found =
        std::find_if(m_sources.cbegin(), m_sources.cend(), [&key](const Source &one) { return one.key() == key; });
    return found == m_sources.cend() ? nullptr : &*found;
}

void SourceList::choose(const QString &key)
{
    m_wanted = key;
}

void SourceList::addFact(const QString &fact)
{
    const QModelIndex at = m_view->currentIndex();
    const QString line = at.data(factsRole).toString() + u" · "_s + fact;
    const QString spoken = at.data(Qt::AccessibleDescriptionRole).toString();
    m_model.setData(at, line, Widgets::SecondLineRole);
    m_model.setData(at, spoken.endsWith(fact) ? spoken : spoken + u" · "_s + fact, Qt::AccessibleDescriptionRole);
}

} // namespace App
