// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/erasedialog.h"

#include "core/format.h"
#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace App {

using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

EraseDialog::EraseDialog(const Erasure &what, QWidget *parent)
    : Dialog(parent)
    , m_name(what.name)
    , m_typed(new QLineEdit)
    , m_erase(Widgets::makeButton(what.title, "danger"))
{
    setWindowTitle(what.title);
    setMinimumWidth(H(34));
    body().setSpacing(H(0.35));
    body().addWidget((new Text(TextRole::Body, what.sentence))->wrapped());
    if (!what.list.isEmpty())
        addList(what.list);
    body().addSpacing(H(0.75));
    //: Label of a field; %1 is the name that has to be typed
    auto *label = new Text(TextRole::Label, tr("Type %1 to confirm").arg(Core::displayText(m_name, 100)));
    label->setBuddy(m_typed);
    body().addWidget(label);
    body().addWidget(m_typed);
    body().addStretch();
    addCancel();
    addPrimary(m_erase);
    connect(m_erase, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_typed, &QLineEdit::textChanged, this, &EraseDialog::updateState);
    updateState();
    m_typed->setFocus();
}

void EraseDialog::addList(const QStringList &names)
{
    constexpr int kShownRows = 8;
    auto *list = new QListWidget;
    //: Accessible name of a list
    list->setAccessibleName(tr("What will be erased"));
    list->setFont(Widgets::fixedFont());
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    for (const QString &name : names)
        list->addItem(Core::displayText(name, 200));
    list->setFixedHeight(qMin(kShownRows, int(names.size())) * list->sizeHintForRow(0) + H(0.5));
    body().addSpacing(H(0.5));
    body().addWidget(list);
}

void EraseDialog::updateState()
{
    const bool agreed = m_typed->text().trimmed() == m_name;
    m_erase->setEnabled(agreed);
    //: Why the button is off
    m_erase->setToolTip(agreed ? QString() : tr("Type the name first"));
}

} // namespace App
