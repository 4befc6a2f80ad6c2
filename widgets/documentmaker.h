// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <memory>

class QsciScintillaBase;

namespace culprit::widgets
{

/// Makes an empty Scintilla document with room for a long text, on another thread: a document that grows by itself
/// moves its buffers again and again, and the window stands still for a millisecond or more for each megabyte in them.
class DocumentMaker final : public QObject
{
    Q_OBJECT

public:
    explicit DocumentMaker(QObject *parent = nullptr);
    ~DocumentMaker() override; ///< waits for what is being made

    /// Room for `bytes` of text with their styles; made() follows. One at a time.
    void make(qint64 bytes);
    /// Gives a reference back: to free a long text takes long too.
    void release(void *document);
    [[nodiscard]] bool isBusy() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    /// `document` holds one reference that is the receiver's to release.
    void made(void *document);

private:
    std::unique_ptr<QsciScintillaBase> m_factory; ///< never shown; the other thread's alone while it works
    QFutureWatcher<void *> m_watcher;
    QThreadPool m_thread; ///< one
};

} // namespace culprit::widgets
