// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/resultsview.h"

#include "app/sql/resultexport.h"
#include "app/sql/sqlwords.h"
#include "core/format.h"
#include "widgets/elidedlabel.h"
#include "widgets/fonts.h"
#include "widgets/grid/resultgrid.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QTime>
#include <QToolButton>

namespace App {

using namespace Qt::StringLiterals;
using ClickHouse::Query;
using Widgets::H;

namespace {

constexpr int progressMilliseconds = 100;
constexpr int keptLogLines = 2'000;

} // namespace

ResultsView::ResultsView(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_grid(new Widgets::ResultGrid(this))
    , m_note(new Widgets::Text(Widgets::TextRole::Help, {}, this))
    , m_messages(new QPlainTextEdit(this))
    //: Accessible name and tooltip: copies the selected cells
    , m_copy(Widgets::makeIconButton(u"copy"_s, tr("Copy selected cells"), this))
    //: Accessible name and tooltip: writes the result to a file
    , m_export(Widgets::makeIconButton(u"import"_s, tr("Export to a file…"), this))
    , m_statusIcon(new QLabel(this))
    , m_status(new Widgets::ElidedLabel({}, this))
    , m_selection(new Widgets::Text(Widgets::TextRole::Small, {}, this))
{
    //: Accessible name of the table with a query's rows
    m_grid->setAccessibleName(tr("Query results"));
    m_note->setAlignment(Qt::AlignCenter);
    m_messages->setReadOnly(true);
    m_messages->setTabChangesFocus(true);
    m_messages->setFrameShape(QFrame::NoFrame);
    m_messages->setMaximumBlockCount(keptLogLines);
    m_messages->setFont(Widgets::fixedFont());
    //: Accessible name of the log of a tab's statements
    m_messages->setAccessibleName(tr("Messages"));
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_note);
    m_stack->addWidget(m_messages);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeStatusLine());

    m_progressTimer.setInterval(progressMilliseconds);
    connect(&m_progressTimer, &QTimer::timeout, this, &ResultsView::updateProgress);
    connect(m_tabs, &QTabBar::currentChanged, this, &ResultsView::showPage);
    connect(m_copy, &QToolButton::clicked, this, [this] { m_grid->copy(); });
    connect(m_export, &QToolButton::clicked, this, &ResultsView::chooseExportFile);
    connect(m_grid, &Widgets::ResultGrid::selectionChanged, this, [this] {
        m_selection->setText(Core::displayText(m_grid->selectionText(), 200));
        updateButtons();
    });
    beginRun();
}

ResultsView::~ResultsView() = default;

QWidget *ResultsView::makeHead()
{
    auto *const head = new QWidget(this);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    //: Accessible name of the row of tabs above query results
    m_tabs->setAccessibleName(tr("Results"));
    auto *const layout = new QHBoxLayout(head);
    layout->setContentsMargins(H(0.25), 0, H(0.75), 0);
    layout->setSpacing(H(0.5));
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    layout->addWidget(m_copy);
    layout->addWidget(m_export);
    return head;
}

QWidget *ResultsView::makeStatusLine()
{
    auto *const line = new QWidget(this);
    line->setBackgroundRole(QPalette::Window);
    line->setAutoFillBackground(true);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setFont(Widgets::smallFont());
    auto *const layout = new QHBoxLayout(line);
    layout->setContentsMargins(H(0.75), H(0.25), H(0.75), H(0.25));
    layout->setSpacing(H(0.4));
    layout->addWidget(m_statusIcon);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_selection);
    return line;
}

