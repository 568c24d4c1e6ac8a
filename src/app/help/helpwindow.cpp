// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/helpwindow.h"

#include "app/help/helppages.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QDesktopServices>
#include <QListWidget>
#include <QPushButton>
#include <QUrl>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

HelpWindow::HelpWindow(const QString &pageId, QWidget *parent)
    : Dialog(parent)
    , m_list(new QListWidget)
    , m_place(new QVBoxLayout)
{
    //: title of a window
    setWindowTitle(tr("Help"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *row = new QHBoxLayout;
    row->setSpacing(H(1.25));
    //: accessible name of a list
    m_list->setAccessibleName(tr("Help pages"));
    m_list->setProperty("edgeless", true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(H(12));
    row->addWidget(m_list);
    row->addLayout(m_place, 1);
    body().addLayout(row);
    addClose();
    int wanted = 0;
    for (const HelpPage &page : helpPages()) {
        if (page.id == pageId)
            wanted = m_list->count();
        m_list->addItem(page.title);
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::showPage);
    connect(this, &HelpWindow::linkActivated, this, [](const QString &url) { QDesktopServices::openUrl(QUrl(url)); });
    m_list->setCurrentRow(wanted);
    resize(H(46), H(26));
}

void HelpWindow::showPage(int row)
{
    const HelpPage page = helpPages().value(row);
    delete m_page;
    m_page = new QWidget;
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.6));
    column->addWidget(new Text(TextRole::DialogTitle, page.title));
    for (const QString &paragraph : page.paragraphs)
        column->addWidget((new Text(TextRole::Body, paragraph))->wrapped());
    column->addSpacing(H(0.5));
    for (const HelpPage::Link &link : page.links) {
        QPushButton *const button = Widgets::makeButton(link.title, u"external"_s, "quiet");
        button->setToolTip(link.url);
        connect(button, &QPushButton::clicked, this, [this, url = link.url] { emit linkActivated(url); });
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    column->addStretch();
    m_place->addWidget(m_page);
}

} // namespace App
