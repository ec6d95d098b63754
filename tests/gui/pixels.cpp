#include "tests/gui/pixels.h"

#include <QHash>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace latchkey::test
{

namespace
{

using Counts = QHash<QRgb, int>;

std::optional<QRgb> commonest(const Counts &counts)
{
    std::optional<QRgb> found;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most || (it.value() == most && found && it.key() < *found)) {
            most = it.value();
            found = it.key();
        }
    }
    return found;
}

Counts countsOf(const QImage &picture)
{
    Counts counts;
    for (int y = 0; y < picture.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = 0; x < picture.width();) { // run by run: most of a picture is ground
            const int begin = x;
            while (x < picture.width() && line[x] == line[begin])
                ++x;
            counts[line[begin]] += x - begin;
        }
    }
    return counts;
}

// Two shades that antialiasing, rounding and gamma make of one colour.
bool alike(QRgb a, QRgb b)
{
    constexpr int tolerance = 10;
    return std::abs(qRed(a) - qRed(b)) <= tolerance && std::abs(qGreen(a) - qGreen(b)) <= tolerance
        && std::abs(qBlue(a) - qBlue(b)) <= tolerance;
}

// A walk over pixels from `from` towards the middle.
struct Walk {
    QPoint from;
    QPoint step;
    int length;
};

struct Side {
    double width = 0;
    double outside = 0;
    double inside = 0;
};

Side sideOf(const QImage &picture, const Walk &walk, QRgb ink)
{
    const auto at = [&](int i) {
        QPoint p = walk.from + walk.step * i;
        p.setX(std::clamp(p.x(), 0, picture.width() - 1));
        p.setY(std::clamp(p.y(), 0, picture.height() - 1));
        return picture.pixel(p);
    };
    int begin = 0;
    while (begin < walk.length && !alike(at(begin), ink))
        ++begin;
    int end = begin;
    while (end < walk.length && alike(at(end), ink))
        ++end;
    // Outside, a thin frame may lie between the ring and the ground: two pixels are looked at.
    // Inside, half a pixel further, past the blended edge.
    double outside = 1;
    for (int i = 1; i <= 2 * magnification; ++i)
        outside = std::max(outside, contrast(ink, at(begin - i)));
    return {double(end - begin) / magnification, outside,
            contrast(ink, at(end + magnification / 2))};
}

} // namespace

QImage pictureOf(QWidget *widget, const QRect &area)
{
    QWidget *window = widget->window();
    const QRect part
        = QRect(widget->mapTo(window, area.topLeft()), area.size()).intersected(window->rect());
    QImage picture(part.size() * magnification, QImage::Format_RGB32);
    picture.setDevicePixelRatio(magnification);
    picture.fill(Qt::magenta);
    QPainter painter(&picture);
    window->render(&painter, QPoint(), part);
    return picture;
}

std::optional<InkAndGround> inkAndGround(const QImage &picture)
{
    Counts counts = countsOf(picture);
    const auto ground = commonest(counts);
    if (!ground)
        return std::nullopt;
    for (auto it = counts.begin(); it != counts.end();)
        it = alike(it.key(), *ground) ? counts.erase(it) : std::next(it);
    const auto ink = commonest(counts);
    if (!ink)
        return std::nullopt;
    return InkAndGround{QColor(*ink), QColor(*ground)};
}

double edgeContrast(const QImage &picture)
{
    const int y = picture.height() / 2;
    const QRgb ground = picture.pixel(0, y);
    double strongest = 1;
    for (int x = 0; x < picture.width(); ++x)
        strongest = std::max(strongest, contrast(QColor(picture.pixel(x, y)), QColor(ground)));
    return strongest;
}

std::optional<Ring> ringBetween(const QImage &without, const QImage &with)
{
    Counts counts;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            if (with.pixel(x, y) != without.pixel(x, y))
                ++counts[with.pixel(x, y)];
        }
    }
    const auto ink = commonest(counts);
    if (!ink)
        return std::nullopt;
    QRect bounds;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            if (with.pixel(x, y) == *ink && without.pixel(x, y) != *ink)
                bounds |= QRect(x, y, 1, 1);
        }
    }
    const QPoint middle = bounds.center();
    const std::array<Walk, 4> walks{{
        {{bounds.left(), middle.y()}, {1, 0}, bounds.width() / 2},
        {{bounds.right(), middle.y()}, {-1, 0}, bounds.width() / 2},
        {{middle.x(), bounds.top()}, {0, 1}, bounds.height() / 2},
        {{middle.x(), bounds.bottom()}, {0, -1}, bounds.height() / 2},
    }};
    Ring ring{QColor(*ink), 1000, 21, 21};
    for (const Walk &walk : walks) {
        const Side side = sideOf(with, walk, *ink);
        ring.width = std::min(ring.width, side.width);
        ring.outside = std::min(ring.outside, side.outside);
        ring.inside = std::min(ring.inside, side.inside);
    }
    return ring;
}

} // namespace latchkey::test
