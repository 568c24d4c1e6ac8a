// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "accessibility/taborder.h"
#include "app/integrationmodel.h"
#include "app/integrationstable.h"
#include "rowmenuof.h"
#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/style.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

Aiven::Integration integration(const std::string &id, const std::string &source)
{
    return *Aiven::Integration::fromJson({{"integration_type", "clickhouse_kafka"},
                                          {"service_integration_id", id},
                                          {"enabled", true},
                                          {"active", true},
                                          {"source_service", source},
                                          {"source_service_type", "kafka"},
                                          {"dest_service", "ch"},
                                          {"dest_service_type", "clickhouse"}});
}

/// The table in its card, as the service page has it.
struct Scene
{
    Scene()
    {
        model.setIntegrations({integration("id-1", "kafka-one"), integration("id-2", "kafka-two")});
        card.setWindowTitle(u"Overview"_s);
        card.resize(Widgets::H(80), Widgets::H(20));
        auto *inside = new QVBoxLayout(&card);
        inside->addWidget(table);
        inside->addStretch();
        card.show();
        (void)QTest::qWaitForWindowActive(&card);
    }
    [[nodiscard]] QRect actionCell(int row) const
    {
        const QRect cell = table->visualRect(model.index(row, App::IntegrationModel::ActionColumn));
        return cell.translated(table->viewport()->mapToGlobal(QPoint()));
    }

    App::IntegrationModel model{u"ch"_s};
    Widgets::Card card;
    App::IntegrationsTable *table = new App::IntegrationsTable(model, card);
};

/// The element of that name below another one, as a screen reader looks for it: only by children. One that does not lead
/// back to its parent would be a trap, and counts as not found.
QAccessibleInterface *heard(QAccessibleInterface *from, const QString &name)
{
    if (from->text(QAccessible::Name) == name)
        return from;
    for (int i = 0; i < from->childCount(); ++i) {
        QAccessibleInterface *const child = from->child(i);
        if (!child || child->parent() != from || from->indexOfChild(child) != i)
            continue;
        if (QAccessibleInterface *const found = heard(child, name))
            return found;
    }
    return nullptr;
}

QAccessibleInterface *heard(const Scene &scene, const QString &name)
{
    return heard(QAccessible::queryAccessibleInterface(const_cast<Widgets::Card *>(&scene.card)), name);
}

} // namespace

/// The enabled integrations, for someone who does not see them or has no mouse.
class TestIntegrationsTable final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void buttonsAreHeard_data();
    void buttonsAreHeard();
    void buttonsFollowTheRows();
    void tabAndNames();
    void rowsHaveAMenu();
};

void TestIntegrationsTable::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
}

void TestIntegrationsTable::buttonsAreHeard_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("row");

    QTest::newRow("verb") << u"Define tables of kafka-one"_s << 0;
    QTest::newRow("menu") << u"More actions for kafka-one"_s << 0;
    QTest::newRow("second verb") << u"Define tables of kafka-two"_s << 1;
    QTest::newRow("second menu") << u"More actions for kafka-two"_s << 1;
}

/// Qt's accessible table has cells only: buttons inside it would be seen and not heard.
void TestIntegrationsTable::buttonsAreHeard()
{
    QFETCH(QString, name);
    QFETCH(int, row);
    const Scene scene;
    QAccessibleInterface *const button = heard(scene, name);
    QVERIFY(button);
    QCOMPARE(button->role(), QAccessible::Button);
    QVERIFY(button->state().focusable && !button->state().invisible && !button->state().offscreen);
    const auto *widget = qobject_cast<QWidget *>(button->object());
    QCOMPARE(button->rect(), QRect(widget->mapToGlobal(QPoint()), widget->size()));
    QVERIFY(scene.actionCell(row).contains(button->rect()));
    QSignalSpy edit(scene.table, &App::IntegrationsTable::editTablesRequested);
    button->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    if (name.startsWith("More"_L1)) {
        QTRY_VERIFY(QApplication::activePopupWidget());
        return;
    }
    QTRY_COMPARE(edit.size(), 1); // it is shown as pressed first
    QCOMPARE(edit.constFirst().constFirst().toString(), scene.model.at(row).id);
}

void TestIntegrationsTable::buttonsFollowTheRows()
{
    Scene scene;
    scene.model.setIntegrations({integration("id-2", "kafka-two"), integration("id-3", "kafka-three")});
    QTRY_VERIFY(!heard(scene, u"More actions for kafka-one"_s));
    QAccessibleInterface *const moved = heard(scene, u"More actions for kafka-two"_s);
    QVERIFY(moved && scene.actionCell(0).contains(moved->rect()));
    scene.card.resize(Widgets::H(60), Widgets::H(20));
    QTRY_VERIFY(scene.actionCell(1).contains(heard(scene, u"More actions for kafka-three"_s)->rect()));
    // A click beside the buttons is still one into the row.
    const QRect cell = scene.table->visualRect(scene.model.index(1, App::IntegrationModel::ActionColumn));
    const QPoint beside = scene.table->viewport()->mapTo(&scene.card, cell.topLeft() + QPoint(1, 1));
    QCOMPARE(scene.card.childAt(beside), scene.table->viewport());
}

void TestIntegrationsTable::tabAndNames()
{
    Scene scene;
    QCOMPARE(Accessibility::problemsIn(scene.card).join(u'\n'), QString());
    Accessibility::Host window(scene.card);
    QCOMPARE(Accessibility::tabProblemsIn(window).join(u'\n'), QString());
}

void TestIntegrationsTable::rowsHaveAMenu()
{
    Scene scene;
    scene.table->setCurrentIndex(scene.model.index(1, 0));
    QMenu *const menu = TestSupport::rowMenuOf(scene.table);
    QVERIFY(menu);
    QVERIFY(menu->y() >= scene.actionCell(1).top());
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return})
        QTest::keyClick(menu, key);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"id-2"_s);
    QSignalSpy edit(scene.table, &App::IntegrationsTable::editTablesRequested);
    QTest::keyClick(scene.table, Qt::Key_Return);
    QCOMPARE(edit.constFirst().constFirst().toString(), u"id-2"_s);
}

QTEST_MAIN(TestIntegrationsTable)
#include "tst_integrationstable.moc"
