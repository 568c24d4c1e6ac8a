// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/pairseditor.h"

#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

constexpr qsizetype mostPairs = 10;   // of the API's schema
constexpr qsizetype longestName = 63; // of PostgreSQL

} // namespace

PairsEditor::PairsEditor(QWidget *parent)
    : QWidget(parent)
    , m_known(new QStringListModel(this))
    , m_rows(new QVBoxLayout)
    //: quiet button: one more database and schema
    , m_add(Widgets::makeButton(tr("Add a database"), u"plus"_s, "quiet"))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.35));
    auto *head = new QHBoxLayout;
    head->setSpacing(H(0.5));
    //: headings above two columns of fields
    head->addWidget(new Text(TextRole::Label, tr("PostgreSQL database")), 1);
    head->addWidget(new Text(TextRole::Label, tr("Schema")), 1);
    head->addSpacing(H(2));
    column->addLayout(head);
    m_rows->setSpacing(H(0.25));
    column->addLayout(m_rows);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    setConfig({});
    connect(m_add, &QPushButton::clicked, this, &PairsEditor::addEmptyPair);
}

void PairsEditor::setConfig(const Core::Json &userConfig)
{
    for (const Pair &pair : std::as_const(m_pairs))
        delete pair.row;
    m_pairs.clear();
    m_original = userConfig.is_object() ? userConfig : Core::Json::object();
    const Core::Json &pairs = Core::memberAt(m_original, "databases");
    if (pairs.is_array() && !pairs.empty()) {
        for (const Core::Json &pair : pairs)
            addPair(pair);
    } else {
        addPair(Core::Json::object());
    }
    onEdited();
}

void PairsEditor::addEmptyPair()
{
    if (!m_add->isEnabled())
        return;
    addPair({{"database", ""}});
    m_pairs.constLast().database->setFocus();
    onEdited();
}

void PairsEditor::setKnownDatabases(const QStringList &names)
{
    m_known->setStringList(names);
    // A service that has no "defaultdb" would be asked for one. What an integration has already stays as it is.
    QLineEdit *const first = m_pairs.constFirst().database;
    if (!m_original.contains("databases") && !names.isEmpty() && !names.contains(first->text()) &&
        !first->isModified()) {
        first->setText(names.constFirst());
        emit changed();
    }
}

void PairsEditor::addPair(const Core::Json &original)
{
    // Both are optional in the API's schema, with these defaults.
    Pair pair{new QWidget, new QLineEdit(Core::textAt(original, "database", u"defaultdb"_s)),
              new QLineEdit(Core::textAt(original, "schema", u"public"_s)),
              //: accessible name of a button in a row of two fields; tooltip, too
              Widgets::makeIconButton(u"trash"_s, tr("Remove")), (new Text(TextRole::Help))->wrapped(), original};
    auto *column = new QVBoxLayout(pair.row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.25));
    auto *row = new QHBoxLayout;
    row->setSpacing(H(0.5));
    column->addLayout(row);
    column->addWidget(pair.error);
    pair.error->setInk(Widgets::Token::Error);
    pair.error->hide();
    auto *completer = new QCompleter(m_known, pair.database);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    pair.database->setCompleter(completer);
    for (QLineEdit *edit : {pair.database, pair.schema}) {
        edit->setMaxLength(int(longestName) + 1);
        row->addWidget(edit, 1);
        connect(edit, &QLineEdit::textChanged, this, &PairsEditor::onEdited);
    }
    row->addWidget(pair.remove);
    m_rows->addWidget(pair.row);
    m_pairs.append(pair);
    connect(pair.remove, &QToolButton::clicked, this, [this, whole = pair.row] { removePair(whole); });
    nameFields();
}

void PairsEditor::removePair(const QWidget *row)
{
    m_pairs.removeIf([row](const Pair &pair) {
        if (pair.row == row)
            pair.row->deleteLater();
        return pair.row == row;
    });
    nameFields();
    onEdited();
}

