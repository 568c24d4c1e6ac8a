// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QDialog>

class QPushButton;

namespace Widgets {

/// A dialog as they all are: a body on the base colour, a line, and a footer with help or export at the left, Cancel and
/// the verb at the right. Tab goes in reading order, the focus starts at the first stop and is never lost, Return presses
/// the primary button unless another button has the focus.
class Dialog : public QDialog
{
    Q_OBJECT

public:
    /// A body that scrolls is for forms whose height is not known, one without margins for panes that reach the edges.
    enum class Body { Fixed, Scrolling, Edgeless };

protected:
    explicit Dialog(QWidget *parent, Body body = Body::Fixed);

    [[nodiscard]] QVBoxLayout &body() { return *m_body; }
    /// Left of the gap.
    void addAside(QWidget *widget, int stretch = 0);
    /// Right of the gap, in reading order.
    void addButton(QPushButton *button);
    /// As addButton(); Return presses it.
    void addPrimary(QPushButton *button);
    /// The button that leaves without doing anything; the usual caption is Cancel.
    QPushButton *addCancel(const QString &caption = {});
    QPushButton *addClose();

    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent *event) override;

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_footer;
    int m_asides = 0;
};

} // namespace Widgets
