// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/codeeditor.h"

#include <Qsci/qsciscintilla.h>

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class TestCodeEditor final : public QObject
{
    Q_OBJECT

private slots:
    void isBuiltWhenShown();
    void countsCharactersNotBytes();
    void keepsTheCursorOnReplacement();
    void sixLeaves();
    void takesTheFocusInTheBackground();
    void tellsOnlyWhatTheUserTyped();
    void findsText();
};

void TestCodeEditor::isBuiltWhenShown()
{
    Widgets::JsonEditor editor(u"JSON"_s);
    editor.setText(u"{}"_s);
    QVERIFY(!editor.findChild<QsciScintilla *>());
    QCOMPARE(editor.text(), u"{}"_s);
    editor.show();
    QVERIFY(editor.findChild<QsciScintilla *>());
    QCOMPARE(editor.text(), u"{}"_s);
}

void TestCodeEditor::countsCharactersNotBytes()
{
    Widgets::SqlEditor editor(u"SQL"_s);
    editor.setText(u"SELECT 'ä€';\nSELECT 2"_s);
    editor.setCursor(1, 0);
    QCOMPARE(editor.cursorOffset(), 13);
    editor.selectRange(13, 19);
    QCOMPARE(editor.selectedText(), u"SELECT"_s);
    editor.replaceRange(8, 10, u"ö"_s);
    QCOMPARE(editor.text(), u"SELECT 'ö';\nSELECT 2"_s);
}

void TestCodeEditor::keepsTheCursorOnReplacement()
{
    Widgets::JsonEditor editor(u"JSON"_s);
    editor.setText(u"line 1\nline 2 ä\nline 3"_s);
    editor.setCursor(2, 3);
    editor.setText(u"line 1\nmore\nline 2 ö\nline 3"_s);
    QCOMPARE(editor.text(), u"line 1\nmore\nline 2 ö\nline 3"_s);
    QCOMPARE(editor.cursorLine(), 3);
    QCOMPARE(editor.cursorColumn(), 3);
}

void TestCodeEditor::sixLeaves()
{
    QWidget window;
    auto *const column = new QVBoxLayout(&window);
    auto *const editor = new Widgets::SqlEditor(u"SQL"_s);
    auto *const next = new QLineEdit;
    column->addWidget(editor);
    column->addWidget(next);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    editor->scintilla()->setFocus();
    QTest::keyClick(editor->scintilla(), Qt::Key_Tab); // indents
    QCOMPARE(window.focusWidget(), editor->scintilla());
    QVERIFY(!editor->text().isEmpty());
    QTest::keyClick(editor->scintilla(), Qt::Key_F6);
    QCOMPARE(window.focusWidget(), next);
    auto *const json = new Widgets::JsonEditor(u"JSON"_s);
    column->addWidget(json);
    json->scintilla()->setFocus();
    QTest::keyClick(json->scintilla(), Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(!json->scintilla()->hasFocus());
    QVERIFY(json->text().isEmpty());
}

/// A query opened from a dialog: the editor is made below it, and has the focus when the dialog is gone.
void TestCodeEditor::takesTheFocusInTheBackground()
{
    QWidget window;
    auto *const column = new QVBoxLayout(&window);
    column->addWidget(new QLineEdit);
    auto *const editor = new Widgets::SqlEditor(u"SQL"_s);
    editor->hide();
    column->addWidget(editor);
    window.show();
    QDialog dialog(&window);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    editor->show();
    editor->setFocus();
    QCOMPARE(window.focusWidget(), editor->scintilla());
}

void TestCodeEditor::findsText()
{
    Widgets::JsonEditor editor(u"JSON"_s);
    editor.setText(u"{\"tä\": \"Topic\",\n \"b\": \"topic\"}"_s);
    editor.show();
    editor.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    editor.setFocus();
    QTest::keyClick(editor.scintilla(), Qt::Key_F, Qt::ControlModifier);
    auto *const wanted = editor.findChild<QLineEdit *>();
    QVERIFY(wanted && wanted->isVisible());
    const auto says = [&editor](const QString &count) {
        for (const QLabel *label : editor.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == count)
                return true;
        }
        return false;
    };
    QTest::keyClicks(wanted, u"topic"_s);
    QVERIFY(says(u"1 of 2"_s));
    QCOMPARE(editor.selectedText(), u"Topic"_s); // capitals do not matter
    QTest::keyClick(wanted, Qt::Key_Return);
    QVERIFY(says(u"2 of 2"_s));
    QCOMPARE(editor.selectedText(), u"topic"_s);
    QTest::keyClick(wanted, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(editor.selectedText(), u"Topic"_s);
    wanted->setText(u"nowhere"_s);
    QVERIFY(says(u"Not found"_s));
    QTest::keyClick(wanted, Qt::Key_Escape);
    QVERIFY(!wanted->isVisible());
    QCOMPARE(editor.text(), u"{\"tä\": \"Topic\",\n \"b\": \"topic\"}"_s);
}

void TestCodeEditor::tellsOnlyWhatTheUserTyped()
{
    Widgets::SqlEditor editor(u"SQL"_s);
    editor.show();
    QSignalSpy changed(&editor, &Widgets::CodeEditor::textChanged);
    editor.setText(u"SELECT 1"_s);
    QCOMPARE(changed.size(), 0);
    QTest::keyClicks(editor.scintilla(), u" "_s);
    QVERIFY(changed.size() > 0);
}

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"
