// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state.h"

#include <QLabel>

#include <optional>

namespace Widgets {

/// What a pill's soft colour says.
enum class Tone { Neutral, Accent, Ok, Warning, Error };

[[nodiscard]] Token inkOf(Tone tone);
[[nodiscard]] Token softOf(Tone tone);
[[nodiscard]] Tone toneOf(State state);
/// Paints a pill with its left edge and vertical centre in the rectangle and returns its width; for delegates.
int paintPill(QPainter &painter, const QRectF &rect, const QString &text, Tone tone);
[[nodiscard]] int pillWidth(const QString &text);

/// A fact in a small rounded box: "reads 2 topics", "cannot write"; with a state also its mark ("● Active").
class Pill final : public QLabel
{
    Q_OBJECT
public:
    explicit Pill(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setState(State state, const QString &word);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    std::optional<State> m_state;
};

/// A key to press, as a neutral pill: only at the command box and at Run.
class KeyCap final : public QLabel
{
    Q_OBJECT
public:
    explicit KeyCap(const QString &keys, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Widgets
