// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pagestack.h"

#include "app/servicepage.h"
#include "app/session.h"
#include "app/welcomepage.h"

namespace App {

PageStack::PageStack(ResumeList &resume, ActivityLog &log, QWidget *parent)
    : Stack(parent)
    , m_log(log)
    , m_welcome(new WelcomePage(resume))
{
    addWidget(m_welcome);
}

void PageStack::showWelcome()
{
    setCurrentWidget(m_welcome);
}

ServicePage *PageStack::showService(const Place &place)
{
    ServicePage *page = serviceAt(place);
    if (page && page == currentWidget())
        return page;
    if (page) {
        m_services.move(m_services.indexOf(page), 0);
        page->refresh();
    } else {
        page = new ServicePage(place, m_log);
        addWidget(page);
        m_services.prepend(page);
        emit serviceCreated(page);
        dropOldest();
    }
    setCurrentWidget(page);
    return page;
}

void PageStack::dropOldest()
{
    constexpr qsizetype kKept = 8; // enough to go back and forth, few enough to stay small
    if (m_services.size() > kKept)
        m_services.takeLast()->deleteLater();
}

ServicePage *PageStack::currentService() const
{
    return qobject_cast<ServicePage *>(currentWidget());
}

ServicePage *PageStack::serviceAt(const Place &place) const
{
    for (ServicePage *page : m_services) {
        if (page->place() == place)
            return page;
    }
    return nullptr;
}

bool PageStack::isWelcome() const
{
    return currentWidget() == m_welcome;
}

void PageStack::showPage(QWidget *page, const Place &place)
{
    m_others.append({page, place});
    addWidget(page);
    setCurrentWidget(page);
}

void PageStack::remove(QWidget *page)
{
    m_others.removeIf([page](const auto &other) { return other.first == page; });
    removeWidget(page);
    page->deleteLater();
}

void PageStack::forget(const Session *session)
{
    for (ServicePage *page : QList<ServicePage *>(m_services)) {
        if (page->place().session != session)
            continue;
        m_services.removeOne(page);
        removeWidget(page);
        delete page; // at once: its calls use the session's client
    }
    for (const auto &[page, place] : QList<std::pair<QWidget *, Place>>(m_others)) {
        if (place.session != session)
            continue;
        m_others.removeIf([gone = page](const auto &other) { return other.first == gone; });
        removeWidget(page);
        delete page;
    }
    if (currentWidget() == nullptr || m_services.isEmpty())
        showWelcome();
}

} // namespace App
