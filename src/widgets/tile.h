// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pill.h"

#include <QWidget>

namespace Widgets {

/// A glyph in a soft square: kinds, page headers, empty states. Decoration; the name stands beside it.
class Tile final : public QWidget
{
    Q_OBJECT
public:
    /// The side is in H: 2 in rows, 2.6 in page headers, 3.4 in empty states.
    explicit Tile(const QString &iconName, double side = 2.0, Tone tone = Tone::Accent, QWidget *parent = nullptr);

    void setIconName(const QString &iconName);
    void setTone(Tone tone);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_iconName;
    double m_side;
    Tone m_tone;
};

/// The same for delegates.
void paintTile(QPainter &painter, const QRectF &rect, const QString &iconName, Tone tone = Tone::Accent);

} // namespace Widgets
