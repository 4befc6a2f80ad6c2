// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

namespace culprit::sample
{

using history::CommitIndex;
using history::CommitInfo;
using history::CommitRange;

namespace
{

struct Words {
    const char *subject;
    const char *author;
};

constexpr std::array subjects{
    Words{"net: sched: fix use-after-free in tcindex_destroy()", "Eric Dumazet"},
    Words{"mm/slub: count objects on the right list", "Vlastimil Babka"},
    Words{"cgroup: don't queue the release work twice", "Tejun Heo"},
    Words{"bpf: reject out-of-bounds pointer arithmetic in the verifier", "Daniel Borkmann"},
    Words{"ext4: avoid a deadlock between truncate and writeback", "Jan Kara"},
    Words{"drm/i915: take the wakeref before reading the fuse register", "Ville Syrjala"},
    Words{"usb: dwc3: gadget: handle a short packet at the end of a chain", "Thinh Nguyen"},
    Words{"KVM: x86/mmu: zap only the leafs that a memslot maps", "Sean Christopherson"},
    Words{"ALSA: hda/realtek: add a quirk for the headset microphone", "Takashi Iwai"},
    Words{"xfs: log the inode before the transaction rolls", "Darrick J. Wong"},
    Words{"sched/fair: don't pull tasks towards a throttled group", "Peter Zijlstra"},
    Words{"io_uring: hold the file reference until the request completes", "Jens Axboe"},
    Words{"netfilter: nf_tables: do not leak the set on a failed commit", "Pablo Neira Ayuso"},
    Words{"arm64: errata: narrow the workaround to the parts that need it", "Will Deacon"},
    Words{"btrfs: free the delayed ref head on the error path", "David Sterba"},
};

constexpr std::array trees{"net",           "mm-stable",   "drm-fixes-2024-03-08", "for-6.9/block",
                           "kvm-x86-fixes", "usb-6.9-rc1", "sound-6.9-rc1"};

/// 0 to `sides` - 1.
std::uint32_t roll(std::mt19937 &random, std::size_t sides)
{
    return static_cast<std::uint32_t>(random() % sides);
}

CommitInfo newCommit(std::uint32_t number)
{
    const Words &words = subjects[number % subjects.size()];
    CommitInfo commit;
    commit.id = idOf(number);
    commit.subject = words.subject;
    commit.author = words.author;
    commit.date = 1'709'000'000 + std::int64_t{number} * 3700;
    return commit;
}

std::shared_ptr<const CommitRange> finished(CommitRange range)
{
    range.commits.back().tags = {"v6.9-rc1"};
    range.bad = range.commits.back();
    range.goods.push_back(newCommit(4'000'000));
    range.goods.back().subject = "Linux 6.8";
    range.goods.back().author = "Linus Torvalds";
    range.goods.back().date = 1'708'990'000;
    range.goods.back().parentCount = 1;
    range.goods.back().tags = {"v6.8"};
    return std::make_shared<const CommitRange>(std::move(range));
}

} // namespace

history::ObjectId idOf(std::uint32_t number)
{
    std::array<std::uint8_t, 20> bytes{};
    std::mt19937 random(number + 1);
    for (std::uint8_t &byte : bytes) {
        byte = static_cast<std::uint8_t>(random());
    }
    return history::ObjectId(bytes);
}

std::shared_ptr<const CommitRange> lineRange(std::uint32_t commits)
{
    CommitRange range;
    for (CommitIndex place = 0; place < commits; ++place) {
        CommitInfo commit = newCommit(place);
        if (place > 0) {
            commit.parents = {place - 1};
        }
        commit.parentCount = 1;
        range.commits.push_back(std::move(commit));
    }
    return finished(std::move(range));
}

std::shared_ptr<const CommitRange> randomRange(std::uint32_t commits, std::uint32_t seed)
{
    std::mt19937 random(seed);
    CommitRange range;
    for (CommitIndex place = 0; place < commits; ++place) {
        CommitInfo commit = newCommit(place);
        const std::uint32_t wanted = roll(random, 10) < 6 ? 1 : 1 + roll(random, 3);
        for (std::uint32_t parent = 0; parent < wanted && place > 0; ++parent) {
            const CommitIndex back = 1 + roll(random, std::min(place, 12U));
            if (std::ranges::find(commit.parents, place - back) == commit.parents.end()) {
                commit.parents.push_back(place - back);
            }
        }
        commit.parentCount =
            static_cast<std::uint32_t>(commit.parents.size()) + (place == 0 || roll(random, 9) == 0 ? 1 : 0);
        range.commits.push_back(std::move(commit));
    }
    return finished(std::move(range));
}

std::shared_ptr<const CommitRange> kernelRange(std::uint32_t commits, std::uint32_t seed)
{
    std::mt19937 random(seed);
    CommitRange range;
    std::vector<CommitIndex> mainLine;
    const auto add = [&](std::vector<CommitIndex> parents, bool outside) {
        CommitInfo commit = newCommit(static_cast<std::uint32_t>(range.commits.size()));
        commit.parentCount = static_cast<std::uint32_t>(parents.size()) + (outside ? 1 : 0);
        commit.parents = std::move(parents);
        range.commits.push_back(std::move(commit));
        return static_cast<CommitIndex>(range.commits.size() - 1);
    };
    mainLine.push_back(add({}, true));
    while (range.commits.size() + 2 < commits) {
        if (roll(random, 3) != 0) {
            mainLine.push_back(add({mainLine.back()}, false));
            continue;
        }
        const bool outside = roll(random, 4) == 0;
        const std::size_t back = roll(random, std::min<std::size_t>(mainLine.size(), 5));
        const CommitIndex fork = mainLine[mainLine.size() - 1 - back];
        CommitIndex tip = outside ? add({}, true) : add({fork}, false);
        for (std::uint32_t more = roll(random, 4); more > 0 && range.commits.size() + 2 < commits; --more) {
            tip = add({tip}, false);
        }
        const CommitIndex merge = add({mainLine.back(), tip}, false);
        range.commits[merge].subject =
            std::string("Merge tag '") + trees[roll(random, trees.size())] + "' into for-linus";
        range.commits[merge].author = "Linus Torvalds";
        mainLine.push_back(merge);
    }
    while (range.commits.size() < commits) {
        mainLine.push_back(add({mainLine.back()}, false));
    }
    range.commits.back().subject = "Linux 6.9-rc1";
    range.commits.back().author = "Linus Torvalds";
    return finished(std::move(range));
}

widgets::CommitText commitText()
{
    widgets::CommitText text;
    text.details.id = idOf(3);
    text.details.parents = {idOf(2)};
    text.details.author = {"Eric Dumazet", "eric@example.org", 1'709'011'100, 60};
    text.details.committer = {"Jakub Kicinski", "jakub@example.org", 1'709'031'100, -480};
    text.details.subject = "net: sched: fix use-after-free in tcindex_destroy()";
    text.details.message = text.details.subject + R"(

The filter is freed before the last reader has left its RCU section,
so a packet that is classified at the same time walks freed memory.

Queue the destruction behind a grace period, as the other classifiers
do, and take the reference that the work needs.

Fixes: 1a2b3c4d5e6f ("net: sched: convert tcindex to RCU")
Reported-by: A Tester <tester@example.org>
Closes: https://lore.example.org/all/000000000000a1b2c3@example.org/
Signed-off-by: Eric Dumazet <eric@example.org>
Signed-off-by: Jakub Kicinski <jakub@example.org>
)";
    text.changes.resize(2);
    text.changes[0].path = "net/sched/cls_tcindex.c";
    text.changes[0].added = 4;
    text.changes[0].removed = 1;
    text.changes[1].path = "net/sched/sch_api.c";
    text.changes[1].added = 1;
    text.changes[1].removed = 1;
    text.patch = R"(diff --git a/net/sched/cls_tcindex.c b/net/sched/cls_tcindex.c
index ee2a05087..a1b2c3d4e 100644
--- a/net/sched/cls_tcindex.c
+++ b/net/sched/cls_tcindex.c
@@ -671,7 +671,10 @@ static void tcindex_destroy(struct tcf_proto *tp, bool rtnl_held)
 	struct tcindex_data *p = rtnl_dereference(tp->root);
 	int i;
 
-	kfree(p->perfect);
+	/* The last reader may still be on its way out. */
+	if (p->perfect)
+		tcf_queue_work(&p->rwork, tcindex_destroy_work);
+	RCU_INIT_POINTER(tp->root, NULL);
 	for (i = 0; i < p->hash; i++)
 		tcindex_free_chain(p, i);
 }
diff --git a/net/sched/sch_api.c b/net/sched/sch_api.c
index 4a0986843..b2c3d4e5f 100644
--- a/net/sched/sch_api.c
+++ b/net/sched/sch_api.c
@@ -1288,7 +1288,7 @@ static struct Qdisc *qdisc_create(struct net_device *dev)
 		err = qdisc_run_init(sch, tca, extack);
 		if (err != 0)
-			goto err_out5;
+			goto err_out4;
 	}
 
