// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace culprit::widgets
{

class CodeEdit;

/// A report ready to be mailed: plain text, and a button that copies all of it.
class ReportView final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportView(QWidget *parent = nullptr);

    void setReport(const QString &title, const QString &text);
    void copyAll();
    [[nodiscard]] QString report() const { return m_text; }
    [[nodiscard]] CodeEdit *text() const { return m_edit; }

Q_SIGNALS:
    void saveWanted(const QString &text);

private:
    QString m_text;
    QLabel *m_title;
    QPushButton *m_copy;
    QPushButton *m_save;
    CodeEdit *m_edit;
};

} // namespace culprit::widgets
