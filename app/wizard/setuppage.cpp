// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/setuppage.h"

#include "app/wizard/fieldtext.h"
#include "app/wizard/quantityfield.h"
#include "app/wizard/rowseditor.h"
#include "widgets/direction.h"
#include "widgets/plaintext.h"
#include "widgets/verdictstyle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

SetupPage::SetupPage(const QString &title, const QString &purpose, const QString &helpPage)
    : m_title(title), m_form(new QFormLayout), m_layout(new QVBoxLayout(this))
{
    setProperty("helpPage", helpPage);
    auto *heading = new QLabel(purpose);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_layout->addWidget(heading);
    m_layout->addLayout(m_form);
    m_layout->addStretch();
    m_form->setVerticalSpacing(0); // each field has room for a sentence below it
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

QList<session::SetupMistake> SetupPage::mistakes() const
{
    QList<session::SetupMistake> found;
    for (const Field &field : m_fields) {
        const auto *quantity = qobject_cast<const QuantityField *>(field.editor);
        if (quantity != nullptr && !quantity->isRight()) {
            found.append({field.key, quantity->requirement()});
        }
    }
    return found;
}

const SetupPage::Field *SetupPage::find(const QString &key) const
{
    const auto found = std::ranges::find(m_fields, key, &Field::key);
    return found == m_fields.end() ? nullptr : &*found;
}

SetupPage::Field &SetupPage::field(const QString &key)
{
    const auto found = std::ranges::find(m_fields, key, &Field::key);
    Q_ASSERT(found != m_fields.end());
    return *found;
}

QString SetupPage::captionOf(const QString &key) const
{
    const Field *found = find(key);
    return found != nullptr ? found->caption : QString();
}

void SetupPage::showProblems(const QList<FieldProblem> &problems)
{
    m_problems.clear();
    for (Field &field : m_fields) {
        const auto found = std::ranges::find(problems, field.key, &FieldProblem::key);
        field.problem = found == problems.end() ? QString() : found->text;
        if (!field.problem.isEmpty()) {
            m_problems += field.problem;
        }
        refresh(field);
    }
}

void SetupPage::note(const QString &key, const QString &text)
{
    Field &noted = field(key);
    noted.note = text;
    refresh(noted);
}

/// A field that nobody has filled in yet is not scolded for it.
void SetupPage::refresh(const Field &field)
{
    const QString &text = field.problem.isEmpty() ? field.note : field.problem;
    const bool isWrong = !field.problem.isEmpty() && !isBlank(*field.editor);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, isWrong ? widgets::VerdictStyle::color(widgets::Mark::Bad, colours)
                                                   : colours.color(QPalette::PlaceholderText));
    field.noteLabel->setPalette(colours);
    field.noteLabel->setText(text);
    field.editor->setAccessibleDescription(text);
}

void SetupPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (const Field &field : std::as_const(m_fields)) {
            refresh(field);
        }
    }
}

bool SetupPage::isWrong() const
{
    return std::ranges::any_of(m_fields,
                               [](const Field &field) { return !field.problem.isEmpty() && !isBlank(*field.editor); });
}

void SetupPage::focusOn(const QString &key)
{
    const Field *found = find(key);
    if (found == nullptr) {
        return;
    }
    for (QTabWidget *tabs : findChildren<QTabWidget *>()) {
        if (const int tab = tabs->indexOf(found->cell); tab >= 0) {
            tabs->setCurrentIndex(tab);
        }
    }
    found->editor->setFocus(Qt::OtherFocusReason);
}

QList<std::pair<QString, QString>> SetupPage::values() const
{
    QList<std::pair<QString, QString>> values;
    for (const Field &field : m_fields) {
        if (!field.isShown || !field.editor->isEnabled()) {
            continue;
        }
        const QString text = field.problem.isEmpty() ? fieldText(*field.editor) : field.problem;
        if (!text.isEmpty()) {
            values.append({field.caption, text});
        }
    }
    return values;
}

QLineEdit *SetupPage::addLine(const QString &key, const QString &caption, const QString &tip,
                              const QString &placeholder)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(placeholder);
    widgets::keepLeftToRight(*edit);
    addField(key, caption, tip, edit, edit);
    return edit;
}

QLineEdit *SetupPage::addPath(const QString &key, const QString &caption, const QString &tip, PathKind kind,
                              QMenu *others)
{
    auto *edit = new QLineEdit;
    addField(key, caption, tip, edit, pathRow(edit, widgets::withoutMnemonic(caption), kind, others));
    return edit;
}

