// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/form/pemeditor.h"

#include "core/format.h"
#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Widgets {

namespace {

constexpr qint64 longestFile = 64 << 10;

} // namespace

PemEditor::PemEditor(const Schema::Field &field, QObject *parent)
    : FieldEditor(field, parent)
    , m_whole(new QWidget)
    , m_edit(new QPlainTextEdit)
{
    m_edit->setTabChangesFocus(true);
    m_edit->setFont(fixedFont());
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setFixedHeight(H(5));
    m_edit->setAccessibleName(field.title);
    //: quiet button below a field for a certificate or key
    QPushButton *const file = makeButton(tr("Load from a file…"), u"file"_s, "quiet");
    //: accessible name of that button; %1 is the field's label
    file->setAccessibleName(tr("Load %1 from a file").arg(field.title));
    auto *column = new QVBoxLayout(m_whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(H(0.25));
    column->addWidget(m_edit);
    column->addWidget(file, 0, Qt::AlignLeft);
    setPlaceholder();
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_loadProblem.clear();
        emit edited();
    });
    connect(file, &QPushButton::clicked, this, &PemEditor::chooseFile);
}

QWidget *PemEditor::input() const
{
    return m_edit;
}

Core::PemKind PemEditor::kind() const
{
    return field().name.endsWith("key"_L1) ? Core::PemKind::PrivateKey : Core::PemKind::Certificate;
}

void PemEditor::setPlaceholder()
{
    if (m_isStored)
        //: placeholder of a field for a key that the service has
        m_edit->setPlaceholderText(tr("stored; what you paste replaces it"));
    else
        m_edit->setPlaceholderText(kind() == Core::PemKind::PrivateKey ? u"-----BEGIN PRIVATE KEY-----"_s
                                                                       : u"-----BEGIN CERTIFICATE-----"_s);
}

Core::Json PemEditor::value() const
{
    const QString text = m_edit->toPlainText();
    if (text.trimmed().isEmpty())
        return m_isStored ? Core::Json(Core::toStdString(storedSecret())) : Core::Json();
    return Core::toStdString(text);
}

void PemEditor::setValue(const Core::Json &value)
{
    const QSignalBlocker quiet(m_edit);
    m_isStored = value.is_string() && shownValue(value) == storedSecret();
    m_edit->setPlainText(m_isStored || value.is_null() ? QString() : shownValue(value));
    m_loadProblem.clear();
    setPlaceholder();
}

QString PemEditor::problem() const
{
    if (!m_loadProblem.isEmpty())
        return m_loadProblem;
    const QString text = m_edit->toPlainText();
    if (text.trimmed().isEmpty())
        return {};
    const bool key = kind() == Core::PemKind::PrivateKey;
    switch (Core::checkPem(text, kind())) {
    case Core::PemFault::None: return {};
    case Core::PemFault::NoBlock:
        //: below a field for a PEM block; keep the dashes
        return key ? tr("Not a PEM key: the line -----BEGIN PRIVATE KEY----- is missing.")
                   //: below a field for a PEM block; keep the dashes
                   : tr("Not a PEM certificate: the line -----BEGIN CERTIFICATE----- is missing.");
    case Core::PemFault::OtherKind:
        //: below a field for a PEM block
        return key ? tr("This PEM block is no private key. A certificate belongs into the other field.")
                   //: below a field for a PEM block
                   : tr("This PEM block is no certificate. A key belongs into the other field.");
    case Core::PemFault::Broken:
        //: below a field for a PEM block
        return tr("The PEM block is damaged: a line between BEGIN and END is no base64, or the END line is missing.");
    }
    return {};
}

void PemEditor::chooseFile()
{
    //: title of a file dialog; %1 is the label of a field
    auto *dialog = new QFileDialog(m_whole->window(), tr("Load %1").arg(field().title));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    //: file dialog: kinds of files
    dialog->setNameFilters({tr("PEM files (*.pem *.crt *.cer *.key)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PemEditor::load);
    dialog->open();
}

void PemEditor::load(const QString &fileName)
{
    const QFileInfo info(fileName);
    QFile file(fileName);
    // A pipe or device would never end.
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        //: below a field for a PEM block; %1 is the name of a file
        m_loadProblem = tr("%1 cannot be read.").arg(Core::displayText(info.fileName(), 100));
    } else if (file.size() > longestFile) {
        //: below a field for a PEM block; %1 is the name of a file
        m_loadProblem = tr("%1 is too large for a PEM file.").arg(Core::displayText(info.fileName(), 100));
    } else {
        m_edit->setPlainText(QString::fromUtf8(file.read(longestFile)));
        return;
    }
    emit edited();
}

} // namespace Widgets
