// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/pathfield.h"
#include "engine/session/setupcheck.h"

#include <QList>
#include <QWidget>

#include <utility>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace culprit::app
{

/// What is wrong with one field of the "New bisection" dialog.
struct FieldProblem {
    QString key;  ///< as in session::SetupMistake
    QString text; ///< a sentence

    bool operator==(const FieldProblem &) const = default;
};

/// One page of the "New bisection" dialog: fields for some keys of a Setup. A field has the last part of its key for an
/// object name, and below it a line for what is wrong with it, or else for what there is to say of it.
class SetupPage : public QWidget
{
    Q_OBJECT

public:
    /// `purpose`: what the page asks, a sentence. `helpPage` of the user guide.
    SetupPage(const QString &title, const QString &purpose, const QString &helpPage);

    [[nodiscard]] QString title() const { return m_title; }

    /// Fills the fields.
    virtual void read(const session::Setup &setup) = 0;
    /// What the fields say; all else stays.
    virtual void write(session::Setup &setup) const = 0;
    /// What the page stands for, to be read or to be pasted into a shell.
    [[nodiscard]] virtual QString commands(const session::Setup &setup) const = 0;
    /// What is typed here that a Setup cannot hold.
    [[nodiscard]] virtual QList<session::SetupMistake> mistakes() const;

    [[nodiscard]] bool has(const QString &key) const { return find(key) != nullptr; }
    [[nodiscard]] QString captionOf(const QString &key) const;
    /// Shows those that are about fields here.
    void showProblems(const QList<FieldProblem> &problems);
    [[nodiscard]] const QStringList &problems() const { return m_problems; } ///< that are shown
    [[nodiscard]] bool isWrong() const; ///< some problem is not only that a field is still empty
    void focusOn(const QString &key);
    /// Captions and contents of the fields that count.
    [[nodiscard]] QList<std::pair<QString, QString>> values() const;

Q_SIGNALS:
    void changed(); ///< by a person

protected:
    QLineEdit *addLine(const QString &key, const QString &caption, const QString &tip, const QString &placeholder = {});
    QLineEdit *addPath(const QString &key, const QString &caption, const QString &tip, PathKind kind,
                       QMenu *others = nullptr);
    QComboBox *addChoice(const QString &key, const QString &caption, const QString &tip);
    QCheckBox *addCheck(const QString &key, const QString &caption, const QString &tip);
    QSpinBox *addNumber(const QString &key, const QString &caption, const QString &tip, int least, int most);
    /// Any other editor; `row` is what stands in the form, with the editor in it.
    void addField(const QString &key, const QString &caption, const QString &tip, QWidget *editor, QWidget *row);
    /// The same for one that stands elsewhere on the page: as what is returned, with its note.
    [[nodiscard]] QWidget *makeField(const QString &key, const QString &caption, const QString &tip, QWidget *editor,
                                     QWidget *row);
    void addBelow(QWidget *widget, int stretch = 0); ///< over the whole width, below the fields
    void setShown(const QString &key, bool shown);
    /// `why` it does not count, where it does not; else the tip that it was added with.
    void setCounts(const QString &key, bool counts, const QString &why);
    void note(const QString &key, const QString &text); ///< what there is to say of a field
    /// Once all fields are there.
    void watchFields();

    void changeEvent(QEvent *event) override;

private:
    struct Field {
        QString key;
        QString caption;
        QString tip;
        QWidget *editor = nullptr;
        QWidget *cell = nullptr; ///< with editor and note
        QLabel *noteLabel = nullptr;
        QString note;
        QString problem;
        bool isShown = true;
    };
    [[nodiscard]] const Field *find(const QString &key) const;
    [[nodiscard]] Field &field(const QString &key);
    void refresh(const Field &field);

    QString m_title;
    QFormLayout *m_form = nullptr;
    QBoxLayout *m_layout = nullptr;
    QList<Field> m_fields;
    QStringList m_problems;
};

/// A choice of words: texts with the words of SETUP.toml that they stand for.
void addWords(QComboBox &choice, const QList<std::pair<QString, QString>> &words);
void choose(QComboBox &choice, const QString &word);

/// Words between blanks; a commit quoted as kernel people do, 1a2b3c4d5e6f ("subject"), is one.
[[nodiscard]] QStringList wordsIn(const QString &text);

} // namespace culprit::app
