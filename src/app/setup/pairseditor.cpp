// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/pairseditor.h"

#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
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
    , m_error((new Text(TextRole::Help))->wrapped())
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
    m_error->setInk(Widgets::Token::Error);
    m_error->hide();
    column->addWidget(m_error);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    addPair(u"defaultdb"_s, u"public"_s); // the API's defaults
    connect(m_add, &QPushButton::clicked, this, [this] {
        addPair({}, u"public"_s);
        m_pairs.constLast().database->setFocus();
        onEdited();
    });
}

void PairsEditor::setKnownDatabases(const QStringList &names)
{
    m_known->setStringList(names);
    // A service that has no "defaultdb" would be asked for one.
    QLineEdit *const first = m_pairs.constFirst().database;
    if (!names.isEmpty() && !names.contains(first->text()) && !first->isModified()) {
        first->setText(names.constFirst());
        emit changed();
    }
}

void PairsEditor::addPair(const QString &database, const QString &schema)
{
    //: accessible name of a button in a row of two fields; tooltip, too
    Pair pair{new QWidget, new QLineEdit(database), new QLineEdit(schema), Widgets::makeIconButton(u"trash"_s, tr("Remove"))};
    auto *row = new QHBoxLayout(pair.row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(H(0.5));
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

void PairsEditor::mark(QWidget *field, bool bad)
{
    field->setProperty("bad", bad);
    field->update();
}

void PairsEditor::showError(const QString &pointer, const QString &message)
{
    const QStringList parts = pointer.split(u'/').mid(1);
    const qsizetype row = parts.value(1).toLongLong();
    if (parts.value(0) != "databases"_L1 || row >= m_pairs.size())
        return;
    QLineEdit *const field = parts.value(2) == "schema"_L1 ? m_pairs.at(row).schema : m_pairs.at(row).database;
    mark(field, true);
    m_error->setText(message);
    m_error->show();
}

void PairsEditor::onEdited()
{
    for (const Pair &pair : std::as_const(m_pairs)) {
        mark(pair.database, false);
        mark(pair.schema, false);
    }
    const QString text = problem();
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
    emit changed();
}

QString PairsEditor::problem() const
{
    QSet<QString> seen;
    for (const Pair &pair : m_pairs) {
        const QString database = pair.database->text();
        const QString schema = pair.schema->text();
        if (database.isEmpty() || schema.isEmpty())
            //: below fields for a database and a schema
            return tr("Every row needs a database and a schema.");
        if (database.size() > longestName || schema.size() > longestName)
            //: below fields for a database and a schema
            return tr("Names in PostgreSQL have at most 63 characters.");
        const QString both = database + u'\n' + schema;
        if (seen.contains(both))
            //: below fields for a database and a schema; %1 and %2 are their names
            return tr("%1 with schema %2 is listed twice.").arg(database, schema);
        seen.insert(both);
    }
    return {};
}

Core::Json PairsEditor::config() const
{
    Core::Json databases = Core::Json::array();
    for (const Pair &pair : m_pairs) {
        databases.push_back({{"database", Core::toStdString(pair.database->text())},
                             {"schema", Core::toStdString(pair.schema->text())}});
    }
    return {{"databases", databases}};
}

} // namespace App
