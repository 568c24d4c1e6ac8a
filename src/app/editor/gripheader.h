// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace App {

/// Rows that can be dragged by a grip at their left. It only tells where a row was dropped; the model moves it.
class GripHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit GripHeader(QWidget *parent = nullptr);

signals:
    void rowMoved(int from, int to);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    void onMoved(int logicalIndex, int from, int to);
    bool m_restoring = false;
};

} // namespace App
