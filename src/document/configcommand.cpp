// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/configcommand.h"

namespace Document {

ConfigCommand::ConfigCommand(Draft &draft, Draft::State after, const QString &text, QString pointer, QString mergeKey)
    : QUndoCommand(text)
    , m_draft(draft)
    , m_before{draft.m_config, draft.m_typed}
    , m_after(std::move(after))
    , m_pointer(std::move(pointer))
    , m_mergeKey(std::move(mergeKey))
{}

void ConfigCommand::undo()
{
    m_draft.setState(m_before, m_pointer);
}

void ConfigCommand::redo()
{
    m_draft.setState(m_after, m_pointer);
}

int ConfigCommand::id() const
{
    return m_mergeKey.isEmpty() ? -1 : 1;
}

bool ConfigCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const ConfigCommand *>(other); // same id, so same class
    if (next->m_mergeKey != m_mergeKey)
        return false;
    m_after = next->m_after;
    setObsolete(m_before.config == m_after.config && m_before.typed.text == m_after.typed.text);
    return true;
}

} // namespace Document
