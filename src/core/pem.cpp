// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pem.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

bool isBase64Line(QStringView line)
{
    return std::all_of(line.begin(), line.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'+' || c == u'/' || c == u'=');
    });
}

/// "CERTIFICATE" of "-----BEGIN CERTIFICATE-----"; empty when the line is no such mark.
QStringView labelOf(QStringView line, QStringView word)
{
    const QStringView dashes = u"-----";
    const bool isMark = line.startsWith(dashes) && line.endsWith(dashes) && line.size() > 2 * dashes.size();
    if (!isMark)
        return {};
    const QStringView inside = line.sliced(dashes.size()).chopped(dashes.size());
    return inside.startsWith(word) ? inside.sliced(word.size()).trimmed() : QStringView();
}

bool isOfKind(QStringView label, PemKind kind)
{
    if (kind == PemKind::PrivateKey)
        return label.endsWith(u"PRIVATE KEY"); // also RSA, EC and ENCRYPTED
    return label == u"CERTIFICATE" || label == u"TRUSTED CERTIFICATE" || label == u"X509 CERTIFICATE";
}

} // namespace

PemFault checkPem(const QString &text, PemKind kind)
{
    QStringView open;
    bool found = false;
    qsizetype bodyLines = 0;
    for (QStringView line : QStringView(text).split(u'\n')) {
        line = line.trimmed();
        if (open.isEmpty()) {
            open = labelOf(line, u"BEGIN ");
            bodyLines = 0;
            if (!open.isEmpty() && !isOfKind(open, kind))
                return PemFault::OtherKind;
            continue;
        }
        if (line.startsWith(u"-----")) {
            if (labelOf(line, u"END ") != open || bodyLines == 0)
                return PemFault::Broken;
            open = {};
            found = true;
            continue;
        }
        // Older keys carry headers such as "Proc-Type: 4,ENCRYPTED".
        if (!line.isEmpty() && !isBase64Line(line) && !line.contains(u": "))
            return PemFault::Broken;
        bodyLines += line.isEmpty() ? 0 : 1;
    }
    if (!open.isEmpty())
        return PemFault::Broken;
    return found ? PemFault::None : PemFault::NoBlock;
}

} // namespace Core
