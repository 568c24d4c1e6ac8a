// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sandbox {

/// A free port of 127.0.0.1 that stays one program's over its restarts. The socket is bound but does not listen: Linux
/// lets another one that also asks for SO_REUSEADDR, as PostgreSQL does, listen there, and gives the port to nobody who
/// asks for any.
class PortReservation
{
public:
    /// Throws std::runtime_error when there is no port at all.
    PortReservation();
    ~PortReservation();
    PortReservation(const PortReservation &) = delete;
    PortReservation &operator=(const PortReservation &) = delete;

    [[nodiscard]] int port() const { return m_port; }

private:
    int m_socket = -1;
    int m_port = 0;
};

} // namespace Sandbox
