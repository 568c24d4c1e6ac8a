// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialog.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/pill.h"
#include "widgets/rowdelegate.h"
#include "widgets/statelabel.h"
#include "widgets/states.h"
#include "widgets/style.h"
#include "widgets/text.h"

#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class TestParts final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void focusableWidgetsHaveNames();
    void wordsAreReadAloud();
    void returnPressesTheButtonWithFocus_data();
    void returnPressesTheButtonWithFocus();
    void focusStaysInTheWindow();
    void focusComesBackToTheForm();
    void focusFollowsThePage();
    void messageBarReplacesItsButtons();
    void longWordsAreReachable();
    void loadingAppearsOnlyWhenSlow();
    void errorOffersTheReport();
    void delegateReservesTwoLines();
};

namespace {

QString spokenName(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Name);
}

} // namespace

void TestParts::initTestCase()
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
}

void TestParts::focusableWidgetsHaveNames()
{
    QWidget window;
    auto *bar = new Widgets::MessageBar(&window);
    bar->setMessage(Widgets::MessageBar::Kind::Warning, u"Title"_s, u"Text"_s);
    bar->addButton(u"Reload"_s);
    new Widgets::LoadingState(&window);
    auto *error = new Widgets::ErrorState(&window);
    error->setError(u"Failed"_s, u"Because"_s, u"GET /v1/me"_s, u"error"_s);
    auto *empty = new Widgets::EmptyState(u"flow"_s, u"None"_s, u"Nothing"_s, &window);
    empty->addButton(u"Add"_s, "primary", u"plus"_s);
    QVERIFY(Widgets::makeIconButton(u"refresh"_s, u"Read again"_s, &window));
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() != Qt::NoFocus)
            QVERIFY2(!spokenName(*widget).isEmpty(), widget->metaObject()->className());
    }
}

void TestParts::returnPressesTheButtonWithFocus_data()
{
    QTest::addColumn<QAbstractButton *>("button");
    QTest::newRow("push button") << static_cast<QAbstractButton *>(Widgets::makeButton(u"Enable"_s));
    QTest::newRow("icon button") << static_cast<QAbstractButton *>(Widgets::makeIconButton(u"plus"_s, u"Add"_s));
    QTest::newRow("text button") << static_cast<QAbstractButton *>(Widgets::makeTextButton(u"sql"_s, u"SQL"_s));
}

void TestParts::returnPressesTheButtonWithFocus()
{
    QFETCH(QAbstractButton *, button);
    QMainWindow window;
    window.setCentralWidget(button);
    window.show();
    button->setFocus();
    QSignalSpy clicked(button, &QAbstractButton::clicked);
    QTest::keyClick(button, Qt::Key_Return);
    QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(clicked.size(), 2);
    QKeyEvent again(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true); // the key is still held down
    QApplication::sendEvent(button, &again);
    QCOMPARE(clicked.size(), 2);
}

/// What had the focus is destroyed, hidden or switched off: a neighbour takes it.
void TestParts::focusStaysInTheWindow()
{
    struct Window : Widgets::Dialog
    {
        Window() : Dialog(nullptr)
        {
            for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
                body().addWidget(fields.insert(name, new QLineEdit).value());
            addCancel();
        }
        QMap<QString, QLineEdit *> fields;
    } window;
    window.show();
    QApplication::setActiveWindow(&window);
    QTRY_COMPARE(QApplication::focusWidget(), window.fields[u"one"_s]);
    delete window.fields.take(u"one"_s);
    QTRY_COMPARE(QApplication::focusWidget(), window.fields[u"two"_s]);
    window.fields[u"two"_s]->hide();
    QCOMPARE(QApplication::focusWidget(), window.fields[u"three"_s]);
    window.fields[u"two"_s]->show();
    auto *const cancel = window.findChild<QPushButton *>();
    cancel->setFocus();
    cancel->setEnabled(false);
    QCOMPARE(QApplication::focusWidget(), window.fields[u"three"_s]);
    cancel->setEnabled(true); // it is back
    QCOMPARE(QApplication::focusWidget(), cancel);
}

/// While something is sent the form is off, and Cancel has the focus; after a failure Return must not press it.
void TestParts::focusComesBackToTheForm()
{
    struct Window : Widgets::Dialog
    {
        Window() : Dialog(nullptr)
        {
            auto *const column = new QVBoxLayout(form);
            column->addWidget(name);
            column->addWidget(new QLineEdit);
            body().addWidget(form);
            cancel = addCancel();
            addButton(Widgets::makeButton(u"Help"_s));
        }
        QWidget *form = new QWidget;
        QLineEdit *name = new QLineEdit;
        QPushButton *cancel = nullptr;
    } window;
    window.show();
    QApplication::setActiveWindow(&window);
    window.name->setFocus();
    window.form->setEnabled(false);
    QTRY_COMPARE(QApplication::focusWidget(), window.cancel);
    window.form->setEnabled(true);
    QCOMPARE(QApplication::focusWidget(), window.name);
    window.form->setEnabled(false);
    QTRY_COMPARE(QApplication::focusWidget(), window.cancel);
    QTest::keyClick(window.cancel, Qt::Key_Tab);
    window.form->setEnabled(true);
    QCOMPARE(spokenName(*QApplication::focusWidget()), u"Help"_s); // somebody moved on
}

