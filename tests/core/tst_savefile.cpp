// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/savefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using Core::saveFile;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "(unreadable)"_ba;
}

/// A disk on which no file can grow beyond the limit, without being root: the system then fails write() as on a full one.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        ::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

} // namespace

class TestSaveFile final : public QObject
{
    Q_OBJECT

private slots:
    void movesAside();
    void replacesTheFile();
    void keepsOthersOut();
    void keepsTheOldFileOnAFullDisk_data();
    void keepsTheOldFileOnAFullDisk();
    void saysWhy_data();
    void saysWhy();

private:
    QTemporaryDir m_folder;
};

void TestSaveFile::movesAside()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"state.json"_s);
    QVERIFY(Core::moveAside(path).isEmpty()); // there is nothing
    QVERIFY(saveFile(path, "{"));
    const QString aside = Core::moveAside(path);
    QVERIFY(!QFile::exists(path));
    QCOMPARE(contentsOf(aside), "{"_ba);
}

void TestSaveFile::replacesTheFile()
{
    const QString path = m_folder.filePath(u"replaced.json"_s);
    QVERIFY(saveFile(path, "old"));
    QVERIFY(saveFile(path, "new"));
    QCOMPARE(contentsOf(path), "new"_ba);
    QVERIFY(saveFile(path, {}));
    QCOMPARE(contentsOf(path), ""_ba);
}

void TestSaveFile::keepsOthersOut()
{
    const QString path = m_folder.filePath(u"made/on/the/way/state.json"_s);
    QVERIFY(saveFile(path, "{}"));
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(QFileInfo(path).absolutePath()) & others, QFile::Permissions());
}

void TestSaveFile::keepsTheOldFileOnAFullDisk_data()
{
    QTest::addColumn<qsizetype>("size");
    // A small text fails when the buffer is flushed, a large one in write() itself.
    QTest::newRow("noticed by flush") << qsizetype(4'000);
    QTest::newRow("noticed by write") << qsizetype(4'000'000);
}

void TestSaveFile::keepsTheOldFileOnAFullDisk()
{
    QFETCH(qsizetype, size);
    const QString path = m_folder.filePath(u"full.json"_s);
    QVERIFY(saveFile(path, "old"));
    const auto saved = [&] {
        const FullDisk disk(1'000);
        return saveFile(path, QByteArray(size, 'x'));
    }();
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(u"full.json"_s), qPrintable(saved.error()));
    QCOMPARE(contentsOf(path), "old"_ba);
    QCOMPARE(QDir(m_folder.path()).entryList({u"full.json*"_s}, QDir::Files), QStringList{u"full.json"_s});
}

void TestSaveFile::saysWhy_data()
{
    QTest::addColumn<QString>("path");

    QTest::newRow("the folder is a file") << u"/dev/null/state.json"_s;
    QTest::newRow("the path is a folder") << m_folder.path();
}

void TestSaveFile::saysWhy()
{
    QFETCH(QString, path);
    const auto saved = saveFile(path, "{}");
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(QFileInfo(path).path()) || saved.error().contains(path), qPrintable(saved.error()));
}

QTEST_GUILESS_MAIN(TestSaveFile)
#include "tst_savefile.moc"
