// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid/valueviewer.h"

#include "core/format.h"
#include "widgets/fonts.h"
#include "widgets/grid/gridmimedata.h"
#include "widgets/grid/gridpainter.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QPushButton>

namespace Widgets {

using ClickHouse::Cell;

namespace {

/// A text view without wrapping takes seconds for one line of megabytes; wrapped, this much is quick.
constexpr qsizetype shownBytes = 256 * 1024;

} // namespace

ValueViewer::ValueViewer(std::shared_ptr<const ClickHouse::RowSource> source, GridPosition position, QWidget *parent)
    : Dialog(parent)
    , m_source(std::move(source))
    , m_position(position)
    , m_text(new QPlainTextEdit)
{
    const ClickHouse::Column column = m_source->columns().value(position.column);
    const Cell cell = m_source->cell(position.row, position.column, shownBytes);
    //: Window title; %1 is a column's name, %2 a row's number
    setWindowTitle(tr("%1, row %2").arg(Core::displayText(column.name, 60), QString::number(position.row + 1)));
    resize(H(44), H(28));

    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(fixedFont());
    //: Accessible name of the text that shows one value of a query's results
    m_text->setAccessibleName(tr("Value"));
    m_text->setPlainText(cell.isNull ? nullText() : cell.text);

    QString facts = Core::displayText(column.type, 120);
    if (cell.isCut) {
        //: Below a long value; %1 is a type, %2 a size like "256 KiB"
        facts = tr("%1 · the first %2 are shown, Copy gives all").arg(facts, Core::formatBytes(shownBytes));
    }
    //: Button: copies the whole value
    QPushButton *const copyButton = makeButton(tr("Copy"));
    //: Button
    QPushButton *const closeButton = makeButton(tr("Close"), "primary");
    connect(copyButton, &QPushButton::clicked, this, &ValueViewer::copy);
    connect(closeButton, &QPushButton::clicked, this, &QDialog::accept);

    body().addWidget(m_text);
    addAside(new Text(TextRole::Help, facts));
    addButton(copyButton);
    addPrimary(closeButton);
}

void ValueViewer::copy()
{
    const GridRange range{m_position.row, m_position.row, m_position.column, m_position.column};
    QApplication::clipboard()->setMimeData(new GridMimeData(m_source, range, GridMimeData::Heads::None));
}

} // namespace Widgets
