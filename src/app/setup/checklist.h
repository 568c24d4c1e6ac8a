// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace Widgets {
class ElidedLabel;
class Text;
} // namespace Widgets

namespace App {

class Glyph;

/// One line of "Before you enable": a mark, a sentence, a dim fact, and a way to mend it.
class CheckLine final : public QWidget
{
    Q_OBJECT

public:
    enum class Mark { Unknown, Ok, Missing };

    explicit CheckLine(QWidget *parent = nullptr);

    void show(Mark mark, const QString &sentence, const QString &fact);
    using QWidget::show;
    /// A quiet button after the sentence; hidden until shown.
    QPushButton *addButton(const QString &caption);
    [[nodiscard]] Mark mark() const { return m_mark; }

private:
    void changeEvent(QEvent *event) override;
    void paintMark();

    Mark m_mark = Mark::Unknown;
    Glyph *m_glyph;
    Widgets::Text *m_sentence;
    Widgets::ElidedLabel *m_fact;
};

} // namespace App
