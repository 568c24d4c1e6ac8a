// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/rules.h"

#include "document/suggestions.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Document {

namespace {

class TogetherRules
{
    Q_DECLARE_TR_FUNCTIONS(Document::TogetherRules)

public:
    TogetherRules(const Config &config, const Surroundings &surroundings)
        : m_config(config)
        , m_surroundings(surroundings)
    {}

    QList<Problem> run()
    {
        const int count = int(m_config.tables().size());
        if (count > Limits::tables) {
            //: Problem of the configuration; %1 is the number of tables, %2 the limit
            m_problems.append({Severity::Error,
                               u"tables.count"_s,
                               tr("%1 tables are too many: an integration may have %2.")
                                   .arg(QString::number(count), QString::number(Limits::tables)),
                               u"/tables"_s,
                               {}});
        }
        for (int row = 0; row < count; ++row) {
            ++m_groups[m_config.tables().at(row)->group()];
        }
        for (int row = 0; row < count; ++row) {
            checkName(row);
            checkGroup(row);
        }
        return m_problems;
    }

private:
    void checkName(int row)
    {
        const QString &name = m_config.tables().at(row)->name();
        if (name.isEmpty() || !m_names.contains(name)) {
            m_names.insert(name);
            return;
        }
        const QString pointer = pointerTo(row, "name");
        const QString better = freeTableName(m_config, name);
        m_problems.append({Severity::Error,
                           u"table.duplicate"_s,
                           //: Problem of a table; %1 is its name
                           tr("Two tables are called `%1`.").arg(name),
                           pointer,
                           {Fix::Kind::Set,
                            //: Button; %1 is a table name
                            tr("Rename to %1").arg(better), pointer, Core::toStdString(better)}});
    }

    void checkGroup(int row)
    {
        const Table &table = *m_config.tables().at(row);
        const QString &group = table.group();
        const bool isDefault = group == "clickhouse"_L1;
        const bool shared = !group.isEmpty() && m_groups.value(group) > 1;
        // Of several tables with one group the first keeps it; the default is doubtful even alone.
        const bool isFirst = !m_seenGroups.contains(group);
        m_seenGroups.insert(group);
        if (isPlaceholder(group) || (!isDefault && (!shared || isFirst)))
            return;
        const QString pointer = pointerTo(row, "group_name");
        const QString better = freeGroup(m_config, m_surroundings, table.name());
        m_problems.append({Severity::Warning,
                           u"group.shared"_s,
                           sentence(group, isDefault, shared),
                           pointer,
                           {Fix::Kind::Set,
                            //: Button that changes the consumer group of a table
                            tr("Suggest a unique group"), pointer, Core::toStdString(better)}});
    }

    static QString sentence(const QString &group, bool isDefault, bool shared)
    {
        if (isDefault && shared) {
            //: Problem of a table; %1 is a consumer group
            return tr("Two tables would share the consumer group `%1` (the default).").arg(group);
        }
        if (shared) {
            //: Problem of a table; %1 is a consumer group
            return tr("Two tables would share the consumer group `%1`: each message reaches only one of them.")
                .arg(group);
        }
        //: Problem of a table; %1 is a consumer group
        return tr("`%1` is the default consumer group: the next table without a group of its own would share it.")
            .arg(group);
    }

    static QString pointerTo(int row, const char *key)
    {
        return u"/tables/%1/%2"_s.arg(QString::number(row), QLatin1StringView(key));
    }

    const Config &m_config;
    const Surroundings &m_surroundings;
    QHash<QString, int> m_groups;
    QSet<QString> m_names;
    QSet<QString> m_seenGroups;
    QList<Problem> m_problems;
};

} // namespace

QList<Problem> checkTogether(const Config &config, const Surroundings &surroundings)
{
    return TogetherRules(config, surroundings).run();
}

} // namespace Document
