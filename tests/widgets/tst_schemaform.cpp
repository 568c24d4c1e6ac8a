// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility/names.h"
#include "widgets/form/fieldeditor.h"
#include "widgets/form/pemeditor.h"
#include "widgets/form/schemaform.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Core::Json;

namespace {

constexpr auto schemaText = R"({"type": "object", "properties": {
    "ca": {"title": "CA", "type": "string", "maxLength": 16384},
    "client_key": {"title": "Client key", "type": "string", "maxLength": 16384, "x-secure": true},
    "host": {"title": "Hostname", "description": "Host name", "type": "string", "maxLength": 5},
    "password": {"title": "Password", "type": "string", "minLength": 12, "x-secure": true},
    "port": {"title": "Port", "description": "TCP port", "type": "integer", "minimum": 1, "maximum": 65535},
    "mode": {"title": "Mode", "type": "string", "default": "full", "enum": ["full", "half", "old"],
             "x-deprecated-values": ["old"]},
    "tags": {"title": "Tags", "type": "array", "items": {"type": "string"}},
    "grants": {"title": "Grants", "type": "array", "items": {"type": "object", "properties": {"user": {"type": "string"}}}},
    "extra": {"title": "Extra", "type": "object"},
    "inner": {"title": "Inner", "type": "object", "properties": {"deep": {"title": "Deep", "type": "boolean"}}}},
    "required": ["host", "port"], "additionalProperties": false})";

/// A form in a window, its fields found by key.
struct Shown
{
    Shown()
    {
        auto *layout = new QVBoxLayout(&dialog);
        form = new Widgets::SchemaForm;
        form->setSchema(*Core::parseJson(schemaText), {u"port"_s});
        layout->addWidget(form);
        dialog.setWindowTitle(u"Form"_s);
        dialog.show();
        (void)QTest::qWaitForWindowActive(&dialog);
    }
    template <typename T>
    [[nodiscard]] T *input(const QString &key) const
    {
        return qobject_cast<T *>(form->editor(key)->input());
    }
    [[nodiscard]] bool shows(const QString &text) const
    {
        const auto labels = form->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    QDialog dialog;
    Widgets::SchemaForm *form;
};

} // namespace

class TestSchemaForm : public QObject
{
    Q_OBJECT

private slots:
    void ordersAndNames();
    void helpThatOnlyRepeatsTheLabelIsLeftOut();
    void keepsWhatItDoesNotShow();
    void secretsAreReplacedNeverShown();
    void deprecatedChoices();
    void tellsWhatIsWrong();
    void listsOfObjectsAreRows();
    void rowsAreChecked();
    void hiddenFieldsAreNotSent();
    void refusalOfTheServer();
    void loadsPemFiles_data();
    void loadsPemFiles();
};

void TestSchemaForm::ordersAndNames()
{
    Shown shown;
    // The order given, then what is required, then the schema's.
    const auto top = [&shown](const QString &key) { return shown.form->editor(key)->widget()->parentWidget()->y(); };
    QVERIFY(top(u"port"_s) < top(u"host"_s) && top(u"host"_s) < top(u"ca"_s));
    QCOMPARE(Accessibility::problemsIn(shown.dialog).join(u'\n'), QString());
}

void TestSchemaForm::helpThatOnlyRepeatsTheLabelIsLeftOut()
{
    const Shown shown;
    QVERIFY(shown.shows(u"TCP port"_s));
    QVERIFY(!shown.shows(u"Host name"_s));
}

void TestSchemaForm::keepsWhatItDoesNotShow()
{
    Shown shown;
    const Json config = *Core::parseJson(
        R"({"tomorrow": {"z": 1, "a": 18446744073709551615}, "host": "a", "port": 5, "tags": ["x", "y"], "grants": [{"user": "ada"}],
            "inner": {"deep": true, "new": 2}, "extra": {"b": 1, "a": 2}})");
    shown.form->setValue(config);
    QCOMPARE(Core::toText(shown.form->value()), Core::toText(config));
    QVERIFY(shown.form->check());
}

