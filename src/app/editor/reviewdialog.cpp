// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/reviewdialog.h"

#include "app/describe.h"
#include "app/editor/changestab.h"
#include "app/editor/commandstab.h"
#include "app/editor/jsontab.h"
#include "app/editor/reviewnotes.h"
#include "core/format.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"
#include "workflow/applydraft.h"

#include <QCheckBox>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::MessageBar;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

QString clock(const QDateTime &time)
{
    return time.toLocalTime().toString(u"HH:mm"_s);
}

} // namespace

ReviewDialog::ReviewDialog(Aiven::Client &client, Document::Draft &draft, ReviewContext context, QWidget *parent)
    : Dialog(parent, Body::Edgeless)
    , m_client(client)
    , m_draft(draft)
    , m_context(std::move(context))
{
    //: Title of a window; %1 is the Kafka service of the integration
    setWindowTitle(tr("Review and apply – %1").arg(m_context.integration.source.name()));
    build();
    resize(H(59), H(41));
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        updateHead();
        if (m_apply)
            onApplyChanged();
    });
    m_tick.start();
    connect(&m_client.reachability(), &Aiven::Reachability::changed, this, [this](bool online) {
        updateFooter();
        if (online && m_comparing == Comparing::Failed)
            readTheirs();
    });
    updateChanges();
    readTheirs();
}

void ReviewDialog::build()
{
    m_changesTab = new ChangesTab;
    m_jsonTab = new JsonTab;
    m_commandsTab = new CommandsTab({m_context.project, m_context.service, m_context.integration.source.name(),
                                     m_context.integration.id, m_context.apiUrl});
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    //: Tab of the review
    m_tabs->addTab(m_changesTab, tr("Changes"));
    //: Tab of the review
    m_tabs->addTab(m_jsonTab, tr("JSON"));
    //: Tab of the review
    m_tabs->addTab(m_commandsTab, tr("Commands"));
    m_conflict = new MessageBar;
    m_progress = new MessageBar;
    m_progress->setClosable(false);
    m_conflict->setClosable(false);
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(H(1.25), H(0.5), H(1.25), 0);
    bars->setSpacing(H(0.4));
    bars->addWidget(m_conflict);
    m_notes = new ReviewNotes(m_draft);
    // The warnings are about what the first tab shows.
    connect(m_tabs, &QTabWidget::currentChanged, m_notes, [this](int tab) { m_notes->setVisible(tab == 0); });
    auto *progress = new QVBoxLayout;
    progress->setContentsMargins(H(1.25), 0, H(1.25), H(0.75));
    progress->addWidget(m_progress);
    body().addWidget(buildHead());
    body().addLayout(bars);
    body().addSpacing(H(0.4));
    body().addWidget(m_tabs, 1);
    body().addWidget(m_notes);
    body().addLayout(progress);
    buildFooter();
    m_conflict->hide();
    m_progress->hide();
}

QWidget *ReviewDialog::buildHead()
{
    auto *head = new QWidget;
    m_title = new Text(TextRole::DialogTitle);
    m_sentence = (new Text(TextRole::Body))->wrapped()->dim();
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(H(1.25), H(0.9), H(1.25), 0);
    layout->setSpacing(H(0.2));
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    return head;
}

void ReviewDialog::buildFooter()
{
    m_read = new QCheckBox;
    m_reason = new Text(TextRole::Small);
    m_applyButton = Widgets::makeButton({}, "primary");
    addAside(m_read);
    addAside(m_reason);
    m_cancel = addCancel();
    addPrimary(m_applyButton);
    connect(m_read, &QCheckBox::toggled, this, &ReviewDialog::updateFooter);
    connect(m_applyButton, &QPushButton::clicked, this, &ReviewDialog::applyRequested);
}

void ReviewDialog::readTheirs()
{
    m_comparing = Comparing::Reading;
    updateHead();
    updateFooter();
    m_client.getIntegration(m_context.project, m_context.integration.id, this)
        ->then([this](Aiven::Result<Aiven::Integration> theirs) { onTheirs(std::move(theirs)); });
}

void ReviewDialog::onTheirs(Aiven::Result<Aiven::Integration> theirs)
{
    if (!theirs && theirs.error().kind == Aiven::ApiError::Kind::NotFound) {
        emit gone();
        return reject();
    }
    const auto config =
        theirs ? Document::Config::fromJson(theirs->userConfig)
               : Core::Expected<Document::Config, Document::ShapeError>(Core::Unexpected{Document::ShapeError{}});
    if (!config) {
        m_comparing = Comparing::Failed;
        const UserMessage message = theirs ? UserMessage{{}, config.error().message, {}, {}} : describe(theirs.error());
        m_conflict->setMessage(MessageBar::Kind::Warning, message.title, message.text);
        //: Button: reads the version on the service again
        connect(m_conflict->addButton(tr("Try again")), &QPushButton::clicked, this, [this] {
            m_conflict->hide();
            readTheirs();
        });
    } else {
        m_readAt = QDateTime::currentDateTimeUtc();
        const Document::ThreeWay compared = Document::compareThree(m_draft.baseline(), m_draft.config(), *config);
        m_comparing = compared.theyChanged() ? Comparing::Changed : Comparing::Same;
        if (compared.theyChanged())
            showTheirs(compared, *config);
    }
    updateHead();
    updateFooter();
    if (m_applyButton->isEnabled() || m_read->isVisible())
        (m_read->isVisible() ? static_cast<QWidget *>(m_read) : m_applyButton)->setFocus();
}

