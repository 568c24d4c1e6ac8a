// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"

#include <QWidget>

class QTableView;
class QToolButton;

namespace Models {
class ProblemModel;
}
namespace Widgets {
class Text;
}

namespace App {

/// What is wrong, one line each: severity, sentence, place, and the mend that takes one click. A click on the line goes to
/// the place.
class ProblemsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPane(Document::Draft &draft, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *view() const { return m_view; }
    /// What the window has to give: the head, and up to three rows.
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void placeRequested(const QString &pointer);

private:
    void buildView();
    void updateState();
    void onClicked(const QModelIndex &index);
    void onActivated(const QModelIndex &index);
    bool eventFilter(QObject *watched, QEvent *event) override;

    Document::Draft &m_draft;
    Models::ProblemModel *m_model;
    QTableView *m_view;
    QToolButton *m_toggle;
    Widgets::Text *m_summary;
    bool m_open = true;
};

} // namespace App
