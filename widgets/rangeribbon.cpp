// SPDX-FileCopyrightText: 2026 The Culprit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rangeribbon.h"

#include "widgets/doubttext.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace culprit::widgets
{

RangeRibbon::RangeRibbon(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Range"));
    m_pulse.setStartValue(0.0);
    m_pulse.setEndValue(1.0);
    m_pulse.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_pulse, &QVariantAnimation::valueChanged, this, [this] { update(); });
}

void RangeRibbon::setMarks(const RangeMarks &marks)
{
    const std::vector<CommitMark> before = m_marks.marks();
    const QString captionBefore = caption();
    const ObjectId selected = selectedCommit();
    const bool otherRange = marks.range() != m_marks.range();
    m_marks = marks;
    if (otherRange) {
        m_selected = m_marks.find(selected);
    }
    RangeProfile profile = m_marks.doubt() ? RangeProfile(m_marks.doubt()->culprit) : RangeProfile();
    const bool sameProfile = profile == m_profile;
    if (profile.isEmpty() != m_profile.isEmpty()) {
        updateGeometry();
    }
    m_profile = std::move(profile);
    if (!otherRange && sameProfile && before == m_marks.marks() && captionBefore == caption()) {
        describe();
        return;
    }
    m_points.clear();
    for (CommitIndex place = 0; place < commits(); ++place) {
        if (isPoint(place)) {
            m_points.push_back(place);
        }
    }
    const auto current = m_marks.current();
    const ObjectId id = current ? m_marks.commit(*current).id : ObjectId();
    if (id != m_current) {
        m_current = id;
        pulse();
    }
    describe();
    update();
}

void RangeRibbon::selectCommit(const ObjectId &id)
{
    m_selected = m_marks.find(id);
    describe();
    update();
}

ObjectId RangeRibbon::selectedCommit() const
{
    return m_selected ? m_marks.commit(*m_selected).id : ObjectId();
}

ObjectId RangeRibbon::commitAt(const QPoint &position) const
{
    const auto place = placeAt(position);
    return place ? m_marks.commit(*place).id : ObjectId();
}

QPoint RangeRibbon::pointOf(const ObjectId &id) const
{
    const auto place = m_marks.find(id);
    return place ? QPointF(xOf(*place), bar().center().y()).toPoint() : QPoint();
}

CommitIndex RangeRibbon::commits() const
{
    return m_marks.range() == nullptr ? 0 : static_cast<CommitIndex>(m_marks.range()->commits.size());
}

QSize RangeRibbon::sizeHint() const
{
    const int line = fontMetrics().height();
    return {line * 40, m_profile.isEmpty() ? line * 7 / 2 : line * 5};
}

QSize RangeRibbon::minimumSizeHint() const
{
    return {fontMetrics().height() * 14, sizeHint().height()};
}

QRectF RangeRibbon::bar() const
{
    const qreal line = fontMetrics().height();
    return {line, std::round(line * (m_profile.isEmpty() ? 1.9 : 3.4)), std::max(1.0, width() - 2 * line),
            std::round(line * 0.8)};
}

/// Where the profile stands, upon the bar.
QRectF RangeRibbon::skyline() const
{
    const QRectF where = bar();
    const qreal high = m_profile.isEmpty() ? 0 : std::round(fontMetrics().height() * 1.7);
    return {where.left(), where.top() - high, where.width(), high};
}

qreal RangeRibbon::xOf(CommitIndex place) const
{
    const QRectF where = bar();
    if (commits() == 0 || place >= commits()) {
        return where.left();
    }
    return where.left() + (place + 0.5) / commits() * where.width();
}

bool RangeRibbon::isPoint(CommitIndex place) const
{
    const CommitMark &mark = m_marks.mark(place);
    return mark.tested || mark.stage != Stage::None || mark.mark == Mark::Culprit || mark.mark == Mark::Mixed;
}

RangeRibbon::Zone RangeRibbon::zoneOf(CommitIndex first, CommitIndex last) const
{
    Zone zone = Zone::Out;
    for (CommitIndex place = first; place < last; ++place) {
        const CommitMark &mark = m_marks.mark(place);
        if (mark.candidate) {
            return Zone::Suspect;
        }
        if (mark.mark == Mark::Good || mark.mark == Mark::InferredGood) {
            zone = Zone::Good;
        } else if (zone == Zone::Out && (mark.mark == Mark::Bad || mark.mark == Mark::InferredBad)) {
            zone = Zone::Bad;
        }
    }
    return zone;
}

