// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/erasedialog.h"

#include "core/format.h"
#include "widgets/card.h"
#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace App {

using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

EraseDialog::EraseDialog(const Erasure &what, QWidget *parent) : QDialog(parent), m_name(what.name), m_typed(new QLineEdit)
{
    setWindowTitle(what.title);
    setMinimumWidth(H(34));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(H(1.5), H(1.25), H(1.5), H(1.25));
    column->setSpacing(H(0.35));
    column->addWidget((new Text(TextRole::Body, what.sentence))->wrapped());
    if (!what.list.isEmpty())
        addList(*column, what.list);
    column->addSpacing(H(0.75));
    //: Label of a field; %1 is the name that has to be typed
    auto *label = new Text(TextRole::Label, tr("Type %1 to confirm").arg(Core::displayText(m_name, 100)));
    label->setBuddy(m_typed);
    column->addWidget(label);
    column->addWidget(m_typed);
    column->addStretch();
    outer->addWidget(body, 1);
    outer->addWidget(new Widgets::Hairline);
    addFooter(*outer, what.title);
    updateState();
    m_typed->setFocus();
}

void EraseDialog::addList(QBoxLayout &column, const QStringList &names)
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
    column.addSpacing(H(0.5));
    column.addWidget(list);
}

void EraseDialog::addFooter(QBoxLayout &outer, const QString &verb)
{
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(H(1.5), H(0.75), H(1.5), H(0.75));
    footer->setSpacing(H(0.5));
    footer->addStretch();
    //: Button of a dialog
    QPushButton *cancel = Widgets::makeButton(tr("Cancel"));
    m_erase = Widgets::makeButton(verb, "danger");
    m_erase->setDefault(true);
    footer->addWidget(cancel);
    footer->addWidget(m_erase);
    outer.addLayout(footer);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_erase, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_typed, &QLineEdit::textChanged, this, &EraseDialog::updateState);
}

void EraseDialog::updateState()
{
    const bool agreed = m_typed->text().trimmed() == m_name;
    m_erase->setEnabled(agreed);
    //: Why the button is off
    m_erase->setToolTip(agreed ? QString() : tr("Type the name first"));
}

} // namespace App
