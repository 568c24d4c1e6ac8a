// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/sources.h"

#include <QStandardItemModel>
#include <QWidget>

class QListView;

namespace Widgets {
class Text;
}

namespace App {

/// "Source": services of the project and external endpoints in a card, or what to do when there are none.
class SourceList final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceList(QWidget *parent = nullptr);

    /// Keeps the choice if it is still there, else takes the first that can be chosen.
    void setSources(const QList<Source> &sources, const QString &whenEmpty);
    /// Null: nothing that can be enabled is chosen.
    [[nodiscard]] const Source *current() const;
    /// Chooses a row as soon as it is there: for what was created a moment ago.
    void choose(const QString &key);
    /// One more fact about the chosen source, at the end of its second line.
    void addFact(const QString &fact);

signals:
    /// Also after setSources().
    void currentChanged();

private:
    void addRow(const Source &source);
    void fitHeight();

    QList<Source> m_sources;
    QStandardItemModel m_model;
    QListView *m_view;
    Widgets::Text *m_empty;
    QString m_wanted;
    bool m_filling = false;
};

} // namespace App
