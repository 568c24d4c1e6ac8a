// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace App {

/// What the command line asks for. A token is never an argument: arguments are visible to every user of the computer;
/// it comes from the environment (HEADGATE_TOKEN) or the token dialog.
struct Options
{
    enum class Wanted { Console, Help, Version };

    Wanted wanted = Wanted::Console;
    bool sandbox = false;
    QString sandboxData;
    QUrl apiUrl;
};

/// The first argument is the program. The error is a sentence for standard error.
[[nodiscard]] Core::Expected<Options, QString> parseOptions(const QStringList &arguments);
[[nodiscard]] QString usage();
/// Why no window can be shown, with the way out; empty when one can. Qt aborts when no platform loads, so this is asked
/// before there is a QApplication.
[[nodiscard]] QString displayProblem();

} // namespace App
