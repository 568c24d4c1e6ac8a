// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "widgets/dialog.h"

#include <QTimer>

#include <memory>

class QCheckBox;
class QLineEdit;
class QNetworkAccessManager;
class QPushButton;

namespace Widgets {
class StateLabel;
class Text;
} // namespace Widgets

namespace App {

/// Asks for a token and checks it while it is typed, with a real call.
class TokenDialog final : public Widgets::Dialog
{
    Q_OBJECT
public:
    enum class State { Empty, BadAddress, Waiting, Checking, Accepted, Refused };

    explicit TokenDialog(QNetworkAccessManager &network, QWidget *parent = nullptr);
    ~TokenDialog() override;

    void setBaseUrl(const QUrl &url);
    /// Asks for another token of an account that is open; its address stays.
    void askAgain(const QUrl &url, const QString &label);

signals:
    void connected(const Aiven::Account &account, bool keep);

private:
    void addFields();
    void addResult();
    void onEdited();
    void check();
    void onAnswer(const Aiven::Result<Aiven::User> &answer);
    void setState(State state, const QString &word, const QString &detail = {});
    void submit();
    [[nodiscard]] QUrl baseUrl() const;

    QNetworkAccessManager &m_network;
    std::unique_ptr<Aiven::Client> m_client;
    std::unique_ptr<QObject> m_check; ///< owner of the running check; a new one ends the old one
    QTimer m_pause;
    State m_state = State::Empty;
    bool m_submitWhenAccepted = false;
    QString m_user; ///< of the accepted token
    QLineEdit *m_url = nullptr;
    QLineEdit *m_token = nullptr;
    QCheckBox *m_keep = nullptr;
    Widgets::StateLabel *m_result = nullptr;
    Widgets::Text *m_detail = nullptr;
    QPushButton *m_connect = nullptr;
};

} // namespace App
