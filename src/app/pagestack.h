// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place.h"
#include "widgets/stack.h"

#include <QList>

namespace App {
class ActivityLog;
class ResumeList;
class ServicePage;
class WelcomePage;

/// The pages in the centre of the window, each built when it is first shown.
class PageStack final : public Widgets::Stack
{
    Q_OBJECT
public:
    PageStack(ResumeList &resume, ActivityLog &log, QWidget *parent = nullptr);

    [[nodiscard]] WelcomePage &welcome() { return *m_welcome; }
    void showWelcome();
    /// The page of a service; it is read again when it was there already.
    ServicePage *showService(const Place &place);
    /// The page of the service if it is the one in front.
    [[nodiscard]] ServicePage *currentService() const;
    [[nodiscard]] ServicePage *serviceAt(const Place &place) const;
    [[nodiscard]] bool isWelcome() const;
    /// Puts a page of another kind in front; it is deleted when its account goes or remove() is called.
    void showPage(QWidget *page, const Place &place);
    void remove(QWidget *page);
    void forget(const Session *session);

signals:
    void serviceCreated(App::ServicePage *page);

private:
    void dropOldest();

    ActivityLog &m_log;
    WelcomePage *m_welcome;
    QList<ServicePage *> m_services; ///< the newest first
    QList<std::pair<QWidget *, Place>> m_others;
};

} // namespace App
