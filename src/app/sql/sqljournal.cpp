// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqljournal.h"

#include "core/json.h"
#include "core/savefile.h"
#include "core/secret.h"

#include <QFile>
#include <QThreadPool>

namespace App {

using namespace Qt::StringLiterals;

namespace {

constexpr int delay = 500; ///< milliseconds: one second is promised, a slow disk included
constexpr qint64 longestFile = qint64(64) << 20;

QByteArray toBytes(const SqlJournal::Tabs &tabs)
{
    Core::Json json;
    json["version"] = 1;
    json["current"] = tabs.current;
    json["tabs"] = Core::Json::array();
    for (const QString &text : tabs.texts)
        json["tabs"].push_back(Core::toStdString(Core::redacted(text))); // passwords in SQL do not go to disk
    return Core::toText(json, 2);
}

} // namespace

/// One thread, so that an older state is never written after a newer one.
class SqlJournal::Writer
{
public:
    Writer() { m_pool.setMaxThreadCount(1); }

    /// The journal waits for this thread before it ends, so it is alive in it.
    void save(const QString &path, const Tabs &tabs, SqlJournal *journal)
    {
        m_pool.start([path, tabs, journal] {
            const auto saved = Core::saveFile(path, toBytes(tabs));
            if (!saved)
                QMetaObject::invokeMethod(
                    journal, [journal, reason = saved.error()] { emit journal->failed(reason); }, Qt::QueuedConnection);
        });
    }
    void wait() { m_pool.waitForDone(); }

private:
    QThreadPool m_pool;
};

SqlJournal::SqlJournal(QString path) : m_path(std::move(path)), m_writer(std::make_unique<Writer>())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &SqlJournal::due);
}

SqlJournal::~SqlJournal()
{
    m_writer->wait();
}

SqlJournal::Tabs SqlJournal::restore() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto json = Core::parseJson(file.read(longestFile));
    if (!json || !json->is_object() || !Core::memberAt(*json, "tabs").is_array()) {
        file.close();
        return {{}, 0, Core::moveAside(m_path)};
    }
    Tabs tabs;
    for (const Core::Json &text : Core::memberAt(*json, "tabs")) {
        if (text.is_string())
            tabs.texts.append(Core::toQString(text.get<std::string>()));
    }
    tabs.current = int(Core::integerAt(*json, "current"));
    return tabs;
}

void SqlJournal::touch()
{
    if (!m_timer.isActive()) // not restarted by each key, or it would wait for a pause
        m_timer.start();
}

void SqlJournal::keep(const Tabs &tabs)
{
    m_timer.stop();
    m_writer->save(m_path, tabs, this);
}

} // namespace App
