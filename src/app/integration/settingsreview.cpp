// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/integration/settingsreview.h"

#include "app/editor/changestab.h"
#include "core/format.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Document::Change;
using Widgets::H;

namespace App {

namespace {

constexpr int shownRows = 5;

} // namespace

SettingsReview::SettingsReview(QWidget *parent)
    : QWidget(parent)
    , m_list(new ChangesTab)
    , m_warning(new Widgets::MessageBar)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, H(1));
    column->setSpacing(H(0.5));
    column->addWidget(m_list);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(H(1.25), 0, H(1.25), 0);
    row->addWidget(m_warning);
    column->addLayout(row);
    m_warning->setClosable(false);
    hide();
}

void SettingsReview::setChanges(const QList<Change> &changes)
{
    m_changes = int(changes.size());
    m_list->setChanges(changes);
    m_list->setFixedHeight(H(4) + qMin(shownRows, m_changes) * H(1.75)); // with its header and edges
    m_erased.clear();
    for (const Change &change : changes) {
        if (change.subject == Change::Subject::Table && change.kind == Change::Kind::Removed)
            m_erased.append(change.name);
    }
    if (m_erased.isEmpty()) {
        m_warning->hide();
    } else {
        const QString names = Core::displayText(m_erased.join(u", "_s), 300);
        m_warning->setMessage(
            Widgets::MessageBar::Kind::Warning,
            //: Review, before databases go from ClickHouse; %1 are their names
            tr("Erased from ClickHouse: %1.").arg(names),
            //: Review, before databases of a PostgreSQL integration go from ClickHouse
            tr("The data in PostgreSQL stays. Queries and views that read it through ClickHouse stop working."));
    }
    setVisible(m_changes > 0);
}

} // namespace App
