// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clipboard.h"

#include "core/secret.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTimer>

namespace App {

using namespace Qt::StringLiterals;

void copyText(const QString &text)
{
    QApplication::clipboard()->setText(text);
}

void copySecret(const Core::Secret &secret)
{
    constexpr int kForget = 30'000;
    auto *content = new QMimeData; // the clipboard owns it
    content->setText(secret.reveal());
    content->setData(u"x-kde-passwordManagerHint"_s, "secret");
    QClipboard *clipboard = QApplication::clipboard();
    clipboard->setMimeData(content);
    QTimer::singleShot(kForget, clipboard, [clipboard, secret] {
        if (clipboard->text() == secret.reveal())
            clipboard->clear();
    });
}

} // namespace App
