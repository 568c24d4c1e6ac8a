// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/rules.h"

#include "document/typegrammar.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Document {

using Core::Json;

namespace {

class TableRules
{
    Q_DECLARE_TR_FUNCTIONS(Document::TableRules)

public:
    TableRules(const Table &table, const Surroundings &surroundings) : m_table(table), m_surroundings(surroundings) {}

    QList<Problem> run()
    {
        checkName();
        checkColumns();
        checkTopics();
        checkFormat();
        checkGroup();
        return m_problems;
    }

private:
    void add(Severity severity, const char *rule, const QString &pointer, const QString &message, Fix fix = {})
    {
        m_problems.append({severity, QLatin1StringView(rule), message, pointer, std::move(fix)});
    }
    void error(const char *rule, const QString &pointer, const QString &message, Fix fix = {})
    {
        add(Severity::Error, rule, pointer, message, std::move(fix));
    }
    void warn(const char *rule, const QString &pointer, const QString &message, Fix fix = {})
    {
        add(Severity::Warning, rule, pointer, message, std::move(fix));
    }

    /// Whether the member is a text that is not empty, no placeholder and not too long; says so when it is not.
    bool checkText(const char *key, const char *rule, int limit, const QString &missing);
    void checkName();
    void checkColumns();
    void checkColumn(int at, QSet<QString> &seen);
    void checkColumnType(int at);
    void checkTopics();
    void checkTopic(int at, QSet<QString> &seen);
    void checkFormat();
    void checkGroup();
    void tooLong(const char *rule, const QString &pointer, qsizetype length, int limit);
    bool refusePlaceholder(const char *rule, const QString &pointer, const QString &text);

    const Table &m_table;
    const Surroundings &m_surroundings;
    QList<Problem> m_problems;
    QSet<QString> m_rightTypes; ///< many columns of a table have the same
};

Fix removal(const QString &caption, const QString &pointer)
{
    return {Fix::Kind::Remove, caption, pointer, {}};
}

Fix replacement(const QString &caption, const QString &pointer, const QString &value)
{
    return {Fix::Kind::Set, caption, pointer, Core::toStdString(value)};
}

QString elementPointer(const char *list, int at, const char *member = nullptr)
{
    const QString element = u"/%1/%2"_s.arg(QLatin1StringView(list), QString::number(at));
    return member ? element + u'/' + QLatin1StringView(member) : element;
}

} // namespace

void TableRules::tooLong(const char *rule, const QString &pointer, qsizetype length, int limit)
{
    //: Problem of a name or text; %1 is its length, %2 the limit
    error(rule, pointer,
          tr("%1 characters are too many: the limit is %2.").arg(QString::number(length), QString::number(limit)));
}

bool TableRules::refusePlaceholder(const char *rule, const QString &pointer, const QString &text)
{
    if (!isPlaceholder(text))
        return false;
    //: %1 is a placeholder of the guide, such as DATA_FORMAT
    error(rule, pointer, tr("`%1` is a placeholder of the guide: put your own value there.").arg(text));
    return true;
}

bool TableRules::checkText(const char *key, const char *rule, int limit, const QString &missing)
{
    const QString pointer = u'/' + QLatin1StringView(key);
    const Json &value = Core::memberAt(m_table.json(), key);
    if (!value.is_string() && !value.is_null()) {
        //: %1 is a key of the configuration
        error(rule, pointer, tr("“%1” must be a text in quotation marks.").arg(QLatin1StringView(key)));
        return false;
    }
    const QString text = Core::textAt(m_table.json(), key);
    if (text.isEmpty()) {
        error(rule, pointer, missing);
        return false;
    }
    if (refusePlaceholder(rule, pointer, text))
        return false;
    if (text.size() > limit) {
        tooLong(rule, pointer, text.size(), limit);
        return false;
    }
    return true;
}

void TableRules::checkName()
{
    //: Problem at the field "Table name"
    checkText("name", "table.name", Limits::nameLength, tr("The table needs a name."));
}

void TableRules::checkColumns()
{
    const int count = int(m_table.columns().size());
    if (count == 0) {
        //: Problem of a table
        error("columns.none", u"/columns"_s, tr("The table needs at least one column."));
    }
    if (count > Limits::columns) {
        //: Problem of a table; %1 is the number of columns, %2 the limit
        error("columns.count", u"/columns"_s,
              tr("%1 columns are too many: a table may have %2.")
                  .arg(QString::number(count), QString::number(Limits::columns)));
    }
    QSet<QString> seen;
    seen.reserve(count);
    for (int at = 0; at < count; ++at) {
        checkColumn(at, seen);
        checkColumnType(at);
    }
}

