// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/diff.h"

#include <QWidget>

class QListView;

namespace Widgets {
class Pill;
}

namespace App {
class DiffModel;

/// The JSON that will be sent, with the lines that differ from what the service has.
class JsonTab final : public QWidget
{
    Q_OBJECT

public:
    explicit JsonTab(QWidget *parent = nullptr);

    void setConfigs(const Document::Config &before, const Document::Config &after);

private:
    void goToChange(int step);
    void copy();

    DiffModel *m_model;
    QListView *m_view;
    Widgets::Pill *m_added;
    Widgets::Pill *m_removed;
    Document::Config m_after;
};

} // namespace App
