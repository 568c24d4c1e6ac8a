// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace Accessibility {

/// What is wrong with the way Tab takes through a shown window, one sentence each: a step back to what was read before,
/// a widget that it never reaches. The focus is somewhere else afterwards.
[[nodiscard]] QStringList tabProblemsIn(QWidget &window);

/// A window for a page alone, where Tab goes as it does in the program's windows. The page is free again at the end.
class Host final : public QWidget
{
public:
    explicit Host(QWidget &page);
    ~Host() override;

protected:
    bool focusNextPrevChild(bool next) override;

private:
    QWidget &m_page;
};

} // namespace Accessibility
