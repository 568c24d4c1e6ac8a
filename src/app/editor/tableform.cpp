// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/tableform.h"

#include "app/editor/columngrid.h"
#include "app/editor/settingsform.h"
#include "app/editor/topicsfield.h"
#include "clickhouse/types/quoting.h"
#include "document/rules.h"
#include "widgets/fieldbox.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>

using namespace Qt::StringLiterals;
using Core::Json;
using Document::EditKind;
using Widgets::H;

namespace App {

namespace {

enum Start { Earliest, Latest };

/// The API knows three names for each end.
Start startOf(const QString &value)
{
    return value == "latest"_L1 || value == "end"_L1 || value == "largest"_L1 ? Latest : Earliest;
}

} // namespace

TableForm::TableForm(Document::Draft &draft, QWidget *parent)
    : QScrollArea(parent)
    , m_draft(draft)
    , m_content(new QWidget)
    , m_grid(new QGridLayout)
    , m_name(makeEdit(u"name"_s))
    , m_group(makeEdit(u"group_name"_s))
    , m_format(new QComboBox)
    , m_start(new QComboBox)
    , m_topics(new TopicsField)
    , m_columns(new ColumnGrid(draft))
    , m_settings(new SettingsForm(draft))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_content->setAutoFillBackground(true);
    m_content->setBackgroundRole(QPalette::Base);
    buildFields();
    buildTopics();
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(H(1), H(0.85), H(1), H(0.5));
    layout->setSpacing(H(0.75));
    layout->addLayout(m_grid);
    auto *topics = new QVBoxLayout;
    topics->setSpacing(H(0.25));
    topics->addWidget(m_topicsBox);
    topics->addWidget(m_severalTopics);
    layout->addLayout(topics);
    layout->addWidget(m_columns);
    layout->addWidget(m_settings);
    layout->addStretch(1);
    setWidget(m_content);
    connectFields();
    placeFields();
}

QLineEdit *TableForm::makeEdit(const QString &key)
{
    auto *edit = new QLineEdit;
    Widgets::useDocumentUndo(edit);
    connect(edit, &QLineEdit::textEdited, this, [this, key](const QString &text) {
        m_draft.setTableValue(m_table, key, Core::toStdString(text), EditKind::Typing);
    });
    connect(edit, &QLineEdit::editingFinished, &m_draft, &Document::Draft::endTyping);
    return edit;
}

void TableForm::buildFields()
{
    //: Field of the table editor
    m_nameBox = new Widgets::FieldBox(tr("Table name"), m_name);
    //: Field of the table editor
    m_groupBox = new Widgets::FieldBox(tr("Consumer group"), m_group,
                                       //: Below the field "Consumer group"; a sentence of the guide
                                       tr("Each message is delivered once per consumer group."));
    //: Field of the table editor
    m_formatBox = new Widgets::FieldBox(tr("Data format"), m_format);
    //: Choice in "Start reading at"
    m_start->addItem(tr("Earliest message"));
    //: Choice in "Start reading at"
    m_start->addItem(tr("Latest message"));
    //: Field of the table editor
    m_startBox = new Widgets::FieldBox(tr("Start reading at"), m_start,
                                       //: Below the field "Start reading at"
                                       tr("Used when the group has no offset yet."));
    m_grid->setHorizontalSpacing(H(1));
    m_grid->setVerticalSpacing(H(0.75));
}

void TableForm::buildTopics()
{
    //: Field of the table editor
    m_topicsBox = new Widgets::FieldBox(tr("Topics"), m_topics);
    m_severalTopics = new QWidget;
    auto *icon = new QLabel;
    icon->setPixmap(Widgets::icon("warning", Widgets::Token::Warning).pixmap(H(0.9)));
    //: Below the field "Topics"; a sentence of the guide
    auto *sentence =
        new Widgets::Text(Widgets::TextRole::Small, tr("Writing to more than one topic is not supported."));
    sentence->setInk(Widgets::Token::Text);
    //: Button below the field "Topics"
    auto *copy = Widgets::makeButton(tr("Make a one-topic copy…"), "quiet");
    copy->setFont(sentence->font());
    copy->setFixedHeight(H(1.2)); // stands in a line of text
    // Below each other: side by side they are wider than the form at 1280 × 800, which would cut off the fields above.
    auto *rows = new QGridLayout(m_severalTopics);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(H(0.25));
    rows->addWidget(icon, 0, 0);
    rows->addWidget(sentence, 0, 1);
    rows->addWidget(copy, 1, 1, Qt::AlignLeft);
    rows->setColumnStretch(1, 1);
    connect(copy, &QPushButton::clicked, this, &TableForm::oneTopicCopyRequested);
    connect(m_topics, &TopicsField::topicsEdited, this,
            [this](const QStringList &topics) { m_draft.setTopics(m_table, topics); });
}

