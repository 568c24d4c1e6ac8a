// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a user reads when a step over several calls failed; describe.cpp has the single calls.
#include "app/describe.h"

#include "aiven/apierror.h"
#include "app/wholetext.h"
#include "core/format.h"
#include "workflow/failure.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace App {

namespace {

/// Gives the free functions below tr() with one context.
class FailureWording
{
    Q_DECLARE_TR_FUNCTIONS(App::FailureWording)

public:
    static UserMessage integrationFailed(const QStringList &messages);
    static UserMessage notAsSent(const QStringList &places);
    static void addReadBack(UserMessage &message, Workflow::Failure::ReadBack readBack);
};

UserMessage FailureWording::integrationFailed(const QStringList &messages)
{
    const QString words = messages.join(u'\n');
    //: error title
    return {tr("Aiven reports that the integration failed."),
            words.trimmed().isEmpty() ? tr("No reason was given.") : Core::displayText(messages.join(u' '), wholeText),
            //: what to do after an error
            tr("The integration exists. Look at the source service and its topics, then try again."), words};
}

UserMessage FailureWording::notAsSent(const QStringList &places)
{
    //: error title
    return {tr("Aiven stored something else than was sent."),
            //: error text; %1 is a list of places in a JSON document
            tr("These places differ: %1.").arg(Core::displayText(places.join(u", "_s), 500)),
            tr("Reload to see what is stored. What was entered here is kept."), places.join(u'\n')};
}

void FailureWording::addReadBack(UserMessage &message, Workflow::Failure::ReadBack readBack)
{
    switch (readBack) {
    case Workflow::Failure::ReadBack::NotNeeded: return;
    case Workflow::Failure::ReadBack::NotDone:
        //: error text
        message.text += u' ' + tr("The answer got lost; reading back showed that the change was not made.");
        message.nextStep = tr("Try again.");
        return;
    case Workflow::Failure::ReadBack::Unreadable:
        message.text +=
            //: error text
            u' ' + tr("Whether the change was made is not known: the answer got lost, and reading back failed, too.");
        message.nextStep = tr("Try again: Headgate first looks whether it was made, and never makes it twice.");
        return;
    }
}

} // namespace

UserMessage describe(const Workflow::Failure &failure)
{
    switch (failure.cause) {
    case Workflow::Failure::Cause::IntegrationFailed: return FailureWording::integrationFailed(failure.messages);
    case Workflow::Failure::Cause::NotAsSent: return FailureWording::notAsSent(failure.messages);
    case Workflow::Failure::Cause::Api: break;
    }
    Aiven::ApiError error = failure.error.value_or(Aiven::ApiError{});
    // What reading back found replaces "not known".
    if (failure.readBack != Workflow::Failure::ReadBack::NotNeeded)
        error.effect = Aiven::ApiError::Effect::None;
    UserMessage message = describe(error);
    FailureWording::addReadBack(message, failure.readBack);
    return message;
}

} // namespace App
