// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/checklist.h"

#include "app/setup/flowpicture.h"
#include "widgets/elidedlabel.h"
#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

CheckLine::CheckLine(QWidget *parent)
    : QWidget(parent)
    , m_glyph(new Glyph(u"clock"_s))
    , m_sentence(new Widgets::Text(Widgets::TextRole::Body))
    , m_fact(new Widgets::ElidedLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(H(0.5));
    m_fact->setFont(Widgets::smallFont());
    m_fact->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_glyph);
    row->addWidget(m_sentence);
    row->addWidget(m_fact, 1);
    paintMark();
}

void CheckLine::show(Mark mark, const QString &sentence, const QString &fact)
{
    m_mark = mark;
    m_sentence->setText(sentence);
    m_fact->setText(fact);
    paintMark();
}

QPushButton *CheckLine::addButton(const QString &caption)
{
    QPushButton *const button = Widgets::makeButton(caption, "quiet");
    button->hide();
    static_cast<QHBoxLayout *>(layout())->insertWidget(2, button);
    return button;
}

void CheckLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintMark();
    QWidget::changeEvent(event);
}

void CheckLine::paintMark()
{
    switch (m_mark) {
    case Mark::Unknown: return m_glyph->setGlyph(u"clock"_s, Widgets::color(Widgets::Token::Dim));
    case Mark::Ok: return m_glyph->setGlyph(u"okcircle"_s, Widgets::color(Widgets::Token::Ok));
    case Mark::Missing: return m_glyph->setGlyph(u"warning"_s, Widgets::color(Widgets::Token::Warning));
    }
}

} // namespace App
