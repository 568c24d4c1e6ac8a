// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"
#include "schema/field.h"

#include <QScrollArea>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace Widgets {
class FieldBox;
}

namespace App {
class ColumnGrid;
class SettingsForm;
class TopicsField;

/// Everything about one table: name, consumer group, format, start, topics, columns, further settings. It shows the draft
/// and edits it; widgets never change each other.
class TableForm final : public QScrollArea
{
    Q_OBJECT

public:
    explicit TableForm(Document::Draft &draft, QWidget *parent = nullptr);

    void setTable(int row);
    [[nodiscard]] int table() const { return m_table; }
    void setSchema(const Schema::Field &table);
    void setSample(const QString &topic, const QByteArray &message);
    /// Puts the focus on the place of a problem: "/tables/2/columns/5/type".
    void goTo(const QString &pointer);
    void focusName();

signals:
    void oneTopicCopyRequested();
    void jsonRequested(const QString &pointer);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFields();
    void connectFields();
    void buildTopics();
    void placeFields();
    void refresh();
    void refreshTopics();
    void refreshErrors();
    void setStart(int index);
    QLineEdit *makeEdit(const QString &key);

    Document::Draft &m_draft;
    QWidget *m_content;
    QGridLayout *m_grid;
    QLineEdit *m_name;
    QLineEdit *m_group;
    QComboBox *m_format;
    QComboBox *m_start;
    TopicsField *m_topics;
    Widgets::FieldBox *m_nameBox;
    Widgets::FieldBox *m_groupBox;
    Widgets::FieldBox *m_formatBox;
    Widgets::FieldBox *m_startBox;
    Widgets::FieldBox *m_topicsBox;
    QWidget *m_severalTopics;
    ColumnGrid *m_columns;
    SettingsForm *m_settings;
    int m_table = -1;
    int m_gridColumns = 0;
};

} // namespace App
