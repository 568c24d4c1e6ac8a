// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

constexpr char16_t thinSpace = u'\u2009';

/// Gives the free functions below tr() with one context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Core::Format)
};

constexpr std::array byteUnits{
    //: an amount of data in bytes; %1 is a number
    QT_TRANSLATE_NOOP("Core::Format", "%1 B"),
    //: an amount of data in kibibytes; %1 is a number
    QT_TRANSLATE_NOOP("Core::Format", "%1 KiB"),
    //: an amount of data in mebibytes; %1 is a number
    QT_TRANSLATE_NOOP("Core::Format", "%1 MiB"),
    //: an amount of data in gibibytes; %1 is a number
    QT_TRANSLATE_NOOP("Core::Format", "%1 GiB"),
    //: an amount of data in tebibytes; %1 is a number
    QT_TRANSLATE_NOOP("Core::Format", "%1 TiB"),
    //: an amount of data in pebibytes; %1 is a number
    QT_TRANSLATE_NOOP("Core::Format", "%1 PiB"),
    //: an amount of data in exbibytes; %1 is a number
    QT_TRANSLATE_NOOP("Core::Format", "%1 EiB"),
};

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
    double amount = double(bytes);
    std::size_t unit = 0;
    for (; amount >= 1024 && unit + 1 < byteUnits.size(); ++unit)
        amount /= 1024;
    return Words::tr(byteUnits[unit]).arg(QString::number(amount, 'f', unit == 0 ? 0 : 1));
}

QString formatDuration(qint64 milliseconds)
{
    const bool isShort = milliseconds < 10'000;
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 120)
        //: a duration in seconds; %1 is a number
        return Words::tr("%1 s").arg(isShort ? QString::number(double(milliseconds) / 1000.0, 'f', 3)
                                             : QString::number(seconds));
    //: a duration in minutes and seconds; %1 and %2 are numbers
    return Words::tr("%1 min %2 s")
        .arg(QString::number(seconds / 60), QString::number(seconds % 60).rightJustified(2, u'0'));
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
