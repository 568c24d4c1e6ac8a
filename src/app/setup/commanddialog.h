// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace App {

/// For a step that this program does not do by itself: what it is for, and the command that does it.
class CommandDialog final : public QDialog
{
    Q_OBJECT

public:
    CommandDialog(const QString &title, const QString &sentence, const QString &command, QWidget *parent = nullptr);
};

/// "avn service create …" for an Apache Kafka service whose topics can be read here.
[[nodiscard]] QString avnCreateKafka(const QString &project, const QString &cloud);
/// "avn service integration-endpoint-create …" for an Apache Kafka cluster outside Aiven.
[[nodiscard]] QString avnCreateEndpoint(const QString &project);

} // namespace App
