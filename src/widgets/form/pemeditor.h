// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pem.h"
#include "widgets/form/fieldeditor.h"

class QPlainTextEdit;

namespace Widgets {

/// A certificate or key: pasted, or loaded from a file. A stored key is never shown.
class PemEditor final : public FieldEditor
{
    Q_OBJECT

public:
    PemEditor(const Schema::Field &field, QObject *parent);

    [[nodiscard]] Core::Json value() const override;
    void setValue(const Core::Json &value) override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] QWidget *input() const override;
    [[nodiscard]] QWidget *widget() const override { return m_whole; }
    /// Reads a file of at most 64 KiB into the field. Says why when it cannot.
    void load(const QString &fileName);

private:
    void chooseFile();
    [[nodiscard]] Core::PemKind kind() const;
    void setPlaceholder();

    QWidget *m_whole;
    QPlainTextEdit *m_edit;
    QString m_loadProblem;
    bool m_isStored = false;
};

} // namespace Widgets
