// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/jsontab.h"

#include "app/editor/diffmodel.h"
#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/pill.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Document::TextLine;
using Widgets::H;

namespace App {

namespace {

/// Above this only the tables that differ are compared.
constexpr qsizetype wholeLimit = 2'000'000;

QByteArray changedTables(const Document::Config &config, const Document::Config &other)
{
    QByteArray text;
    for (const Document::TablePtr &table : config.tables()) {
        const int row = other.rowOf(table->name());
        if (row < 0 || other.tables().at(row)->json() != table->json())
            text += table->text() + '\n';
    }
    return text;
}

} // namespace

JsonTab::JsonTab(QWidget *parent)
    : QWidget(parent)
    , m_model(new DiffModel(this))
    , m_view(new QListView)
    , m_added(new Widgets::Pill({}, Widgets::Tone::Ok))
    , m_removed(new Widgets::Pill({}, Widgets::Tone::Error))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new DiffDelegate(this));
    //: Accessible name of the compared JSON in the review
    m_view->setAccessibleName(tr("JSON to be sent"));
    m_view->setProperty("edgeless", true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(H(1.25), H(0.6), H(1.25), H(0.6));
    bar->setSpacing(H(0.5));
    bar->addWidget(m_added);
    bar->addWidget(m_removed);
    //: Above the compared JSON in the review
    bar->addWidget(new Widgets::Text(Widgets::TextRole::Small, tr("As sent to Aiven, whole. Unknown keys are kept.")),
                   1);
    //: Button above the compared JSON
    auto *up = Widgets::makeIconButton(u"up"_s, tr("Previous change"));
    //: Button above the compared JSON
    auto *down = Widgets::makeIconButton(u"down"_s, tr("Next change"));
    //: Button above the compared JSON
    auto *copyButton = Widgets::makeButton(tr("Copy"), u"copy"_s);
    copyButton->setAccessibleName(tr("Copy JSON"));
    bar->addWidget(up);
    bar->addWidget(down);
    bar->addWidget(copyButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Widgets::Hairline);
    layout->addWidget(m_view, 1);
    connect(up, &QToolButton::clicked, this, [this] { goToChange(-1); });
    connect(down, &QToolButton::clicked, this, [this] { goToChange(1); });
    connect(copyButton, &QPushButton::clicked, this, &JsonTab::copy);
}

void JsonTab::setConfigs(const Document::Config &before, const Document::Config &after)
{
    m_after = after;
    qsizetype size = 0;
    for (const Document::TablePtr &table : after.tables())
        size += table->text().size();
    m_model->setLines(size > wholeLimit
                          ? Document::diffLines(changedTables(before, after), changedTables(after, before))
                          : Document::diffLines(before.text(), after.text()));
    //: Above the compared JSON
    m_added->setText(tr("+ %n line(s)", nullptr, m_model->count(TextLine::Kind::Added)));
    //: Above the compared JSON
    m_removed->setText(tr("− %n line(s)", nullptr, m_model->count(TextLine::Kind::Removed)));
    goToChange(1);
}

void JsonTab::goToChange(int step)
{
    const int row = m_model->nextChange(m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1, step);
    if (row < 0)
        return;
    m_view->setCurrentIndex(m_model->index(row));
    m_view->scrollTo(m_model->index(row), QAbstractItemView::EnsureVisible);
}

void JsonTab::copy()
{
    QApplication::clipboard()->setText(QString::fromUtf8(m_after.text()));
}

} // namespace App
