// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/endpoints/projectfacts.h"
#include "widgets/dialog.h"

class QCheckBox;
class QStackedWidget;

namespace Widgets {
class ErrorState;
class LoadingState;
class MessageBar;
class Text;
} // namespace Widgets
namespace Workflow {
class ApplyDraft;
}

namespace App {
class SettingsPage;
class SettingsReview;

/// Which integration the settings are of.
struct SettingsAddress
{
    QString project;
    QString service; ///< the ClickHouse service
    QString integrationId;
    QString otherSide; ///< name of the service or endpoint at the other side
};

/// The settings of an integration after Enable: the database and schema pairs of PostgreSQL, the form of every other kind
/// but Apache Kafka, whose tables have an editor of their own. What will change stands below; applying compares with what
/// is on Aiven at that moment. Make it with new and open(); it deletes itself when it is closed and nothing is being sent.
class SettingsDialog final : public Widgets::Dialog
{
    Q_OBJECT

public:
    /// Listed: the databases of the service, to tell what goes with one.
    SettingsDialog(Aiven::Client &client, SettingsAddress address, QList<Aiven::Database> listed,
                   QWidget *parent = nullptr);
    ~SettingsDialog() override;

    /// Begins with one more pair, or without the pair behind that database.
    void addDatabase();
    void removeDatabase(const QString &name);
    /// Applies.
    void accept() override;
    void done(int result) override;

signals:
    /// Aiven has the new settings.
    void applied();

private:
    enum class Beginning { AsItIs, Add, Remove };

    void build();
    void buildFooter();
    void onFacts();
    void showFacts();
    void begin();
    void onApply();
    void onConflict();
    void onRefused();
    /// Goes on against their version, with what I want on top of it.
    void rebase(const Core::Json &theirs, const Core::Json &mine);
    void copyAsAvn();
    [[nodiscard]] bool isSending() const;
    /// Why nothing can be applied; empty when something can.
    [[nodiscard]] QString obstacle() const;
    void updateState();

    Aiven::Client &m_client;
    const SettingsAddress m_address;
    const QList<Aiven::Database> m_listed;
    FactsReader m_reader;
    Beginning m_beginning = Beginning::AsItIs;
    QString m_unwanted; ///< the database to begin without
    Aiven::Integration m_integration;
    Workflow::ApplyDraft *m_apply = nullptr;
    QStackedWidget *m_stack;
    Widgets::LoadingState *m_loading;
    Widgets::ErrorState *m_error;
    Widgets::MessageBar *m_bar;
    SettingsPage *m_page;
    SettingsReview *m_review;
    QPushButton *m_copy;
    QCheckBox *m_read;
    Widgets::Text *m_note;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_applyButton;
};

} // namespace App
