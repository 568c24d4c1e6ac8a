// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QsciScintilla;
class QToolButton;

namespace Widgets {
class Text;

/// Search in an editor: every hit is marked, one is current. Return and F3 go on, with Shift back; Escape closes. Capital
/// letters are not told from small ones.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    /// Its names end in the editor's, because several editors may stand in one window.
    FindBar(QsciScintilla &editor, const QString &editorName, QWidget *parent = nullptr);

    /// Shows the bar, with the selected text of one line as what is looked for.
    void open();
    void goOn();
    void goBack();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// Half-open, in bytes, as Scintilla counts.
    struct Hit
    {
        int begin = 0;
        int end = 0;
    };

    void search();
    void clearMarks(int length) const;
    [[nodiscard]] QList<Hit> findHits(const QByteArray &wanted) const;
    void select(qsizetype hit);
    void showCount();

    QsciScintilla &m_editor;
    QLineEdit *m_wanted;
    Text *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QList<Hit> m_hits;
    qsizetype m_current = -1;
};

} // namespace Widgets
