// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/peekdialog.h"

#include "app/describe.h"
#include "core/format.h"
#include "widgets/codeeditor.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"
#include "widgets/states.h"
#include "widgets/text.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace {

constexpr qint64 kPerPartition = 10;

enum Role { FullValueRole = Qt::UserRole + 1 };
enum Page { LoadingPage, ErrorPage, MessagesPage, EmptyPage };

/// What the message says: JSON as it is, bytes as text where they are text.
QString textOf(const Core::Json &value, Aiven::MessageFormat format, bool pretty)
{
    if (value.is_null())
        return {};
    if (format == Aiven::MessageFormat::Binary && value.is_string())
        return QString::fromUtf8(QByteArray::fromBase64(QByteArray::fromStdString(value.get<std::string>())));
    return QString::fromUtf8(Core::toText(value, pretty ? 4 : -1));
}

/// The messages are no JSON, as far as one can tell: another format may show them. Who may not read them, or has to wait,
/// is refused in any format.
bool mayBeFormat(const Aiven::ApiError &error)
{
    using Kind = Aiven::ApiError::Kind;
    return error.kind == Kind::Invalid || error.kind == Kind::Conflict || error.kind == Kind::Server ||
           error.kind == Kind::BadReply;
}

} // namespace

PeekDialog::PeekDialog(Aiven::Client &client, QString project, QString service, QString topic, QWidget *parent)
    : Dialog(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
    , m_topic(std::move(topic))
{
    //: Title of a dialog; %1 is a topic
    setWindowTitle(tr("Peek at %1").arg(m_topic));
    resize(H(60), H(36));
    buildBody();
    //: Button of a dialog
    QPushButton *again = Widgets::makeButton(tr("Read again"));
    //: Button of a dialog
    QPushButton *close = Widgets::makeButton(tr("Close"), "primary");
    addButton(again);
    addPrimary(close);
    connect(again, &QPushButton::clicked, this, &PeekDialog::read);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_client.reachability(), &Aiven::Reachability::changed, this, [this](bool online) {
        if (online && m_stack->currentIndex() == ErrorPage)
            read();
    });
    read();
}

void PeekDialog::buildBody()
{
    m_sentence = new Text(TextRole::Help);
    body().addWidget(m_sentence->wrapped());
    m_stack = new QStackedWidget;
    body().addWidget(m_stack, 1);
    m_loading = new Widgets::LoadingState;
    m_error = new Widgets::ErrorState;
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_error);
    auto *splitter = new QSplitter(Qt::Vertical);
    m_table = new QTableView;
    m_table->setModel(&m_model);
    //: Accessible name of a table
    m_table->setAccessibleName(tr("Messages"));
    m_table->setItemDelegate(
        new Widgets::RowDelegate(Widgets::RowDelegate::Lines::One, Widgets::RowDelegate::Separator::Hairline, this));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(H(1.75));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    //: Accessible name of the field with one whole message
    m_value = new Widgets::JsonEditor(tr("Message"));
    m_value->setReadOnly(true);
    splitter->addWidget(m_table);
    splitter->addWidget(m_value);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    m_stack->addWidget(splitter);
    //: Peek: there is nothing to show
    m_stack->addWidget(new Widgets::EmptyState(u"topic"_s, tr("No messages in %1").arg(m_topic),
                                               //: Peek: there is nothing to show
                                               tr("Messages appear here as soon as somebody writes to the topic.")));
    connect(m_error, &Widgets::ErrorState::retryRequested, this, &PeekDialog::read);
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, &QDialog::reject);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &PeekDialog::showMessage);
}

void PeekDialog::read()
{
    m_round = std::make_unique<QObject>();
    m_sentence->hide(); // it is about the messages before
    m_stack->setCurrentIndex(LoadingPage);
    //: Shown while messages are read; the seconds are added
    m_loading->start(tr("Reading the newest messages"));
    m_client.getTopic(m_project, m_service, m_topic, m_round.get())
        ->then([this](const Aiven::Result<Aiven::Topic> &topic) { onTopic(topic); });
}

