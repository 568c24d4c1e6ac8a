// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sectionheading.h"

#include "widgets/metrics.h"
#include "widgets/pill.h"
#include "widgets/text.h"

#include <QHBoxLayout>

namespace Widgets {

SectionHeading::SectionHeading(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_count(new Pill)
    , m_sentence(new Text(TextRole::Help))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.25));
    m_row->setSpacing(H(0.5));
    m_row->addWidget(new Text(TextRole::Heading, title));
    m_row->addWidget(m_count);
    m_row->addStretch();
    column->addLayout(m_row);
    m_sentence->wrapped();
    column->addWidget(m_sentence);
    m_count->hide();
    m_sentence->hide();
}

void SectionHeading::setCount(int count)
{
    m_count->setVisible(count >= 0);
    m_count->setText(QString::number(count));
    m_count->updateGeometry();
}

void SectionHeading::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void SectionHeading::addAction(QWidget *widget)
{
    m_row->addWidget(widget);
}

} // namespace Widgets
