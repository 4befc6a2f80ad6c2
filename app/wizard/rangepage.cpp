// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/wizard/rangepage.h"

#include "app/wizard/equivalents.h"
#include "app/wizard/revisioncompleter.h"
#include "engine/conductor/onworker.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace culprit::app
{

RangePage::RangePage() : SetupPage(tr("Range"), tr("Between which revisions does the bug come or go?"), u"range"_s)
{
    m_repo = addPath(u"kernel.repo"_s, tr("&Repository"),
                     tr("Local kernel tree, with or without a checkout; it is never modified"), PathKind::Folder);
    m_find = addChoice(u"kernel.find"_s, tr("&Find"),
                       tr("What the search ends with. The default is the commit that introduced the bug"));
    addWords(*m_find,
             {{tr("the commit that introduced the bug"), u"cause"_s}, {tr("the commit that fixed the bug"), u"fix"_s}});
    addRevisions();
    m_terms = addLine(u"kernel.terms"_s, tr("Own two word&s"),
                      tr("What verdicts are called: the word for the older side of the commit that is sought, a blank, "
                         "the word for the newer side, such as: fast slow. The default is good and bad"),
                      tr("good and bad"));
    m_paths = addLine(u"kernel.paths"_s, tr("Only pat&hs"),
                      tr("Files and folders from the top of the tree on, separated by blanks: only commits that change "
                         "one of them are suspects, and the bad end"),
                      tr("all"));
    m_firstParent = addCheck(u"kernel.first_parent"_s, tr("&Merges as a whole (first parents only)"),
                             tr("What came by a merge counts as done by the merge"));
    m_size = new QLabel;
    m_size->setTextFormat(Qt::PlainText);
    m_size->setWordWrap(true);
    m_size->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_size->setAccessibleName(tr("Size of the range"));
    m_size->setObjectName(u"size"_s);
    addOffer();
    addBelow(m_size);
    connect(m_find, &QComboBox::currentIndexChanged, this, &RangePage::showKind);
    connect(m_repo, &QLineEdit::textChanged, this, &RangePage::readNames);
    showKind();
    watchFields();
}

void RangePage::addRevisions()
{
    m_bad = addLine(u"kernel.bad"_s, tr("&Bad"),
                    tr("Revision that shows the bug: a tag, branch, hash or git describe name"),
                    tr("the revision that shows the bug, such as v6.13-rc1"));
    m_good = addLine(u"kernel.good"_s, tr("&Good"), {}, {});
    for (QLineEdit *edit : {m_bad, m_good}) {
        auto *completer = new RevisionCompleter(edit);
        edit->setCompleter(completer);
        m_completers += completer;
    }
}

void RangePage::addOffer()
{
    m_offer = new QWidget;
    auto *swap = new QPushButton(tr("S&wap them"));
    swap->setToolTip(tr("Put the good revision where the bad one is, and the other way round"));
    swap->setObjectName(u"swap"_s);
    m_other = new QPushButton;
    m_other->setObjectName(u"other"_s);
    auto *layout = new QHBoxLayout(m_offer);
    layout->setContentsMargins({});
    layout->addWidget(swap);
    layout->addWidget(m_other);
    layout->addStretch();
    m_offer->hide();
    addBelow(m_offer);
    connect(swap, &QPushButton::clicked, this, &RangePage::swapEnds);
    connect(m_other, &QPushButton::clicked, this, &RangePage::findTheOther);
}

bool RangePage::isFix() const
{
    return m_find->currentData() == u"fix"_s;
}

void RangePage::showKind()
{
    const QString why = tr("Only for the commit that introduced the bug");
    setCounts(u"kernel.paths"_s, !isFix(), why);
    setCounts(u"kernel.first_parent"_s, !isFix(), why);
    m_good->setToolTip(isFix() ? tr("The one revision that has the fix")
                               : tr("Revisions that do not show it, separated by blanks. Left empty: earlier releases "
                                    "are tried, newest first, until one does not show it"));
    m_good->setPlaceholderText(isFix() ? tr("the revision that has the fix")
                                       : tr("earlier releases are tried until one is good"));
    m_other->setText(isFix() ? tr("Look for what intro&duced it") : tr("Look for the fi&x"));
    m_other->setToolTip(isFix() ? tr("Find the commit that introduced the bug, between these two")
                                : tr("Find the commit that fixed the bug, between these two"));
}

void RangePage::read(const session::Setup &setup)
{
    m_repo->setText(setup.kernel.repo);
    choose(*m_find, setup.kernel.find == session::Find::Fix ? u"fix"_s : u"cause"_s);
    m_bad->setText(setup.kernel.bad);
    m_good->setText(setup.kernel.good.join(u' '));
    m_terms->setText((setup.kernel.terms.older + u' ' + setup.kernel.terms.newer).trimmed());
    m_paths->setText(setup.kernel.paths.join(u' '));
    m_firstParent->setChecked(setup.kernel.firstParent);
}

void RangePage::write(session::Setup &setup) const
{
    setup.kernel.repo = m_repo->text().trimmed();
    setup.kernel.find = isFix() ? session::Find::Fix : session::Find::Cause;
    setup.kernel.bad = m_bad->text().trimmed();
    setup.kernel.good = wordsIn(m_good->text());
    const QStringList terms = wordsIn(m_terms->text());
    setup.kernel.terms = {.older = terms.value(0), .newer = terms.mid(1).join(u' ')};
    setup.kernel.paths = isFix() ? QStringList() : wordsIn(m_paths->text());
    setup.kernel.firstParent = !isFix() && m_firstParent->isChecked();
}

QString RangePage::commands(const session::Setup &setup) const
{
    return rangeCommands(setup);
}

void RangePage::showFinding(const RangeFinding &finding)
{
    note(u"kernel.bad"_s, finding.meaning.value(u"kernel.bad"_s));
    note(u"kernel.good"_s, finding.meaning.value(u"kernel.good"_s));
    m_offer->setVisible(finding.isInverted);
    m_size->setText(finding.remark.isEmpty() ? finding.size : finding.size + u"\n\n"_s + finding.remark);
}

void RangePage::showPending()
{
    m_offer->hide();
    m_size->setText(tr("Reading the range…"));
}

void RangePage::readNames()
{
    const QString repo = m_repo->text().trimmed();
    if (repo.isEmpty() || repo == m_namesOf) {
        return;
    }
    m_namesOf = repo;
    conductor::onWorker(
        this, [repo] { return revisionNames(repo); },
        [this, repo](const QStringList &names) {
            if (repo == m_namesOf) {
                for (RevisionCompleter *completer : std::as_const(m_completers)) {
                    completer->setNames(names);
                }
            }
        });
}

void RangePage::swapEnds()
{
    const QString bad = m_bad->text();
    m_bad->setText(m_good->text());
    m_good->setText(bad);
}

void RangePage::findTheOther()
{
    choose(*m_find, isFix() ? u"cause"_s : u"fix"_s);
}

} // namespace culprit::app
