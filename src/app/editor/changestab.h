// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/diff.h"

#include <QWidget>

class QTreeView;

namespace Models {
class ChangesModel;
}

namespace App {

/// The changes as a tree of tables, and below them columns, topics and settings.
class ChangesTab final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesTab(QWidget *parent = nullptr);

    void setChanges(const QList<Document::Change> &changes);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Models::ChangesModel *m_model;
    QTreeView *m_view;
};

} // namespace App
