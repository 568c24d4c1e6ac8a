// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/form/fieldeditor.h"

class QPlainTextEdit;

namespace Widgets {

/// A list of texts, one in each line; also a list of objects that have one text each ({"user": "ada"}).
class ListEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ListEditor(const Schema::Field &field, QObject *parent);
    [[nodiscard]] static bool canEdit(const Schema::Field &item);

    [[nodiscard]] Core::Json value() const override;
    void setValue(const Core::Json &value) override;
    [[nodiscard]] QWidget *input() const override;

private:
    const std::string m_key; ///< of the one text of each object; empty where the items are texts
    QPlainTextEdit *m_edit;
};

/// What has no editor of its own: its JSON.
class JsonValueEditor final : public FieldEditor
{
    Q_OBJECT

public:
    JsonValueEditor(const Schema::Field &field, QObject *parent);

    [[nodiscard]] Core::Json value() const override;
    void setValue(const Core::Json &value) override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QWidget *input() const override;

private:
    QPlainTextEdit *m_edit;
};

} // namespace Widgets
