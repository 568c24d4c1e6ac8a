// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/endpoints/projectfacts.h"

#include <QStandardItemModel>
#include <QWidget>

class QListView;
class QPushButton;
class QStackedWidget;

namespace Widgets {
class ErrorState;
class LoadingState;
class MessageBar;
class SectionHeading;
} // namespace Widgets

namespace App {

/// The integration endpoints of a project: what each is, where it points to and what uses it; create, edit, delete.
class EndpointsView final : public QWidget
{
    Q_OBJECT

public:
    EndpointsView(Aiven::Client &client, const QString &project, QWidget *parent = nullptr);

    void refresh();

signals:
    /// One line for the status bar.
    void happened(const QString &sentence);
    /// An endpoint was created, changed or deleted.
    void changed();

private:
    void build();
    [[nodiscard]] QWidget *buildList();
    void onFacts();
    void showFailure();
    void fill();
    void addRow(const Aiven::Endpoint &endpoint);
    void addEndpoint();
    void editCurrent();
    void deleteCurrent();
    void onSaved(const QString &sentence);
    [[nodiscard]] const Aiven::Endpoint *current() const;
    void updateState();

    Aiven::Client &m_client;
    FactsReader m_reader;
    QStandardItemModel m_model;
    QStackedWidget *m_stack;
    Widgets::LoadingState *m_loading;
    Widgets::ErrorState *m_error;
    Widgets::MessageBar *m_bar;
    Widgets::SectionHeading *m_heading;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_delete;
    QStackedWidget *m_content; ///< the list, or what to do when there is none
    QPushButton *m_addFirst = nullptr;
    QListView *m_view;
};

} // namespace App
