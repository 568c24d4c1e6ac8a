// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/findbar.h"

#include "core/format.h"
#include "widgets/codeeditorlook.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

#include <Qsci/qsciscintilla.h>

#include <algorithm>

namespace Widgets {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMostHits = 10'000; // more would take longer to mark than anybody wants to look through

} // namespace

FindBar::FindBar(QsciScintilla &editor, const QString &editorName, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_wanted(new QLineEdit)
    , m_count(new Text(TextRole::Small))
    //: Tooltip and accessible name of a button; %1 is what is searched: "JSON", "SQL editor"
    , m_previous(makeIconButton(u"up"_s, tr("Previous hit in %1").arg(editorName)))
    //: Tooltip and accessible name of a button; %1 is what is searched: "JSON", "SQL editor"
    , m_next(makeIconButton(u"down"_s, tr("Next hit in %1").arg(editorName)))
{
    //: Accessible name of a search field; %1 is what is searched: "JSON", "SQL editor"
    m_wanted->setAccessibleName(tr("Find in %1").arg(editorName));
    //: Placeholder of a search field
    m_wanted->setPlaceholderText(tr("Find"));
    m_wanted->addAction(icon("search"), QLineEdit::LeadingPosition);
    m_wanted->installEventFilter(this);
    //: Tooltip and accessible name of a button; %1 is what is searched: "JSON", "SQL editor"
    QToolButton *close = makeIconButton(u"x"_s, tr("Close the search in %1").arg(editorName));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(H(0.5), H(0.25), H(0.5), H(0.25));
    row->setSpacing(H(0.25));
    row->addWidget(m_wanted, 1);
    row->addWidget(m_count);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(close);
    hide();
    connect(m_wanted, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_next, &QToolButton::clicked, this, &FindBar::goOn);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::goBack);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(&editor, &QsciScintilla::textChanged, this, [this] {
        if (isVisible())
            m_hits = findHits(m_wanted->text().toUtf8()); // the selection stays where the typing is
        showCount();
    });
}

void FindBar::open()
{
    const QString selected = m_editor.selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_wanted->setText(selected);
    m_wanted->setFocus(Qt::ShortcutFocusReason);
    m_wanted->selectAll();
    search();
}

void FindBar::search()
{
    m_hits = findHits(m_wanted->text().toUtf8());
    // The first at or after the cursor, so that typing on does not move away from the hit that is shown.
    const int from = int(m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONSTART));
    const auto next =
        std::find_if(m_hits.cbegin(), m_hits.cend(), [from](const Hit &hit) { return hit.begin >= from; });
    select(m_hits.isEmpty() ? -1 : next == m_hits.cend() ? 0 : next - m_hits.cbegin());
}

void FindBar::clearMarks(int length) const
{
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT,
                           static_cast<unsigned long>(CodeLook::HitIndicator));
    m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(length));
}

QList<FindBar::Hit> FindBar::findHits(const QByteArray &wanted) const
{
    const int length = int(m_editor.SendScintilla(QsciScintillaBase::SCI_GETLENGTH));
    clearMarks(length);
    QList<Hit> hits;
    if (wanted.isEmpty())
        return hits;
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETSEARCHFLAGS, 0UL);
    for (int from = 0; hits.size() < kMostHits;) {
        m_editor.SendScintilla(QsciScintillaBase::SCI_SETTARGETRANGE, static_cast<unsigned long>(from),
                               static_cast<long>(length));
        const auto begin = int(m_editor.SendScintilla(QsciScintillaBase::SCI_SEARCHINTARGET,
                                                      static_cast<uintptr_t>(wanted.size()), wanted.constData()));
        if (begin < 0)
            break;
        from = int(m_editor.SendScintilla(QsciScintillaBase::SCI_GETTARGETEND));
        hits.append({begin, from});
        m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin),
                               static_cast<long>(from - begin));
    }
    return hits;
}

void FindBar::select(qsizetype hit)
{
    m_current = hit;
    if (hit >= 0) {
        m_editor.SendScintilla(QsciScintillaBase::SCI_SETSEL, static_cast<unsigned long>(m_hits[hit].begin),
                               static_cast<long>(m_hits[hit].end));
        m_editor.ensureCursorVisible();
    }
    showCount();
}

void FindBar::goOn()
{
    if (!m_hits.isEmpty())
        select((m_current + 1) % m_hits.size());
}

void FindBar::goBack()
{
    if (!m_hits.isEmpty())
        select((qMax(qsizetype(0), m_current) + m_hits.size() - 1) % m_hits.size());
}

void FindBar::showCount()
{
    const QString count = Core::formatCount(m_hits.size());
    m_next->setEnabled(!m_hits.isEmpty());
    m_previous->setEnabled(!m_hits.isEmpty());
    m_wanted->setProperty("bad", m_hits.isEmpty() && !m_wanted->text().isEmpty());
    m_wanted->update();
    if (m_wanted->text().isEmpty())
        m_count->clear();
    else if (m_hits.isEmpty())
        //: Beside a search field
        m_count->setText(tr("Not found"));
    else if (m_hits.size() == kMostHits)
        //: Beside a search field: so many places, and more; %1 is a count
        m_count->setText(tr("First %1").arg(count));
    else
        //: Beside a search field: which of how many places is shown
        m_count->setText(
            tr("%1 of %2").arg(Core::formatCount(qBound(qsizetype(1), m_current + 1, m_hits.size())), count));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool back = key->modifiers() & Qt::ShiftModifier;
    switch (key->key()) {
    case Qt::Key_Escape: hide(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3: back ? goBack() : goOn(); return true;
    default: return QWidget::eventFilter(watched, event);
    }
}

void FindBar::hideEvent(QHideEvent *event)
{
    if (isHidden()) { // and not its page
        clearMarks(m_editor.length());
        m_editor.setFocus(Qt::OtherFocusReason);
    }
    QWidget::hideEvent(event);
}

} // namespace Widgets
