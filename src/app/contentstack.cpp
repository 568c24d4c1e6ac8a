// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/contentstack.h"

#include "aiven/apierror.h"
#include "app/describe.h"
#include "widgets/metrics.h"
#include "widgets/states.h"

#include <QVBoxLayout>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

ContentStack::ContentStack(QWidget *content, QWidget *parent)
    : QStackedWidget(parent)
    , m_loading(new Widgets::LoadingState)
    , m_error(new Widgets::ErrorState)
{
    auto *loading = new QWidget;
    auto *column = new QVBoxLayout(loading);
    column->setContentsMargins(H(1.5), H(1), H(1.5), H(1));
    column->addWidget(m_loading);
    addWidget(loading);
    addWidget(m_error);
    addWidget(content);
    connect(m_error, &Widgets::ErrorState::retryRequested, this, &ContentStack::retryRequested);
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, &ContentStack::cancelRequested);
}

void ContentStack::showLoading(const QString &sentence)
{
    setCurrentIndex(0);
    m_loading->start(sentence);
}

void ContentStack::showError(const Aiven::ApiError &error)
{
    m_loading->stop();
    const UserMessage message = describe(error);
    const bool offline = error.kind == Aiven::ApiError::Kind::Network || error.kind == Aiven::ApiError::Kind::Timeout;
    m_error->setError(message.title, (message.text + u' ' + message.nextStep).trimmed(), message.details,
                      offline ? u"cloudoff"_s : u"error"_s);
    setCurrentWidget(m_error);
}

void ContentStack::showNote(const QString &title, const QString &text)
{
    m_loading->stop();
    m_error->setError(title, text, {}, u"info"_s);
    setCurrentWidget(m_error);
}

void ContentStack::showCancelled()
{
    //: In place of a content whose reading was cancelled
    showNote(tr("Reading was cancelled"), tr("Nothing was changed. Try again when you like."));
}

void ContentStack::showContent()
{
    m_loading->stop();
    setCurrentIndex(2);
}

bool ContentStack::showsContent() const
{
    return currentIndex() == 2;
}

void ContentStack::setPause(int seconds)
{
    m_loading->setPause(seconds);
}

} // namespace App
