// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/config.h"
#include "document/diff.h"
#include "document/problem.h"
#include "document/surroundings.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace Document {

/// Typing merges into one undo step until endTyping() or another edit; a whole edit is a step of its own.
enum class EditKind { Whole, Typing };

/// What the user edits: the one truth behind form, grid and JSON text. It knows the configuration as it was loaded (the
/// baseline) and as it is now. Every edit is an undo step on one stack. Text that does not parse leaves the
/// configuration untouched and is kept, with its error, until it parses or the form is edited.
class Draft : public QObject
{
    Q_OBJECT

public:
    explicit Draft(QObject *parent = nullptr);
    ~Draft() override;

    /// Starts over from what the API sent. The error is a sentence for the user.
    [[nodiscard]] Core::Outcome<QString> load(const Core::Json &userConfig);
    /// The same with a configuration that another thread has read: a large one takes 50 ms.
    void load(const Config &config);
    /// The server now has this: after Apply, or to go on against a newer version. The edits and their undo stay.
    void setBaseline(const Config &baseline);
    void setSurroundings(const Surroundings &surroundings);
    /// Checks against the schema of the API beside the own rules; it returns problems of one table, pointers from "".
    using SchemaCheck = std::function<QList<Problem>(const Core::Json &table)>;
    void setSchemaCheck(SchemaCheck check);

    [[nodiscard]] const Config &config() const { return m_config; }
    [[nodiscard]] const Config &baseline() const { return m_baseline; }
    [[nodiscard]] const Surroundings &surroundings() const { return m_surroundings; }
    [[nodiscard]] int tableCount() const { return int(m_config.tables().size()); }
    [[nodiscard]] const Table &table(int row) const { return *m_config.tables().at(row); }

    /// What the JSON view shows: the text as typed while it was the last thing edited, else the guide's form.
    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] const std::optional<Core::JsonError> &textError() const { return m_typed.error; }

    [[nodiscard]] bool isModified() const { return changeCount() > 0; }
    [[nodiscard]] int changeCount() const { return int(m_changes.size()); }
    [[nodiscard]] const QList<Change> &changes() const { return m_changes; }
    /// Every problem in the order of the document.
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    /// What the service refused, beside the place it is about, until the value there is another one.
    void setRefusals(const QList<Problem> &refusals);
    /// Errors that keep the draft from being sent. A refusal is none of them: trying again must stay possible.
    [[nodiscard]] int blockingCount() const;
    [[nodiscard]] QList<Problem> tableProblems(int row) const;

    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }
    void endTyping();

    // Edits. Rows out of range are ignored; an edit that changes nothing is no undo step.
    int addTable(const Core::Json &table, int row = -1);
    int duplicateTable(int row);
    /// The way out of "Writing to more than one topic is not supported.": a twin with the first topic and its own group.
    int addOneTopicCopy(int row);
    void removeTable(int row);
    void moveTable(int from, int to);
    void setTableValue(int row, const QString &key, const Core::Json &value, EditKind kind = EditKind::Whole);
    void resetTableValue(int row, const QString &key); ///< removes the key, so that the service's default holds
    void insertColumns(int row, int at, const QList<Column> &columns);
    void setColumn(int row, int at, const Column &column, EditKind kind = EditKind::Whole);
    void removeColumns(int row, QList<int> positions);
    void moveColumn(int row, int from, int to);
    void setTopics(int row, const QStringList &topics);
    void replaceText(const QByteArray &text);
    void replaceConfig(const Config &config, const QString &undoText);
    void revertAll(); ///< back to the baseline, as an edit that can be undone
    void applyFix(const Fix &fix);

    /// What the journal keeps. A snapshot is cheap and may be written to text by another thread.
    struct Snapshot
    {
        Config baseline;
        Config current;
        std::optional<QByteArray> typedText;

        [[nodiscard]] QByteArray toText() const;
        /// What toText() wrote; any thread may read it. Nothing when it is damaged or of another version.
        [[nodiscard]] static std::optional<Snapshot> fromJson(const Core::Json &journal);
    };
    [[nodiscard]] Snapshot snapshot() const { return {m_baseline, m_config, m_typed.text}; }
    /// Brings a journaled draft back over the baseline just loaded; the edits come as one undo step.
    void restore(const Snapshot &left);

signals:
    /// One table has other contents.
    void tableChanged(int row);
    void tablesRemoved(int first, int count);
    void tablesInserted(int first, int count);
    /// Everything may differ.
    void reset();
    /// Last of the signals of each edit; problems, changes and text are up to date.
    void changed();
    /// An undo step was made, undone or redone here: the view shows this place.
    void touched(const QString &pointer);

private:
    friend class ConfigCommand;

    /// Text as the user typed it. Without a text the guide's form is shown.
    struct Typed
    {
        std::optional<QByteArray> text;
        std::optional<Core::JsonError> error;
    };
    struct State
    {
        Config config;
        Typed typed;
    };

    void push(Config config, const QString &undoText, const QString &pointer, EditKind kind = EditKind::Whole);
    void pushState(State after, const QString &undoText, const QString &pointer, const QString &mergeKey);
    void setState(const State &state, const QString &pointer);
    void announceTables(const QList<TablePtr> &before);
    void recheck();
    void appendRefusals();
    void editTable(int row, Core::Json json, const QString &undoText, const QString &pointer, EditKind kind);
    [[nodiscard]] bool has(int row) const { return row >= 0 && row < tableCount(); }

    struct Checked
    {
        TablePtr table;
        QList<Problem> problems;
    };

    Config m_config;
    Config m_baseline;
    Typed m_typed;
    Surroundings m_surroundings;
    SchemaCheck m_schemaCheck;
    QHash<const Table *, Checked> m_checked;
    QList<Problem> m_problems;
    QList<std::pair<Problem, Core::Json>> m_refusals; ///< with the value that was refused
    QList<Change> m_changes;
    QUndoStack m_undo;
    int m_typingSession = 0;
};

} // namespace Document
