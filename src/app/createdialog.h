// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "widgets/dialog.h"

#include <QMap>

#include <optional>

class QLineEdit;
class QPushButton;

namespace Widgets {
class FieldBox;
class MessageBar;
} // namespace Widgets
namespace Workflow {
struct Failure;
}

namespace App {

/// What the dialogs that create one thing have in common: a name, further fields, Create. It stays open, with everything in
/// it, until the thing is made. What is wrong with a field stands below the field, the rest in the bar; Create is off
/// while it could only fail, and says why.
class CreateDialog : public Widgets::Dialog
{
    Q_OBJECT

public:
    ~CreateDialog() override;

    /// Creates; the dialog closes when it is done.
    void accept() final;

signals:
    /// The thing is there, or on its way.
    void created(const QString &name);

protected:
    /// The caption is the button's: "Create topic".
    CreateDialog(Aiven::Client &client, const QString &caption, QWidget *parent);

    /// The place is where the API has the value in what is sent ("/topic_name"): refusals name it. The input becomes a child.
    Widgets::FieldBox *addField(const QString &place, const QString &label, QWidget *input, const QString &help);
    /// The field whose place is that of the name, in front of the others.
    void addName(const QString &place, const QString &help);
    /// Cancel and Create, when everything else is there.
    void addButtons();
    [[nodiscard]] QString name() const;
    [[nodiscard]] QLineEdit &nameInput() { return *m_name; }
    [[nodiscard]] Widgets::MessageBar &bar() { return *m_bar; }

    /// What is wrong with a name that is not empty.
    [[nodiscard]] virtual QString problemOf(const QString &name) const = 0;
    /// What else stands against creating, for the button's tooltip.
    [[nodiscard]] virtual QString obstacle() const { return {}; }
    /// Sends the request once and ends with finish() or fail().
    virtual void send() = 0;
    /// The connection is back.
    virtual void onOnline() {}
    void finish();
    void fail(const Workflow::Failure &failure);
    /// The answer got lost: whether the thing is there now was read back.
    void settle(const Aiven::ApiError &lost, std::optional<bool> isThere);
    /// Says what happened without marking a field.
    void showError(const Aiven::ApiError &error);
    void updateState();

private:
    void onReachability(bool online);
    void clearErrors();
    /// Marks the fields that a refusal is about, and leaves in it only those.
    void placeErrors(Aiven::ApiError &error);
    [[nodiscard]] bool isAboutName(const Aiven::ApiError &error) const;
    [[nodiscard]] QString whyOff() const;

    Aiven::Client &m_client;
    const QString m_caption;
    QMap<QString, Widgets::FieldBox *> m_fields; ///< by place
    QString m_namePlace;
    QString m_refused; ///< what the service said about the name that is typed
    Widgets::MessageBar *m_bar;
    QLineEdit *m_name;
    QPushButton *m_create;
    bool m_sending = false;
    bool m_saysOffline = false; ///< the bar tells that there is no connection
};

} // namespace App
