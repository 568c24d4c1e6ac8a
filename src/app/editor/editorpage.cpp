// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/editorpage.h"

#include "app/describe.h"
#include "app/editor/draftjournal.h"
#include "app/editor/editorheader.h"
#include "app/editor/editorloader.h"
#include "app/editor/jsonpane.h"
#include "app/editor/problemspane.h"
#include "app/editor/schemarules.h"
#include "app/editor/tableform.h"
#include "app/editor/tablelistpane.h"
#include "app/editor/topicsampler.h"
#include "document/suggestions.h"
#include "schema/validator.h"
#include "widgets/codeeditor.h"
#include "widgets/messagebar.h"
#include "widgets/states.h"

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;
using Widgets::MessageBar;

namespace App {

EditorPage::EditorPage(Aiven::Client &client, QString project, QString service, QString integrationId, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
    , m_integrationId(std::move(integrationId))
    , m_loader(new EditorLoader(client, m_project, m_service, m_integrationId, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    build();
    connectParts();
    connect(&m_client.reachability(), &Aiven::Reachability::changed, this, &EditorPage::onConnection);
    load();
}

EditorPage::~EditorPage()
{
    hide(); // a cell that is being typed in is committed while the draft and its journal still live
}

QAction *EditorPage::undoAction() const
{
    return m_header->undoAction();
}

QAction *EditorPage::redoAction() const
{
    return m_header->redoAction();
}

QWidgetList EditorPage::areas() const
{
    // Those without anything to stop at are passed over.
    return {m_header, m_bar, m_loading, m_error, m_tables, m_middle, m_json->editor(), m_problems};
}

void EditorPage::load()
{
    m_stack->setCurrentWidget(m_loading);
    //: While the editor reads an integration; the seconds follow
    m_loading->start(tr("Reading the integration"));
    m_loader->start();
}

void EditorPage::loadIfFailed()
{
    if (m_stack->currentWidget() == m_error)
        load();
}

void EditorPage::adopt(const Document::Config &config)
{
    m_adopted = config; // onLoaded() takes it
}

void EditorPage::onLoadFailed(const Aiven::ApiError &error)
{
    m_loading->stop();
    const UserMessage words = describe(error);
    m_error->setError(words.title, words.nextStep.isEmpty() ? words.text : words.text + u' ' + words.nextStep,
                      words.details, error.kind == Aiven::ApiError::Kind::Network ? u"cloudoff"_s : u"error"_s);
    m_stack->setCurrentWidget(m_error);
}

void EditorPage::onLoaded()
{
    m_loading->stop();
    const Aiven::Integration &integration = m_loader->integration();
    m_header->setIntegration(integration);
    m_draft.setSurroundings(m_loader->surroundings());
    if (!m_loader->config()) {
        //: Title of an error: the service sent a configuration that cannot be shown
        m_error->setError(tr("The configuration cannot be shown."), m_loader->config().error(), {}, u"error"_s);
        m_stack->setCurrentWidget(m_error);
        return;
    }
    m_draft.load(*m_loader->config());
    m_loadedAt = QDateTime::currentDateTimeUtc();
    m_topicsRead = integration.source.isEndpoint();
    if (!m_sampler) {
        m_sampler = new TopicSampler(m_client, m_project, integration.source.service, this);
        connect(m_sampler, &TopicSampler::sampleReady, this, &EditorPage::onSample);
        restoreJournal();
    }
    if (m_adopted)
        //: Undo step
        m_draft.replaceConfig(*std::exchange(m_adopted, {}), tr("Configuration of the former integration"));
    m_stack->setCurrentWidget(m_body);
    m_tables->setCurrentTable(0);
    if (m_topicsRead && m_wantsTable)
        defineTable();
    (m_draft.tableCount() > 0 ? static_cast<QWidget *>(m_tables->view()) : m_define)->setFocus();
}

void EditorPage::restoreJournal()
{
    m_journal = std::make_unique<DraftJournal>(m_draft, m_loader->address());
    connect(m_journal.get(), &DraftJournal::saved, this, [this](const QDateTime &at) {
        //: In the status bar; %1 is a time, %n the number of changes
        emit message(tr("Saved in the journal %1 · %n change(s) not applied", nullptr, m_draft.changeCount())
                         .arg(at.toLocalTime().toString(u"HH:mm"_s)));
    });
    connect(m_journal.get(), &DraftJournal::failed, this, &EditorPage::message);
    const LeftDraft left = m_loader->takeLeftDraft();
    m_journal->start();
    if (!left.movedTo.isEmpty()) {
        const QFileInfo kept(left.movedTo);
        m_bar->setMessage(MessageBar::Kind::Warning,
                          //: Title of a message when the program finds a damaged file of an earlier run
                          tr("The changes of an earlier run cannot be read."),
                          //: a file's name and its folder
                          tr("The file is damaged, or of a later version of Headgate. It is kept as %1 in %2.")
                              .arg(kept.fileName(), kept.path()));
    }
    if (left.draft)
        m_draft.restore(*left.draft);
    if (!left.draft || !(m_draft.isModified() || m_draft.textError()))
        return;
    m_wantsTable = m_wantsTable && m_draft.tableCount() == 0; // the one that was left is the one to go on with
    //: Title of a message when the program finds changes of an earlier run
    m_bar->setMessage(MessageBar::Kind::Info, tr("Continue where you stopped."),
                      //: %n is the number of changes, %1 a date and time
                      tr("%n change(s) from %1, not applied then, are back.", nullptr, m_draft.changeCount())
                          .arg(QLocale().toString(left.savedAt.toLocalTime(), QLocale::ShortFormat)));
    //: Button: the changes of the earlier run are not wanted
    connect(m_bar->addButton(tr("Discard them")), &QPushButton::clicked, this, [this] {
        m_draft.revertAll();
        m_bar->hide();
    });
}

void EditorPage::onSchema()
{
    m_draft.setSurroundings(m_loader->surroundings());
    m_draft.setSchemaCheck(schemaCheck(m_loader->schema()));
    const Schema::Field root = Schema::parseField(m_loader->schema());
    if (const Schema::Field *table = root.at(u"/tables/0"_s))
        m_form->setSchema(*table);
}

void EditorPage::onTopics()
{
    m_topicsRead = true;
    m_draft.setSurroundings(m_loader->surroundings());
    if (m_draft.tableCount() == 0)
        m_sampler->request(topicForNewTable());
    updateEmpty();
    if (m_wantsTable)
        defineTable();
}

QString EditorPage::topicForNewTable() const
{
    QStringList used;
    for (const Document::TablePtr &table : m_draft.config().tables())
        used += table->topics();
    for (const QString &topic : m_loader->topics()) {
        if (!used.contains(topic))
            return topic;
    }
    return m_loader->topics().value(0);
}

void EditorPage::defineTable()
{
    m_wantsTable = !m_topicsRead;
    if (m_wantsTable)
        return; // comes back when the topics are there
    const QString topic = topicForNewTable();
    const QByteArray sample = m_sampler->sample(topic);
    const int row = m_draft.addTable(
        Document::newTable(m_draft.config(), m_draft.surroundings(), topic, Document::columnsFromMessage(sample)));
    m_tables->setCurrentTable(row);
    m_form->focusName();
}

void EditorPage::onTableChosen(int row)
{
    m_form->setTable(row);
    m_json->setTable(row);
    m_middle->setCurrentIndex(row < 0 && m_draft.tableCount() == 0 ? 1 : 0);
    if (row < 0 || row >= m_draft.tableCount())
        return;
    const QString topic = m_draft.table(row).topics().value(0);
    m_form->setSample(topic, m_sampler ? m_sampler->sample(topic) : QByteArray());
    if (m_sampler && m_draft.surroundings().partitions && m_draft.surroundings().partitions->contains(topic))
        m_sampler->request(topic);
}

void EditorPage::onSample(const QString &topic)
{
    const int row = m_form->table();
    if (row >= 0 && row < m_draft.tableCount() && m_draft.table(row).topics().value(0) == topic)
        m_form->setSample(topic, m_sampler->sample(topic));
}

void EditorPage::onChanged()
{
    if (m_tables->currentTable() < 0 && m_draft.tableCount() > 0)
        m_tables->setCurrentTable(0);
    onTableChosen(m_tables->currentTable());
    updateEmpty();
}

void EditorPage::updateEmpty()
{
    m_middle->setCurrentIndex(m_draft.tableCount() == 0 ? 1 : 0);
    if (m_draft.tableCount() > 0)
        return;
    const QString database = m_draft.surroundings().database;
    //: In place of the form; %1 is the database of the integration
    QString text = tr("`%1` is empty: no tables exist until you define them.").arg(database);
    const QStringList &topics = m_loader->topics();
    if (!topics.isEmpty()) {
        const QString names = topics.mid(0, 3).join(u", ");
        //: In place of the form; %1 are topics
        text += u' ' + (topics.size() <= 3
                            ? tr("Topics at hand: %1.").arg(names)
                            //: In place of the form; %1 are topics, %2 how many others there are
                            : tr("Topics at hand: %1 and %2 more.").arg(names, QString::number(topics.size() - 3)));
    } else if (m_topicsRead && m_draft.surroundings().partitions) {
        //: In place of the form; a sentence of the guide
        text += u' ' + tr("At least one topic in the Apache Kafka service is needed.");
    }
    m_empty->setText(text);
}

void EditorPage::onTouched(const QString &pointer)
{
    const int row = Document::Problem{{}, {}, {}, pointer, {}}.table();
    if (row >= 0 && row < m_draft.tableCount())
        m_tables->setCurrentTable(row);
}

void EditorPage::goToJson(const QString &pointer)
{
    m_views->setCurrentIndex(JsonView);
    m_json->goTo(pointer);
}

void EditorPage::goTo(const QString &pointer)
{
    const int row = Document::Problem{{}, {}, {}, pointer, {}}.table();
    if (row < 0)
        return goToJson(pointer);
    m_views->setCurrentIndex(FormView);
    m_tables->setCurrentTable(row);
    m_form->goTo(pointer);
}

} // namespace App