void PairsEditor::nameFields()
{
    for (qsizetype i = 0; i < m_pairs.size(); ++i) {
        const QString number = QString::number(i + 1);
        //: accessible names of fields and of the button beside them; %1 is 1, 2, 3…
        m_pairs.at(i).database->setAccessibleName(tr("PostgreSQL database %1").arg(number));
        m_pairs.at(i).schema->setAccessibleName(tr("Schema %1").arg(number));
        m_pairs.at(i).remove->setAccessibleName(tr("Remove database %1").arg(number));
        m_pairs.at(i).remove->setEnabled(m_pairs.size() > 1);
    }
    m_add->setEnabled(m_pairs.size() < mostPairs);
    //: tooltip of a button that is off
    m_add->setToolTip(m_pairs.size() < mostPairs ? QString() : tr("At most 10 databases in one integration."));
}

void PairsEditor::onEdited()
{
    for (qsizetype i = 0; i < m_pairs.size(); ++i) {
        const Pair &pair = m_pairs.at(i);
        // A row that was added a moment ago is not wrong yet.
        const bool isNew = pair.database->text().isEmpty() && !pair.database->isModified();
        mark(pair, isNew ? Problem() : problemOf(i));
    }
    emit changed();
}

void PairsEditor::mark(const Pair &pair, const Problem &problem)
{
    const auto setBad = [](QLineEdit *edit, bool bad) {
        edit->setProperty("bad", bad);
        edit->update();
    };
    setBad(pair.database, problem.inDatabase);
    setBad(pair.schema, problem.inSchema);
    pair.error->setText(problem.text);
    pair.error->setVisible(!problem.text.isEmpty());
}

PairsEditor::Problem PairsEditor::problemOf(qsizetype row) const
{
    const QString database = m_pairs.at(row).database->text();
    const QString schema = m_pairs.at(row).schema->text();
    if (database.isEmpty() || schema.isEmpty())
        //: below fields for a database and a schema
        return {tr("Every row needs a database and a schema."), database.isEmpty(), schema.isEmpty()};
    if (database.size() > longestName || schema.size() > longestName)
        //: below fields for a database and a schema
        return {tr("Names in PostgreSQL have at most 63 characters."), database.size() > longestName,
                schema.size() > longestName};
    for (qsizetype i = 0; i < row; ++i) {
        const QString other = m_pairs.at(i).database->text();
        const QString otherSchema = m_pairs.at(i).schema->text();
        if (other == database && otherSchema == schema)
            //: below fields for a database and a schema; %1 and %2 are their names
            return {tr("%1 with schema %2 is listed twice.").arg(database, schema), true, true};
        if (other + u'_' + otherSchema == database + u'_' + schema)
            //: below fields for a database and a schema; %1 and %2 are a database and its schema in another row
            return {tr("The database in ClickHouse would have the same name as that of %1 with schema %2.")
                        .arg(other, otherSchema),
                    true, true};
    }
    return {};
}

QString PairsEditor::problem() const
{
    for (qsizetype i = 0; i < m_pairs.size(); ++i) {
        if (const Problem found = problemOf(i); !found.text.isEmpty())
            return found.text;
    }
    return {};
}

bool PairsEditor::showError(const QString &pointer, const QString &message)
{
    if (!pointer.startsWith("/databases/"_L1))
        return false;
    bool isNumber = false;
    const int row = pointer.section(u'/', 2, 2).toInt(&isNumber);
    if (!isNumber || row >= m_pairs.size())
        return false;
    const QString field = pointer.section(u'/', 3, 3);
    mark(m_pairs.at(row), {message, field != "schema"_L1, field != "database"_L1});
    m_pairs.at(row).database->setFocus();
    return true;
}

Core::Json PairsEditor::config() const
{
    Core::Json databases = Core::Json::array();
    for (const Pair &pair : m_pairs) {
        Core::Json now = pair.original;
        now["database"] = Core::toStdString(pair.database->text());
        now["schema"] = Core::toStdString(pair.schema->text());
        databases.push_back(std::move(now));
    }
    Core::Json config = m_original;
    config["databases"] = std::move(databases);
    return config;
}

} // namespace App
