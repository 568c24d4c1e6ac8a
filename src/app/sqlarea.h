// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place.h"

#include <QWidget>

class QVBoxLayout;

namespace Widgets {
class Text;
}

namespace App {
class ServicePage;
class SqlPane;

/// The place of the SQL pane below the pages: folded to one bar, or open. The pane itself is made when it is first
/// opened, and the password is asked for then, not before.
class SqlArea final : public QWidget
{
    Q_OBJECT
public:
    explicit SqlArea(QWidget *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_open; }
    void setOpen(bool open);
    /// Statements go to the service of this page from now on.
    void setService(const ServicePage &page);
    /// What the integrations of the service say about its connector tables.
    void setIntegrations(const ServicePage &page);
    void setServices(const QStringList &names);
    void openQuery(const QString &sql);
    void setMaximized(bool maximized);
    /// The account is gone: nothing of it may be used any more.
    void forget(const Session *session);
    [[nodiscard]] const Place &place() const { return m_place; }

signals:
    void openChanged(bool open);
    void maximizeRequested(bool maximized);
    void serviceChosen(const QString &name);
    void happened(const QString &sentence);
    void schemaChanged(const QString &service);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildBar();
    void createPane();
    void readServer();
    /// Address and password may have changed since they were read.
    void readServerAgain();
    void onConnection(bool online);

    QVBoxLayout *m_column;
    QWidget *m_bar;
    Widgets::Text *m_where = nullptr;
    SqlPane *m_pane = nullptr;
    Place m_place;
    Place m_serverPlace; ///< whose server the pane has
    QStringList m_services;
    bool m_open = false;
};

} // namespace App
