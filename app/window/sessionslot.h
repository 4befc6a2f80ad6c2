// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/conductor/engine.h"

#include <QList>
#include <QPointer>

#include <functional>
#include <memory>

namespace culprit::app
{

/// The session of a window. Another one gets an engine of its own and takes over once it is open; until then, and if it
/// cannot be opened, the first one stays as it is.
class SessionSlot final : public QObject
{
    Q_OBJECT

public:
    explicit SessionSlot(const conductor::Places &places, QObject *parent = nullptr);
    ~SessionSlot() override; ///< waits for all engines: when it is gone, nothing runs or writes any more

    /// Where the sessions opened from now on build and run.
    void setPlaces(const conductor::Places &places) { m_places = places; }
    [[nodiscard]] const conductor::Places &places() const { return m_places; }
    void open(const QString &path);
    void resume(const QString &path); ///< opens it and goes on
    void create(const session::Setup &setup, const QString &path, bool startAtOnce = false);

    /// Of the session that took over last; one without a session before that.
    [[nodiscard]] conductor::Engine &engine() const { return *m_engine; }

Q_SIGNALS:
    void changed(); ///< engine() is another one, its session is open
    void failed(const culprit::Error &error);

private:
    void begin(const std::function<void(conductor::Engine &)> &open);
    void takeOver();
    void dismiss(std::unique_ptr<conductor::Engine> engine);

    conductor::Places m_places;
    std::unique_ptr<conductor::Engine> m_engine;
    std::unique_ptr<conductor::Engine> m_next;
    QList<QPointer<conductor::Engine>> m_dismissed; ///< they delete themselves when they are done
};

} // namespace culprit::app