std::optional<CommitIndex> RangeRibbon::placeAt(const QPoint &position) const
{
    const QRectF where = bar();
    const qreal slack = where.height() * 0.6;
    if (commits() == 0 || !where.adjusted(-slack, -slack - skyline().height(), slack, slack).contains(position)) {
        return std::nullopt;
    }
    std::optional<CommitIndex> best;
    qreal nearest = fontMetrics().height() * 0.5;
    for (const CommitIndex point : m_points) {
        const qreal distance = std::abs(xOf(point) - position.x());
        if (distance <= nearest) {
            nearest = distance;
            best = point;
        }
    }
    if (best) {
        return best;
    }
    const qreal share = std::clamp((position.x() + 0.5 - where.left()) / where.width(), 0.0, 1.0);
    return std::min(static_cast<CommitIndex>(share * commits()), commits() - 1);
}

QString RangeRibbon::nameOf(CommitIndex place) const
{
    const history::CommitInfo &commit = m_marks.commit(place);
    if (!commit.tags.empty()) {
        return QString::fromStdString(commit.tags.front());
    }
    const auto &kernel = m_marks.snapshot()->state->setup().kernel;
    const QString given = place + 1 == commits() ? kernel.bad : kernel.good.value(0);
    constexpr qsizetype longest = 24;
    return given.isEmpty() || given.size() > longest ? shortHash(commit.id) : given;
}

QString RangeRibbon::caption() const
{
    if (commits() == 0) {
        return tr("No range yet");
    }
    if (m_marks.snapshot()->state->seeksGoodEnd()) {
        return tr("No good end yet");
    }
    const QLocale locale;
    const int suspects = m_marks.candidates();
    if (const auto &plan = m_marks.snapshot()->plan; plan && plan->culprit) {
        const QString name = plan->confirmed ? tr("%1 is the culprit").arg(shortHash(*plan->culprit))
                                             : tr("%1 is suspected").arg(shortHash(*plan->culprit));
        return plan->doubt ? tr("%1, with %2").arg(name, chanceText(plan->doubt->confidence)) : name;
    }
    const QString counts = tr("Suspects: %1 of %2").arg(locale.toString(suspects), locale.toString(commits()));
    const auto &plan = m_marks.snapshot()->plan;
    return plan && plan->doubt && plan->phase >= conductor::Phase::Bisect
               ? tr("%1, the likeliest with %2").arg(counts, chanceText(plan->doubt->confidence))
               : counts;
}

QString RangeRibbon::toolTipAt(const QPoint &position) const
{
    const auto place = placeAt(position);
    if (!place) {
        return {};
    }
    const QString text = m_marks.describe(*place);
    if (m_profile.isEmpty()) {
        return text;
    }
    const std::size_t bucket = m_profile.bucketOf(*place);
    const CommitIndex count = m_profile.firstOf(bucket + 1) - m_profile.firstOf(bucket);
    const QString stretch = tr("The culprit is one of the %1 commits around here with %2.")
                                .arg(count)
                                .arg(chanceText(m_profile.chance(bucket)));
    return count == 1 ? text : text + QLatin1Char('\n') + stretch;
}

void RangeRibbon::describe()
{
    QString text = caption();
    if (m_selected) {
        text += QStringLiteral("; ") + m_marks.describe(*m_selected);
    }
    setAccessibleDescription(text);
}

void RangeRibbon::choose(CommitIndex place)
{
    m_selected = place;
    describe();
    update();
    Q_EMIT commitSelected(m_marks.commit(place).id);
}

void RangeRibbon::step(int direction, bool pointsOnly)
{
    if (commits() == 0) {
        return;
    }
    const qint64 last = commits() - 1;
    qint64 place = m_selected && *m_selected <= last ? *m_selected : direction > 0 ? -1 : last + 1;
    if (!pointsOnly) {
        choose(static_cast<CommitIndex>(std::clamp<qint64>(place + direction, 0, last)));
        return;
    }
    for (place += direction; place >= 0 && place <= last; place += direction) {
        if (isPoint(static_cast<CommitIndex>(place))) {
            choose(static_cast<CommitIndex>(place));
            return;
        }
    }
}

void RangeRibbon::pulse()
{
    m_pulse.stop();
    const int duration = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    if (duration > 0 && !m_current.isNull() && isVisible()) {
        m_pulse.setDuration(duration * 4);
        m_pulse.start();
    }
}