 	if (tca[TCA_STAB]) {
)";
    return text;
}

Session::Session(std::shared_ptr<const CommitRange> range)
{
    m_state.range = std::move(range);
    m_state.created.setup.kernel.bad = QStringLiteral("v6.9-rc1");
    m_state.created.setup.kernel.good = {QStringLiteral("v6.8")};
    m_plan.phase = conductor::Phase::Bisect;
    m_activity.mode = conductor::Activity::Mode::Running;
    candidates(0, static_cast<std::uint32_t>(m_state.range->commits.size()) - 1);
}

Session &Session::seekGoodEnd()
{
    auto range = std::make_shared<CommitRange>(*m_state.range);
    range->bad.parents.clear();
    range->commits = {range->bad};
    for (const history::CommitInfo &release : range->goods) {
        m_state.created.releases.push_back({release.id, QString::fromStdString(release.tags.front())});
    }
    m_state.created.setup.kernel.good.clear();
    m_state.range = range;
    m_plan.phase = conductor::Phase::GoodIsGood;
    m_plan.candidates.clear();
    return *this;
}

Session &Session::findGoodEnd(std::shared_ptr<const CommitRange> range)
{
    m_state.created.goods = {m_state.created.releases.first().commit};
    m_state.range = std::move(range);
    m_plan.phase = conductor::Phase::Bisect;
    return candidates(0, static_cast<std::uint32_t>(m_state.range->commits.size()) - 1);
}

