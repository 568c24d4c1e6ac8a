// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/jsonpane.h"

#include "core/savefile.h"
#include "document/jsontext.h"
#include "widgets/card.h"
#include "widgets/codeeditor.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

namespace {

/// Above this the editor would need more than a frame for each key.
constexpr qsizetype wholeLimit = 2'000'000;

/// Offsets in the editor count characters, in the text bytes.
int charactersIn(const QByteArray &text, qsizetype bytes)
{
    return int(QString::fromUtf8(text.first(bytes)).size());
}

} // namespace

JsonPane::JsonPane(Document::Draft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    //: Accessible name of the JSON editor
    , m_editor(new Widgets::JsonEditor(tr("JSON")))
    , m_error(new Widgets::MessageBar)
    , m_note(new Widgets::Text(Widgets::TextRole::Small))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead(layout);
    layout->addWidget(new Widgets::Hairline);
    layout->addWidget(m_editor, 1);
    auto *error = new QVBoxLayout;
    error->setContentsMargins(H(0.5), 0, H(0.5), H(0.5));
    error->addWidget(m_error);
    layout->addLayout(error);
    m_error->setClosable(false);
    m_error->hide();
    m_editor->setOwnUndo(false);
    connect(m_editor, &Widgets::CodeEditor::textChanged, this, [this] {
        m_typing = true;
        m_draft.replaceText(m_editor->text().toUtf8());
        m_typing = false;
    });
    connect(m_editor, &Widgets::CodeEditor::cursorMoved, this, &JsonPane::onCursorMoved);
    connect(&draft, &Document::Draft::changed, this, &JsonPane::refresh);
}

void JsonPane::buildHead(QVBoxLayout *layout)
{
    //: Button above the JSON editor
    auto *copyButton = Widgets::makeIconButton(u"copy"_s, tr("Copy JSON"));
    //: Button above the JSON editor
    auto *saveButton = Widgets::makeIconButton(u"file"_s, tr("Save JSON to a file…"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(H(0.75), H(0.2), H(0.5), H(0.2));
    head->setSpacing(H(0.4));
    //: Heading of the JSON editor
    head->addWidget(new Widgets::Text(Widgets::TextRole::Label, tr("JSON")));
    head->addWidget(m_note, 1);
    head->addWidget(copyButton);
    head->addWidget(saveButton);
    layout->addLayout(head);
    connect(copyButton, &QToolButton::clicked, this, &JsonPane::copy);
    connect(saveButton, &QToolButton::clicked, this, &JsonPane::save);
}

bool JsonPane::showsFragment() const
{
    qsizetype size = 0;
    for (const Document::TablePtr &table : m_draft.config().tables()) {
        size += table->text().size();
        if (size > wholeLimit)
            return true; // what is beyond need not be written
    }
    return false;
}

void JsonPane::setTable(int row)
{
    if (row == m_table)
        return; // what changed inside comes by the draft's signal
    m_table = row;
    refresh();
}

void JsonPane::refresh()
{
    const bool fragment = showsFragment();
    const bool hasTable = m_table >= 0 && m_table < m_draft.tableCount();
    if (fragment)
        m_shown = hasTable ? Document::guideText(m_draft.table(m_table).json()) : QByteArray();
    else
        m_shown = m_draft.text();
    m_editor->setReadOnly(fragment);
    //: Beside the heading "JSON": the text follows the form and the form the text
    m_note->setText(fragment ? tr("this table only: the whole is above 2 MB") : tr("live, editable"));
    const QString text = QString::fromUtf8(m_shown);
    if (!m_typing && m_editor->text() != text)
        m_editor->setText(text);
    mark();
}

void JsonPane::mark()
{
    m_editor->clearErrorLine();
    m_editor->setErrorRange(0, 0);
    const auto &error = m_draft.textError();
    if (error) {
        m_editor->setErrorLine(error->line - 1);
        m_editor->setActiveLines(-1, -1);
        m_error->setMessage(Widgets::MessageBar::Kind::Error,
                            //: Above the reason why the JSON text cannot be used; %1 is a line number
                            tr("Line %1 does not parse.").arg(error->line),
                            //: %1 is the parser's reason
                            tr("%1. The form keeps its last state.").arg(error->message));
        return;
    }
    m_error->hide();
    if (m_table < 0 || m_table >= m_draft.tableCount() || showsFragment())
        return;
    const Document::TextPlace place = Document::locate(m_shown, u"/tables/"_s + QString::number(m_table));
    if (place.line > 0)
        m_editor->setActiveLines(place.line, place.line + int(m_shown.sliced(place.offset, place.length).count('\n')));
    for (const Document::Problem &problem : m_draft.tableProblems(m_table)) {
        if (problem.severity != Document::Severity::Error)
            continue;
        const Document::TextPlace wrong = Document::locate(m_shown, problem.pointer);
        const int begin = charactersIn(m_shown, wrong.offset);
        m_editor->setErrorRange(begin, begin + charactersIn(m_shown.sliced(wrong.offset), wrong.length));
        break;
    }
}

void JsonPane::goTo(const QString &pointer)
{
    const Document::TextPlace place =
        Document::locate(m_shown, showsFragment() ? u'/' + pointer.section(u'/', 3) : pointer);
    if (place.offset < 0)
        return;
    const int begin = charactersIn(m_shown, place.offset);
    m_editor->selectRange(begin, begin + charactersIn(m_shown.sliced(place.offset), place.length));
    m_editor->setFocus();
}

void JsonPane::onCursorMoved()
{
    if (m_typing || m_draft.textError() || showsFragment() || !m_editor->isAncestorOf(QApplication::focusWidget()))
        return;
    const qsizetype bytes = QString::fromUtf8(m_shown).left(m_editor->cursorOffset()).toUtf8().size();
    const QStringList steps = Document::pointerAt(m_shown, bytes).split(u'/', Qt::SkipEmptyParts);
    if (steps.value(0) == "tables"_L1 && steps.size() > 1)
        emit tableEntered(steps[1].toInt());
}

void JsonPane::copy()
{
    QApplication::clipboard()->setText(QString::fromUtf8(m_draft.text()));
    //: In the status bar
    emit message(tr("The configuration was copied."));
}

void JsonPane::save()
{
    //: Title of the dialog that asks for a file
    auto *dialog = new QFileDialog(this, tr("Save the configuration as JSON"), {}, u"JSON (*.json)"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto saved = Core::saveFile(path, m_draft.text() + '\n');
        //: In the status bar; %1 is a file
        emit message(saved ? tr("The configuration was saved as %1.").arg(path) : saved.error());
    });
    dialog->open();
}

} // namespace App
