// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace culprit::app
{

/// Where the pages of the guide are.
inline constexpr auto guideFolder = ":/help/";

/// Shows pages of the guide, of which one is given from outside.
class GuideView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit GuideView(QWidget *parent = nullptr);

    void setKeys(const QString &markdown) { m_keys = markdown; } ///< the page "keys"
    void showPage(const QString &page);
    [[nodiscard]] QString page() const;
    [[nodiscard]] QString textOf(const QString &page) const; ///< Markdown

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

private:
    QString m_keys;
};

} // namespace culprit::app