/// A page that has yet to read what it shows: the focus waits for it.
void TestParts::focusFollowsThePage()
{
    struct Window : Widgets::Dialog
    {
        Window() : Dialog(nullptr)
        {
            body().addWidget(before);
            body().addWidget(stack);
            stack->addWidget(first);
            auto *const page = new QWidget;
            (new QVBoxLayout(page))->addWidget(second);
            second->hide();
            stack->addWidget(page);
        }
        QLineEdit *before = new QLineEdit;
        QStackedWidget *stack = new QStackedWidget;
        QLineEdit *first = new QLineEdit;
        QLineEdit *second = new QLineEdit;
    } window;
    window.show();
    QApplication::setActiveWindow(&window);
    window.first->setFocus();
    window.stack->setCurrentIndex(1);
    QCoreApplication::processEvents();
    QVERIFY(QApplication::focusWidget() != window.before);
    window.second->show();
    QTRY_COMPARE(QApplication::focusWidget(), window.second);
}

void TestParts::wordsAreReadAloud()
{
    Widgets::StateLabel state(Widgets::State::Failed, u"Failed"_s);
    QCOMPARE(spokenName(state), u"Failed"_s);
    Widgets::Pill pill;
    pill.setState(Widgets::State::Ok, u"Active"_s);
    QCOMPARE(spokenName(pill), u"Active"_s);
    QVERIFY(pill.sizeHint().width() > Widgets::pillWidth(u"Active"_s));
    Widgets::Text foreign(Widgets::TextRole::Body, u"<b>not bold</b>"_s);
    QCOMPARE(foreign.textFormat(), Qt::PlainText);
}

void TestParts::messageBarReplacesItsButtons()
{
    Widgets::MessageBar bar;
    bar.setMessage(Widgets::MessageBar::Kind::Error, u"Not applied"_s, u"409"_s);
    bar.addButton(u"Try again"_s);
    bar.setButtonsBelow(true);
    bar.setMessage(Widgets::MessageBar::Kind::Info, {}, u"Applied elsewhere"_s);
    QPushButton *compare = bar.addButton(u"Compare"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(bar.findChildren<QPushButton *>(), QList<QPushButton *>{compare});
    QCOMPARE(bar.text(), u"Applied elsewhere"_s);
    QSignalSpy closed(&bar, &Widgets::MessageBar::closed);
    bar.findChild<QToolButton *>()->click();
    QCOMPARE(closed.size(), 1);
    QVERIFY(bar.isHidden());
}

/// The bar stays a few lines high, keeps the next step, and leads to every word.
void TestParts::longWordsAreReachable()
{
    QWidget window;
    auto *const bar = new Widgets::MessageBar;
    (new QVBoxLayout(&window))->addWidget(bar);
    window.resize(Widgets::H(60), Widgets::H(20));
    window.show();
    const QString words = QString(20'000, u'x') + u" the end. Try again."_s;
    bar->setMessage(Widgets::MessageBar::Kind::Error, u"Not applied"_s, words);
    QVERIFY(bar->text().size() < 1'000);
    QVERIFY(bar->text().endsWith("the end. Try again."_L1));
    QVERIFY(bar->findChild<QPushButton *>()->text() == u"Show details");
    bar->findChild<QPushButton *>()->click();
    const auto *shown = window.findChild<QPlainTextEdit *>();
    QVERIFY(shown && shown->isVisible());
    QCOMPARE(shown->toPlainText(), words);
    QTRY_VERIFY(bar->height() < Widgets::H(20));
    QVERIFY(bar->minimumSizeHint().width() < Widgets::H(60));
    bar->setMessage(Widgets::MessageBar::Kind::Error, u"Not applied"_s, u"409"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!bar->findChild<QPushButton *>());
    bar->setMessage(Widgets::MessageBar::Kind::Error, u"Not applied"_s, u"409"_s, u"409: it is in use"_s);
    bar->findChild<QPushButton *>()->click();
    QCOMPARE(window.findChildren<QPlainTextEdit *>().constLast()->toPlainText(), u"409: it is in use"_s);
}

void TestParts::loadingAppearsOnlyWhenSlow()
{
    Widgets::LoadingState loading;
    loading.resize(600, 400);
    loading.show();
    auto *cancel = loading.findChild<QPushButton *>();
    loading.start(u"Reading integrations"_s);
    QVERIFY(!cancel->isVisible());
    QTRY_VERIFY(cancel->isVisible());
    loading.stop();
    QVERIFY(!cancel->isVisible());
}

void TestParts::errorOffersTheReport()
{
    Widgets::ErrorState error;
    error.setError(u"Could not be read"_s, u"Timed out"_s, u"GET /v1/x\n500"_s, u"cloudoff"_s);
    QSignalSpy retry(&error, &Widgets::ErrorState::retryRequested);
    const QList<QPushButton *> buttons = error.findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 3);
    buttons.first()->click();
    QCOMPARE(retry.size(), 1);
}

void TestParts::delegateReservesTwoLines()
{
    QStandardItemModel model;
    auto *item = new QStandardItem(u"kafka-demo"_s);
    item->setData(u"Apache Kafka"_s, Widgets::SecondLineRole);
    item->setData(u"kafka"_s, Widgets::IconNameRole);
    item->setData(int(Widgets::State::Ok), Widgets::StateRole);
    item->setData(u"Running"_s, Widgets::StateTextRole);
    item->setData(QStringList{u"reads 2 topics"_s}, Widgets::PillsRole);
    model.appendRow(item);
    QListView view;
    view.setModel(&model);
    view.setItemDelegate(
        new Widgets::RowDelegate(Widgets::RowDelegate::Lines::Two, Widgets::RowDelegate::Separator::Hairline, &view));
    view.resize(400, 200);
    view.show();
    QCOMPARE(view.sizeHintForRow(0), Widgets::H(2.9));
    QVERIFY(!view.grab().isNull());
}

QTEST_MAIN(TestParts)
#include "tst_parts.moc"