bool RangeRibbon::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const QString text = toolTipAt(help->pos()); !text.isEmpty()) {
            QToolTip::showText(help->globalPos(), toolTipOf(text), this);
        } else {
            QToolTip::hideText();
            event->ignore();
        }
        return true;
    }
    return QWidget::event(event);
}

void RangeRibbon::mousePressEvent(QMouseEvent *event)
{
    const auto place = event->button() == Qt::LeftButton ? placeAt(event->position().toPoint()) : std::nullopt;
    if (place) {
        choose(*place);
    } else {
        QWidget::mousePressEvent(event);
    }
}

void RangeRibbon::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto place = placeAt(event->position().toPoint())) {
        Q_EMIT commitActivated(m_marks.commit(*place).id);
    }
}

void RangeRibbon::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        step(event->key() == Qt::Key_Left ? -1 : 1, true);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        step(event->key() == Qt::Key_Down ? -1 : 1, false);
        break;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (commits() > 0) {
            choose(event->key() == Qt::Key_Home ? 0 : commits() - 1);
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selected) {
            Q_EMIT commitActivated(selectedCommit());
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void RangeRibbon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight); // time runs so in every language
    painter.setRenderHint(QPainter::Antialiasing);
    paintNames(painter);
    paintSkyline(painter);
    paintBar(painter);
    paintSelection(painter);
    paintPoints(painter);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect().adjusted(1, 1, -1, -1);
        option.backgroundColor = palette().color(QPalette::Window);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void RangeRibbon::paintZone(QPainter &painter, const QRectF &rect, Zone zone) const
{
    const QColor base = palette().color(QPalette::Base);
    const QColor text = palette().color(QPalette::Text);
    if (zone == Zone::Suspect) {
        painter.fillRect(rect, mixed(base, palette().color(QPalette::Accent), isDark(palette()) ? 0.75 : 0.8));
        return;
    }
    const QColor hue = zone == Zone::Good  ? VerdictStyle::color(Mark::Good, palette())
                       : zone == Zone::Bad ? VerdictStyle::color(Mark::Bad, palette())
                                           : text;
    painter.fillRect(rect, mixed(base, hue, 0.14));
    // The two sides lean apart, so that they differ without colour as well.
    const auto pattern = zone == Zone::Good  ? Qt::BDiagPattern
                         : zone == Zone::Bad ? Qt::FDiagPattern
                                             : Qt::DiagCrossPattern;
    painter.fillRect(rect, QBrush(mixed(base, hue, 0.42), pattern));
}

