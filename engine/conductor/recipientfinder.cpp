// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/conductor/recipientfinder.h"

#include "engine/conductor/onworker.h"
#include "engine/history/repository.h"

#include <array>

namespace culprit::conductor
{

namespace
{

constexpr std::size_t mostFiles = 10; ///< of a commit that changes more it is unclear where it belongs

struct Known {
    std::vector<kernel::Recipient> named;
    history::ObjectId tip;
    std::vector<std::string> touched;
};

/// HEAD if it is newer than the bad end: whoever maintains the code now should hear.
history::ObjectId tipOf(const history::Repository &repository, const history::ObjectId &bad)
{
    const auto head = repository.resolve("HEAD");
    const auto newest = head ? repository.commit(*head) : std::unexpected(head.error());
    const auto end = repository.commit(bad);
    return newest && end && newest->committer.time > end->committer.time ? *head : bad;
}

Result<Known> readKnown(const std::string &path, const history::ObjectId &culprit, const history::ObjectId &bad)
{
    const auto repository = history::Repository::open(path);
    if (!repository) {
        return std::unexpected(repository.error());
    }
    const auto commit = repository->commit(culprit);
    if (!commit) {
        return std::unexpected(commit.error());
    }
    Known known{kernel::recipientsOf(*commit), tipOf(*repository, bad), {}};
    if (auto touched = repository->touchedPaths(culprit); touched && touched->size() <= mostFiles) {
        known.touched = std::move(*touched);
    }
    return known;
}

} // namespace

RecipientFinder::RecipientFinder(const session::SessionState &state, const history::ObjectId &culprit, QObject *parent)
    : QObject(parent), m_repository(state.setup().kernel.repo), m_culprit(culprit), m_bad(state.created.bad)
{
    for (const history::ObjectId &revision : {culprit, m_bad}) {
        const session::RunState *hit = state.representativeHit(revision);
        if (m_guilty.empty() && hit != nullptr && hit->read) {
            m_guilty = hit->read->guilty.toStdString();
        }
    }
    connect(&m_query, &kernel::MaintainerQuery::finished, this, [this](const Result<kernel::Maintainers> &answer) {
        if (answer) {
            conclude(answer->recipients, answer->note);
        } else {
            conclude({}, answer.error().message);
        }
    });
}

void RecipientFinder::start()
{
    onWorker(
        this,
        [path = m_repository.toStdString(), culprit = m_culprit, bad = m_bad] { return readKnown(path, culprit, bad); },
        [this](const Result<Known> &known) {
            if (!known) {
                conclude({}, known.error().message);
                return;
            }
            m_named = known->named;
            ask(known->tip, m_guilty.empty() ? known->touched : std::vector{m_guilty});
        });
}

void RecipientFinder::ask(const history::ObjectId &tip, std::vector<std::string> files)
{
    m_files = std::move(files);
    m_query.start({m_repository, tip, m_files});
}

void RecipientFinder::conclude(const std::vector<kernel::Recipient> &maintainers, const std::string &note)
{
    session::RecipientsFound found;
    found.culprit = m_culprit;
    for (const std::string &file : m_files) {
        found.files += QString::fromStdString(file);
    }
    for (const kernel::Recipient &recipient : kernel::mergeRecipients(std::array{m_named, maintainers})) {
        found.recipients.push_back({QString::fromStdString(recipient.address), QString::fromStdString(recipient.name),
                                    QString::fromStdString(recipient.reason),
                                    recipient.field == kernel::Recipient::Field::Cc});
    }
    found.note = QString::fromStdString(note);
    Q_EMIT this->found(found);
}

} // namespace culprit::conductor
