// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/field.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace Widgets {
class FieldBox;
}

namespace App {

/// One further setting of a table, edited as its schema says. Three looks: unset (placeholder "default: 1"), set to the
/// default (dim), set (plain, with Reset).
class SettingRow final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingRow(const Schema::Field &field, QWidget *parent = nullptr);

    [[nodiscard]] const QString &key() const { return m_field.name; }
    /// A discarded (null) value means that the setting is not there.
    void setValue(const Core::Json &value);
    void setError(const QString &error);
    [[nodiscard]] QWidget *editor() const;

signals:
    void edited(const Core::Json &value);
    void typed(const Core::Json &value);
    void typingEnded();
    void resetRequested();

private:
    void buildChoice();
    void buildText();
    void onTextEdited(const QString &text);
    [[nodiscard]] bool isNumber() const;
    [[nodiscard]] QString defaultText() const;

    const Schema::Field m_field;
    QComboBox *m_choice = nullptr;
    QLineEdit *m_text = nullptr;
    QPushButton *m_reset;
    Widgets::FieldBox *m_box = nullptr;
};

} // namespace App