void TestSchemaForm::secretsAreReplacedNeverShown()
{
    // N-48: "<redacted>" goes back as it came, although it breaks the schema's own pattern or length.
    Shown shown;
    const Json config =
        *Core::parseJson(R"({"client_key": "<redacted>", "host": "a", "password": "<redacted>", "port": 5})");
    shown.form->setValue(config);
    auto *const password = shown.input<QLineEdit>(u"password"_s);
    QVERIFY(password->text().isEmpty());
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    QVERIFY(password->placeholderText().contains("stored"_L1));
    QVERIFY(shown.input<QPlainTextEdit>(u"client_key"_s)->toPlainText().isEmpty());
    QVERIFY(shown.form->check());
    QCOMPARE(Core::toText(shown.form->value()), Core::toText(config));
    QTest::keyClicks(password, u"new-password-of-12"_s);
    QCOMPARE(Core::textAt(shown.form->value(), "password"), u"new-password-of-12"_s);
}

void TestSchemaForm::deprecatedChoices()
{
    Shown shown;
    auto *const mode = shown.input<QComboBox>(u"mode"_s);
    QCOMPARE(mode->itemText(0), u"default: full"_s);
    QCOMPARE(mode->findText(u"old"_s), -1);
    shown.form->setValue({{"mode", "old"}});
    QCOMPARE(mode->currentText(), u"old"_s);
    QCOMPARE(Core::textAt(shown.form->value(), "mode"), u"old"_s);
}

void TestSchemaForm::tellsWhatIsWrong()
{
    Shown shown;
    QVERIFY(!shown.form->check());
    QVERIFY(shown.shows(u"This is needed."_s));
    QVERIFY(shown.input<QLineEdit>(u"port"_s)->hasFocus());
    shown.input<QLineEdit>(u"port"_s)->setText(u"many"_s);
    shown.input<QLineEdit>(u"host"_s)->setText(u"a"_s);
    shown.input<QPlainTextEdit>(u"extra"_s)->setPlainText(u"{"_s);
    shown.input<QPlainTextEdit>(u"ca"_s)->setPlainText(u"hello"_s);
    QVERIFY(!shown.form->check());
    QVERIFY(shown.shows(u"A number is needed here."_s));
    QVERIFY(shown.shows(u"Not JSON, line 1"_s));
    QVERIFY(shown.shows(u"Not a PEM certificate"_s));
    shown.input<QLineEdit>(u"port"_s)->setText(u"70000"_s);
    QVERIFY(!shown.form->check());
    QVERIFY(shown.shows(u"70000 is greater than the maximum of 65535"_s));
    shown.input<QLineEdit>(u"port"_s)->setText(u"7"_s);
    shown.input<QPlainTextEdit>(u"extra"_s)->setPlainText({});
    shown.input<QPlainTextEdit>(u"ca"_s)->setPlainText({});
    QVERIFY(shown.form->check());
    QCOMPARE(Core::toText(shown.form->value()), R"({"port":7,"host":"a"})");
}

namespace {

constexpr auto rowsText = R"({"type": "object", "properties": {
    "labels": {"title": "Labels", "type": "array", "maxItems": 2, "items": {"type": "object", "properties": {
        "comment": {"title": "Comment", "type": "string"},
        "tag": {"title": "Tag", "type": "string", "maxLength": 4}}, "required": ["tag"]}}}})";

} // namespace

