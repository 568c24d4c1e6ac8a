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
    QString service;
    QString integrationId;
    QString source; ///< the Kafka service, for showing
};

/// An unfinished draft of an earlier run, for "Continue where you stopped".
struct JournaledDraft
{
    DraftAddress address;
    int changes = 0;
    QDateTime savedAt;
    QByteArray draft;
};

/// Keeps a draft with changes on disk, within a second after the last key, so that a crash loses nothing. Files of the
/// user are never touched: this is the program's own folder of states.
class DraftJournal final : public QObject
{
    Q_OBJECT

public:
    DraftJournal(Document::Draft &draft, DraftAddress address, QObject *parent = nullptr);
    ~DraftJournal() override;

    /// What an earlier run left for this address.
    [[nodiscard]] std::optional<JournaledDraft> left() const;
    /// From now on the draft's changes are written.
    void start();
    /// Also without waiting for the pause in typing; returns when the file is there.
    void flush();

    /// Every draft that was not applied, the newest first.
    [[nodiscard]] static QList<JournaledDraft> all();

signals:
    void saved(const QDateTime &at);
    /// A sentence with the reason; the draft stays in the window.
    void failed(const QString &reason);

private:
    void save();
    [[nodiscard]] QString path() const;

    Document::Draft &m_draft;
    const DraftAddress m_address;
    QTimer m_pause;
    QThreadPool m_worker; ///< one thread, so that a later state is never overwritten by an earlier one
    bool m_started = false;
};

} // namespace App
