// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state.h"

#include <QLabel>

namespace Widgets {

/// A mark and a word: "● Running". The word is the label's text, so that it is read aloud.
class StateLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit StateLabel(QWidget *parent = nullptr);
    StateLabel(State state, const QString &word, QWidget *parent = nullptr);

    void setState(State state, const QString &word);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state = State::Off;
};

} // namespace Widgets
