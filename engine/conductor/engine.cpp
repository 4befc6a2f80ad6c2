// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/conductor/engine.h"

#include "engine/conductor/commitreader.h"
#include "engine/conductor/conductor.h"
#include "engine/conductor/past.h"

#include <QPointer>
#include <QThread>
#include <QThreadPool>

namespace culprit::conductor
{

namespace
{
constexpr qint64 largestConfig = 8 << 20; ///< bytes; what is longer is none
}

struct Engine::Private {
    QThread thread;
    QThreadPool workers;            // for git reads and previews; done before the engine goes
    Conductor *conductor = nullptr; // lives on `thread`, deleted when that ends
    SnapshotPtr snapshot;           // the latest
    SnapshotPtr past;               // what is looked at in its place, or null
    std::optional<EventSeq> wanted; // of the past
    bool looking = false;           // it is being made
    std::shared_ptr<const std::vector<session::Event>> events; // as far as they were needed for it
    bool closing = false;                                      // the conductor may be gone at any moment

    /// Runs `work` on the engine thread.
    template <class Work>
    void post(Work &&work)
    {
        QMetaObject::invokeMethod(conductor, std::forward<Work>(work), Qt::QueuedConnection);
    }
};

namespace
{

/// Where an answer goes: called on the engine object's thread, unless the one who asked is gone by then.
template <class Callback>
struct Answer {
    Engine *engine;
    QPointer<QObject> context;
    Callback callback;

    template <class... Values>
    void operator()(Values... values) const
    {
        QMetaObject::invokeMethod(
            engine,
            [context = context, callback = callback, ... values = std::move(values)] {
                if (context) {
                    callback(values...);
                }
            },
            Qt::QueuedConnection);
    }
};

} // namespace

Engine::Engine(const Places &places, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    qRegisterMetaType<culprit::conductor::SnapshotPtr>();
    qRegisterMetaType<culprit::Error>();
    qRegisterMetaType<culprit::LogId>();
    qRegisterMetaType<culprit::session::Event>();
    d->conductor = new Conductor(places);
    d->conductor->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->conductor, &QObject::deleteLater);
    connect(d->conductor, &Conductor::closed, &d->thread, &QThread::quit, Qt::DirectConnection);
    connect(d->conductor, &Conductor::opened, this, [this](const SnapshotPtr &snapshot) {
        d->snapshot = snapshot;
        Q_EMIT opened();
        Q_EMIT changed(snapshot);
    });
    connect(d->conductor, &Conductor::changed, this, [this](const SnapshotPtr &snapshot) {
        d->snapshot = snapshot;
        if (!d->past) {
            Q_EMIT changed(snapshot);
        } else if (d->past->activity.mode != snapshot->activity.mode) {
            showPast(*d->past);
        }
    });
    connect(d->conductor, &Conductor::failed, this, &Engine::failed);
    connect(d->conductor, &Conductor::eventAppended, this, &Engine::eventAppended);
    connect(d->conductor, &Conductor::logGrew, this, &Engine::logGrew);
    connect(d->conductor, &Conductor::stopped, this, &Engine::stopped);
    d->thread.setObjectName(QStringLiteral("engine"));
    d->thread.start();
}

Engine::~Engine()
{
    if (!d->closing) {
        d->post([conductor = d->conductor] { conductor->close(); });
    }
    d->thread.wait();
    d->workers.waitForDone();
}

void Engine::closeLater(std::unique_ptr<Engine> engine)
{
    Engine *closing = engine.release();
    closing->disconnect();
    closing->d->closing = true;
    connect(&closing->d->thread, &QThread::finished, closing, &QObject::deleteLater);
    closing->d->post([conductor = closing->d->conductor] { conductor->close(); });
}

void Engine::create(const session::Setup &setup, const QString &path)
{
    d->post([conductor = d->conductor, setup, path] { conductor->create(setup, path); });
}

void Engine::open(const QString &path, session::Journal::Access access)
{
    d->post([conductor = d->conductor, path, access] { conductor->open(path, access); });
}

void Engine::start()
{
    d->post([conductor = d->conductor] { conductor->start(); });
}

void Engine::pauseAfterStep()
{
    d->post([conductor = d->conductor] { conductor->pauseAfterStep(); });
}

void Engine::stopNow()
{
    d->post([conductor = d->conductor] { conductor->stopNow(); });
}

