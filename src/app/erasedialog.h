// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialog.h"

#include <QStringList>

class QLineEdit;
class QPushButton;

namespace App {

/// What somebody is about to erase for good.
struct Erasure
{
    QString title;    ///< of the dialog, and of its button: the verb and the object
    QString sentence; ///< the consequences
    QStringList list; ///< by name what will be gone; may be empty
    QString name;     ///< to be typed
};

/// Asks before something is erased: what goes, by name, and the name typed. accepted() means yes.
class EraseDialog final : public Widgets::Dialog
{
    Q_OBJECT
public:
    explicit EraseDialog(const Erasure &what, QWidget *parent = nullptr);

private:
    void addList(const QStringList &names);
    void updateState();

    const QString m_name;
    QLineEdit *m_typed;
    QPushButton *m_erase;
};

} // namespace App
