// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/kinds.h"

#include <QWidget>

class QRadioButton;

namespace Widgets {
class Text;
}

namespace App {

/// "Managed databases" or "Managed credentials": two cards with what follows from each. Hidden where there is nothing to
/// choose; what is not possible stays visible, with the reason.
class MethodCards final : public QWidget
{
    Q_OBJECT

public:
    explicit MethodCards(QWidget *parent = nullptr);

    /// Keeps the choice where it is still possible.
    void setKind(const Kind &kind);
    [[nodiscard]] Route::Method current() const;

signals:
    /// By the user.
    void chosen();

private:
    struct CardParts
    {
        QRadioButton *choice;
        Widgets::Text *text;
    };

    [[nodiscard]] CardParts addCard(const QString &title);

    CardParts m_databases;
    CardParts m_credentials;
    Widgets::Text *m_note;
    Route::Method m_only = Route::Method::Databases; ///< while there is nothing to choose
};

} // namespace App
