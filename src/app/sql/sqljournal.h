// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace App {

/// What the tabs held: kept on disk within a second of each change, so that nothing is lost with the program.
class SqlJournal final : public QObject
{
    Q_OBJECT

public:
    struct Tabs
    {
        QStringList texts;
        int current = 0;

        friend bool operator==(const Tabs &, const Tabs &) = default;
    };

    explicit SqlJournal(QString path);
    /// Writes what is still to be written.
    ~SqlJournal() override;

    /// A file that cannot be understood is moved aside, not overwritten.
    [[nodiscard]] Tabs restore() const;
    void keep(const Tabs &tabs);

private:
    void write();

    const QString m_path;
    Tabs m_tabs;
    QTimer m_timer;
    class Writer;
    const std::unique_ptr<Writer> m_writer;
};

} // namespace App
