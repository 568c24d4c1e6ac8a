// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QHash>

#include <optional>

class QCompleter;
class QLineEdit;
class QListView;
class QStandardItemModel;
class QStringListModel;
class QToolButton;

namespace App {

/// Topics as chips in one field, a text field behind them to add one, and a list to choose from. In the chips Delete
/// removes and the arrow keys move; in the empty text field Backspace goes to the last chip.
class TopicsField final : public QFrame
{
    Q_OBJECT

public:
    explicit TopicsField(QWidget *parent = nullptr);

    void setTopics(const QStringList &topics);
    [[nodiscard]] QStringList topics() const { return m_topics; }
    /// Every topic of the service with its partitions; none: the list is not known, every name is taken.
    void setAvailable(const std::optional<QHash<QString, int>> &partitions);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// By the user; setTopics() answers with the new state.
    void topicsEdited(const QStringList &topics);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildChips();
    void buildEdit();
    void refreshChips();
    void add(const QString &text);
    void remove(int at);
    bool onChipsKey(int key);
    void openList();
    void relayout();
    [[nodiscard]] int rowsFor(int width) const;
    [[nodiscard]] int chipsWidth() const;

    QStandardItemModel *m_model;
    QStringListModel *m_choices;
    QListView *m_chips;
    QLineEdit *m_edit;
    QToolButton *m_open;
    QCompleter *m_completer;
    QStringList m_topics;
    std::optional<QHash<QString, int>> m_partitions;
};

} // namespace App
