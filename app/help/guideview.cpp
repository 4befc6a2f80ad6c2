// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/help/guideview.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace culprit::app
{

GuideView::GuideView(QWidget *parent) : QTextBrowser(parent)
{
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(fontMetrics().height());
}

void GuideView::showPage(const QString &page)
{
    setSource(QUrl(page + u".md"_s), QTextDocument::MarkdownResource);
}

QString GuideView::page() const
{
    return QFileInfo(source().path()).completeBaseName();
}

QString GuideView::textOf(const QString &page) const
{
    if (page == u"keys") {
        return m_keys;
    }
    QFile file(QLatin1StringView(guideFolder) + page + u".md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Only the guide's own pages, whatever is asked for.
QVariant GuideView::loadResource(int /*type*/, const QUrl &name)
{
    return textOf(QFileInfo(name.path()).completeBaseName()).toUtf8();
}

} // namespace culprit::app
