// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QHash>
#include <QLabel>

class QPushButton;
class QToolButton;

namespace Widgets {

/// What a line of text is, which decides its font and colour.
enum class TextRole { Welcome, Title, DialogTitle, Heading, Label, Body, Help, Small, Fixed };

/// A label of plain text in one of the program's fonts. Help and Small are dim; Help, Body and Small wrap when asked to.
/// Its font and colour follow zoom and scheme.
class Text final : public QLabel
{
    Q_OBJECT
public:
    explicit Text(TextRole role, const QString &text = {}, QWidget *parent = nullptr);

    /// Wraps at the available width, never wider than 90 characters.
    Text *wrapped();
    /// Text that one may want to copy: ids, names, values.
    Text *selectable();
    Text *dim();
    void setInk(Token token); ///< the error line of a field uses Token::Error

    /// Layouts ask many times for the same width, and QLabel lays the text out each time: a third of the first paint.
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    TextRole m_role;
    Token m_ink;
    bool m_restyling = false;
    mutable QHash<int, int> m_heights; ///< by width, of the text as it was measured last
    mutable QString m_measured;
};

/// A push button; kind is "primary", "quiet", "danger" or nullptr for a plain one. Never auto-default.
[[nodiscard]] QPushButton *makeButton(const QString &text, const char *kind = nullptr, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *makeButton(const QString &text, const QString &iconName, const char *kind = nullptr,
                                      QWidget *parent = nullptr);
/// A button with an icon only. The name is its accessible name and tooltip.
[[nodiscard]] QToolButton *makeIconButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);
/// As the icon button, with its name beside the icon.
[[nodiscard]] QToolButton *makeTextButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);

} // namespace Widgets
