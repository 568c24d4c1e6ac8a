// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/config.h"
#include "recipes/recipes.h"

#include <QWidget>

class QComboBox;

namespace Widgets {
class CommandView;
}

namespace App {

/// The same change as commands of other tools, ready to be copied.
class CommandsTab final : public QWidget
{
    Q_OBJECT

public:
    explicit CommandsTab(Recipes::Target target, QWidget *parent = nullptr);

    void setConfig(const Document::Config &config);

private:
    void refresh();

    const Recipes::Target m_target;
    Document::Config m_config;
    QComboBox *m_kind;
    Widgets::CommandView *m_view;
};

} // namespace App
