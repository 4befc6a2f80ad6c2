// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace culprit::widgets
{

/// The whole console as a strip beside its scroll bar: where crash reports, warnings, matches and marks stand.
class ConsoleMap final : public QWidget
{
    Q_OBJECT

public:
    struct Lines {
        std::vector<int> crashes;
        std::vector<int> warnings;
        std::vector<int> matches;
        std::vector<int> marks;
        bool operator==(const Lines &) const = default;
    };

    explicit ConsoleMap(QWidget *parent = nullptr);

    void setLineCount(int count);
    void setReports(const std::vector<int> &crashes, const std::vector<int> &warnings);
    void setMatches(std::vector<int> matches);
    void setMarks(std::vector<int> marks);
    [[nodiscard]] const Lines &lines() const { return m_lines; }
    void setVisiblePart(int first, int last);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void lineChosen(int line);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int yOf(int line) const;
    void choose(int y);
    void paintLines(QPainter &painter, const std::vector<int> &lines, const QColor &colour, int left, int width,
                    int height) const;

    Lines m_lines;
    int m_lineCount = 1;
    int m_first = 0;
    int m_last = 0;
};

} // namespace culprit::widgets
