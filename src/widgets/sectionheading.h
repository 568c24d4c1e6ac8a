// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace Widgets {
class Pill;
class Text;

/// Heading, count, actions at the right, and one dim sentence below.
class SectionHeading final : public QWidget
{
    Q_OBJECT
public:
    explicit SectionHeading(const QString &title, QWidget *parent = nullptr);

    /// A negative count hides it.
    void setCount(int count);
    void setSentence(const QString &sentence);
    void addAction(QWidget *widget);
    using QWidget::addAction;

private:
    QHBoxLayout *m_row;
    Pill *m_count;
    Text *m_sentence;
};

} // namespace Widgets