void TableRules::checkColumn(int at, QSet<QString> &seen)
{
    const QString &name = m_table.columns().at(at).name;
    const auto pointer = [at] { return elementPointer("columns", at, "name"); };
    if (name.isEmpty()) {
        //: Problem of a column
        error("columns.name", pointer(), tr("The column needs a name: the name of its field in the messages."));
    } else if (name.size() > Limits::nameLength) {
        tooLong("columns.name", pointer(), name.size(), Limits::nameLength);
    } else if (seen.contains(name)) {
        error("columns.duplicate", pointer(),
              //: Problem of a column; %1 is its name
              tr("Two columns are called `%1`.").arg(name),
              //: Button that removes the second column of a name
              removal(tr("Remove this one"), elementPointer("columns", at)));
    }
    seen.insert(name);
}

void TableRules::checkColumnType(int at)
{
    const QString &type = m_table.columns().at(at).type;
    if (m_rightTypes.contains(type))
        return;
    const QString pointer = elementPointer("columns", at, "type");
    if (type.trimmed().isEmpty()) {
        //: Problem of a column
        return error("columns.type", pointer, tr("The column needs a type, such as String."));
    }
    if (type.size() > Limits::typeLength)
        return tooLong("columns.type", pointer, type.size(), Limits::typeLength);
    if (const auto issue = checkType(type)) {
        const Fix fix = issue->mended.isEmpty() ? Fix() : replacement(issue->fixCaption, pointer, issue->mended);
        const bool wrong = issue->certainty == TypeIssue::Certainty::Wrong;
        add(wrong ? Severity::Error : Severity::Warning, "columns.type", pointer, issue->message, fix);
    } else {
        m_rightTypes.insert(type);
    }
}

void TableRules::checkTopics()
{
    const int count = int(m_table.topics().size());
    if (count == 0) {
        //: Problem of a table
        error("topics.none", u"/topics"_s, tr("The table needs at least one topic to read from."));
    }
    if (count > Limits::topics) {
        //: Problem of a table; %1 is the number of topics, %2 the limit
        error("topics.count", u"/topics"_s,
              tr("%1 topics are too many: a table may have %2.")
                  .arg(QString::number(count), QString::number(Limits::topics)));
    }
    QSet<QString> seen;
    for (int at = 0; at < count; ++at)
        checkTopic(at, seen);
}

void TableRules::checkTopic(int at, QSet<QString> &seen)
{
    const QString &topic = m_table.topics().at(at);
    const QString pointer = elementPointer("topics", at, "name");
    //: Button that takes a topic off a table
    const Fix remove = removal(tr("Remove the topic"), elementPointer("topics", at));
    if (!isValidTopicName(topic)) {
        //: Problem of a topic; %1 is its name
        error("topics.name", pointer,
              tr("`%1` cannot be a topic: letters, digits, “_”, “-” and “.” are allowed, at most 249.").arg(topic),
              remove);
    } else if (seen.contains(topic)) {
        //: Problem of a topic; %1 is its name
        error("topics.duplicate", pointer, tr("The topic `%1` stands here twice.").arg(topic), remove);
    } else if (m_surroundings.partitions && !m_surroundings.partitions->contains(topic)) {
        //: Problem of a topic; %1 is its name, %2 the Kafka service
        warn("topics.missing", pointer,
             tr("The topic `%1` was not found in %2.").arg(topic, m_surroundings.kafkaService), remove);
    }
    seen.insert(topic);
}

void TableRules::checkFormat()
{
    //: Problem at the field "Data format"
    if (!checkText("data_format", "format", 1000, tr("Choose the data format of the messages.")))
        return;
    const QString format = m_table.format();
    const QStringList &allowed = m_surroundings.formats.isEmpty() ? knownFormats() : m_surroundings.formats;
    if (allowed.contains(format))
        return;
    Fix fix;
    for (const QString &known : allowed) {
        if (known.compare(format, Qt::CaseInsensitive) == 0) {
            //: Button; %1 is a data format
            fix = replacement(tr("Change to %1").arg(known), u"/data_format"_s, known);
        }
    }
    //: Problem at the field "Data format"; %1 is what stands there
    error("format", u"/data_format"_s, tr("`%1` is not a data format that the integration offers.").arg(format), fix);
}

void TableRules::checkGroup()
{
    checkText("group_name", "group", Limits::groupLength,
              //: Problem at the field "Consumer group"
              tr("The table needs a consumer group."));
}

QList<Problem> checkTable(const Table &table, const Surroundings &surroundings)
{
    return TableRules(table, surroundings).run();
}

bool isPlaceholder(const QString &text)
{
    static const QSet<QString> placeholders{
        u"CONNECTOR_TABLE_NAME"_s, u"DATA_FORMAT"_s, u"CONSUMER_NAME"_s,           u"CONSUMER_GROUP_NAME"_s,
        u"KAFKA_SERVICE_NAME"_s,   u"PROJECT"_s,     u"CLICKHOUSE_SERVICE_NAME"_s, u"SERVICE_INTEGRATION_ID"_s};
    return placeholders.contains(text);
}

bool isValidTopicName(const QString &name)
{
    static const QRegularExpression pattern(u"^[-_.A-Za-z0-9]+\\z"_s);
    return name.size() <= Limits::topicLength && name != "."_L1 && name != ".."_L1 && pattern.match(name).hasMatch();
}

} // namespace Document
