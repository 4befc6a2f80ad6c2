// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/outlook.h"
#include "app/wizard/setuppage.h"

namespace culprit::widgets
{
class CodeEdit;
}

namespace culprit::app
{

/// Page 6: everything once more, and the file that it goes into.
class SummaryPage final : public SetupPage
{
    Q_OBJECT

public:
    SummaryPage();

    void read(const session::Setup &setup) override;
    void write(session::Setup &setup) const override;
    [[nodiscard]] QString commands(const session::Setup &setup) const override;
    [[nodiscard]] QList<session::SetupMistake> mistakes() const override;

    [[nodiscard]] QString sessionFile() const; ///< ends in .culprit
    void setSessionFile(const QString &path);
    void setFolder(const QString &folder); ///< that session files are proposed in; the user's home at first
    /// A free file named after the range, unless the user named another one.
    void propose(const session::Setup &setup);
    /// What the other pages say, and the same as SETUP.toml.
    void showSetup(const QList<const SetupPage *> &pages, const session::Setup &setup);
    void showOutlook(const Outlook &outlook);

Q_SIGNALS:
    void saveWanted(); ///< as a template

private:
    QLineEdit *m_sessionFile = nullptr;
    QString m_folder;
    QString m_proposedName;
    QString m_proposed; ///< the path that was proposed last
    QLabel *m_time = nullptr;
    QLabel *m_disk = nullptr;
    widgets::CodeEdit *m_values = nullptr;
    widgets::CodeEdit *m_toml = nullptr;
};

} // namespace culprit::app
