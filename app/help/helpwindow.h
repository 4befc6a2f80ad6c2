// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;

namespace culprit::app
{

class GuideView;

/// The user guide: pages of resources/help and the keys of the window that it belongs to. Nothing is ever loaded from
/// elsewhere.
class HelpWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    /// `page`: the name of a file of resources/help without .md, or "keys".
    void showPage(const QString &page);
    [[nodiscard]] QString page() const; ///< that is shown

    /// Opens the guide of the window that `from` is in, at the page about what has the keyboard there: the property
    /// "helpPage" of the widget or of what it stands in.
    static void open(QWidget *from, const QString &page = {});

private:
    void fillContents();
    void search();
    void findNext();
    void markPage(const QString &page);

    GuideView *m_view = nullptr;
    QListWidget *m_contents = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_found = nullptr;
};

} // namespace culprit::app
