// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/documentmaker.h"

#include "widgets/scintilla.h"

#include <QtConcurrentRun>

namespace culprit::widgets
{

DocumentMaker::DocumentMaker(QObject *parent) : QObject(parent), m_factory(std::make_unique<QsciScintillaBase>())
{
    m_thread.setMaxThreadCount(1);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { Q_EMIT made(m_watcher.future().takeResult()); });
}

DocumentMaker::~DocumentMaker()
{
    m_watcher.disconnect(this);
    m_thread.waitForDone();
    if (m_watcher.future().isValid()) {
        m_factory->SendScintilla(QsciScintillaBase::SCI_RELEASEDOCUMENT, 0UL, m_watcher.future().takeResult());
    }
}

void DocumentMaker::make(qint64 bytes)
{
    m_watcher.setFuture(QtConcurrent::run(&m_thread, [factory = m_factory.get(), bytes] {
        const long made =
            factory->SendScintilla(QsciScintillaBase::SCI_CREATEDOCUMENT, static_cast<unsigned long>(bytes), 0L);
        return reinterpret_cast<void *>(made); // as Scintilla hands out documents
    }));
}

void DocumentMaker::release(void *document)
{
    m_thread.start([factory = m_factory.get(), document] {
        factory->SendScintilla(QsciScintillaBase::SCI_RELEASEDOCUMENT, 0UL, document);
    });
}

} // namespace culprit::widgets
