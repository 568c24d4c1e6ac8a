// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expected.h"
#include "core/setting.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using Core::Expected;
using Core::Setting;
using Core::Unexpected;

class TestValues final : public QObject
{
    Q_OBJECT

private slots:
    void holdsAValueOrAReason();
    void holdsWhatCanOnlyBeMoved();
    void remembersASetting();
    void fallsBackToTheInitialValue();
};

void TestValues::holdsAValueOrAReason()
{
    const Expected<QString, QString> value = u"text"_s;
    QVERIFY(value);
    QCOMPARE(*value, u"text"_s);
    QCOMPARE(value->size(), 4);

    const Expected<QString, QString> reason = Unexpected{u"why"_s};
    QVERIFY(!reason.has_value());
    QCOMPARE(reason.error(), u"why"_s);

    const Core::Outcome<int> done = std::monostate{};
    QVERIFY(done);
}

void TestValues::holdsWhatCanOnlyBeMoved()
{
    Expected<std::unique_ptr<int>, int> held = std::make_unique<int>(7);
    const std::unique_ptr<int> taken = std::move(held).value();
    QCOMPARE(*taken, 7);
}

void TestValues::remembersASetting()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    {
        QSettings store(path, QSettings::IniFormat);
        Setting<int>(store, u"results/rows"_s, 1000).set(5);
        Setting<QStringList>(store, u"recent"_s, {}).set({u"a,b"_s, u"\"c\""_s});
    }
    QSettings store(path, QSettings::IniFormat);
    QCOMPARE(Setting<int>(store, u"results/rows"_s, 1000).get(), 5);
    QCOMPARE(Setting<QStringList>(store, u"recent"_s, {}).get(), (QStringList{u"a,b"_s, u"\"c\""_s}));
}

void TestValues::fallsBackToTheInitialValue()
{
    const QTemporaryDir folder;
    QSettings store(folder.filePath(u"none.ini"_s), QSettings::IniFormat);
    QCOMPARE(Setting<bool>(store, u"first"_s, true).get(), true);
    QCOMPARE(Setting<QString>(store, u"name"_s, u"initial"_s).get(), u"initial"_s);
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
