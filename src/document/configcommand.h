// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"

#include <QUndoCommand>

namespace Document {

/// One step of the draft: the state before and after. Copies of a configuration share their tables, so a step costs
/// about what it changed.
class ConfigCommand final : public QUndoCommand
{
public:
    ConfigCommand(Draft &draft, Draft::State after, const QString &text, QString pointer, QString mergeKey);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    Draft &m_draft;
    Draft::State m_before;
    Draft::State m_after;
    const QString m_pointer;
    const QString m_mergeKey; ///< empty: a step of its own
};

} // namespace Document