void PeekDialog::onTopic(const Aiven::Result<Aiven::Topic> &topic)
{
    if (!topic)
        return showError(topic.error());
    QMap<int, qint64> offsets;
    for (const Aiven::Partition &partition : topic->partitions) {
        if (partition.latestOffset > partition.earliestOffset)
            offsets[partition.number] = qMax(partition.earliestOffset, partition.latestOffset - kPerPartition);
    }
    if (offsets.isEmpty())
        return onMessages({}, Aiven::MessageFormat::Json);
    readMessages(offsets, Aiven::MessageFormat::Json);
}

void PeekDialog::readMessages(const QMap<int, qint64> &offsets, Aiven::MessageFormat format)
{
    Aiven::MessageRequest wanted;
    wanted.offsets = offsets;
    wanted.format = format;
    m_client.readMessages(m_project, m_service, m_topic, wanted, m_round.get())
        ->then([this, offsets, format](const Aiven::Result<QList<Aiven::Message>> &messages) {
            if (messages)
                return onMessages(*messages, format);
            // Not JSON: ask for the bytes instead. What the server cannot show either way is an error.
            if (format == Aiven::MessageFormat::Json && mayBeFormat(messages.error()))
                return readMessages(offsets, Aiven::MessageFormat::Binary);
            showError(messages.error());
        });
}

void PeekDialog::onMessages(const QList<Aiven::Message> &messages, Aiven::MessageFormat format)
{
    m_loading->stop();
    m_model.clear();
    //: Columns of the table of messages
    m_model.setHorizontalHeaderLabels({tr("Partition"), tr("Offset"), tr("Key"), tr("Value")});
    QList<Aiven::Message> sorted = messages;
    std::sort(sorted.begin(), sorted.end(), [](const Aiven::Message &one, const Aiven::Message &other) {
        return std::tie(one.partition, one.offset) < std::tie(other.partition, other.offset);
    });
    for (const Aiven::Message &message : sorted) {
        QList<QStandardItem *> row{new QStandardItem(QString::number(message.partition)),
                                   new QStandardItem(QString::number(message.offset)),
                                   new QStandardItem(Core::displayText(textOf(message.key, format, false), 200)),
                                   new QStandardItem(Core::displayText(textOf(message.value, format, false), 500))};
        for (QStandardItem *item : row)
            item->setData(true, Widgets::FixedFontRole);
        row.first()->setData(textOf(message.value, format, true), FullValueRole);
        m_model.appendRow(row);
    }
    m_table->setColumnWidth(0, H(5));
    m_table->setColumnWidth(1, H(7));
    m_table->setColumnWidth(2, H(10));
    m_stack->setCurrentIndex(sorted.isEmpty() ? EmptyPage : MessagesPage);
    //: Above the messages: %n of them from topic %1
    m_sentence->setText(tr("%n message(s) fetched from %1. Nothing is consumed: this does not use a consumer group.",
                           nullptr, int(sorted.size()))
                            .arg(m_topic));
    m_sentence->show();
    m_table->setCurrentIndex(m_model.index(0, 0));
    m_table->setFocus();
}

void PeekDialog::showError(const Aiven::ApiError &error)
{
    m_loading->stop();
    Aiven::ApiError shown = error;
    shown.effect = Aiven::ApiError::Effect::None; // reading is sent as a POST and changes nothing
    const UserMessage message = describe(shown);
    m_error->setError(message.title, message.body(), message.details, isOffline(error) ? u"cloudoff"_s : u"error"_s);
    m_stack->setCurrentIndex(ErrorPage);
}

void PeekDialog::showMessage(const QModelIndex &index)
{
    m_value->setText(index.siblingAtColumn(0).data(FullValueRole).toString());
}

} // namespace App
