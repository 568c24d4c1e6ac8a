// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace Widgets {

/// Pages of which one is in front. Only that one says how small the stack may be; a QStackedWidget keeps room for the
/// largest, so a page that nobody sees would keep a splitter from moving.
class Stack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit Stack(QWidget *parent = nullptr) : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
    }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
    }
};

} // namespace Widgets
