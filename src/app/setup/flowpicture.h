// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Widgets {
class ElidedLabel;
}

namespace App {

class FlowArrows;
class Glyph;

/// Which way the data goes: source, arrows, target. Real labels in two cards; only the arrows are painted.
class FlowPicture final : public QWidget
{
    Q_OBJECT

public:
    explicit FlowPicture(QWidget *parent = nullptr);

    /// Apache Kafka is read and written; everything else goes one way.
    enum class Flow { ReadsAndWrites, Reads, Sends };

    void setFlow(Flow flow);
    void setSource(const QString &iconName, const QString &name, const QString &facts);
    void setTarget(const QString &iconName, const QString &name, const QString &facts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Side
    {
        Glyph *glyph;
        Widgets::ElidedLabel *name;
        Widgets::ElidedLabel *facts;
    };

    [[nodiscard]] static QWidget *box(const Side &side);

    Side m_source;
    Side m_target;
    FlowArrows *m_arrows;
};

/// A glyph of the program's set as a widget; decoration, the name stands beside it.
class Glyph final : public QWidget
{
    Q_OBJECT

public:
    explicit Glyph(const QString &iconName, QWidget *parent = nullptr);

    void setGlyph(const QString &iconName, const QColor &ink);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    QColor m_ink; ///< invalid: accent
};

} // namespace App
