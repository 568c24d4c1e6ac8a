// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the window looks and moves: layout, zoom, colours, focus. What its commands do is in mainwindow.cpp.
#include "app/mainwindow.h"

#include "app/accounts.h"
#include "app/actions.h"
#include "app/editor/editorpage.h"
#include "app/endpointspage.h"
#include "app/focus.h"
#include "app/help/helpwindow.h"
#include "app/integrationmodel.h"
#include "app/navigator.h"
#include "app/navigatorrail.h"
#include "app/pagestack.h"
#include "app/servicepage.h"
#include "app/settings.h"
#include "app/sqlarea.h"
#include "app/statusline.h"
#include "widgets/fonts.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/taborder.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QMessageBox>
#include <QScreen>
#include <QSplitter>

namespace App {

using Widgets::H;

namespace {

constexpr int kSmallestZoom = 70;
constexpr int kLargestZoom = 300;
constexpr double kTitleBarHeight = 2.5; ///< what a window manager may add; it is not known before the window is shown

} // namespace

void MainWindow::restoreLayout()
{
    if (!restoreGeometry(m_settings.geometry.get()))
        resize(QSize(H(80), H(50)).boundedTo(screen()->availableSize() - QSize(0, H(kTitleBarHeight))));
    m_actions->navigator->setChecked(m_settings.navigatorShown.get());
    m_status->setZoom(m_settings.zoomPercent.get());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.geometry.set(saveGeometry());
    if (m_navigator)
        m_settings.navigatorSplitter.set(m_splitter->saveState());
    if (m_sql->isOpen())
        m_settings.sqlSplitter.set(m_rows->saveState());
    event->accept();
}

void MainWindow::setZoom(int percent)
{
    const int zoom = qBound(kSmallestZoom, percent, kLargestZoom);
    m_settings.zoomPercent.set(zoom);
    Widgets::applyFonts(*qApp, zoom / 100.0);
    m_status->setZoom(zoom);
}

void MainWindow::setScheme(int scheme)
{
    m_settings.scheme.set(scheme);
    Widgets::applyTheme(*qApp, Widgets::Scheme(scheme));
}

void MainWindow::setNavigatorShown(bool shown)
{
    m_settings.navigatorShown.set(shown);
    m_mayFold = false;
    foldNavigator();
}

void MainWindow::foldNavigator()
{
    constexpr double kEnoughRoom = 90;
    const bool fold = m_mayFold && currentEditor() && width() < H(kEnoughRoom);
    const bool shown = !fold && m_settings.navigatorShown.get();
    m_rail->setVisible(fold);
    m_actions->navigator->setChecked(shown); // F9 brings a folded one back
    if (m_navigator)
        m_navigator->setVisible(shown);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    foldNavigator();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return Widgets::moveFocus(*this, next);
}

QWidgetList MainWindow::areas() const
{
    QWidgetList areas{m_rail, m_messages};
    if (m_navigator)
        areas.prepend(m_navigator);
    const EditorPage *const editor = currentEditor();
    areas += editor ? editor->areas() : QWidgetList{m_pages->currentWidget()};
    return areas << m_sql;
}

void MainWindow::focusPage()
{
    QWidget *const page = m_pages->currentWidget();
    if (page->isAncestorOf(focusWidget()))
        return;
    const QWidgetList stops = Widgets::tabStops(*page);
    (stops.isEmpty() ? page : stops.first())->setFocus(Qt::OtherFocusReason);
}

void MainWindow::focusArea(int step)
{
    const QWidgetList stops = Widgets::tabStops(*this);
    const QWidgetList starts = areaStarts(stops, areas());
    const qsizetype count = stops.size();
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    for (qsizetype i = 1; i <= count; ++i) {
        QWidget *const stop = stops.at((at + i * step + 2 * count) % count);
        if (starts.contains(stop))
            return stop->setFocus(Qt::TabFocusReason);
    }
}

void MainWindow::showHelp()
{
    const QString page = currentEditor()                                           ? QStringLiteral("tables")
                         : qobject_cast<EndpointsPage *>(m_pages->currentWidget()) ? QStringLiteral("endpoints")
                                                                                   : QStringLiteral("setup");
    (new HelpWindow(page, this))->open();
}

void MainWindow::showAbout()
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon,
                        //: Title of a window
                        tr("About Headgate"),
                        //: About: name and version
                        tr("Headgate %1").arg(QCoreApplication::applicationVersion()), QMessageBox::Close, this);
    //: About: what the program is, its licence, its marks
    box->setInformativeText(
        tr("A desktop console that lets data into Aiven for ClickHouse®. Free software under the GNU General "
           "Public License, version 3 or later. ClickHouse is a registered trademark of ClickHouse, Inc.; "
           "Apache Kafka is a trademark of the Apache Software Foundation."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::updateState()
{
    const ServicePage *page = m_pages->currentService();
    const bool integration = page && page->currentIntegration();
    m_actions->signOut->setEnabled(!m_accounts.sessions().isEmpty());
    m_actions->filterServices->setEnabled(m_navigator != nullptr);
    m_actions->navigator->setEnabled(m_navigator != nullptr);
    m_actions->setUpIntegration->setEnabled(page && page->canSetUp());
    m_actions->endpoints->setEnabled(page != nullptr);
    m_actions->openSql->setEnabled(page && page->isClickHouse());
    m_actions->sqlPane->setEnabled(m_sql->isVisibleTo(this));
    // The editor's own actions have these keys inside its page; twice they would be ambiguous and do nothing.
    const bool editor = currentEditor() != nullptr;
    m_actions->undo->setShortcut(editor ? QKeySequence() : QKeySequence(QKeySequence::Undo));
    m_actions->redo->setShortcut(editor ? QKeySequence() : QKeySequence(QKeySequence::Redo));
    m_actions->editTables->setEnabled(integration && IntegrationModel::hasTables(*page->currentIntegration()));
    m_actions->copyIntegrationId->setEnabled(integration);
    m_actions->disconnectIntegration->setEnabled(integration);
}

} // namespace App