QComboBox *SetupPage::addChoice(const QString &key, const QString &caption, const QString &tip)
{
    auto *choice = new QComboBox;
    addField(key, caption, tip, choice, choice);
    return choice;
}

QCheckBox *SetupPage::addCheck(const QString &key, const QString &caption, const QString &tip)
{
    auto *check = new QCheckBox(caption);
    addField(key, caption, tip, check, check);
    return check;
}

QSpinBox *SetupPage::addNumber(const QString &key, const QString &caption, const QString &tip, int least, int most)
{
    auto *number = new QSpinBox;
    number->setRange(least, most);
    number->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addField(key, caption, tip, number, number);
    return number;
}

void SetupPage::addField(const QString &key, const QString &caption, const QString &tip, QWidget *editor, QWidget *row)
{
    QWidget *cell = makeField(key, caption, tip, editor, row);
    if (qobject_cast<QCheckBox *>(editor) != nullptr) {
        m_form->addRow(QString(), cell);
        return;
    }
    auto *label = new QLabel(caption);
    label->setBuddy(editor);
    m_form->addRow(label, cell);
}

QWidget *SetupPage::makeField(const QString &key, const QString &caption, const QString &tip, QWidget *editor,
                              QWidget *row)
{
    const QString plain = widgets::withoutMnemonic(caption);
    editor->setObjectName(key.section(u'.', -1));
    editor->setAccessibleName(plain);
    editor->setToolTip(tip);
    auto *noteLabel = new QLabel;
    noteLabel->setTextFormat(Qt::PlainText);
    noteLabel->setWordWrap(true);
    noteLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    noteLabel->setMinimumHeight(noteLabel->fontMetrics().height()); // a sentence that comes moves no field
    auto *cell = new QWidget;
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(row, 0,
                      row->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed ? Qt::AlignLeft : Qt::Alignment());
    column->addWidget(noteLabel);
    m_fields.append({key, plain, tip, editor, cell, noteLabel, {}, {}, true});
    return cell;
}

void SetupPage::addBelow(QWidget *widget, int stretch)
{
    m_layout->insertWidget(m_layout->count() - 1, widget, stretch);
}

void SetupPage::setShown(const QString &key, bool shown)
{
    Field &found = field(key);
    found.isShown = shown;
    m_form->setRowVisible(found.cell, shown);
}

void SetupPage::setCounts(const QString &key, bool counts, const QString &why)
{
    const Field &found = field(key);
    found.editor->setEnabled(counts);
    found.editor->setToolTip(counts ? found.tip : why);
}

void SetupPage::watchFields()
{
    for (const Field &field : std::as_const(m_fields)) {
        if (auto *edit = qobject_cast<QLineEdit *>(field.editor)) {
            connect(edit, &QLineEdit::textChanged, this, &SetupPage::changed);
        } else if (auto *choice = qobject_cast<QComboBox *>(field.editor)) {
            connect(choice, &QComboBox::currentTextChanged, this, &SetupPage::changed);
        } else if (auto *check = qobject_cast<QCheckBox *>(field.editor)) {
            connect(check, &QCheckBox::toggled, this, &SetupPage::changed);
        } else if (auto *number = qobject_cast<QSpinBox *>(field.editor)) {
            connect(number, &QSpinBox::valueChanged, this, &SetupPage::changed);
        } else if (auto *fraction = qobject_cast<QDoubleSpinBox *>(field.editor)) {
            connect(fraction, &QDoubleSpinBox::valueChanged, this, &SetupPage::changed);
        } else if (auto *rows = qobject_cast<RowsEditor *>(field.editor)) {
            connect(rows, &RowsEditor::changed, this, &SetupPage::changed);
        }
    }
}

void addWords(QComboBox &choice, const QList<std::pair<QString, QString>> &words)
{
    for (const auto &[text, word] : words) {
        choice.addItem(text, word);
    }
}

void choose(QComboBox &choice, const QString &word)
{
    choice.setCurrentIndex(std::max(0, choice.findData(word)));
}

QStringList wordsIn(const QString &text)
{
    static const QRegularExpression word(uR"-(\S+( +\(".*?"\))?)-"_s);
    QStringList words;
    for (const QRegularExpressionMatch &match : word.globalMatch(text)) {
        words += match.captured();
    }
    return words;
}

} // namespace culprit::app