void Engine::judge(const session::Payload &judgement)
{
    d->post([conductor = d->conductor, judgement] { conductor->judge(judgement); });
}

void Engine::undo()
{
    d->post([conductor = d->conductor] { conductor->undo(); });
}

void Engine::redo()
{
    d->post([conductor = d->conductor] { conductor->redo(); });
}

void Engine::preview(const session::Payload &judgement, QObject *context, std::function<void(const Preview &)> callback)
{
    if (!snapshot()) {
        return;
    }
    d->workers.start([state = snapshot()->state, judgement, answer = Answer{this, context, std::move(callback)}] {
        answer(previewOf(*state, judgement));
    });
}

void Engine::readLog(LogId log, qint64 offset, qint64 size, QObject *context,
                     std::function<void(const QByteArray &, qint64)> callback)
{
    d->post([conductor = d->conductor, log, offset, size, answer = Answer{this, context, std::move(callback)}] {
        const auto [bytes, total] = conductor->readLog(log, offset, size);
        answer(bytes, total);
    });
}

void Engine::compareConfigs(LogId before, LogId after, QObject *context,
                            std::function<void(const Result<QList<kernel::ConfigChange>> &)> callback)
{
    d->post([this, conductor = d->conductor, before, after, answer = Answer{this, context, std::move(callback)}] {
        const QByteArray first = conductor->readLog(before, 0, largestConfig).first;
        const QByteArray second = conductor->readLog(after, 0, largestConfig).first;
        d->workers.start([first, second, answer] { answer(kernel::configChanges(first, second)); });
    });
}

void Engine::readCommit(const ObjectId &id, QObject *context, std::function<void(const session::CommitText &)> callback)
{
    d->post([this, conductor = d->conductor, id, answer = Answer{this, context, std::move(callback)}] {
        if (auto kept = conductor->keptCommitText(id)) {
            answer(*kept);
            return;
        }
        d->workers.start([repo = conductor->repository(), more = conductor->moreObjects(), id, answer] {
            answer(readCommitText(repo, more, id));
        });
    });
}

void Engine::readEvents(QObject *context, std::function<void(const std::vector<session::Event> &)> callback)
{
    d->post([conductor = d->conductor, answer = Answer{this, context, std::move(callback)}] {
        answer(conductor->events());
    });
}

void Engine::audit(QObject *context, std::function<void(const SnapshotPtr &, const std::optional<Audit> &)> callback)
{
    if (const SnapshotPtr of = snapshot()) {
        d->workers.start(
            [of, answer = Answer{this, context, std::move(callback)}] { answer(of, auditOf(*of->state)); });
    }
}

void Engine::lookAt(EventSeq event)
{
    d->wanted = event;
    if (d->snapshot && !d->looking) {
        d->looking = true;
        readPast();
    }
}

void Engine::lookAtNow()
{
    d->wanted.reset();
    if (d->past) {
        d->past.reset();
        Q_EMIT changed(d->snapshot);
    }
}

/// The events come from the session file once, and again when there are more by now.
void Engine::readPast()
{
    if (d->events && !d->events->empty() && *d->wanted <= d->events->back().seq) {
        makePast();
        return;
    }
    readEvents(this, [this](const std::vector<session::Event> &events) {
        d->events = std::make_shared<const std::vector<session::Event>>(events);
        makePast();
    });
}

void Engine::makePast()
{
    if (!d->wanted) {
        d->looking = false;
        return;
    }
    const auto show = [this, event = *d->wanted](const SnapshotPtr &past) {
        if (d->wanted && past) {
            showPast(*past);
        }
        d->looking = false;
        if (d->wanted && *d->wanted != event) {
            lookAt(*d->wanted);
        }
    };
    d->workers.start([event = *d->wanted, events = d->events, ranges = d->snapshot->state->ranges,
                      answer = Answer{this, QPointer<QObject>(this), std::function<void(const SnapshotPtr &)>(show)}] {
        answer(snapshotAfter(event, *events, ranges));
    });
}

void Engine::showPast(const Snapshot &past)
{
    auto shown = std::make_shared<Snapshot>(past);
    shown->path = d->snapshot->path;
    shown->activity.mode = d->snapshot->activity.mode;
    d->past = shown;
    Q_EMIT changed(d->past);
}

SnapshotPtr Engine::snapshot() const
{
    return d->past ? d->past : d->snapshot;
}

} // namespace culprit::conductor
