// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"
#include "schema/field.h"

#include <QWidget>

class QGridLayout;
class QPushButton;
class QToolButton;

namespace Widgets {
class Text;
}

namespace App {
class SettingRow;

/// "More settings": the properties of a table that have no field of their own, as the API's schema lists them. A setting
/// that Aiven adds tomorrow appears here without a release.
class SettingsForm final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsForm(Document::Draft &draft, QWidget *parent = nullptr);

    /// The schema of one table.
    void setFields(const Schema::Field &table);
    void setTable(int row);
    /// Opens and shows "/num_consumers".
    void goTo(const QStringList &steps);

signals:
    /// A setting that is better edited as JSON: the view goes to this place.
    void jsonRequested(const QString &pointer);

private:
    void build();
    void place();
    void refresh();
    void setOpen(bool open);
    void editView();
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] QString summary() const;

    Document::Draft &m_draft;
    QList<Schema::Field> m_fields;
    QStringList m_keys; ///< every property without a field of its own, those of objects included
    QList<SettingRow *> m_rows;
    QToolButton *m_toggle;
    Widgets::Text *m_summary;
    QWidget *m_content;
    QGridLayout *m_grid;
    QWidget *m_viewRow = nullptr;
    QPushButton *m_viewButton = nullptr;
    int m_table = -1;
    bool m_open = false;
    int m_columns = 0;
};

} // namespace App