void TableForm::connectFields()
{
    connect(m_format, &QComboBox::activated, this, [this](int index) {
        m_draft.setTableValue(m_table, u"data_format"_s, Core::toStdString(m_format->itemText(index)));
    });
    connect(m_start, &QComboBox::activated, this, &TableForm::setStart);
    connect(m_settings, &SettingsForm::jsonRequested, this, &TableForm::jsonRequested);
    connect(&m_draft, &Document::Draft::changed, this, &TableForm::refresh);
}

void TableForm::setSchema(const Schema::Field &table)
{
    m_settings->setFields(table);
    refresh();
}

void TableForm::setSample(const QString &topic, const QByteArray &message)
{
    m_columns->setSample(topic, message);
}

void TableForm::setTable(int row)
{
    if (row == m_table)
        return; // what changed inside comes by the draft's signal
    m_table = row;
    m_columns->setTable(row);
    m_settings->setTable(row);
    refresh();
}

void TableForm::setStart(int index)
{
    const QString now = Core::textAt(m_draft.table(m_table).json(), "auto_offset_reset");
    if (startOf(now) == Start(index) && !(now.isEmpty() && index == Latest))
        return; // an alias of the same end stays as it is
    m_draft.setTableValue(m_table, u"auto_offset_reset"_s, index == Latest ? "latest" : "earliest");
}

void TableForm::refresh()
{
    if (m_table < 0 || m_table >= m_draft.tableCount())
        return;
    const Document::Table &table = m_draft.table(m_table);
    const auto setText = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text)
            edit->setText(text); // keeps the cursor where the text is the same
    };
    setText(m_name, table.name());
    setText(m_group, table.group());
    const QStringList &formats =
        m_draft.surroundings().formats.isEmpty() ? Document::knownFormats() : m_draft.surroundings().formats;
    const bool isKnown = formats.contains(table.format());
    if (m_format->count() != formats.size() + (isKnown ? 0 : 1) || m_format->findText(table.format()) < 0) {
        m_format->clear();
        m_format->addItems(formats);
        if (!isKnown)
            m_format->addItem(table.format());
    }
    m_format->setCurrentText(table.format());
    m_start->setCurrentIndex(startOf(Core::textAt(table.json(), "auto_offset_reset")));
    m_nameBox->setHelp(ClickHouse::quoteTableName(m_draft.surroundings().database, table.name()));
    m_formatBox->setHelp(Document::exampleMessage(table.format()));
    refreshTopics();
    refreshErrors();
}

void TableForm::refreshTopics()
{
    const Document::Table &table = m_draft.table(m_table);
    m_topics->setAvailable(m_draft.surroundings().partitions);
    m_topics->setTopics(table.topics());
    //: Beside the label "Topics"; %1 is the number of topics, %2 the limit
    m_topicsBox->setCount(
        tr("%1 of %2").arg(QString::number(table.topics().size()), QString::number(Document::Limits::topics)));
    m_severalTopics->setVisible(table.topics().size() > 1);
}

void TableForm::refreshErrors()
{
    const QList<Document::Problem> problems = m_draft.tableProblems(m_table);
    const auto errorAt = [&problems](const QString &key) {
        for (const Document::Problem &problem : problems) {
            const bool counts = problem.severity == Document::Severity::Error || key == "topics"_L1;
            if (counts && problem.pointer.section(u'/', 3, 3) == key)
                return problem.message;
        }
        return QString();
    };
    m_nameBox->setError(errorAt(u"name"_s));
    m_groupBox->setError(errorAt(u"group_name"_s));
    m_formatBox->setError(errorAt(u"data_format"_s));
    m_startBox->setError(errorAt(u"auto_offset_reset"_s));
    m_topicsBox->setError(errorAt(u"topics"_s));
}

void TableForm::placeFields()
{
    const int columns = viewport()->width() >= H(30) ? 2 : 1;
    if (columns == m_gridColumns)
        return;
    m_gridColumns = columns;
    int at = 0;
    for (Widgets::FieldBox *box : {m_nameBox, m_groupBox, m_formatBox, m_startBox}) {
        m_grid->addWidget(box, at / columns, at % columns, Qt::AlignTop);
        ++at;
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void TableForm::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeFields();
}

void TableForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void TableForm::goTo(const QString &pointer)
{
    const QStringList steps = pointer.split(u'/', Qt::SkipEmptyParts).mid(2);
    const QHash<QString, QWidget *> fields{{u"name"_s, m_name},
                                           {u"group_name"_s, m_group},
                                           {u"data_format"_s, m_format},
                                           {u"auto_offset_reset"_s, m_start},
                                           {u"topics"_s, m_topics}};
    if (QWidget *field = fields.value(steps.value(0)))
        field->setFocus();
    else if (steps.value(0) == "columns"_L1)
        m_columns->goTo(steps);
    else if (!steps.isEmpty())
        m_settings->goTo(steps);
    if (QWidget *focused = m_content->focusWidget())
        ensureWidgetVisible(focused, 0, H(3));
}

} // namespace App
