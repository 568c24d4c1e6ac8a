// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schema/field.h"
#include "schema/violation.h"

#include <QMap>
#include <QSet>
#include <QWidget>

class QBoxLayout;

namespace Widgets {

class FieldBox;
class FieldEditor;

/// A form for an object, made from the API's JSON schema. Keys that the schema does not name stay in the value.
class SchemaForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SchemaForm(QWidget *parent = nullptr) : SchemaForm(Qt::Vertical, parent) {}
    /// Fields below or, for a few short ones, beside each other.
    explicit SchemaForm(Qt::Orientation orientation, QWidget *parent = nullptr);
    ~SchemaForm() override;

    /// Fields named in the order come first, then those that are required.
    void setSchema(const Core::Json &schema, const QStringList &order = {});
    void setValue(const Core::Json &object);
    /// What is set, hidden fields left out.
    [[nodiscard]] Core::Json value() const;
    /// Fields that mean nothing with the present values of others.
    void setHidden(const QSet<QString> &keys);
    /// Fields that are needed with the present values of others, beyond what the schema requires.
    void setNeeded(const QSet<QString> &keys);
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] FieldEditor *editor(const QString &key) const;
    /// Shows what is wrong at each field; false when something is, and then the first such field has the focus.
    [[nodiscard]] bool check();
    /// check() without moving the focus.
    [[nodiscard]] bool mark();
    void focusFirst();
    /// Puts the focus on the first field that is marked; false when none is.
    bool focusProblem();
    /// For a form that stands several times in a window: "%1 2" names the field "Tag" "Tag 2".
    void nameFields(const QString &pattern);
    /// Shows a refusal by the service at its field ("/port"). False when there is no such field.
    bool showError(const QString &pointer, const QString &message);

signals:
    /// A value was changed by the user.
    void edited();

private:
    struct Row
    {
        QString key;
        FieldBox *box = nullptr;
        FieldEditor *editor = nullptr;
        SchemaForm *group = nullptr; ///< instead of the two for an object with known properties
        QWidget *whole = nullptr;
    };

    void addRow(const Schema::Field &field);
    [[nodiscard]] FieldEditor *makeEditor(const Schema::Field &field);
    [[nodiscard]] const Core::Json &schemaOf(const Schema::Field &field) const;
    [[nodiscard]] QWidget *makeGroup(const Schema::Field &field, Row &row);
    void showCounts();
    /// Finds what is wrong and shows it at the fields, by key.
    QMap<QString, QString> showProblems();
    [[nodiscard]] QString ownProblem(const Row &row, const Core::Json &now) const;
    [[nodiscard]] QString wordsFor(const Schema::Violation &violation) const;

    Core::Json m_schema;
    Schema::Field m_root;
    QList<Row> m_rows;
    Core::Json m_original = Core::Json::object();
    QSet<QString> m_hidden;
    QSet<QString> m_needed;
    QBoxLayout *m_fields;
    bool m_wasChecked = false;
};

} // namespace Widgets
