// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/sessionslot.h"

#include <utility>

namespace culprit::app
{

using conductor::Engine;

SessionSlot::SessionSlot(const conductor::Places &places, QObject *parent)
    : QObject(parent), m_places(places), m_engine(std::make_unique<Engine>(places))
{
}

SessionSlot::~SessionSlot()
{
    for (const QPointer<Engine> &engine : std::as_const(m_dismissed)) {
        delete engine.data();
    }
}

void SessionSlot::open(const QString &path)
{
    begin([path](Engine &engine) { engine.open(path, session::Journal::Access::Whichever); });
}

void SessionSlot::resume(const QString &path)
{
    begin([path](Engine &engine) {
        connect(&engine, &Engine::opened, &engine, &Engine::start, Qt::SingleShotConnection);
        engine.open(path, session::Journal::Access::Whichever);
    });
}

void SessionSlot::create(const session::Setup &setup, const QString &path, bool startAtOnce)
{
    begin([setup, path, startAtOnce](Engine &engine) {
        engine.create(setup, path);
        if (startAtOnce) {
            connect(&engine, &Engine::opened, &engine, &Engine::start, Qt::SingleShotConnection);
        }
    });
}

void SessionSlot::begin(const std::function<void(Engine &)> &open)
{
    dismiss(std::exchange(m_next, std::make_unique<Engine>(m_places)));
    connect(m_next.get(), &Engine::opened, this, &SessionSlot::takeOver);
    connect(m_next.get(), &Engine::failed, this, [this](const Error &error) {
        dismiss(std::move(m_next));
        Q_EMIT failed(error);
    });
    open(*m_next);
}

void SessionSlot::takeOver()
{
    m_next->disconnect(this);
    dismiss(std::exchange(m_engine, std::move(m_next)));
    Q_EMIT changed();
}

/// It may have machines to end, which the window does not wait for.
void SessionSlot::dismiss(std::unique_ptr<Engine> engine)
{
    m_dismissed.removeIf([](const QPointer<Engine> &dismissed) { return dismissed.isNull(); });
    if (engine) {
        m_dismissed << engine.get();
        Engine::closeLater(std::move(engine));
    }
}

} // namespace culprit::app
