// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

constexpr char16_t thinSpace = u'\u2009';

QString visibleMark(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 0x20)
        return QChar(char16_t(0x2400 + code));
    if (code == 0x7F)
        return QChar(u'\u2421');
    return u"<U+%1>"_s.arg(code, 4, 16, QChar(u'0')).toUpper();
}

bool needsMark(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

} // namespace

QString formatCount(qint64 count)
{
    QString digits = QString::number(qAbs(count));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, thinSpace);
    return count < 0 ? u'-' + digits : digits;
}

QString formatBytes(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, bytes < 1024 ? 0 : 1, QLocale::DataSizeIecFormat)
        .replace(u"bytes"_s, u"B"_s);
}

QString formatDuration(qint64 milliseconds)
{
    if (milliseconds < 10'000)
        return u"%1 s"_s.arg(QString::number(double(milliseconds) / 1000.0, 'f', 3));
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 120)
        return u"%1 s"_s.arg(QString::number(seconds));
    return u"%1 min %2 s"_s.arg(QString::number(seconds / 60), QString::number(seconds % 60).rightJustified(2, u'0'));
}

QString displayText(const QString &text, qsizetype limit)
{
    QString shown;
    shown.reserve(qMin(text.size(), limit) + 1);
    for (const QChar c : text) {
        if (shown.size() >= limit)
            return shown + u'\u2026';
        shown += needsMark(c) ? visibleMark(c) : QString(c);
    }
    return shown;
}

} // namespace Core
