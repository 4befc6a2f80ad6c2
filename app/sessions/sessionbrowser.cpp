// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sessions/sessionbrowser.h"

#include "app/sessions/sessioncatalog.h"
#include "app/sessions/sessionlistmodel.h"
#include "widgets/rowtable.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace culprit::app
{

namespace
{

/// Rows in which each of the words is.
class WordFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text)
    {
        m_words = text.left(200).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
        invalidateRowsFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString text = sourceModel()->index(row, 0, parent).data(SessionListModel::TextRole).toString();
        return std::ranges::all_of(m_words,
                                   [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
};

} // namespace

SessionBrowser::SessionBrowser(const SessionCatalog &catalog, QWidget *parent)
    : QDialog(parent),
      m_model(new SessionListModel(catalog, SessionListModel::all, this)),
      m_proxy(new WordFilter(this)),
      m_search(new QLineEdit),
      m_table(new QTableView),
      m_told(new QLabel)
{
    setWindowTitle(tr("Sessions"));
    m_proxy->setSourceModel(m_model);
    m_table->setModel(m_proxy);
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, &SessionBrowser::filter);
    connect(m_table, &QAbstractItemView::activated, this, &SessionBrowser::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &SessionBrowser::update);
    connect(m_open, &QAbstractButton::clicked, this, &SessionBrowser::choose);
    connect(m_other, &QAbstractButton::clicked, this, [this] {
        reject();
        Q_EMIT otherWanted();
    });
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &SessionBrowser::chooseFirst);
    connect(m_proxy, &QAbstractItemModel::dataChanged, this, &SessionBrowser::update);
    chooseFirst();
    m_search->setFocus();
}

void SessionBrowser::layOut()
{
    const int letter = fontMetrics().averageCharWidth();
    m_search->setPlaceholderText(tr("Search names, culprits, crash titles, kernel trees"));
    m_search->setAccessibleName(tr("Search the sessions"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    widgets::makeRowTable(*m_table);
    m_table->setAccessibleName(tr("Sessions"));
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->setColumnWidth(SessionListModel::Name, letter * 28);
    m_table->setColumnWidth(SessionListModel::Range, letter * 26);
    m_table->setColumnWidth(SessionListModel::Changed, letter * 18);
    m_table->setColumnWidth(SessionListModel::Tree, letter * 20);
    m_table->horizontalHeader()->setSectionResizeMode(SessionListModel::Result, QHeaderView::Stretch);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox;
    m_open = buttons->addButton(tr("&Open"), QDialogButtonBox::AcceptRole);
    m_open->setDefault(true);
    m_other = buttons->addButton(tr("Other &file…"), QDialogButtonBox::ActionRole);
    m_other->setAutoDefault(false);
    buttons->addButton(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_told);
    layout->addWidget(buttons);
    resize(letter * 150, fontMetrics().height() * 30);
}

void SessionBrowser::filter(const QString &text)
{
    static_cast<WordFilter *>(m_proxy)->setText(text);
    chooseFirst();
}

void SessionBrowser::chooseFirst()
{
    if (m_proxy->rowCount() > 0) {
        m_table->selectRow(0);
    }
    update();
}

void SessionBrowser::update()
{
    const QModelIndex current = m_table->currentIndex();
    m_open->setEnabled(current.isValid());
    m_open->setToolTip(current.isValid() ? QString() : tr("Select a session first"));
    const int all = m_model->rowCount();
    const int shown = m_proxy->rowCount();
    const QString error = current.data(SessionListModel::ErrorRole).toString();
    m_told->setText(!error.isEmpty() ? error
                    : all == 0       ? tr("There is no session yet; \"New bisection\" makes one.")
                    : shown == all   ? tr("Sessions: %1").arg(all)
                                     : tr("Sessions: %1 of %2").arg(shown).arg(all));
}

void SessionBrowser::choose()
{
    const QString path = m_table->currentIndex().data(SessionListModel::PathRole).toString();
    if (!path.isEmpty()) {
        accept();
        Q_EMIT sessionChosen(path);
    }
}

/// The list is walked through while the field has the keyboard.
bool SessionBrowser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_table, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace culprit::app
