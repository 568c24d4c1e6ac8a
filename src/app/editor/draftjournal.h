// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"

#include <QDateTime>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <optional>

namespace App {

/// Where a draft belongs.
struct DraftAddress
{
    QString account; ///< the API's address: two accounts may have a project of the same name
    QString project;
    QString integrationId;
};

/// What an earlier run left, for "Continue where you stopped".
struct LeftDraft
{
    std::optional<Document::Draft::Snapshot> draft;
    QDateTime savedAt;
    QString movedTo; ///< where a file is now that cannot be understood; empty when there was none
};

/// Keeps a draft with changes on disk, within a second after the last key, so that a crash loses nothing. Files of the
/// user are never touched: this is the program's own folder of states.
class DraftJournal final : public QObject
{
    Q_OBJECT

public:
    DraftJournal(Document::Draft &draft, const DraftAddress &address, QObject *parent = nullptr);
    ~DraftJournal() override;

    /// Reads what is there for this address. A large draft takes a while: for a worker thread. A file that cannot be
    /// understood is moved aside, not overwritten.
    [[nodiscard]] static LeftDraft left(const DraftAddress &address);
    /// From now on the draft's changes are written.
    void start();
    /// Also without waiting for the pause in typing; returns when the file is there.
    void flush();

signals:
    void saved(const QDateTime &at);
    /// A sentence with the reason; the draft stays in the window.
    void failed(const QString &reason);

private:
    void save();

    Document::Draft &m_draft;
    const QString m_path;
    QTimer m_pause;
    QThreadPool m_worker; ///< one thread, so that a later state is never overwritten by an earlier one
    bool m_started = false;
};

} // namespace App
