// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format.h"

#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

/// A language in which every text is in brackets.
class Brackets final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *text, const char *, int) const override
    {
        return u'[' + QString::fromUtf8(text) + u']';
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TestFormat final : public QObject
{
    Q_OBJECT

private slots:
    void counts_data();
    void counts();
    void bytes_data();
    void bytes();
    void durations_data();
    void durations();
    void unitsAreTranslated();
    void showsForeignText_data();
    void showsForeignText();
    void cutsLongText();
};

void TestFormat::counts_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("shown");

    QTest::newRow("none") << qint64(0) << u"0"_s;
    QTest::newRow("no group") << qint64(999) << u"999"_s;
    QTest::newRow("one group") << qint64(1000) << u"1\u2009000"_s;
    QTest::newRow("two groups") << qint64(12'480'001) << u"12\u2009480\u2009001"_s;
    QTest::newRow("negative") << qint64(-4321) << u"-4\u2009321"_s;
    QTest::newRow("largest") << std::numeric_limits<qint64>::max()
                             << u"9\u2009223\u2009372\u2009036\u2009854\u2009775\u2009807"_s;
}

void TestFormat::counts()
{
    QFETCH(qint64, count);
    QTEST(Core::formatCount(count), "shown");
}

void TestFormat::bytes_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("shown");

    QTest::newRow("none") << qint64(0) << u"0 B"_s;
    QTest::newRow("below a kibibyte") << qint64(1023) << u"1023 B"_s;
    QTest::newRow("a kibibyte") << qint64(1024) << u"1.0 KiB"_s;
    QTest::newRow("mebibytes") << qint64(1'258'291) << u"1.2 MiB"_s;
    QTest::newRow("gibibytes") << qint64(5) * 1024 * 1024 * 1024 << u"5.0 GiB"_s;
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"8.0 EiB"_s;
}

void TestFormat::bytes()
{
    QFETCH(qint64, count);
    QTEST(Core::formatBytes(count), "shown");
}

void TestFormat::durations_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("shown");

    QTest::newRow("short") << qint64(184) << u"0.184 s"_s;
    QTest::newRow("just below ten seconds") << qint64(9'999) << u"9.999 s"_s;
    QTest::newRow("whole seconds") << qint64(12'900) << u"12 s"_s;
    QTest::newRow("just below two minutes") << qint64(119'999) << u"119 s"_s;
    QTest::newRow("minutes") << qint64(185'000) << u"3 min 05 s"_s;
}

void TestFormat::durations()
{
    QFETCH(qint64, milliseconds);
    QTEST(Core::formatDuration(milliseconds), "shown");
}

void TestFormat::unitsAreTranslated()
{
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    const QStringList shown{Core::formatBytes(512), Core::formatBytes(1024), Core::formatDuration(184),
                            Core::formatDuration(12'900), Core::formatDuration(185'000)};
    QCoreApplication::removeTranslator(&brackets);
    QCOMPARE(shown, (QStringList{u"[512 B]"_s, u"[1.0 KiB]"_s, u"[0.184 s]"_s, u"[12 s]"_s, u"[3 min 05 s]"_s}));
}

void TestFormat::showsForeignText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    QTest::newRow("plain") << u"service_kafka-demo"_s << u"service_kafka-demo"_s;
    QTest::newRow("markup stays literal") << u"<b>a</b>"_s << u"<b>a</b>"_s;
    QTest::newRow("line feed") << u"a\nb"_s << u"a\u240Ab"_s;
    QTest::newRow("NUL and escape") << QString::fromUtf16(u"\0\x1B", 2) << u"\u2400\u241B"_s;
    QTest::newRow("delete") << u"\x7F"_s << u"\u2421"_s;
    QTest::newRow("right-to-left override") << u"a\u202Eb"_s << u"a<U+202E>b"_s;
    QTest::newRow("zero width space") << u"a\u200Bb"_s << u"a<U+200B>b"_s;
    QTest::newRow("accents and other scripts") << u"naïve 表"_s << u"naïve 表"_s;
}

void TestFormat::showsForeignText()
{
    QFETCH(QString, text);
    QTEST(Core::displayText(text), "shown");
}

void TestFormat::cutsLongText()
{
    QCOMPARE(Core::displayText(u"abcdef"_s, 3), u"abc\u2026"_s);
    QCOMPARE(Core::displayText(u"abc"_s, 3), u"abc"_s);
    QCOMPARE(Core::displayText(QString(1'000'000, u'x')).size(), 2001);
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
