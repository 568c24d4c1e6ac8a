// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/reviewnotes.h"

#include "widgets/messagebar.h"
#include "widgets/metrics.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Document::Change;
using Widgets::H;
using Widgets::MessageBar;

namespace App {

namespace {

constexpr qsizetype mostBars = 2; ///< never more than two above each other

} // namespace

ReviewNotes::ReviewNotes(const Document::Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(H(1.25), H(0.75), H(1.25), H(0.75));
    m_layout->setSpacing(H(0.4));
}

QStringList ReviewNotes::warnings() const
{
    QStringList texts;
    for (const Change &change : m_draft.changes()) {
        if (change.subject == Change::Subject::Table && change.kind == Change::Kind::Removed) {
            //: Warning of the review; %1 is a table
            texts.append(
                tr("The connector table `%1` will be dropped. Data in destination tables stays.").arg(change.name));
        }
    }
    for (const Document::Problem &problem : m_draft.problems()) {
        if (problem.severity == Document::Severity::Warning)
            texts.append(problem.message);
    }
    return texts;
}

QString ReviewNotes::pauses() const
{
    QStringList remade;
    for (const Change &change : m_draft.changes()) {
        if (change.subject == Change::Subject::Table && change.kind == Change::Kind::Changed)
            remade.append(change.name);
    }
    if (remade.isEmpty())
        return {};
    if (remade.size() == 1) {
        //: Note of the review; %1 is a table
        return tr("The table %1 stops reading for a few seconds while it is made anew; its offsets stay.")
            .arg(remade[0]);
    }
    //: Note of the review; %1 are tables
    return tr("The tables %1 stop reading for a few seconds while they are made anew; their offsets stay.")
        .arg(remade.join(u", "));
}

void ReviewNotes::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void ReviewNotes::add(bool isWarning, const QString &text)
{
    auto *bar = new MessageBar;
    bar->setClosable(false);
    bar->setMessage(isWarning ? MessageBar::Kind::Warning : MessageBar::Kind::Info, {}, text);
    m_layout->addWidget(bar);
}

void ReviewNotes::refresh()
{
    clear();
    const QStringList all = warnings();
    if (all.size() > mostBars) {
        add(true, all.join(u'\n'));
    } else {
        for (const QString &text : all)
            add(true, text);
    }
    if (const QString text = pauses(); !text.isEmpty() && all.size() != mostBars)
        add(false, text);
}

} // namespace App