void TestSchemaForm::listsOfObjectsAreRows()
{
    Shown shown;
    shown.form->setSchema(*Core::parseJson(rowsText));
    QVERIFY(shown.form->value().empty());
    const Json config = *Core::parseJson(R"({"labels": [{"tag": "a", "new": 1}, {"comment": "why", "tag": "b"}]})");
    shown.form->setValue(config);
    QCOMPARE(Core::toText(shown.form->value()), Core::toText(config));
    auto *const add = shown.input<QPushButton>(u"labels"_s);
    QVERIFY(!add->isEnabled() && add->toolTip().contains(u"At most 2"_s));
    QCOMPARE(Accessibility::problemsIn(shown.dialog).join(u'\n'), QString());
    const auto named = [&shown](const QString &name) {
        const auto all = shown.form->findChildren<QWidget *>();
        const auto found = std::find_if(all.cbegin(), all.cend(), [&name](const QWidget *one) {
            return one->isVisible() && one->accessibleName() == name;
        });
        return found == all.cend() ? nullptr : *found;
    };
    QTRY_VERIFY(named(u"Remove row 1 of Labels"_s));
    QTest::mouseClick(named(u"Remove row 1 of Labels"_s), Qt::LeftButton);
    QCOMPARE(Core::textAt(shown.form->value()["labels"][0], "comment"), u"why"_s);
    QCOMPARE(QApplication::focusWidget(), add);
    QTest::mouseClick(add, Qt::LeftButton);
    QVERIFY(named(u"Tag 2"_s)->hasFocus()); // needed fields come first
    QTest::keyClicks(named(u"Tag 2"_s), u"c"_s);
    QCOMPARE(Core::textAt(shown.form->value()["labels"][1], "tag"), u"c"_s);
}

void TestSchemaForm::rowsAreChecked()
{
    Shown shown;
    shown.form->setSchema(*Core::parseJson(rowsText));
    shown.form->setValue(*Core::parseJson(R"({"labels": [{"tag": "fine"}, {"comment": "no tag"}]})"));
    QTRY_VERIFY(shown.form->editor(u"labels"_s)->input()->isVisible());
    QVERIFY(!shown.form->check());
    QVERIFY(shown.shows(u"This is needed."_s));
    auto *const tag = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(tag && tag->accessibleName() == u"Tag 2"_s);
    QTest::keyClicks(tag, u"longer"_s);
    QVERIFY(!shown.form->check());
    tag->clear();
    QTest::keyClicks(tag, u"ok"_s);
    QVERIFY(shown.form->check());
}

void TestSchemaForm::hiddenFieldsAreNotSent()
{
    Shown shown;
    shown.form->setValue({{"host", "a"}, {"port", 5}, {"mode", "half"}});
    shown.form->setHidden({u"mode"_s});
    QVERIFY(!shown.form->editor(u"mode"_s)->widget()->isVisible());
    QCOMPARE(Core::toText(shown.form->value()), R"({"host":"a","port":5})");
    shown.form->setNeeded({u"password"_s});
    QVERIFY(!shown.form->check());
    shown.form->setHidden({u"password"_s, u"mode"_s});
    QVERIFY(shown.form->check());
}

void TestSchemaForm::refusalOfTheServer()
{
    Shown shown;
    QVERIFY(shown.form->showError(u"/port"_s, u"Port 5 is blocked"_s));
    QVERIFY(shown.shows(u"Port 5 is blocked"_s));
    QVERIFY(!shown.form->showError(u"/unknown"_s, u"x"_s));
}

void TestSchemaForm::loadsPemFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("problem");
    QTest::newRow("good") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n") << QString();
    QTest::newRow("not PEM") << QByteArray("hello") << u"Not a PEM certificate"_s;
    QTest::newRow("binary") << QByteArray("0\x82\x00\xff", 4) << u"Not a PEM certificate"_s;
    QTest::newRow("huge") << QByteArray(70'000, 'a') << u"is too large"_s;
}

void TestSchemaForm::loadsPemFiles()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, problem);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"ca.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    Shown shown;
    auto *const editor = qobject_cast<Widgets::PemEditor *>(shown.form->editor(u"ca"_s));
    QSignalSpy edited(editor, &Widgets::FieldEditor::edited);
    editor->load(file.fileName());
    QCOMPARE(edited.size(), 1);
    QCOMPARE(editor->problem().isEmpty(), problem.isEmpty());
    QVERIFY(editor->problem().contains(problem));
    editor->load(folder.filePath(u"missing.pem"_s));
    QVERIFY(editor->problem().contains("cannot be read"_L1));
}

QTEST_MAIN(TestSchemaForm)
#include "tst_schemaform.moc"
