// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "widgets/dialog.h"

#include <QStandardItemModel>

#include <memory>

class QStackedWidget;
class QTableView;

namespace Widgets {
class CodeEditor;
class ErrorState;
class LoadingState;
class Text;
} // namespace Widgets

namespace App {

/// The newest messages of a topic, read by offset: no consumer group is touched.
class PeekDialog final : public Widgets::Dialog
{
    Q_OBJECT
public:
    PeekDialog(Aiven::Client &client, QString project, QString service, QString topic, QWidget *parent);

private:
    void buildBody();
    void read();
    void onTopic(const Aiven::Result<Aiven::Topic> &topic);
    void readMessages(const QMap<int, qint64> &offsets, Aiven::MessageFormat format);
    void onMessages(const QList<Aiven::Message> &messages, Aiven::MessageFormat format);
    void showError(const Aiven::ApiError &error);
    void showMessage(const QModelIndex &index);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    const QString m_topic;
    std::unique_ptr<QObject> m_round; ///< owner of the calls: a new round ends the one before
    QStandardItemModel m_model;
    Widgets::Text *m_sentence = nullptr;
    QStackedWidget *m_stack = nullptr;
    Widgets::LoadingState *m_loading = nullptr;
    Widgets::ErrorState *m_error = nullptr;
    QTableView *m_table = nullptr;
    Widgets::CodeEditor *m_value = nullptr;
};

} // namespace App
