// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace App {

/// One page of help: short, readable offline, with links for those who want all of it.
struct HelpPage
{
    struct Link
    {
        QString title;
        QString url;
    };

    QString id; ///< "setup", "endpoints", "databases", "credentials", "tables", "observability"
    QString title;
    QStringList paragraphs;
    QList<Link> links;
};

[[nodiscard]] QList<HelpPage> helpPages();

} // namespace App
