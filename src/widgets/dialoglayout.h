// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>

class QDialog;

namespace Widgets {

/// The layout of a dialog: a body on the base colour, a line, and a footer with help or export at the left, Cancel and
/// the verb at the right.
class DialogLayout final : public QVBoxLayout
{
    Q_OBJECT

public:
    /// A body that scrolls is for forms whose height is not known.
    enum class Body { Fixed, Scrolling };

    explicit DialogLayout(QDialog &dialog, Body body = Body::Fixed);

    [[nodiscard]] QVBoxLayout &body() { return *m_body; }
    /// Left of the gap.
    void addAside(QWidget *widget);
    /// Right of the gap, in reading order.
    void addButton(QWidget *button);

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_footer;
    int m_asides = 0;
};

} // namespace Widgets
