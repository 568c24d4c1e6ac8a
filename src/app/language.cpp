// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QCoreApplication>
#include <QTranslator>

#include <memory>

namespace App {

using namespace Qt::StringLiterals;

void installTranslations()
{
    auto singulars = std::make_unique<QTranslator>(QCoreApplication::instance());
    if (singulars->load(u":/translations/headgate_en.qm"_s) && QCoreApplication::installTranslator(singulars.get()))
        singulars.release(); // the application owns it
}

} // namespace App
