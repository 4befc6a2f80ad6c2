// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wizard/rangecheck.h"
#include "app/wizard/setuppage.h"

class QPushButton;

namespace culprit::app
{

class RevisionCompleter;

/// Page 1: between which revisions.
class RangePage final : public SetupPage
{
    Q_OBJECT

public:
    RangePage();

    void read(const session::Setup &setup) override;
    void write(session::Setup &setup) const override;
    [[nodiscard]] QString commands(const session::Setup &setup) const override;

    /// What the repository says of the range.
    void showFinding(const RangeFinding &finding);
    void showPending(); ///< it is being asked

private:
    void addRevisions();
    void addOffer();
    void showKind();
    void readNames();
    void swapEnds();
    void findTheOther();
    [[nodiscard]] bool isFix() const;

    QLineEdit *m_repo = nullptr;
    QComboBox *m_find = nullptr;
    QLineEdit *m_bad = nullptr;
    QLineEdit *m_good = nullptr;
    QLineEdit *m_terms = nullptr;
    QLineEdit *m_paths = nullptr;
    QCheckBox *m_firstParent = nullptr;
    QLabel *m_size = nullptr;
    QWidget *m_offer = nullptr;
    QPushButton *m_other = nullptr;
    QList<RevisionCompleter *> m_completers;
    QString m_namesOf; ///< the repository whose tags and branches are offered
};

} // namespace culprit::app
