// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "document/draft.h"
#include "widgets/dialog.h"

#include <QDateTime>
#include <QTimer>

class QCheckBox;
class QPushButton;
class QTabWidget;

namespace Widgets {
class MessageBar;
class Text;
} // namespace Widgets
namespace Workflow {
class ApplyDraft;
}

namespace App {
class ChangesTab;
class CommandsTab;
class JsonTab;
class ReviewNotes;

/// What the review needs to know beside the draft.
struct ReviewContext
{
    QString project;
    QString service;
    Aiven::Integration integration;
    QDateTime loadedAt;
    QUrl apiUrl;
};

/// What will change, as a tree, as JSON and as commands, compared with what the service has at this moment. Applying goes
/// on when the dialog is closed.
class ReviewDialog final : public Widgets::Dialog
{
    Q_OBJECT

public:
    ReviewDialog(Aiven::Client &client, Document::Draft &draft, ReviewContext context, QWidget *parent);

    /// Shows the progress of applying; closes when it is done.
    void watch(Workflow::ApplyDraft *apply);

signals:
    void applyRequested();
    /// Somebody disconnected the integration; the dialog closes.
    void gone();
    /// Theirs instead of mine: the draft was set back, which can be undone.
    void reloaded();
    /// The user wants to see the field that was refused.
    void placeRequested(const QString &pointer);

private:
    void build();
    QWidget *buildHead();
    void buildFooter();
    void readTheirs();
    void onTheirs(Aiven::Result<Aiven::Integration> theirs);
    void showTheirs(const Document::ThreeWay &compared, const Document::Config &theirs);
    /// Goes on against their version, with what I want on top of it.
    void rebase(const Document::Config &theirs, const Document::Config &mine, const QString &undoText);
    void updateChanges();
    void updateHead();
    void updateFooter();
    void onApplyChanged();
    void onFailed();
    void reload(const Document::Config &theirs);
    [[nodiscard]] QString reasonAgainst() const;
    [[nodiscard]] bool isApplying() const;

    enum class Comparing { Reading, Same, Changed, Failed };

    Aiven::Client &m_client;
    Document::Draft &m_draft;
    const ReviewContext m_context;
    Comparing m_comparing = Comparing::Reading;
    QDateTime m_readAt;
    Workflow::ApplyDraft *m_apply = nullptr;
    QTimer m_tick;

    Widgets::Text *m_title;
    Widgets::Text *m_sentence;
    Widgets::MessageBar *m_conflict;
    Widgets::MessageBar *m_progress;
    QTabWidget *m_tabs;
    ChangesTab *m_changesTab;
    JsonTab *m_jsonTab;
    CommandsTab *m_commandsTab;
    ReviewNotes *m_notes;
    QCheckBox *m_read;
    Widgets::Text *m_reason;
    QPushButton *m_cancel;
    QPushButton *m_applyButton;
};

} // namespace App
