// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/setupdialog.h"
#include "fakeproject.h"
#include "shownwindow.h"

#include <QPointer>
#include <QRadioButton>

namespace TestSupport {

/// The dialog over a fake project, worked as a user works it: by names, mouse and keys.
struct Scene
{
    explicit Scene(FakeProject &project) : client(project.client()), dialog(make()) {}
    ~Scene() { delete dialog; }

    [[nodiscard]] QPushButton *button(const QString &caption) const { return buttonIn(dialog, caption); }
    [[nodiscard]] bool isReady(const QString &caption) const
    {
        const QPushButton *const found = button(caption);
        return found && found->isEnabled();
    }
    [[nodiscard]] QListView *list(const QString &name) const { return listIn(dialog, name); }
    [[nodiscard]] bool shows(const QString &text) const { return showsText(dialog, text); }
    [[nodiscard]] bool chooseKind(const QString &title) const
    {
        return choose(list(QStringLiteral("Integration types")), title);
    }
    [[nodiscard]] QRadioButton *card(const QString &title) const
    {
        for (auto *one : dialog->findChildren<QRadioButton *>()) {
            if (one->isVisible() && one->text() == title)
                return one;
        }
        return nullptr;
    }
    template <typename T>
    [[nodiscard]] T *child() const
    {
        return dialog->findChild<T *>();
    }
    /// Waits for the button: what was added a moment ago is shown with the next layout.
    void click(const QString &caption) const
    {
        QTRY_VERIFY2(button(caption), qPrintable(caption));
        QTest::mouseClick(button(caption), Qt::LeftButton);
    }

    Aiven::Client client;
    QPointer<App::SetUpDialog> dialog;

private:
    App::SetUpDialog *make()
    {
        auto *made = new App::SetUpDialog(client, QStringLiteral("sandbox"), QStringLiteral("clickhouse-demo"));
        made->open();
        return made;
    }
};

inline const QString endText =
    QStringLiteral("`service_kafka-demo` was created. It is empty: no tables exist until you define them.");

} // namespace TestSupport
