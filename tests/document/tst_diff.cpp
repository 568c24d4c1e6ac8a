// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/diff.h"
#include "document/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Document;

class TestDiff : public QObject
{
    Q_OBJECT

private slots:
    void seesNothingInEqual();
    void seesTablesColumnsTopicsAndSettings();
    void countsARenameAsDropAndCreate();
    void seesOrder();
    void mergesWhatDoesNotTouch();
    void seesConflicts();
    void comparesLines();
};

namespace {

Config config(const QByteArray &json)
{
    const auto made = Config::fromJson(parsed(json));
    return made ? *made : Config();
}

/// One table as text: name:columns:topics:group.
Config tables(const QStringList &texts)
{
    Core::Json json = Core::Json::object({{"tables", Core::Json::array()}});
    for (const QString &text : texts) {
        const QStringList parts = text.split(u':');
        Core::Json table = Core::Json::object({{"name", Core::toStdString(parts[0])}});
        table["columns"] = Core::Json::array();
        table["topics"] = Core::Json::array();
        for (const QString &column : parts.value(1).split(u',', Qt::SkipEmptyParts)) {
            table["columns"].push_back(Core::Json::object({{"name", Core::toStdString(column.section(u' ', 0, 0))},
                                                           {"type", Core::toStdString(column.section(u' ', 1))}}));
        }
        for (const QString &topic : parts.value(2).split(u',', Qt::SkipEmptyParts))
            table["topics"].push_back(Core::Json::object({{"name", Core::toStdString(topic)}}));
        table["group_name"] = Core::toStdString(parts.value(3));
        json["tables"].push_back(table);
    }
    return config(Core::toText(json));
}

QString described(const QList<Change> &changes, const QString &indent = {})
{
    QString text;
    for (const Change &change : changes) {
        const QChar sign = change.kind == Change::Kind::Added     ? u'+'
                           : change.kind == Change::Kind::Removed ? u'-'
                                                                  : u'~';
        text += indent + sign + change.name + u' ' + change.before + u'>' + change.after + u'\n';
        text += described(change.parts, indent + u"  "_s);
    }
    return text;
}

} // namespace

void TestDiff::seesNothingInEqual()
{
    QVERIFY(diff(tables({u"a:x Int8:t:g"_s}), tables({u"a:x Int8:t:g"_s})).isEmpty());
    QVERIFY(diff(config(R"({"a": 1, "tables": []})"), config(R"({"tables": [], "a": 1})")).isEmpty());
}

void TestDiff::seesTablesColumnsTopicsAndSettings()
{
    const QList<Change> changes =
        diff(tables({u"events:amount Float64,id Int8:t1:g"_s, u"legacy:a Int8:t:g2"_s}),
             tables({u"events:amount Decimal(18),id Int8,region String:t1,t2:h"_s, u"orders:o UUID:v:g3"_s}));
    QCOMPARE(described(changes), u"~events >\n"
                                 "  ~amount Float64>Decimal(18)\n"
                                 "  +region >String\n"
                                 "  +t2 >t2\n"
                                 "  ~group_name g>h\n"
                                 "+orders >\n"
                                 "  +o >UUID\n"
                                 "  +v >v\n"
                                 "  +group_name >g3\n"
                                 "-legacy >\n"_s);
    QCOMPARE(changes.last().tableBefore->columns().size(), 1);
}

void TestDiff::countsARenameAsDropAndCreate()
{
    const QList<Change> changes = diff(tables({u"a:x Int8:t:g"_s}), tables({u"b:x Int8:t:g"_s}));
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0].kind, Change::Kind::Added);
    QCOMPARE(changes[1].kind, Change::Kind::Removed);
}

void TestDiff::seesOrder()
{
    QCOMPARE(described(diff(tables({u"a:x Int8,y Int8"_s, u"b"_s}), tables({u"b"_s, u"a:y Int8,x Int8"_s}))),
             u"~a >\n  ~columns x, y>y, x\n~tables a, b>b, a\n"_s);
}

void TestDiff::mergesWhatDoesNotTouch()
{
    const ThreeWay result = compareThree(tables({u"a:x Int8"_s, u"b:x Int8"_s, u"c:x Int8"_s}),
                                         tables({u"a:x Int16"_s, u"b:x Int8"_s, u"new:x Int8"_s}),
                                         tables({u"a:x Int8"_s, u"b:x Int32"_s, u"c:x Int8"_s}));
    QCOMPARE(result.theirs, QStringList{u"b"_s});
    QCOMPARE(result.mine, (QStringList{u"a"_s, u"c"_s, u"new"_s}));
    QVERIFY(result.canMerge());
    QCOMPARE(result.merged, tables({u"a:x Int16"_s, u"b:x Int32"_s, u"new:x Int8"_s}));
}

void TestDiff::seesConflicts()
{
    const ThreeWay both = compareThree(tables({u"a:x Int8"_s}), tables({u"a:x Int16"_s}), tables({u"a:x Int32"_s}));
    QCOMPARE(both.conflicts, QStringList{u"a"_s});
    const ThreeWay removed = compareThree(tables({u"a:x Int8"_s}), tables({}), tables({u"a:x Int32"_s}));
    QCOMPARE(removed.conflicts, QStringList{u"a"_s});
    const ThreeWay same = compareThree(tables({u"a:x Int8"_s}), tables({u"a:x Int16"_s}), tables({u"a:x Int16"_s}));
    QVERIFY(same.canMerge());
    const ThreeWay keys = compareThree(config(R"({"k": 1})"), config(R"({"k": 2})"), config(R"({"k": 3})"));
    QCOMPARE(keys.conflicts, QStringList{u"k"_s});
}

void TestDiff::comparesLines()
{
    QString text;
    for (const TextLine &line : diffLines("a\nb\nc\nd", "a\nx\nc\nd\ne"))
        text += (line.kind == TextLine::Kind::Same    ? u' '
                 : line.kind == TextLine::Kind::Added ? u'+'
                                                      : u'-') +
                QString::fromUtf8(line.text);
    QCOMPARE(text, u" a-b+x c d+e"_s);
    QCOMPARE(diffLines({}, {}).size(), 1);
}

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
