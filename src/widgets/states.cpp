// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/states.h"

#include "widgets/card.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/text.h"
#include "widgets/tile.h"
#include "widgets/wordsdialog.h"

#include "core/format.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <array>

namespace Widgets {

namespace {

using namespace Qt::StringLiterals;

/// Grey rows where content will be; they do not move.
class Placeholder final : public QWidget
{
public:
    explicit Placeholder(QWidget *parent = nullptr) : QWidget(parent) { setFixedHeight(H(3 * 3)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::IdleSelection));
        const std::array<double, 3> lengths{10.5, 12, 11};
        for (std::size_t row = 0; row < lengths.size(); ++row) {
            const int top = H(3.0 * double(row) + 0.5);
            painter.drawRoundedRect(QRect(H(0.75), top, H(2), H(2)), 4, 4);
            painter.drawRoundedRect(QRect(H(3.25), top + H(0.1), H(lengths[row]), H(0.65)), 4, 4);
            painter.drawRoundedRect(QRect(H(3.25), top + H(1.2), H(22 - lengths[row]), H(0.65)), 4, 4);
            painter.drawRoundedRect(QRect(width() - H(6.5), top + H(0.6), H(5.75), H(0.65)), 4, 4);
        }
    }
};

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(new Text(TextRole::Body, text))
    , m_buttons(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(H(0.5));
    column->addStretch();
    column->addWidget(new Tile(iconName, 3.4, Tone::Neutral), 0, Qt::AlignHCenter);
    column->addWidget(new Text(TextRole::Heading, title), 0, Qt::AlignHCenter);
    m_text->setWordWrap(true);
    m_text->dim()->setAlignment(Qt::AlignHCenter);
    // In a row of its own: a label aligned by the column would be given the height of one line.
    auto *textRow = new QHBoxLayout;
    textRow->addStretch();
    textRow->addWidget(m_text, 100);
    textRow->addStretch();
    m_text->setMaximumWidth(H(29));
    column->addLayout(textRow);
    m_buttons->setSpacing(H(0.5));
    m_buttons->addStretch();
    m_buttons->addStretch();
    column->addSpacing(H(0.25));
    column->addLayout(m_buttons);
    column->addStretch();
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
}

QPushButton *EmptyState::addButton(const QString &caption, const char *kind, const QString &iconName)
{
    QPushButton *button = iconName.isEmpty() ? makeButton(caption, kind) : makeButton(caption, iconName, kind);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

LoadingState::LoadingState(QWidget *parent)
    : QWidget(parent)
    , m_content(new QWidget(this))
    , m_text(new Text(TextRole::Help))
    , m_bar(new QProgressBar)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_content);
    outer->addStretch();
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.5));
    auto *row = new QHBoxLayout;
    row->addWidget(m_text);
    row->addStretch();
    //: Button that stops reading something from the service
    QPushButton *cancel = makeButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &LoadingState::cancelRequested);
    row->addWidget(cancel);
    column->addLayout(row);
    m_bar->setTextVisible(false);
    //: Accessible name of a progress bar
    m_bar->setAccessibleName(tr("Progress"));
    column->addWidget(m_bar);
    auto *card = new Card;
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(0, H(0.25), 0, H(0.25));
    rows->addWidget(new Placeholder);
    column->addWidget(card);
    m_content->hide();
    m_appear.setSingleShot(true);
    m_appear.setInterval(200);
    connect(&m_appear, &QTimer::timeout, m_content, &QWidget::show);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &LoadingState::updateSentence);
}

void LoadingState::start(const QString &sentence)
{
    m_sentence = sentence;
    m_done = 0;
    m_total = 0;
    m_elapsed.start();
    m_pause = QDeadlineTimer();
    m_content->hide();
    m_appear.start();
    m_tick.start();
    setProgress(0, 0);
}

void LoadingState::setProgress(int done, int total)
{
    m_done = done;
    m_total = total;
    m_bar->setRange(0, qMax(1, total));
    m_bar->setValue(done);
    m_bar->setVisible(total > 0);
    updateSentence();
}

void LoadingState::setPause(int seconds)
{
    m_pause.setRemainingTime(std::chrono::seconds(seconds));
    updateSentence();
}

