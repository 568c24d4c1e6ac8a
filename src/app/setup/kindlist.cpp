// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/kindlist.h"

#include "app/setup/rows.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"

#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr int keyRole = Qt::UserRole;

/// "datadog" may be a source and a target.
QString keyOf(const Kind &kind)
{
    return QString::number(int(kind.group)) + kind.id;
}

} // namespace

KindList::KindList(QWidget *parent) : QWidget(parent), m_filter(new QLineEdit), m_view(new QListView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Widgets::H(0.5), Widgets::H(0.75), Widgets::H(0.5), Widgets::H(0.5));
    column->setSpacing(Widgets::H(0.5));
    //: placeholder of the field that filters the list of integration types
    m_filter->setPlaceholderText(tr("Filter"));
    //: accessible name of that field
    m_filter->setAccessibleName(tr("Filter integration types"));
    m_filter->addAction(Widgets::icon("search"), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(100);
    column->addWidget(m_filter);

    //: accessible name of the list at the left
    setUpList(*m_view, tr("Integration types"));
    m_view->viewport()->setBackgroundRole(QPalette::Window);
    m_view->setModel(&m_model);
    column->addWidget(m_view);

    connect(m_filter, &QLineEdit::textChanged, this, &KindList::fill);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &KindList::currentChanged);
}

void KindList::setKinds(const QList<Kind> &kinds)
{
    m_kinds = kinds;
    fill();
}

QString KindList::titleOf(Kind::Group group)
{
    switch (group) {
    //: heading of a group in the list of integration types
    case Kind::Group::DataSources: return tr("Data sources");
    //: heading of a group in the list of integration types
    case Kind::Group::Observability: return tr("Observability");
    //: heading of a group in the list of integration types
    case Kind::Group::Other: return tr("Other");
    }
    Q_UNREACHABLE();
}

const Kind *KindList::currentKind() const
{
    const QString key = currentKey();
    const auto found =
        std::find_if(m_kinds.cbegin(), m_kinds.cend(), [&key](const Kind &kind) { return keyOf(kind) == key; });
    return found == m_kinds.cend() ? nullptr : &*found;
}

QString KindList::currentKey() const
{
    return m_view->currentIndex().data(keyRole).toString();
}

void KindList::focusList()
{
    m_view->setFocus();
}

void KindList::fill()
{
    const QString before = currentKey();
    blockSignals(true); // one signal at the end, not one for each row
    m_model.clear();
    for (const Kind::Group group : {Kind::Group::DataSources, Kind::Group::Observability, Kind::Group::Other}) {
        bool headed = false;
        for (const Kind &kind : std::as_const(m_kinds)) {
            if (kind.group != group || !kind.title.contains(m_filter->text().trimmed(), Qt::CaseInsensitive))
                continue;
            if (!headed)
                m_model.appendRow(headingRow(titleOf(group)));
            headed = true;
            addRow(kind);
        }
    }
    // The first one that can be chosen, unless the former choice is still there.
    QModelIndex choice;
    for (int row = m_model.rowCount() - 1; row >= 0; --row) {
        const QModelIndex at = m_model.index(row, 0);
        const bool selectable = at.flags().testFlag(Qt::ItemIsSelectable) && at.flags().testFlag(Qt::ItemIsEnabled);
        if (selectable && (!choice.isValid() || choice.data(keyRole) != before || before.isEmpty()))
            choice = at;
    }
    m_view->setCurrentIndex(choice);
    blockSignals(false);
    emit currentChanged();
}

void KindList::addRow(const Kind &kind)
{
    QStandardItem *const item = twoLineRow(kind.title, kind.sentence, kind.iconName);
    item->setData(keyOf(kind), keyRole);
    if (kind.enabled > 0)
        //: in the list of integration types: how many of this type the service has
        item->setData(QStringList(tr("%n enabled", nullptr, kind.enabled)), Widgets::PillsRole);
    item->setToolTip(kind.sentence.toHtmlEscaped()); // it may be cut
    if (!kind.isAvailable()) {
        item->setEnabled(false);
        item->setData(kind.reason, Qt::AccessibleDescriptionRole);
    }
    m_model.appendRow(item);
}

} // namespace App
