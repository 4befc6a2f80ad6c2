// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reportview.h"

#include "widgets/codeedit.h"
#include "widgets/plaintext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace culprit::widgets
{

ReportView::ReportView(QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel),
      m_copy(new QPushButton(tr("&Copy"))),
      m_save(new QPushButton(tr("&Save…"))),
      m_edit(new CodeEdit)
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_edit->setAccessibleName(tr("Report"));
    auto *bar = new QHBoxLayout;
    const int gap = fontMetrics().height() / 3;
    bar->setContentsMargins(gap * 2, gap, gap, gap);
    bar->addWidget(m_title, 1);
    bar->addWidget(m_copy);
    bar->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_edit, 1);
    setFocusProxy(m_edit);
    connect(m_copy, &QPushButton::clicked, this, &ReportView::copyAll);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveWanted(m_text); });
    setReport({}, {});
}

void ReportView::setReport(const QString &title, const QString &text)
{
    m_title->setText(oneLine(title));
    const QString none = tr("There is no report yet");
    m_copy->setEnabled(!text.isEmpty());
    m_copy->setToolTip(text.isEmpty() ? none : tr("Copy the whole report, as it would be mailed"));
    m_save->setEnabled(!text.isEmpty());
    m_save->setToolTip(text.isEmpty() ? none : tr("Save the whole report to a file"));
    if (text != m_text) {
        m_text = text;
        m_edit->showUtf8(text.toUtf8());
    }
}

void ReportView::copyAll()
{
    QGuiApplication::clipboard()->setText(m_text);
}

} // namespace culprit::widgets
