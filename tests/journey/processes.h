// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// What the system says about processes: the console does not tell on which port its sandbox listens, and need not.
namespace Processes {

/// The process of that program below the parent, at any depth; 0 when there is none.
[[nodiscard]] qint64 findBelow(qint64 parent, const QString &program);
[[nodiscard]] bool isRunning(qint64 process);
/// TCP ports on 127.0.0.1 that the process itself listens on.
[[nodiscard]] QList<quint16> listeningPorts(qint64 process);

} // namespace Processes