session::RevisionState &Session::revision(std::uint32_t place)
{
    const std::size_t count = m_state.range->commits.size();
    const history::ObjectId id =
        place < count ? m_state.range->commits[place].id : m_state.range->goods[place - count].id;
    session::RevisionState &revision = m_state.revisions[id];
    revision.id = id;
    return revision;
}

void Session::addRun(session::RevisionState &revision, std::optional<session::Outcome> outcome)
{
    const RunId id{m_nextRun++};
    session::RunState run;
    run.started.run = id;
    run.started.revision = revision.id;
    if (outcome) {
        run.ended = session::RunEnded{};
        run.ended->run = id;
        run.ended->outcome = *outcome;
        if (*outcome == session::Outcome::Crashed) {
            run.ended->title = QStringLiteral("KASAN: slab-use-after-free Read in tcindex_destroy");
        }
    }
    revision.runs.push_back(id);
    m_state.runs.emplace(id, run);
}

Session &Session::runs(std::uint32_t place, int crashes, int all, session::Verdict verdict)
{
    session::RevisionState &state = revision(place);
    for (int run = 0; run < all; ++run) {
        // Crashes spread over the runs, as they do.
        const bool crashed = (run * crashes) / all != ((run + 1) * crashes) / all;
        addRun(state, crashed ? session::Outcome::Crashed : session::Outcome::Ok);
    }
    state.tally.target += crashes;
    state.tally.ok += all - crashes;
    state.automatic = verdict;
    return *this;
}

Session &Session::judge(std::uint32_t place, session::Verdict verdict)
{
    revision(place).judged = verdict;
    return *this;
}

Session &Session::testing(std::uint32_t place, int ended, int wanted)
{
    session::RevisionState &state = revision(place);
    for (int run = 0; run < ended; ++run) {
        addRun(state, session::Outcome::Ok);
    }
    addRun(state, std::nullopt);
    state.tally.ok = ended;
    state.tally.running = 1;
    state.runsWanted = wanted;
    m_plan.action = conductor::Plan::Action::Test;
    m_plan.revision = state.id;
    conductor::Activity::Machine machine;
    machine.revision = state.id;
    machine.state = QStringLiteral("testing");
    m_activity.machines = {machine};
    return *this;
}

Session &Session::candidates(std::uint32_t first, std::uint32_t last)
{
    m_plan.candidates.clear();
    for (std::uint32_t place = first; place <= last; ++place) {
        m_plan.candidates.push_back(m_state.range->commits[place].id);
    }
    return *this;
}

Session &Session::culprit(std::uint32_t place)
{
    m_plan.action = conductor::Plan::Action::Finished;
    m_plan.culprit = m_state.range->commits[place].id;
    m_plan.confirmed = true;
    m_plan.phase = conductor::Phase::Done;
    m_activity = {};
    return candidates(place, place);
}

Session &Session::doubt(std::vector<double> chances)
{
    conductor::Doubt doubt;
    const auto leading = std::ranges::max_element(chances);
    doubt.confidence = *leading;
    doubt.asked = 0.99;
    doubt.endsAt = 0.99;
    doubt.leading = {m_state.range->commits[static_cast<std::size_t>(leading - chances.begin())].id};
    doubt.presence.resize(chances.size());
    std::partial_sum(chances.begin(), chances.end(), doubt.presence.begin());
    doubt.culprit = std::move(chances);
    m_plan.phase = conductor::Phase::Bisect;
    m_plan.doubt = std::move(doubt);
    return *this;
}

conductor::SnapshotPtr Session::snapshot() const
{
    auto snapshot = std::make_shared<conductor::Snapshot>();
    snapshot->state = std::make_shared<const session::SessionState>(m_state);
    snapshot->plan = std::make_shared<const conductor::Plan>(m_plan);
    snapshot->activity = m_activity;
    return snapshot;
}

} // namespace culprit::sample
