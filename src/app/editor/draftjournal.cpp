// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/draftjournal.h"

#include "core/savefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <chrono>

using namespace Qt::StringLiterals;

namespace App {

namespace {

using namespace std::chrono_literals;
constexpr auto pauseInTyping = 500ms;

/// Qt 6.4 does not know the folder of states yet.
QString folder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + u"/.local/state"_s);
    return state + u"/headgate/drafts"_s;
}

QString pathOf(const DraftAddress &address)
{
    const QByteArray name = (address.account + u'\n' + address.project + u'\n' + address.integrationId).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().first(24);
    return folder() + u'/' + QString::fromLatin1(hash) + u".json"_s;
}

} // namespace

DraftJournal::DraftJournal(Document::Draft &draft, const DraftAddress &address, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_path(pathOf(address))
{
    m_worker.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &DraftJournal::save);
    connect(&draft, &Document::Draft::changed, this, [this] {
        if (m_started && !m_pause.isActive())
            m_pause.start(); // not restarted by each key: someone who types on is saved too
    });
}

DraftJournal::~DraftJournal()
{
    flush();
}

LeftDraft DraftJournal::left(const DraftAddress &address)
{
    const QString path = pathOf(address);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto json = Core::parseJson(file.readAll());
    LeftDraft left;
    if (json) {
        left.draft = Document::Draft::Snapshot::fromJson(Core::memberAt(*json, "draft"));
        left.savedAt = QDateTime::fromString(Core::textAt(*json, "saved_at"), Qt::ISODate);
    }
    if (!left.draft)
        left.movedTo = Core::moveAside(path);
    return left;
}

void DraftJournal::start()
{
    m_started = true;
}

void DraftJournal::flush()
{
    if (m_pause.isActive()) {
        m_pause.stop();
        save();
    }
    m_worker.waitForDone();
}

void DraftJournal::save()
{
    if (!m_draft.isModified() && !m_draft.textError()) {
        m_worker.start([file = m_path] { QFile::remove(file); });
        return;
    }
    m_worker.start([this, now = QDateTime::currentDateTimeUtc(), draft = m_draft.snapshot()] {
        const QByteArray head = "{\"saved_at\":\"" + now.toString(Qt::ISODate).toLatin1() + "\",\"draft\":";
        const auto saved = Core::saveFile(m_path, head + draft.toText() + '}');
        // The destructor waits for this thread, so the object is alive.
        if (saved)
            QMetaObject::invokeMethod(
                this, [this, now] { emit this->saved(now); }, Qt::QueuedConnection);
        else
            QMetaObject::invokeMethod(
                this, [this, reason = saved.error()] { emit failed(reason); }, Qt::QueuedConnection);
    });
}

} // namespace App