void RangeRibbon::paintBar(QPainter &painter) const
{
    const QRectF where = bar();
    const QColor border = mixed(palette().color(QPalette::Window), palette().color(QPalette::Text), 0.3);
    QPainterPath outline;
    outline.addRoundedRect(where, where.height() * 0.25, where.height() * 0.25);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(where, palette().color(QPalette::Base));
    const auto columns = static_cast<CommitIndex>(where.width());
    const CommitIndex bins = std::min(columns, commits());
    const auto firstOf = [&](CommitIndex bin) {
        return static_cast<CommitIndex>(quint64{bin} * commits() / std::max(1U, bins));
    };
    const auto left = [&](CommitIndex bin) {
        return std::round(where.left() + where.width() * firstOf(bin) / std::max(1U, commits()));
    };
    for (CommitIndex bin = 0; bin < bins;) {
        const Zone zone = zoneOf(firstOf(bin), firstOf(bin + 1));
        CommitIndex end = bin + 1;
        while (end < bins && zoneOf(firstOf(end), firstOf(end + 1)) == zone) {
            ++end;
        }
        paintZone(painter, QRectF(left(bin), where.top(), left(end) - left(bin), where.height()), zone);
        bin = end;
    }
    constexpr int roomForTicks = 9;
    if (commits() > 0 && where.width() / commits() >= roomForTicks) {
        QColor tick = palette().color(QPalette::Base);
        tick.setAlphaF(0.5F);
        for (CommitIndex place = 1; place < commits(); ++place) {
            const qreal x = std::round(where.left() + where.width() * place / commits());
            painter.fillRect(QRectF(x, where.top(), 1, where.height()), tick);
        }
    }
    painter.restore();
    painter.setPen(QPen(border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

void RangeRibbon::paintSkyline(QPainter &painter) const
{
    if (m_profile.isEmpty()) {
        return;
    }
    const QRectF where = skyline();
    constexpr double leastSeen = 0.0005; // what is likelier than that is at least a line
    QPolygonF roofs;
    for (std::size_t bucket = 0; bucket < m_profile.size(); ++bucket) {
        const qreal left = where.left() + where.width() * m_profile.firstOf(bucket) / commits();
        const qreal right = where.left() + where.width() * m_profile.firstOf(bucket + 1) / commits();
        const qreal least = m_profile.chance(bucket) >= leastSeen ? 1.5 : 0;
        const qreal roof = where.bottom() - std::max(least, m_profile.height(bucket) * where.height());
        roofs << QPointF(left, roof) << QPointF(right, roof);
    }
    QPolygonF body = roofs;
    body << where.bottomRight() << where.bottomLeft();
    const QColor ground = palette().color(QPalette::Window);
    const QColor accent = palette().color(QPalette::Accent);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(ground, accent, isDark(palette()) ? 0.4 : 0.3));
    painter.drawPolygon(body);
    painter.setPen(QPen(mixed(ground, accent, 0.85), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(roofs);
}

void RangeRibbon::paintSelection(QPainter &painter) const
{
    if (!m_selected) {
        return;
    }
    const QRectF where = bar();
    const qreal x = xOf(*m_selected);
    const qreal size = fontMetrics().height() * 0.32;
    const qreal below = where.bottom() + size * 0.9;
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Text));
    painter.drawPolygon(
        QPolygonF{QPointF(x, below), QPointF(x - size, below + size * 1.4), QPointF(x + size, below + size * 1.4)});
    if (*m_selected < commits() && !isPoint(*m_selected)) {
        painter.fillRect(QRectF(x - 0.75, where.top() - size * 0.6, 1.5, where.height() + size * 1.5),
                         palette().color(QPalette::Text));
    }
}

void RangeRibbon::paintPoints(QPainter &painter) const
{
    const QRectF where = bar();
    const qreal size = fontMetrics().height() * 0.92;
    const auto paintPoint = [&](CommitIndex place) {
        const QPointF center(xOf(place), where.center().y());
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawEllipse(center, size * 0.62, size * 0.62);
        VerdictStyle::paint(painter, QRectF(center.x() - size / 2, center.y() - size / 2, size, size),
                            m_marks.mark(place).mark, palette());
    };
    const auto current = m_marks.current();
    for (const CommitIndex point : m_points) {
        if (point != current) {
            paintPoint(point);
        }
    }
    if (!current || *current >= commits()) {
        return;
    }
    if (m_pulse.state() == QAbstractAnimation::Running) {
        const qreal progress = m_pulse.currentValue().toReal();
        QColor ring = VerdictStyle::color(Mark::Running, palette());
        ring.setAlphaF(static_cast<float>(1 - progress));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ring, 2));
        const qreal radius = size * (0.6 + progress);
        painter.drawEllipse(QPointF(xOf(*current), where.center().y()), radius, radius);
    }
    paintPoint(*current);
}

void RangeRibbon::paintNames(QPainter &painter) const
{
    const QRectF where = bar();
    const qreal line = fontMetrics().height();
    const QRectF row(where.left(), std::round(line * 0.3), where.width(), line);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(row, Qt::AlignCenter, fontMetrics().elidedText(caption(), Qt::ElideRight, width() / 2));
    if (commits() == 0) {
        return;
    }
    const qreal gap = line * 0.3;
    painter.setPen(palette().color(QPalette::Text));
    const CommitIndex bad = commits() - 1;
    const auto glyph = [&](qreal x, CommitIndex place) {
        const Mark mark = m_marks.mark(place).mark;
        VerdictStyle::paint(painter, QRectF(x, row.top() + line * 0.08, line * 0.84, line * 0.84), mark, palette());
    };
    if (m_marks.size() > commits()) {
        glyph(row.left(), commits());
        const auto others = static_cast<int>(m_marks.size() - commits() - 1);
        const QString name =
            others == 0 ? nameOf(commits()) : QStringLiteral("%1 + %2").arg(nameOf(commits())).arg(others);
        painter.drawText(row.adjusted(line * 0.84 + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
    }
    painter.drawText(row.adjusted(0, 0, -line * 0.84 - gap, 0), Qt::AlignRight | Qt::AlignVCenter, nameOf(bad));
    glyph(row.right() - line * 0.84, bad);
}

} // namespace culprit::widgets
