// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/samples.h"
#include "models/changesmodel.h"
#include "models/columnmodel.h"
#include "models/problemmodel.h"
#include "models/tablelistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Models;
using Mode = QAbstractItemModelTester::FailureReportingMode;

class TestDraftModels : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_draft.reset(); }
    void listsTables();
    void editsColumns();
    void followsTheDraft();
    void listsProblems();
    void showsChanges();

private:
    std::unique_ptr<Document::Draft> m_draft;
};

namespace {

QStringList namesIn(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    return names;
}

} // namespace

void TestDraftModels::init()
{
    m_draft = std::make_unique<Document::Draft>();
    QVERIFY(m_draft->load(parsed(guideExample())));
}

void TestDraftModels::listsTables()
{
    TableListModel model(*m_draft);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    m_draft->addOneTopicCopy(0);
    QCOMPARE(namesIn(model), (QStringList{u"events"_s, u"events_write"_s}));
    QCOMPARE(model.index(0).data(TableListModel::CanWriteRole).toBool(), false);
    QCOMPARE(model.index(0).data(TableListModel::TopicCountRole).toInt(), 2);
    QCOMPARE(model.index(1).data(TableListModel::CanWriteRole).toBool(), true);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    m_draft->setTableValue(1, u"name"_s, "events");
    QVERIFY(changed.count() >= 1);
    QCOMPARE(model.index(1).data(TableListModel::ErrorCountRole).toInt(), 1);
    m_draft->moveTable(0, 1);
    m_draft->removeTable(0);
    QCOMPARE(model.rowCount(), 1);
    while (m_draft->undoStack().canUndo())
        m_draft->undoStack().undo();
    QCOMPARE(namesIn(model), QStringList{u"events"_s});
    QVERIFY(m_draft->load(parsed("{}")));
    QCOMPARE(model.rowCount(), 0);
}

void TestDraftModels::editsColumns()
{
    ColumnModel model(*m_draft);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setTable(0);
    QCOMPARE(namesIn(model), (QStringList{u"id"_s, u"name"_s}));
    QVERIFY(model.setData(model.index(0, ColumnModel::TypeColumn), u"Nullable(UInt64"_s));
    QCOMPARE(m_draft->table(0).columns()[0].type, u"Nullable(UInt64"_s);
    QCOMPARE(model.index(0, ColumnModel::StateColumn).data().toString(), u"Error"_s);
    QVERIFY(model.index(0, ColumnModel::TypeColumn).data(ColumnModel::ProblemRole).toString().contains(u"bracket"));
    QVERIFY(model.setData(model.index(0, ColumnModel::TypeColumn), u"UInt32"_s));
    QCOMPARE(model.index(0, ColumnModel::StateColumn).data().toString(), u"Changed"_s);
    QVERIFY(model.moveRows({}, 0, 1, {}, 2));
    QCOMPARE(namesIn(model), (QStringList{u"name"_s, u"id"_s}));
    QVERIFY(model.removeRows(0, 1));
    QCOMPARE(namesIn(model), QStringList{u"id"_s});
    QVERIFY(!model.removeRows(0, 5));
    QVERIFY(!(model.flags(model.index(0, ColumnModel::StateColumn)) & Qt::ItemIsEditable));
}

void TestDraftModels::followsTheDraft()
{
    ColumnModel model(*m_draft);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setTable(0);
    m_draft->insertColumns(0, 1, {{u"a"_s, u"Int8"_s}, {u"b"_s, u"Int8"_s}});
    QCOMPARE(namesIn(model), (QStringList{u"id"_s, u"a"_s, u"b"_s, u"name"_s}));
    QCOMPARE(model.index(1, ColumnModel::StateColumn).data().toString(), u"New"_s);
    m_draft->removeColumns(0, {0, 2});
    QCOMPARE(namesIn(model), (QStringList{u"a"_s, u"name"_s}));
    m_draft->undoStack().undo();
    QCOMPARE(model.rowCount(), 4);
    m_draft->removeTable(0);
    QCOMPARE(model.rowCount(), 0);
    m_draft->undoStack().undo();
    QCOMPARE(model.rowCount(), 4);
    model.setSample(u"In topic1, latest message"_s, {{u"id"_s, u"48213"_s}});
    QCOMPARE(model.index(0, ColumnModel::SampleColumn).data().toString(), u"48213"_s);
    model.setTable(-1);
    QCOMPARE(model.rowCount(), 0);
}

void TestDraftModels::listsProblems()
{
    ProblemModel model(*m_draft);
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    m_draft->setColumn(0, 1, {u"region"_s, u"Nullable(String"_s});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, ProblemModel::SeverityColumn).data().toString(), u"Error"_s);
    QCOMPARE(model.index(0, ProblemModel::PlaceColumn).data().toString(), u"events › columns › region"_s);
    QCOMPARE(model.index(0, ProblemModel::FixColumn).data().toString(), u"Add the bracket"_s);
    model.applyFix(0);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(m_draft->table(0).columns()[1].type, u"Nullable(String)"_s);
}

void TestDraftModels::showsChanges()
{
    ChangesModel model;
    QAbstractItemModelTester tester(&model, Mode::QtTest);
    m_draft->setColumn(0, 0, {u"id"_s, u"UInt32"_s});
    m_draft->addTable(Core::Json::object({{"name", "new"}}));
    model.setChanges(m_draft->changes());
    QCOMPARE(namesIn(model), (QStringList{u"events changed"_s, u"new added"_s}));
    const QModelIndex events = model.index(0, 0);
    QCOMPARE(model.rowCount(events), 1);
    QCOMPARE(model.index(0, 0, events).data().toString(), u"id type changed"_s);
    QCOMPARE(model.index(0, ChangesModel::BeforeColumn, events).data().toString(), u"UInt64"_s);
    QCOMPARE(model.index(0, ChangesModel::AfterColumn, events).data().toString(), u"UInt32"_s);
    m_draft->removeTable(0);
    model.setChanges(m_draft->changes());
    QCOMPARE(model.index(1, ChangesModel::BeforeColumn).data().toString(), u"2 columns, 2 topics"_s);
    QCOMPARE(model.index(1, ChangesModel::AfterColumn).data().toString(), u"dropped"_s);
}

QTEST_GUILESS_MAIN(TestDraftModels)
#include "tst_draftmodels.moc"
