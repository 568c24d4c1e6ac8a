// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace Widgets {
class Text;

/// Label above, field, help below. An error takes the help's place, with its icon, and the field's edge turns red.
class FieldBox final : public QWidget
{
    Q_OBJECT

public:
    /// The field becomes a child and the label's buddy.
    FieldBox(const QString &label, QWidget *field, const QString &help = {}, QWidget *parent = nullptr);

    /// The part of a composed field that takes the focus, the red edge and the label.
    void setInput(QWidget *input);
    void setHelp(const QString &help);
    /// A dim addition behind the label: "2 of 100".
    void setCount(const QString &count);
    /// Empty: no error. While the user types in a field that was right until now, the error waits until the field is left.
    void setError(const QString &error);
    /// Shows a waiting error at once: the form was sent.
    void showNow() { show(m_error); }
    [[nodiscard]] bool hasError() const { return !m_shownError.isEmpty(); }
    /// Further widgets in the row of the help.
    void addBesideHelp(QWidget *widget);
    [[nodiscard]] QWidget *field() const { return m_field; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const QString &error);

    QWidget *m_field;
    Text *m_label;
    Text *m_count;
    Text *m_help;
    QLabel *m_icon;
    QLayout *m_below;
    QString m_helpText;
    QString m_error;      ///< as the rules have it now
    QString m_shownError; ///< as the user sees it
};

/// Undo and redo pressed in a text field reach the window's actions: the document has one undo stack for everything.
void useDocumentUndo(QWidget *field);

} // namespace Widgets
