// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Widgets {
class ElidedLabel;
}

namespace App {

/// Which way the data goes: source, two arrows, database. Real labels in two cards; only the arrows are painted.
class FlowPicture final : public QWidget
{
    Q_OBJECT

public:
    explicit FlowPicture(QWidget *parent = nullptr);

    void setSource(const QString &name, const QString &facts);
    void setDatabase(const QString &name, const QString &facts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Widgets::ElidedLabel *m_source;
    Widgets::ElidedLabel *m_sourceFacts;
    Widgets::ElidedLabel *m_database;
    Widgets::ElidedLabel *m_databaseFacts;
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
