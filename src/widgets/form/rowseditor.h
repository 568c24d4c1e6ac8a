// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/form/fieldeditor.h"

class QPushButton;
class QVBoxLayout;

namespace Widgets {

class SchemaForm;

/// A list of objects with several properties: a row of fields for each, which can be added and removed.
class RowsEditor final : public FieldEditor
{
    Q_OBJECT

public:
    /// The schema is the list's.
    RowsEditor(const Schema::Field &field, const Core::Json &schema, QObject *parent);
    [[nodiscard]] static bool canEdit(const Schema::Field &field);

    [[nodiscard]] Core::Json value() const override;
    void setValue(const Core::Json &value) override;
    /// Marks the fields of each row that are wrong.
    [[nodiscard]] QString problem() const override;
    void focusProblem() override;
    [[nodiscard]] QWidget *input() const override;
    [[nodiscard]] QWidget *widget() const override { return m_whole; }

private:
    struct Row
    {
        QWidget *whole;
        SchemaForm *form;
        QWidget *remove;
    };

    Row &addRow(const Core::Json &value);
    void removeRow(const QWidget *whole);
    void clear();
    void updateState();

    const Core::Json m_itemSchema;
    QWidget *m_whole;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    QList<Row> m_rows;
};

} // namespace Widgets
