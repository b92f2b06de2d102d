#include "ui/theme/icon.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace meterhall::ui {

namespace {

QString fileOf(const QString& name) {
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap drawn(const QString& name, const QSize& pixels, const QColor& color) {
    const QString key =
        QStringLiteral("%1|%2x%3|%4").arg(name).arg(pixels.width()).arg(pixels.height()).arg(color.name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(fileOf(name));
    const bool known = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(known, "icon", qPrintable(name));
    QSvgRenderer svg(file.readAll().replace("currentColor", color.name().toLatin1()));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    svg.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TokenIcon : public QIconEngine {
public:
    TokenIcon(QString name, Token token)
        : m_name(std::move(name))
        , m_token(token) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap picture = pixmap(rect.size() * ratio, mode, state);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), picture);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return drawn(m_name, size, tone(mode == QIcon::Disabled ? Token::Text3 : m_token));
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        return pixmap(size, mode, state);
    }
    QIconEngine* clone() const override { return new TokenIcon(*this); }

private:
    QString m_name;
    Token m_token;
};

} // namespace

QIcon icon(const char* name, Token token) {
    return QIcon(new TokenIcon(QString::fromLatin1(name), token));
}

QPixmap iconPixmap(const char* name, int size, Token token, qreal devicePixelRatio) {
    return iconPixmap(name, size, tone(token), devicePixelRatio);
}

QPixmap iconPixmap(const char* name, int size, const QColor& color, qreal devicePixelRatio) {
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap picture = drawn(QString::fromLatin1(name), {pixels, pixels}, color);
    picture.setDevicePixelRatio(devicePixelRatio);
    return picture;
}

bool hasIcon(const QString& name) {
    return QFile::exists(fileOf(name));
}

StateLook lookOf(State state) {
    switch (state) {
    case State::Ok:
        return {Token::Ok, Token::OkSoft, "ok"};
    case State::Warn:
        return {Token::Warn, Token::WarnSoft, "warn"};
    case State::Danger:
        return {Token::Danger, Token::DangerSoft, "danger"};
    case State::Unknown:
        return {Token::Unknown, Token::UnknownSoft, "unknown"};
    case State::Running:
        return {Token::Accent, Token::AccentSoft, "running"};
    case State::Waiting:
        return {Token::Text2, Token::OffSoft, "waiting"};
    case State::Off:
        return {Token::Text2, Token::OffSoft, "off"};
    case State::Info:
        return {Token::Accent, Token::AccentSoft, "info"};
    }
    Q_UNREACHABLE();
}

} // namespace meterhall::ui
