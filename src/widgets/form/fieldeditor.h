// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/field.h"

#include <QWidget>

namespace Widgets {

/// Edits one value that a schema describes. A null value means that the setting is not there.
class FieldEditor : public QObject
{
    Q_OBJECT

public:
    explicit FieldEditor(Schema::Field field, QObject *parent = nullptr);

    [[nodiscard]] const Schema::Field &field() const { return m_field; }
    [[nodiscard]] virtual Core::Json value() const = 0;
    virtual void setValue(const Core::Json &value) = 0;
    /// Why what was typed is no value at all ("abc" for a number); empty when it is one. The schema is checked elsewhere.
    [[nodiscard]] virtual QString problem() const { return {}; }
    /// The widget that takes the focus and the red edge.
    [[nodiscard]] virtual QWidget *input() const = 0;
    /// Puts the focus where something is wrong.
    virtual void focusProblem() { input()->setFocus(Qt::OtherFocusReason); }
    /// What stands in the form: the input, or more around it. A combo box must stand beside its label itself, or
    /// assistive tools do not find its name.
    [[nodiscard]] virtual QWidget *widget() const { return input(); }

signals:
    /// By the user.
    void edited();

protected:
    /// "default: 9092", or nothing.
    [[nodiscard]] QString defaultText() const;

private:
    const Schema::Field m_field;
};

/// The editor that fits the field: choices, switch, number, text, secret, PEM block, list of texts, JSON. RowsEditor, for
/// lists of objects, is made by the form: it needs their schema.
[[nodiscard]] FieldEditor *makeFieldEditor(const Schema::Field &field, QObject *parent);

/// What stands for a secret that is stored and not shown; sent back it keeps the stored value.
[[nodiscard]] QString storedSecret();
/// A value on one line, texts without quotes.
[[nodiscard]] QString shownValue(const Core::Json &value);

} // namespace Widgets
