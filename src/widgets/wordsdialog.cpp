// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wordsdialog.h"

#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace Widgets {

using namespace Qt::StringLiterals;

WordsDialog::WordsDialog(const QString &title, const QString &text, QWidget *parent) : Dialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *view = new QPlainTextEdit(text);
    view->setReadOnly(true);
    view->setFont(fixedFont());
    view->setTabChangesFocus(true);
    //: accessible name of a read-only text
    view->setAccessibleName(tr("The server's words"));
    body().addWidget(view);
    //: button of a dialog that shows a text
    QPushButton *const copy = makeButton(tr("Copy"));
    addAside(copy);
    addClose();
    connect(copy, &QPushButton::clicked, this, [text] { QApplication::clipboard()->setText(text); });
    resize(H(40), H(20));
}

QString shortened(const QString &text)
{
    constexpr qsizetype kLongest = 600;
    constexpr qsizetype kBegin = 400;
    constexpr qsizetype kEnd = 150;
    static const QRegularExpression endlessWord(u"(\\S{80})(?=\\S)"_s);
    QString shown = text;
    if (text.size() > kLongest) {
        const QString end = text.last(kEnd);
        shown = text.first(kBegin) + u"… "_s + end.mid(end.indexOf(u' ') + 1);
    }
    return shown.replace(endlessWord, u"\\1\u200b"_s); // or the window would become as wide as the word
}

} // namespace Widgets
