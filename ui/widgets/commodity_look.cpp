#include "ui/widgets/commodity_look.h"

#include <QCoreApplication>

namespace meterhall::ui {

namespace {
struct CommodityWords {
    Q_DECLARE_TR_FUNCTIONS(CommodityWords)
};
} // namespace

QString unitText(const QString& code) {
    return code == QLatin1String("m3") ? QStringLiteral("m³") : code;
}

QString commodityText(Commodity commodity) {
    switch (commodity) {
    case Commodity::Gas:
        return CommodityWords::tr("Gas");
    case Commodity::Water:
        return CommodityWords::tr("Water");
    case Commodity::Heat:
        return CommodityWords::tr("Heat");
    case Commodity::Electricity:
        return CommodityWords::tr("Electricity");
    }
    Q_UNREACHABLE();
}

const char* commodityIcon(Commodity commodity) {
    switch (commodity) {
    case Commodity::Gas:
        return "gas";
    case Commodity::Water:
        return "water";
    case Commodity::Heat:
        return "heat";
    case Commodity::Electricity:
        return "electricity";
    }
    Q_UNREACHABLE();
}

Token commodityToken(Commodity commodity) {
    switch (commodity) {
    case Commodity::Gas:
        return Token::Gas;
    case Commodity::Water:
        return Token::Water;
    case Commodity::Heat:
        return Token::Heat;
    case Commodity::Electricity:
        return Token::Electricity;
    }
    Q_UNREACHABLE();
}

} // namespace meterhall::ui
