// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fieldbox.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Widgets {

FieldBox::FieldBox(const QString &label, QWidget *field, const QString &help, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(new Text(TextRole::Label, label))
    , m_count(new Text(TextRole::Small))
    , m_help((new Text(TextRole::Help))->wrapped())
    , m_icon(new QLabel)
    , m_helpText(help)
{
    m_label->setBuddy(field);
    auto *head = new QHBoxLayout;
    head->setSpacing(H(0.5));
    head->addWidget(m_label);
    head->addWidget(m_count, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(H(0.35));
    below->addWidget(m_icon, 0, Qt::AlignTop);
    below->addWidget(m_help, 1);
    m_below = below;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(H(0.25));
    layout->addLayout(head);
    layout->addWidget(field);
    layout->addLayout(below);
    field->installEventFilter(this);
    show({});
}

void FieldBox::setInput(QWidget *input)
{
    m_field->removeEventFilter(this);
    m_field = input;
    m_label->setBuddy(input);
    input->installEventFilter(this);
    show(m_shownError);
}

void FieldBox::setHelp(const QString &help)
{
    m_helpText = help;
    show(m_shownError);
}

void FieldBox::setCount(const QString &count)
{
    m_count->setText(count);
}

void FieldBox::setError(const QString &error)
{
    m_error = error;
    const bool isTyping = qobject_cast<QLineEdit *>(m_field) && m_field->hasFocus();
    if (error.isEmpty() || hasError() || !isTyping)
        show(error);
}

void FieldBox::addBesideHelp(QWidget *widget)
{
    m_below->addWidget(widget);
}

void FieldBox::show(const QString &error)
{
    const bool wasBad = m_field->property("bad").toBool();
    m_shownError = error;
    m_help->setText(error.isEmpty() ? m_helpText : error);
    m_help->setInk(error.isEmpty() ? Token::Dim : Token::Error);
    m_help->setVisible(!m_help->text().isEmpty());
    m_icon->setVisible(!error.isEmpty());
    if (!error.isEmpty())
        m_icon->setPixmap(icon("error", Token::Error).pixmap(H(0.9)));
    m_field->setAccessibleDescription(m_help->text());
    if (wasBad == error.isEmpty()) {
        m_field->setProperty("bad", !error.isEmpty());
        m_field->update();
    }
}

bool FieldBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut)
        show(m_error);
    return QWidget::eventFilter(watched, event);
}

namespace {

class UndoKeys final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // A field claims these keys for its own undo by accepting the override; refused, they become the window's.
        if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
            const auto *key = static_cast<QKeyEvent *>(event);
            if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
                event->ignore();
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void useDocumentUndo(QWidget *field)
{
    field->installEventFilter(new UndoKeys(field));
}

} // namespace Widgets
