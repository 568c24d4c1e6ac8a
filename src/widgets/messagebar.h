// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pill.h"

#include <QFrame>
#include <QPointer>

class QBoxLayout;
class QPushButton;
class QToolButton;

namespace Widgets {
class Text;

/// What happened, its cause or consequence, and at most three ways on; directly above or below what it speaks of. It
/// never takes the focus, and gives it back to where it was when it is hidden. Hidden until setMessage(); its cross hides
/// it again.
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Info, Ok, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Shows the bar. The title is the bold sentence and may be empty; the text is plain text from anywhere: the whole of a
    /// long one is behind "Show details", and so is what a caller with little room left out. Buttons of the message before
    /// are removed.
    void setMessage(Kind kind, const QString &title, const QString &text, const QString &whole = {});
    /// kind as in makeButton(). Connect to the button's clicked(); it does not close the bar by itself.
    QPushButton *addButton(const QString &caption, const char *kind = nullptr);
    /// "Copy report": the request, the status and the server's words, for whoever is asked for help.
    void addReport(const QString &report);
    /// Puts the buttons below the text; for three long ones.
    void setButtonsBelow(bool below);
    void setClosable(bool closable);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

signals:
    void closed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void clearButtons();
    void onFocusChanged(QWidget *old, QWidget *now);
    void giveFocusBack();

    Kind m_kind = Kind::Info;
    Text *m_title;
    Text *m_text;
    QBoxLayout *m_outer;
    QBoxLayout *m_body;
    QBoxLayout *m_buttons;
    QToolButton *m_close;
    QPointer<QWidget> m_focusBefore; ///< what had the focus before a button of the bar got it
};

} // namespace Widgets
