// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace App {

/// Tells once when a window has been painted: what nobody has to wait for begins then. When HEADGATE_PRINT_FIRST_PAINT
/// is set it also prints a line on standard output, for packaging/bench.
class FirstPaint final : public QObject
{
    Q_OBJECT
public:
    explicit FirstPaint(QWidget &window);

signals:
    void painted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell();

    bool m_told = false;
};

} // namespace App
