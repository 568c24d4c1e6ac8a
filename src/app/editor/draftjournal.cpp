// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/draftjournal.h"

#include "core/savefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using Core::Json;

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

Json toJson(const DraftAddress &address)
{
    Json json = Json::object();
    json["account"] = Core::toStdString(address.account);
    json["project"] = Core::toStdString(address.project);
    json["service"] = Core::toStdString(address.service);
    json["integration"] = Core::toStdString(address.integrationId);
    json["source"] = Core::toStdString(address.source);
    return json;
}

std::optional<JournaledDraft> readEntry(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto json = Core::parseJson(file.readAll());
    if (!json)
        return std::nullopt; // damaged by hand: the program itself writes whole files only
    const Json &address = Core::memberAt(*json, "address");
    return JournaledDraft{{Core::textAt(address, "account"), Core::textAt(address, "project"),
                           Core::textAt(address, "service"), Core::textAt(address, "integration"),
                           Core::textAt(address, "source")},
                          int(Core::integerAt(*json, "changes")),
                          QDateTime::fromString(Core::textAt(*json, "saved_at"), Qt::ISODate),
                          Core::toText(Core::memberAt(*json, "draft"))};
}

} // namespace

DraftJournal::DraftJournal(Document::Draft &draft, DraftAddress address, QObject *parent)
    : QObject(parent), m_draft(draft), m_address(std::move(address))
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

QString DraftJournal::path() const
{
    const QByteArray name = (m_address.account + u'\n' + m_address.project + u'\n' + m_address.integrationId).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().first(24);
    return folder() + u'/' + QString::fromLatin1(hash) + u".json"_s;
}

std::optional<JournaledDraft> DraftJournal::left() const
{
    return readEntry(path());
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
    const QString file = path();
    if (!m_draft.isModified() && !m_draft.textError()) {
        m_worker.start([file] { QFile::remove(file); });
        return;
    }
    Json head = Json::object();
    head["address"] = toJson(m_address);
    head["changes"] = m_draft.changeCount();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    head["saved_at"] = Core::toStdString(now.toString(Qt::ISODate));
    m_worker.start([this, file, now, head = std::move(head), draft = m_draft.snapshot()]() mutable {
        QByteArray text = Core::toText(head);
        text.chop(1);
        const auto saved = Core::saveFile(file, text + ",\"draft\":" + draft.toText() + '}');
        // The destructor waits for this thread, so the object is alive.
        if (saved)
            QMetaObject::invokeMethod(this, [this, now] { emit this->saved(now); }, Qt::QueuedConnection);
        else
            QMetaObject::invokeMethod(this, [this, reason = saved.error()] { emit failed(reason); }, Qt::QueuedConnection);
    });
}

QList<JournaledDraft> DraftJournal::all()
{
    QList<JournaledDraft> drafts;
    const QDir dir(folder());
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files)) {
        if (const auto entry = readEntry(dir.filePath(name)))
            drafts.append(*entry);
    }
    std::sort(drafts.begin(), drafts.end(),
              [](const JournaledDraft &a, const JournaledDraft &b) { return a.savedAt > b.savedAt; });
    return drafts;
}

} // namespace App
