// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"
#include "models/columnmodel.h"

#include <QWidget>

class QMenu;
class QTableView;
class QToolButton;

namespace Widgets {
class Text;
}

namespace App {

/// The columns of one table: heading with count and actions, and the grid.
class ColumnGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnGrid(Document::Draft &draft, QWidget *parent = nullptr);

    void setTable(int row);
    /// A message to compare with, as JSON by column name; its topic stands over the values. Empty: none is known.
    void setSample(const QString &topic, const QByteArray &message);
    /// Shows and selects "/columns/5/type".
    void goTo(const QStringList &steps);
    [[nodiscard]] QTableView *view() const { return m_view; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead();
    void buildView();
    void buildImportMenu();
    void updateState();
    void fitHeight();
    void addColumn();
    void removeSelected();
    void moveCurrent(int step);
    void paste();
    void importSample();
    [[nodiscard]] QList<int> selectedRows() const;
    bool onKey(const QKeyCombination &keys);

    Document::Draft &m_draft;
    Models::ColumnModel *m_model;
    QTableView *m_view;
    QMenu *m_importMenu;
    QAction *m_importSample;
    QToolButton *m_add;
    QToolButton *m_import;
    QToolButton *m_remove;
    Widgets::Text *m_count;
    Widgets::Text *m_problem;
    QByteArray m_sample;
    QString m_sampleTopic;
};

} // namespace App
