// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pem.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Core::PemFault;
using Core::PemKind;

class TestPem : public QObject
{
    Q_OBJECT

private slots:
    void checks_data();
    void checks();
};

void TestPem::checks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<PemKind>("kind");
    QTest::addColumn<PemFault>("fault");
    const QString certificate = u"-----BEGIN CERTIFICATE-----\nMIIB+w==\n-----END CERTIFICATE-----\n"_s;
    const QString key =
        u"-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIB\n-----END RSA PRIVATE KEY-----"_s;
    QTest::newRow("certificate") << certificate << PemKind::Certificate << PemFault::None;
    QTest::newRow("a chain, text between")
        << certificate + u"subject=a\n"_s + certificate << PemKind::Certificate << PemFault::None;
    QTest::newRow("line ends of Windows")
        << QString(certificate).replace(u'\n', u"\r\n"_s) << PemKind::Certificate << PemFault::None;
    QTest::newRow("old key with headers") << key << PemKind::PrivateKey << PemFault::None;
    QTest::newRow("key for certificate") << key << PemKind::Certificate << PemFault::OtherKind;
    QTest::newRow("certificate for key") << certificate << PemKind::PrivateKey << PemFault::OtherKind;
    QTest::newRow("prose") << u"hello"_s << PemKind::Certificate << PemFault::NoBlock;
    QTest::newRow("DER") << QString(u"0\u0082\u0001"_s) << PemKind::Certificate << PemFault::NoBlock;
    QTest::newRow("no end") << certificate.left(40) << PemKind::Certificate << PemFault::Broken;
    QTest::newRow("other end") << QString(certificate).replace(u"END CERT"_s, u"END KERT"_s) << PemKind::Certificate
                               << PemFault::Broken;
    QTest::newRow("no base64") << QString(certificate).replace(u"MIIB"_s, u"M*IB"_s) << PemKind::Certificate
                               << PemFault::Broken;
    QTest::newRow("empty body") << u"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"_s << PemKind::Certificate
                                << PemFault::Broken;
}

void TestPem::checks()
{
    QFETCH(const QString, text);
    QFETCH(const PemKind, kind);
    QFETCH(const PemFault, fault);
    QCOMPARE(Core::checkPem(text, kind), fault);
}

QTEST_GUILESS_MAIN(TestPem)
#include "tst_pem.moc"
