// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/applystage.h"

#include "core/format.h"
#include "workflow/applydraft.h"

#include <QCoreApplication>

namespace App {

namespace {

constexpr qint64 patience = 60'000; ///< after this the user is told that it is no use waiting here

/// Gives the functions below tr() with a context of its own.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(App::ApplyStage)
};

} // namespace

QString applyStage(const Workflow::ApplyDraft &apply)
{
    using State = Workflow::ApplyDraft::State;
    switch (apply.state()) {
    case State::Idle:
    case State::Reading:
        //: Stage of applying
        return Words::tr("Comparing once more…");
    case State::Sending:
        //: Stage of applying
        return Words::tr("Sending…");
    case State::Verifying:
        //: Stage of applying
        return Words::tr("Accepted. Reading back…");
    case State::WaitingForClickHouse: {
        const QString visible = QString::number(apply.visible());
        const QString wanted = QString::number(apply.wanted());
        return apply.waitsForTables()
                   //: Stage of applying; %1 of %2 tables can be seen in ClickHouse
                   ? Words::tr("Integration active. Tables visible: %1 of %2").arg(visible, wanted)
                   //: Stage of applying; %1 of %2 databases can be seen in ClickHouse
                   : Words::tr("Integration active. Databases visible: %1 of %2").arg(visible, wanted);
    }
    case State::Conflict:
    case State::Failed:
    case State::Done: break;
    }
    return {};
}

QString applyPatience(const Workflow::ApplyDraft &apply)
{
    const QString elapsed = Core::formatDuration(apply.elapsed());
    //: Below the stage of applying after a minute; %1 is a duration
    return apply.elapsed() > patience
               ? Words::tr("Still starting (%1). You can leave; Headgate keeps watching.").arg(elapsed)
               : elapsed;
}

} // namespace App
