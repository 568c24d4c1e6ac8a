// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/form/fieldeditor.h"

class QLineEdit;

namespace Widgets {

/// A text, a number or a secret on one line. A stored secret is never shown: the field is empty, and what is typed
/// replaces it.
class LineEditor final : public FieldEditor
{
    Q_OBJECT

public:
    LineEditor(const Schema::Field &field, QObject *parent);

    [[nodiscard]] Core::Json value() const override;
    void setValue(const Core::Json &value) override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QWidget *input() const override;

private:
    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] Core::Json number(bool &ok) const;

    QLineEdit *m_edit;
    bool m_isStored = false; ///< a secret that the service has
};

} // namespace Widgets