void ReviewDialog::showTheirs(const Document::ThreeWay &compared, const Document::Config &theirs)
{
    const auto count = qsizetype(compared.theirs.size());
    //: %1 is a time such as 14:02
    const QString title =
        tr("This integration changed on Aiven since you loaded it (%1).").arg(clock(m_context.loadedAt));
    const QString names = Core::displayText(compared.theirs.mid(0, 5).join(u", "));
    //: What somebody else changed: one table; %1 is its name
    const QString text = count == 1
                             ? tr("Theirs and yours differ in 1 table: %1.").arg(names)
                             //: What somebody else changed; %1 is the number of tables, %2 their names
                             : tr("Theirs and yours differ in %1 tables: %2.").arg(QString::number(count), names);
    m_conflict->setMessage(MessageBar::Kind::Warning, title, text);
    m_conflict->setButtonsBelow(true);
    if (compared.canMerge()) {
        //: Button: both sets of changes are kept
        QPushButton *merge = m_conflict->addButton(tr("Merge"));
        connect(merge, &QPushButton::clicked, this, [this, theirs, merged = compared.merged] {
            rebase(theirs, merged, tr("Merge with the version on Aiven"));
        });
        merge->setFocus();
    }
    //: Button: the version on the service replaces what stands in the editor
    connect(m_conflict->addButton(tr("Reload")), &QPushButton::clicked, this, [this, theirs] { reload(theirs); });
    //: Button: my version will replace what somebody else did
    connect(m_conflict->addButton(tr("Overwrite theirs")), &QPushButton::clicked, this,
            [this, theirs] { rebase(theirs, m_draft.config(), {}); });
}

void ReviewDialog::rebase(const Document::Config &theirs, const Document::Config &mine, const QString &undoText)
{
    m_draft.replaceConfig(mine, undoText);
    m_draft.setBaseline(theirs);
    m_comparing = Comparing::Same;
    m_conflict->hide();
    updateChanges();
}

void ReviewDialog::reload(const Document::Config &theirs)
{
    m_draft.replaceConfig(theirs, tr("Reload from Aiven"));
    m_draft.setBaseline(theirs);
    emit reloaded();
    reject();
}

void ReviewDialog::updateChanges()
{
    m_changesTab->setChanges(m_draft.changes());
    m_jsonTab->setConfigs(m_draft.baseline(), m_draft.config());
    m_commandsTab->setConfig(m_draft.config());
    m_notes->refresh();
    updateHead();
    updateFooter();
}

void ReviewDialog::updateHead()
{
    const int count = m_draft.changeCount();
    const QString database = m_context.integration.databaseName();
    //: Heading of the review; %1 is the database of the integration
    m_title->setText(count == 1 ? tr("1 change to %1").arg(database)
                                //: Heading of the review; %1 is the number of changes, %2 the database
                                : tr("%1 changes to %2").arg(QString::number(count), database));
    switch (m_comparing) {
    case Comparing::Reading:
        //: Below the heading of the review
        return m_sentence->setText(tr("Reading the version on Aiven to compare with…"));
    case Comparing::Failed:
        //: Below the heading of the review; %1 is a time such as 14:02
        return m_sentence->setText(
            tr("Compared with the version that you loaded at %1.").arg(clock(m_context.loadedAt)));
    case Comparing::Changed:
        //: Below the heading of the review
        return m_sentence->setText(tr("Compared with the version that you loaded. Somebody has changed it since."));
    case Comparing::Same: break;
    }
    const qint64 age = m_readAt.secsTo(QDateTime::currentDateTimeUtc());
    //: Below the heading of the review; %1 is an age such as "2 s", %2 a time such as 14:02
    m_sentence->setText(
        tr("Compared with the version on Aiven, read %1 ago. Nobody else changed it since you loaded it (%2).")
            .arg(tr("%1 s").arg(age), clock(m_context.loadedAt)));
}

bool ReviewDialog::isApplying() const
{
    return m_apply && m_apply->isRunning();
}

QString ReviewDialog::reasonAgainst() const
{
    if (isApplying())
        return {};
    if (!m_client.reachability().isOnline()) {
        //: Why the changes cannot be applied
        return tr("No connection");
    }
    if (const int errors = m_draft.blockingCount(); errors > 0) {
        //: Why the changes cannot be applied
        return errors == 1 ? tr("1 error to mend first") : tr("%n errors to mend first", nullptr, errors);
    }
    if (!m_draft.isModified()) {
        //: Why the changes cannot be applied
        return tr("Nothing to apply");
    }
    if (m_comparing == Comparing::Changed) {
        //: Why the changes cannot be applied yet
        return tr("Decide first what becomes of their changes");
    }
    return {};
}

void ReviewDialog::updateFooter()
{
    const int count = m_draft.changeCount();
    const int toRead = m_notes->warningCount();
    //: Primary button of the review
    m_applyButton->setText(count == 1 ? tr("Apply 1 change")
                                      //: Primary button of the review; %1 is the number of changes
                                      : tr("Apply %1 changes").arg(count));
    //: Tick box of the review
    m_read->setText(toRead == 1 ? tr("I have read the warning")
                                //: Tick box of the review; %1 is the number of warnings
                                : tr("I have read the %1 warnings").arg(toRead));
    const QString reason = reasonAgainst();
    m_read->setVisible(toRead > 0 && reason.isEmpty());
    m_read->setEnabled(!isApplying());
    m_reason->setText(reason);
    const bool isReady = reason.isEmpty() && m_comparing != Comparing::Reading && (toRead == 0 || m_read->isChecked());
    m_applyButton->setEnabled(isReady && !isApplying());
    m_applyButton->setToolTip(reason.isEmpty() && toRead > 0 && !m_read->isChecked() ? m_read->text() : reason);
    //: Button of the review while it is applied: closes the window, the work goes on
    m_cancel->setText(isApplying() ? tr("Close") : tr("Cancel"));
}

} // namespace App
