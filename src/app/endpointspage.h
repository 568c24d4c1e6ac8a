// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place.h"

#include <QWidget>

namespace App {
class EndpointsView;

/// "Integration endpoints" of a project as a page of the window.
class EndpointsPage final : public QWidget
{
    Q_OBJECT
public:
    EndpointsPage(Place place, QWidget *parent = nullptr);

    /// Its service is empty: the page is about the project.
    [[nodiscard]] const Place &place() const { return m_place; }
    void refresh();

signals:
    void happened(const QString &sentence); ///< for the status bar

private:
    const Place m_place;
    EndpointsView *m_view;
};

} // namespace App
