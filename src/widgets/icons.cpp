// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icons.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <memory>

// A resource in a static library is left out by the linker unless somebody names it; the macro needs the global namespace.
static void initIconResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace Widgets {

namespace {

using namespace Qt::StringLiterals;

/// Parsed glyphs by name and ink. A few dozen of a few kilobytes each, so none is ever dropped.
QSvgRenderer &renderer(const QString &name, const QColor &ink)
{
    static QHash<QPair<QString, QRgb>, std::shared_ptr<QSvgRenderer>> cache;
    std::shared_ptr<QSvgRenderer> &entry = cache[{name, ink.rgba()}];
    if (!entry) {
        initIconResource();
        QFile file(u":/icons/"_s + name + u".svg"_s);
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(opened, "Widgets::icon", qPrintable(name));
        entry = std::make_shared<QSvgRenderer>(file.readAll().replace("currentColor", ink.name().toLatin1()));
    }
    return *entry;
}

class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(QString name, Token role) : m_name(std::move(name)), m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = qMin(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        paintGlyph(*painter, square, m_name, color(mode == QIcon::Disabled ? Token::Faint : m_role));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new GlyphEngine(m_name, m_role); }
    QString iconName() override { return m_name; }

private:
    QString m_name;
    Token m_role;
};

} // namespace

QIcon icon(QAnyStringView name, Token role)
{
    return QIcon(new GlyphEngine(name.toString(), role)); // the icon owns its engine
}

void paintGlyph(QPainter &painter, const QRectF &rect, QAnyStringView name, const QColor &ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    renderer(name.toString(), ink).render(&painter, rect);
    painter.restore();
}

QStringList iconNames()
{
    initIconResource();
    QStringList names = QDir(u":/icons"_s).entryList(QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4); // ".svg"
    return names;
}

QString iconNameForService(QAnyStringView serviceType)
{
    const QString type = serviceType.toString();
    if (type == "pg"_L1 || type == "alloydbomni"_L1)
        return u"postgres"_s;
    if (type == "clickhouse"_L1 || type == "kafka"_L1 || type == "mysql"_L1)
        return type;
    if (type.startsWith("kafka"_L1)) // kafka_connect, kafka_mirrormaker
        return u"flow"_s;
    if (type == "grafana"_L1 || type == "thanos"_L1 || type == "m3db"_L1)
        return u"metrics"_s;
    if (type == "opensearch"_L1)
        return u"logs"_s;
    if (type == "valkey"_L1 || type == "redis"_L1 || type == "dragonfly"_L1 || type == "cassandra"_L1)
        return u"db"_s;
    return u"gear"_s;
}

} // namespace Widgets
