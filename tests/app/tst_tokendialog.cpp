// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokendialog.h"

#include "support/fakenetwork.h"
#include "widgets/statelabel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using TestSupport::FakeAnswer;
using TestSupport::FakeNetwork;

class TestTokenDialog final : public QObject
{
    Q_OBJECT

private slots:
    void K11_acceptsAGoodToken();
    void namesTheCause_data();
    void namesTheCause();
    void refusesAnUnsafeAddress();
    void survivesClosingWhileItChecks();
};

namespace {

FakeAnswer someUser()
{
    return FakeAnswer::json({{"user", {{"user", "jane@example.com"}, {"real_name", "Jane"}}}});
}

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (QPushButton *found : dialog.findChildren<QPushButton *>()) {
        if (found->text() == text)
            return found;
    }
    return nullptr;
}

QLineEdit *tokenField(const QWidget &dialog)
{
    for (QLineEdit *found : dialog.findChildren<QLineEdit *>()) {
        if (found->echoMode() == QLineEdit::Password)
            return found;
    }
    return nullptr;
}

} // namespace

void TestTokenDialog::K11_acceptsAGoodToken()
{
    FakeNetwork network([](const auto &) { return someUser(); });
    App::TokenDialog dialog(network);
    dialog.show();
    QSignalSpy connected(&dialog, &App::TokenDialog::connected);
    QVERIFY(!button(dialog, u"Connect"_s)->isEnabled());
    tokenField(dialog)->setText(u"a-good-token"_s);
    QTRY_VERIFY(dialog.findChild<Widgets::StateLabel *>()->text().contains(u"Jane"_s));
    QCOMPARE(network.lines(), QByteArrayList{"GET /v1/me"});
    dialog.findChild<QCheckBox *>()->setChecked(false);
    button(dialog, u"Connect"_s)->click();
    QCOMPARE(connected.size(), 1);
    QCOMPARE(connected.at(0).at(0).value<Aiven::Account>().baseUrl, QUrl(u"https://api.aiven.io"_s));
    QCOMPARE(connected.at(0).at(1).toBool(), false);
}

void TestTokenDialog::namesTheCause_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("refused") << 401 << u"401"_s;
    QTest::newRow("not the API") << 200 << QString();
    QTest::newRow("server trouble") << 503 << QString();
}

void TestTokenDialog::namesTheCause()
{
    QFETCH(int, status);
    QFETCH(QString, words);
    FakeNetwork network([status](const auto &) {
        return status == 200 ? FakeAnswer::text("<html>Sign in to the wireless network</html>", 200, "text/html")
                             : FakeAnswer::refusal(status, u"Invalid token"_s);
    });
    App::TokenDialog dialog(network);
    dialog.show();
    tokenField(dialog)->setText(u"a-bad-token"_s);
    const auto *result = dialog.findChild<Widgets::StateLabel *>();
    QTRY_COMPARE_WITH_TIMEOUT(result->state(), Widgets::State::Failed, 10'000);
    QVERIFY2(result->text().contains(words), qPrintable(result->text()));
    QVERIFY(!button(dialog, u"Connect"_s)->isEnabled());
    QVERIFY(tokenField(dialog)->property("bad").toBool());
}

void TestTokenDialog::refusesAnUnsafeAddress()
{
    FakeNetwork network([](const auto &) { return someUser(); });
    App::TokenDialog dialog(network);
    dialog.setBaseUrl(QUrl(u"http://example.com"_s));
    tokenField(dialog)->setText(u"a-good-token"_s);
    QVERIFY(!button(dialog, u"Connect"_s)->isEnabled());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(network.requests().isEmpty());
}

void TestTokenDialog::survivesClosingWhileItChecks()
{
    FakeNetwork network([](const auto &) { return FakeAnswer::hang(); });
    {
        App::TokenDialog dialog(network);
        dialog.show();
        tokenField(dialog)->setText(u"a-good-token"_s);
        QTRY_COMPARE(network.requests().size(), 1);
    }
    QTRY_COMPARE(network.aborted(), 1);
}

QTEST_MAIN(TestTokenDialog)
#include "tst_tokendialog.moc"
