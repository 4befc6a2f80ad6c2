// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace culprit::app
{

class SessionCatalog;
class SessionListModel;

/// The sessions that were opened lately and those of the sessions' folder, to search and to open.
class SessionBrowser final : public QDialog
{
    Q_OBJECT

public:
    /// `catalog` outlives this.
    explicit SessionBrowser(const SessionCatalog &catalog, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *search() const { return m_search; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QPushButton *openButton() const { return m_open; }
    [[nodiscard]] QPushButton *otherButton() const { return m_other; }

Q_SIGNALS:
    void sessionChosen(const QString &path);
    void otherWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void filter(const QString &text);
    void chooseFirst();
    void update();
    void choose();

    SessionListModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_search;
    QTableView *m_table;
    QLabel *m_told; ///< how many there are, or why the selected one cannot be read
    QPushButton *m_open = nullptr;
    QPushButton *m_other = nullptr;
};

} // namespace culprit::app
