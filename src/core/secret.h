// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Core {

/// A token or password. It converts to nothing and prints as nothing; reveal() is the one way to the text, so that
/// each use can be found by searching for it. Every text held by a Secret is masked in the log from then on.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QString text);

    [[nodiscard]] const QString &reveal() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Secret &, const Secret &) = default;

private:
    QString m_text;
};

/// The text with every known secret, and everything that looks like one (authorization headers, password=…, user info
/// in URLs, PEM keys), replaced by "<secret>". Thread-safe.
[[nodiscard]] QString redacted(QString text);

} // namespace Core
