// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "document/draft.h"

#include <QDateTime>
#include <QPointer>
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QSplitter;
class QTabBar;

namespace Widgets {
class EmptyState;
class ErrorState;
class LoadingState;
class MessageBar;
} // namespace Widgets
namespace Workflow {
class ApplyDraft;
class EnableIntegration;
} // namespace Workflow

namespace App {
class DraftJournal;
class EditorHeader;
class EditorLoader;
class JsonPane;
class ProblemsPane;
class ReviewDialog;
class TableForm;
class TableListPane;
class TopicSampler;

/// The page on which the tables of an Apache Kafka integration are edited. It owns the draft; its parts show and edit it.
class EditorPage final : public QWidget
{
    Q_OBJECT

public:
    EditorPage(Aiven::Client &client, QString project, QString service, QString integrationId,
               QWidget *parent = nullptr);
    ~EditorPage() override;

    /// Reads (again) from the service.
    void load();
    /// Adds a table filled in from the first topic that no table reads; waits until everything is read.
    void defineTable();
    /// Puts this configuration on top of what is read, as a change that is not applied.
    void adopt(const Document::Config &config);

    [[nodiscard]] const QString &project() const { return m_project; }
    [[nodiscard]] const QString &service() const { return m_service; }
    [[nodiscard]] const QString &integrationId() const { return m_integrationId; }
    [[nodiscard]] Document::Draft &draft() { return m_draft; }
    /// For the window's Edit menu; their shortcuts hold inside this page.
    [[nodiscard]] QAction *undoAction() const;
    [[nodiscard]] QAction *redoAction() const;
    /// The parts that F6 goes through.
    [[nodiscard]] QWidgetList areas() const;

public slots:
    void review();
    /// Reads when that failed before; what is being edited is left alone.
    void loadIfFailed();

signals:
    void backRequested();
    /// For the status bar.
    void message(const QString &text);
    /// The changes have been applied: ClickHouse has other tables now.
    void applied();
    /// The integration was disconnected by somebody and set up again from here: that one has another id.
    void setUpAgain(const QString &integrationId);
    /// The user wants to see this in the SQL pane.
    void queryRequested(const QString &sql);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum View { FormView, JsonView };

    /// Form and JSON stand side by side; in a narrow window they are tabs.
    void arrangeViews();
    void goToJson(const QString &pointer);
    void build();
    void connectParts();
    QWidget *buildBody();
    QWidget *buildEmpty();

    void onLoaded();
    void onLoadFailed(const Aiven::ApiError &error);
    void onSchema();
    void onTopics();
    void restoreJournal();
    void onChanged();
    void onTouched(const QString &pointer);
    void onTableChosen(int row);
    void onSample(const QString &topic);
    void goTo(const QString &pointer);
    [[nodiscard]] QString topicForNewTable() const;
    void updateEmpty();

    void apply();
    void onApplyChanged();
    void onApplied();
    void offerQuery();
    void onRefused();
    /// Somebody disconnected the integration while it was edited: nothing is lost, and two ways on.
    void showGone(const QString &text);
    void addCopyButton();
    void createAgain();
    void onCreating();
    /// Without a connection everything stays readable and editable, and nothing can be applied.
    void onConnection(bool online);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    const QString m_integrationId;
    Document::Draft m_draft;
    EditorLoader *m_loader;
    TopicSampler *m_sampler = nullptr;
    std::unique_ptr<DraftJournal> m_journal; ///< writes the draft when it ends, so it ends first
    QDateTime m_loadedAt;
    bool m_wantsTable = false;
    bool m_topicsRead = false;
    std::optional<Document::Config> m_adopted;
    QPointer<Workflow::ApplyDraft> m_apply;
    QPointer<Workflow::EnableIntegration> m_again; ///< sets the integration up that somebody disconnected
    Document::Config m_sent;                       ///< what is being applied
    QPointer<ReviewDialog> m_review;

    EditorHeader *m_header;
    Widgets::MessageBar *m_bar;
    QWidget *m_barSpace;
    QStackedWidget *m_stack;
    Widgets::LoadingState *m_loading;
    Widgets::ErrorState *m_error;
    QWidget *m_body;
    QTabBar *m_views;
    QSplitter *m_splitter;
    TableListPane *m_tables;
    QStackedWidget *m_middle;
    Widgets::EmptyState *m_empty;
    QPushButton *m_define;
    TableForm *m_form;
    JsonPane *m_json;
    ProblemsPane *m_problems;
};

} // namespace App
