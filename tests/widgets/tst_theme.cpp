// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QPalette>
#include <QTest>

using Widgets::Token;

class TestTheme final : public QObject
{
    Q_OBJECT

private slots:
    void contrast_data();
    void contrast();
    void everyIconPaints_data();
    void everyIconPaints();
    void knowsEveryName();
};

namespace {

constexpr double kText = 4.5;    // WCAG AA for text
constexpr double kNonText = 3.0; // edges and focus

void rows(const char *name, Token ink, std::initializer_list<Token> grounds, double least)
{
    int number = 0;
    for (const Token ground : grounds)
        QTest::addRow("%s %d", name, number++) << ink << ground << least;
}

} // namespace

void TestTheme::contrast_data()
{
    QTest::addColumn<Token>("ink");
    QTest::addColumn<Token>("ground");
    QTest::addColumn<double>("least");
    using enum Token;
    rows("text", Text, {Base, Window, Alternate, Hover, IdleSelection, Selection, ButtonFace}, kText);
    rows("dim", Dim, {Base, Window, Alternate, Hover, IdleSelection, Selection}, kText);
    rows("placeholder", Placeholder, {Base}, kText);
    rows("accent", Accent, {Base, Window, AccentSoft}, kText);
    rows("on fill", OnFill, {Fill}, kText);
    rows("on danger", OnDangerFill, {DangerFill}, kText);
    rows("ok", Ok, {Base, Window, OkSoft}, kText);
    rows("warning", Warning, {Base, Window, WarningSoft}, kText);
    rows("error", Error, {Base, Window, ErrorSoft}, kText);
    for (const Token soft : {OkSoft, WarningSoft, ErrorSoft, AccentSoft})
        rows(qPrintable(QStringLiteral("text on soft %1").arg(int(soft))), Text, {soft}, kText);
    rows("control", Control, {Base, Window}, kNonText);
    rows("focus", Accent, {Base, Window}, kNonText);
    rows("key", SyntaxKey, {Base, Alternate}, kText);
    rows("string", SyntaxString, {Base, Alternate}, kText);
    rows("number", SyntaxNumber, {Base, Alternate}, kText);
    rows("literal", SyntaxLiteral, {Base, Alternate}, kText);
    rows("comment", SyntaxComment, {Base, Alternate}, kText);
}

void TestTheme::contrast()
{
    QFETCH(Token, ink);
    QFETCH(Token, ground);
    QFETCH(double, least);
    for (const bool dark : {false, true}) {
        const double ratio = Widgets::contrastRatio(Widgets::color(ink, dark), Widgets::color(ground, dark));
        QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1 in %2").arg(ratio).arg(dark ? u"dark" : u"light")));
    }
}

void TestTheme::everyIconPaints_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = Widgets::iconNames();
    for (const QString &name : names)
        QTest::addRow("%s", qPrintable(name)) << name;
}

void TestTheme::everyIconPaints()
{
    QFETCH(QString, name);
    const QImage image = Widgets::icon(name, Token::Accent).pixmap(32).toImage();
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
    }
    QVERIFY(inked > 10);
    QVERIFY(inked < 700); // a filled square would be a drawing that was not understood
}

void TestTheme::knowsEveryName()
{
    const QStringList wanted =
        QStringLiteral(
            "clickhouse kafka postgres mysql db globe key metrics logs topic group table view flow sql org project "
            "lock flask cloud cloudoff user headgate search filter plus minus edit trash copy import external undo "
            "redo refresh history clock play stop check x okcircle info warning error arrow both left right up "
            "down more grip gear sidebar maximize file")
            .split(u' ');
    const QStringList names = Widgets::iconNames();
    for (const QString &name : wanted)
        QVERIFY2(names.contains(name), qPrintable(name));
    for (const char *type : {"clickhouse", "kafka", "pg", "mysql", "opensearch", "a type of tomorrow"})
        QVERIFY2(names.contains(Widgets::iconNameForService(type)), type);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