void ResultsView::beginRun()
{
    const QSignalBlocker blocker(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_running.clear();
    m_runningPage = -1;
    m_count = 0;
    m_grid->setGrowing(false);
    m_grid->setSource(nullptr);
    //: Caption of the empty results before anything was run; and the text in place of rows
    m_pages = {{tr("Result"), {}, {}, tr("Rows of the statement you run appear here."), {}, false},
               //: Tab with what was said about each statement
               {tr("Messages"), {}, {}, {}, {}, true}};
    for (const Page &page : std::as_const(m_pages))
        m_tabs->addTab(page.caption);
    showPage(0);
}

int ResultsView::addPage(const Page &page)
{
    const QSignalBlocker blocker(m_tabs);
    if (!m_pages.first().isMessages && !m_pages.first().rows) { // the placeholder
        m_pages.removeFirst();
        m_tabs->removeTab(0);
    }
    const int index = int(m_pages.size()) - 1;
    m_pages.insert(index, page);
    m_tabs->insertTab(index, page.caption);
    m_tabs->setCurrentIndex(index);
    return index;
}

void ResultsView::showPage(int index)
{
    if (index < 0 || index >= m_pages.size())
        return;
    const Page &page = m_pages[index];
    if (page.isMessages) {
        m_stack->setCurrentWidget(m_messages);
    } else if (!page.rows || (index != m_runningPage && page.rows->columns().isEmpty())) {
        m_note->setText(page.status);
        m_stack->setCurrentWidget(m_note);
    } else {
        if (m_grid->source() != page.rows)
            m_grid->setSource(page.rows);
        m_grid->setGrowing(index == m_runningPage);
        m_stack->setCurrentWidget(m_grid);
    }
    if (index == m_runningPage)
        updateProgress();
    else if (!page.isMessages)
        setStatus(page.rows ? page.status : QString(), page.icon);
    updateButtons();
}

void ResultsView::showRunning(const Query &query)
{
    m_running = &query;
    //: Tab with the rows of a statement; %1 is its number
    m_runningPage =
        addPage({tr("Result %1").arg(QString::number(++m_count)), query.store(), query.store(), {}, {}, false});
    m_progressTimer.start();
    showPage(m_runningPage);
}

void ResultsView::pickUp()
{
    m_grid->pickUp();
}

void ResultsView::showEnd(const StatementResult &result)
{
    m_progressTimer.stop();
    m_running.clear();
    const int ended = std::exchange(m_runningPage, -1);
    if (ended < 0)
        return;
    const bool isGood = result.state == Query::State::Complete;
    m_pages[ended].status = resultLine(result);
    m_pages[ended].icon = isGood ? u"okcircle"_s : result.state == Query::State::Failed ? u"error"_s : u"info"_s;
    if (m_tabs->currentIndex() == ended)
        showPage(ended);
}

void ResultsView::showRows(std::shared_ptr<const ClickHouse::RowSource> rows, const QString &caption,
                           const QString &status)
{
    showPage(addPage({caption, std::move(rows), {}, status, u"okcircle"_s, false}));
}

void ResultsView::updateProgress()
{
    if (m_running)
        setStatus(progressLine(m_running->store()->rowCount(), m_running->store()->byteCount(),
                               m_running->elapsedMilliseconds()),
                  u"clock");
}

void ResultsView::log(const QString &line)
{
    m_messages->appendPlainText(QTime::currentTime().toString(u"HH:mm:ss  "_s) + line);
}

void ResultsView::setStatus(const QString &text, QStringView iconName)
{
    m_status->setText(text);
    const Widgets::Token token = iconName == u"okcircle" ? Widgets::Token::Ok
                                 : iconName == u"error"  ? Widgets::Token::Error
                                                         : Widgets::Token::Dim;
    m_statusIcon->setPixmap(iconName.isEmpty() ? QPixmap() : Widgets::icon(iconName, token).pixmap(H(1)));
}

void ResultsView::updateButtons()
{
    const Page page = m_pages.value(m_tabs->currentIndex());
    m_copy->setEnabled(!page.isMessages && m_grid->hasCurrent());
    m_export->setEnabled(page.store && !page.store->columns().isEmpty() && m_tabs->currentIndex() != m_runningPage);
}

void ResultsView::chooseExportFile()
{
    //: Title of the file dialog
    auto *const dialog = new QFileDialog(this, tr("Export the result"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    //: Kinds of files in the file dialog; keep the parentheses and what is in them
    dialog->setNameFilters({tr("Tab-separated values (*.tsv)"), tr("Comma-separated values (*.csv)")});
    dialog->setDefaultSuffix(u"tsv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"csv") ? u"csv"_s : u"tsv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { startExport(path, path.endsWith(u".csv"_s, Qt::CaseInsensitive)); });
    dialog->open();
}

void ResultsView::startExport(const QString &path, bool asCsv)
{
    const Page page = m_pages.value(m_tabs->currentIndex());
    if (!page.store)
        return;
    delete m_exportJob; // a new one takes the place of one that is under way
    m_exportJob = new ResultExport(page.store, asCsv ? ExportFormat::Csv : ExportFormat::Tsv, path, this);
    const auto tell = [this](const QString &sentence) {
        log(sentence);
        emit exportEnded(sentence);
    };
    connect(m_exportJob, &ResultExport::finished, this, [tell](const QString &file, qint64 rows) {
        //: After an export; a count of rows and a file's path
        tell(tr("%1 rows exported to %2").arg(Core::formatCount(rows), file));
    });
    connect(m_exportJob, &ResultExport::failed, this, [tell, path](const QString &reason) {
        //: After a failed export; a file's path and the system's reason
        tell(tr("%1 could not be written: %2").arg(path, reason));
    });
    m_exportJob->start();
}

} // namespace App
