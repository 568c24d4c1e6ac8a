// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metrics.h"

#include <QApplication>
#include <QFontMetricsF>

namespace Widgets {

int H(double k)
{
    return qRound(k * QFontMetricsF(QApplication::font()).height());
}

} // namespace Widgets
