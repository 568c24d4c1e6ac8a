// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/wordsdialog.h"

#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>

namespace App {

using Widgets::H;

WordsDialog::WordsDialog(const QString &title, const QString &text, QWidget *parent) : Dialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *view = new QPlainTextEdit(text);
    view->setReadOnly(true);
    view->setFont(Widgets::fixedFont());
    view->setTabChangesFocus(true);
    //: accessible name of a read-only text
    view->setAccessibleName(tr("The server's words"));
    body().addWidget(view);
    //: button of a dialog that shows a text
    QPushButton *const copy = Widgets::makeButton(tr("Copy"));
    addAside(copy);
    addClose();
    connect(copy, &QPushButton::clicked, this, [text] { QApplication::clipboard()->setText(text); });
    resize(H(40), H(20));
}

} // namespace App
