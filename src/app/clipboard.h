// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace Core {
class Secret;
}

namespace App {

void copyText(const QString &text);
/// Marks the clipboard's content as a secret, so that clipboard histories leave it out, and clears it after 30 s if it
/// is still ours.
void copySecret(const Core::Secret &secret);

} // namespace App
