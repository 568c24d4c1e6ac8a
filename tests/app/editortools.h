// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/editor/editorpage.h"
#include "app/fakeeditorapi.h"
#include "widgets/style.h"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <memory>

/// What the tests of the editor's page share: opening it on the fake API, and finding its parts by what a user reads.
namespace EditorTools {

using namespace Qt::StringLiterals;
using App::EditorPage;
using TestSupport::FakeEditorApi;

inline const QString projectName = u"sandbox"_s;
inline const QString serviceName = u"clickhouse-demo"_s;
inline const QString id = u"8c1f0f6e-6c1b-4c55-9d0e-0f2c6a7c1b52"_s;

/// A page in a window of its own, read to the end.
inline std::unique_ptr<EditorPage> openPage(FakeEditorApi &api)
{
    auto page = std::make_unique<EditorPage>(api.client, projectName, serviceName, id);
    page->resize(1240, 720);
    page->show();
    QApplication::setActiveWindow(page.get());
    return page;
}

inline bool isRead(EditorPage &page)
{
    return !page.draft().surroundings().formats.isEmpty() && page.draft().surroundings().partitions;
}

template <typename T>
T *named(const QWidget &root, const QString &name)
{
    for (T *widget : root.findChildren<T *>()) {
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (widget->accessibleName() == name || (interface && interface->text(QAccessible::Name) == name))
            return widget;
    }
    return nullptr;
}

/// The field below a label.
template <typename T>
T *labelled(const QWidget &root, const QString &label)
{
    for (const QLabel *one : root.findChildren<QLabel *>()) {
        if (one->text() == label && qobject_cast<T *>(one->buddy()))
            return qobject_cast<T *>(one->buddy());
    }
    return nullptr;
}

inline bool shows(const QWidget &root, const QString &text)
{
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

inline void type(QLineEdit *edit, const QString &text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

inline QDialog *reviewOf(EditorPage &page)
{
    return page.findChild<QDialog *>();
}

inline QPushButton *primaryOf(const QWidget &root, const QString &start)
{
    for (QPushButton *button : root.findChildren<QPushButton *>()) {
        if (button->text().startsWith(start))
            return button;
    }
    return nullptr;
}

/// Without drafts of an earlier test.
inline void forgetDrafts()
{
    QDir(qEnvironmentVariable("XDG_STATE_HOME", QDir::homePath() + u"/.local/state"_s) + u"/headgate"_s)
        .removeRecursively();
}

template <typename Test>
int runWithStyle(int argc, char *argv[])
{
    QApplication::setStyle(new Widgets::HeadgateStyle);
    QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace EditorTools
