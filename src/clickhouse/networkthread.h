// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QThread;

namespace ClickHouse {

/// The thread in which all SQL transfers run. It starts with the first one and ends just before the application object.
[[nodiscard]] QThread *networkThread();

} // namespace ClickHouse