void LoadingState::stop()
{
    m_appear.stop();
    m_tick.stop();
    m_content->hide();
}

void LoadingState::updateSentence()
{
    if (m_pause.remainingTime() > 0) {
        const QString left = QLocale().toString((m_pause.remainingTime() + 999) / 1000);
        //: Loading: sentence, seconds until the program asks again because the server wanted a pause
        m_text->setText(tr("%1… waiting %2 s, then asking again").arg(m_sentence, left));
        return;
    }
    const QString seconds = QLocale().toString(m_elapsed.elapsed() / 1000);
    if (m_total > 0) {
        //: Loading: sentence, how many of how many, seconds so far
        m_text->setText(
            tr("%1… %2 of %3, %4 s").arg(m_sentence, Core::formatCount(m_done), Core::formatCount(m_total), seconds));
        return;
    }
    //: Loading: sentence, seconds so far
    m_text->setText(tr("%1… %2 s").arg(m_sentence, seconds));
}

ErrorState::ErrorState(QWidget *parent)
    : QWidget(parent)
    , m_tile(new Tile(u"error"_s, 2.6, Tone::Error))
    , m_title(new Text(TextRole::Heading))
    , m_text(new Text(TextRole::Body))
    , m_request(new Text(TextRole::Fixed))
    , m_buttons(new QHBoxLayout)
    , m_footer(new QWidget)
{
    auto *outer = new QVBoxLayout(this);
    auto *card = new Card;
    card->setMaximumWidth(H(42));
    card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    outer->addStretch(2);
    auto *center = new QHBoxLayout;
    center->addStretch(0);
    center->addWidget(card, 1);
    center->addStretch(0);
    outer->addLayout(center);
    outer->addStretch(3);

    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(H(1.5), H(1.5), H(1.5), H(1));
    grid->setHorizontalSpacing(H(0.75));
    grid->setVerticalSpacing(H(0.25));
    grid->addWidget(m_tile, 0, 0, 3, 1, Qt::AlignTop);
    grid->addWidget(m_title->wrapped(), 0, 1);
    m_text->setWordWrap(true);
    m_text->selectable();
    grid->addWidget(m_text, 1, 1);
    m_buttons->setSpacing(H(0.5));
    m_buttons->setContentsMargins(0, H(0.5), 0, H(0.5));
    //: Button that repeats what failed
    QPushButton *retry = makeButton(tr("Try again"), "primary");
    connect(retry, &QPushButton::clicked, this, &ErrorState::retryRequested);
    m_buttons->addWidget(retry);
    m_buttons->addStretch();
    grid->addLayout(m_buttons, 2, 1);
    grid->addWidget(m_footer, 3, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    buildFooter();
}

void ErrorState::buildFooter()
{
    auto *column = new QVBoxLayout(m_footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new Hairline);
    auto *row = new QHBoxLayout;
    m_request->dim()->selectable();
    m_request->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->setContentsMargins(H(2.6) + H(0.75), 0, 0, 0);
    row->addWidget(m_request, 1);
    //: Button that copies the details of an error
    QPushButton *copy = makeButton(tr("Copy report"), u"copy"_s, "quiet");
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_details); });
    //: Button that shows the details of an error
    QPushButton *show = makeButton(tr("Show details"), u"view"_s, "quiet");
    connect(show, &QPushButton::clicked, this,
            [this] { (new WordsDialog(m_title->text(), m_details, window()))->open(); });
    row->addWidget(show);
    row->addWidget(copy);
    column->addLayout(row);
}

void ErrorState::setError(const QString &title, const QString &text, const QString &details, const QString &iconName)
{
    m_tile->setIconName(iconName);
    m_title->setText(title);
    m_text->setText(details.isEmpty() ? text : shortened(text)); // the details have the server's words
    m_details = details;
    m_request->setText(details.section(u'\n', 0, 0));
    m_footer->setVisible(!details.isEmpty());
}

QPushButton *ErrorState::addButton(const QString &caption, const char *kind)
{
    QPushButton *button = makeButton(caption, kind);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

} // namespace Widgets
