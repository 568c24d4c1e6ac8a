// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/problem.h"

#include <algorithm>

namespace Document {

int Problem::table() const
{
    constexpr QStringView prefix = u"/tables/";
    if (!pointer.startsWith(prefix))
        return -1;
    const QStringView rest = QStringView(pointer).sliced(prefix.size());
    const qsizetype end = rest.indexOf(u'/');
    bool isNumber = false;
    const int row = (end < 0 ? rest : rest.first(end)).toInt(&isNumber);
    return isNumber ? row : -1;
}

int countOf(const QList<Problem> &problems, Severity severity)
{
    return int(std::count_if(problems.begin(), problems.end(),
                             [severity](const Problem &problem) { return problem.severity == severity; }));
}

} // namespace Document
