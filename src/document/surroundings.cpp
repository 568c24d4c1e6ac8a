// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/surroundings.h"

using namespace Qt::StringLiterals;

namespace Document {

const QStringList &knownFormats()
{
    static const QStringList formats{u"Avro"_s,
                                     u"AvroConfluent"_s,
                                     u"CSV"_s,
                                     u"JSONAsString"_s,
                                     u"JSONCompactEachRow"_s,
                                     u"JSONCompactStringsEachRow"_s,
                                     u"JSONEachRow"_s,
                                     u"JSONStringsEachRow"_s,
                                     u"MsgPack"_s,
                                     u"Parquet"_s,
                                     u"RawBLOB"_s,
                                     u"TSKV"_s,
                                     u"TSV"_s,
                                     u"TabSeparated"_s};
    return formats;
}

QString exampleMessage(const QString &format)
{
    static const QHash<QString, QString> examples{
        {u"JSONEachRow"_s, uR"({"id": 1, "name": "Michelangelo"})"_s},
        {u"JSONStringsEachRow"_s, uR"({"id": "1", "name": "Michelangelo"})"_s},
        {u"JSONCompactEachRow"_s, uR"([1, "Michelangelo"])"_s},
        {u"JSONCompactStringsEachRow"_s, uR"(["1", "Michelangelo"])"_s},
        {u"JSONAsString"_s, uR"({"any": ["JSON", "in one String column"]})"_s},
        {u"CSV"_s, uR"(1,"Michelangelo")"_s},
        {u"TSV"_s, u"1 ⇥ Michelangelo"_s},
        {u"TabSeparated"_s, u"1 ⇥ Michelangelo"_s},
        {u"TSKV"_s, u"id=1 ⇥ name=Michelangelo"_s},
    };
    return examples.value(format);
}

} // namespace Document
