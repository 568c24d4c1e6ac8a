// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/form/fieldeditor.h"

class QComboBox;

namespace Widgets {

/// The schema's choices, or no and yes; the first entry stands for "not set".
class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceEditor(const Schema::Field &field, QObject *parent);

    [[nodiscard]] Core::Json value() const override;
    void setValue(const Core::Json &value) override;
    [[nodiscard]] QWidget *input() const override;

private:
    void offer(const Core::Json &choice);

    QList<Core::Json> m_offered;
    QComboBox *m_box;
};

} // namespace Widgets
