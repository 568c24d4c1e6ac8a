// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

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
        QString movedTo; ///< where a file is now that cannot be understood; empty when there was none

        friend bool operator==(const Tabs &, const Tabs &) = default;
    };

    explicit SqlJournal(QString path);
    /// Waits until all is written.
    ~SqlJournal() override;

    /// A file that cannot be understood is moved aside, not overwritten.
    [[nodiscard]] Tabs restore() const;
    /// Something changed: due() comes soon, once for many changes, so that a key press costs nothing.
    void touch();
    [[nodiscard]] bool isDue() const { return m_timer.isActive(); }
    /// Writes in the background.
    void keep(const Tabs &tabs);

signals:
    void due();
    /// A sentence with the reason; the tabs stay in the window.
    void failed(const QString &reason);

private:
    const QString m_path;
    QTimer m_timer;
    class Writer;
    const std::unique_ptr<Writer> m_writer;
};

} // namespace App
