#include "tests/ui/printing/sample_papers.h"

namespace meterhall::tests {

using namespace meterhall::papers;

namespace {

Money fen(qint64 minor) {
    return Money::ofMinor(minor, Currency::cny());
}

QString zh(const char* text) {
    return QString::fromUtf8(text);
}

Decimal figure(const char* text) {
    return Decimal::parse(QString::fromLatin1(text)).value();
}

Date day(int year, int month, int dayOfMonth) {
    return Date::of(year, month, dayOfMonth).value();
}

AccountingMonth month(int year, int number) {
    return AccountingMonth::of(year, number).value();
}

ChargeRow charge(const char* component, const char* tier, const char* price, const char* quantity, qint64 amount) {
    ChargeRow row{zh(component), zh(tier), {}, {}, fen(amount)};
    if (*price != 0)
        row.price = figure(price);
    if (*quantity != 0)
        row.quantity = figure(quantity);
    return row;
}

PaperHead head(const char* number) {
    PaperHead head;
    head.company = zh("青山燃气");
    head.legalEntity = zh("青山市燃气有限公司");
    head.hall = zh("东街营业厅");
    head.seat = zh("3号窗口");
    head.operatorNumber = zh("0107");
    head.paperNumber = zh(number);
    head.hotline = zh("400-000-1234");
    head.issuedAt = {Instant::fromMicroseconds(1'795'163'400'000'000), 480};
    return head;
}

} // namespace

BillPaper gasBill() {
    BillPaper bill;
    bill.head = head("T2026110000017");
    bill.month = month(2026, 11);
    bill.accountNumber = zh("1002334561");
    bill.holder = zh("王*英");
    bill.address = zh("青山市东街街道柳园社区柳园小区 12 栋 3 单元 501 室");
    bill.useClass = zh("居民生活用气");
    bill.bookSequence = zh("B07-0120");
    bill.unit = zh("m³");
    bill.readings = {{zh("G4-20180117"),
                      day(2026, 10, 20),
                      figure("1202"),
                      day(2026, 11, 20),
                      figure("1282"),
                      PrintedOrigin::Remote,
                      {1, 0},
                      figure("80")}};
    bill.sameMonthLastYear = figure("74");
    bill.charges = {charge("天然气费", "第一档", "2.63", "55", 14465),
                    charge("天然气费", "第二档", "3.16", "25", 7900)};
    bill.priceOrders = {zh("青发改价〔2025〕18号，2025-07-01起")};
    bill.ladder = LadderRow{zh("2026年"), figure("475"), zh("第二档"), figure("125")};
    bill.peopleCounted = 4;
    bill.billTotal = fen(22365);
    bill.creditBefore = fen(2000);
    bill.creditUsed = fen(2000);
    bill.arrears = {{month(2026, 10), fen(5260), fen(31)}};
    bill.lateChargeRule = zh("违约金自缴费截止日次日起按欠费每日0.1%计算，不超过本金");
    bill.toPay = fen(25656);
    bill.dueOn = day(2026, 12, 15);
    bill.waysToPay = {zh("营业厅现金、刷卡"), zh("微信、支付宝“生活缴费”搜索青山燃气"), zh("银行代扣")};
    bill.payCode = zh("https://pay.example.cn/q?a=1002334561&b=T2026110000017");
    return bill;
}

BillPaper waterBillWithEverything() {
    BillPaper bill = gasBill();
    bill.head = head("S2026110000931");
    bill.head.company = zh("青山市自来水集团东城供水分公司");
    bill.head.legalEntity = zh("青山市自来水集团有限责任公司东城分公司");
    bill.commodity = Commodity::Water;
    bill.holder = zh("青山市柳园物业管理服务有限责任公司（代柳园小区全体合表用户）");
    bill.address =
        zh("青山市东街街道柳园社区居民委员会柳园小区二期（原国营青山第二棉纺织厂家属区北院）12 栋 3 单元 501 室"
           "转 502 室、503 室、504 室，水表井位于小区北门值班室东侧绿化带内第二个井盖");
    bill.readings = {{zh("LXS-15-0088121"),
                      day(2026, 9, 18),
                      figure("8841"),
                      day(2026, 10, 28),
                      figure("8866"),
                      PrintedOrigin::Actual,
                      {1, 0},
                      figure("25")},
                     {zh("LXS-20-2026000451"),
                      day(2026, 10, 28),
                      figure("0"),
                      day(2026, 11, 18),
                      figure("31"),
                      PrintedOrigin::Estimated,
                      {1, 0},
                      figure("31")}};
    bill.exchanges = {{day(2026, 10, 28), zh("LXS-15-0088121"), figure("8866"), zh("LXS-20-2026000451"), figure("0")}};
    bill.charges.clear();
    bill.onBehalf.clear();
    for (const char* tier : {"第一档", "第二档", "第三档"})
        for (const char* component : {"基本水费", "水资源费", "二次供水加压费", "管网维护费", "水质监测附加费"})
            bill.charges.push_back(charge(component, tier, "1.2345", "18.6", 2296));
    for (const char* tier : {"第一档", "第二档", "第三档"})
        for (const char* component : {"污水处理费", "生活垃圾处理费", "公用事业附加"})
            bill.onBehalf.push_back(charge(component, tier, "0.95", "18.6", 1767));
    bill.onBehalf.push_back(charge("垃圾清运费", "", "", "", 800));
    bill.priceOrders = {zh("青发改价〔2024〕7号，2024-01-01起"), zh("青财综〔2023〕112号（污水处理费）")};
    bill.ladder = LadderRow{zh("2026年"), figure("412.6"), zh("第三档"), {}};
    bill.peopleCounted = 6;
    bill.relief = zh("低保户，2026-01-01 至 2026-12-31");
    for (int number = 4; number <= 10; ++number)
        bill.arrears.push_back({month(2026, number), fen(5260), fen(31)});
    bill.billTotal = fen(51143);
    bill.toPay = fen(10'000'051'143);
    return bill;
}

BillPaper billOfRareCharacters() {
    BillPaper bill = gasBill();
    bill.holder = zh("𠮷䶮㛃𬭎");
    bill.address = zh("青山市𡐓埗镇𫭟塬村䃅㙍组");
    for (int i = 0; i < 40; ++i)
        bill.address += zh("𠮷𡐓");
    return bill;
}

ReceiptPaper gasReceipt() {
    ReceiptPaper receipt;
    receipt.head = head("P2026110000452");
    receipt.accountNumber = zh("1002334561");
    receipt.holder = zh("王秀英");
    receipt.address = zh("青山市东街街道柳园社区柳园小区 12 栋 3 单元 501 室");
    receipt.settled = {{zh("T2026100000017"), month(2026, 10), fen(5260), fen(31)},
                       {zh("T2026110000017"), month(2026, 11), fen(20365), fen(0)}};
    receipt.components = {{zh("天然气费"), false, fen(25625)}};
    receipt.lateCharge = fen(31);
    receipt.toCredit = fen(44);
    receipt.total = fen(25700);
    receipt.method = zh("现金");
    receipt.received = fen(30000);
    receipt.change = fen(4300);
    receipt.creditAfter = fen(44);
    receipt.invoiceCode = zh("https://inv.example.cn/f?p=P2026110000452");
    receipt.invoiceDays = 30;
    return receipt;
}

ShiftSheetPaper shiftSheet() {
    ShiftSheetPaper sheet;
    sheet.head = head("J2026112003");
    sheet.head.chainHead = zh("9f2c41d07be85a63f01b7c2294ed5af8136c0e4bd89a7150f2e6c3b84d17a905");
    sheet.shiftNumber = zh("20261120-3-1");
    sheet.openedAt = {Instant::fromMicroseconds(1'795'134'600'000'000), 480};
    sheet.closedAt = {Instant::fromMicroseconds(1'795'164'900'000'000), 480};
    sheet.floatIn = fen(50000);
    sheet.byMethod = {{zh("现金"), 41, fen(683'250)}, {zh("微信"), 37, fen(512'644)}, {zh("刷卡"), 9, fen(231'090)}};
    sheet.takenBack = {{zh("撤销"), zh("P2026110000431"), fen(12'300)}, {zh("作废"), zh("P2026110000440"), fen(0)}};
    const qint64 faces[] = {10000, 5000, 2000, 1000, 500, 100, 50, 10};
    const int pieces[] = {63, 14, 8, 12, 9, 31, 6, 4};
    for (int i = 0; i < 8; ++i)
        sheet.counted.push_back({fen(faces[i]), pieces[i], fen(faces[i] * pieces[i])});
    sheet.countedCash = fen(733'240);
    sheet.expectedCash = fen(733'250);
    sheet.shortage = fen(10);
    sheet.explanation = zh("找零时零头未收足，已当面告知班长。");
    sheet.numbers = {{zh("收费凭证"), zh("P2026110000401"), zh("P2026110000500"), 87, 1, 12},
                     {zh("用户卡"), zh("K0000301"), zh("K0000310"), 2, 0, 8}};
    sheet.posBatch = zh("000231");
    return sheet;
}

DayReportPaper dayReport() {
    DayReportPaper report;
    report.head = head("R20261120-E");
    report.head.chainHead = zh("9f2c41d07be85a63f01b7c2294ed5af8136c0e4bd89a7150f2e6c3b84d17a905");
    report.businessDay = day(2026, 11, 20);
    report.cashiers = {{zh("0107"), zh("20261120-3-1"), 87, fen(1'426'984), fen(683'250), fen(0), fen(10)},
                       {zh("0112"), zh("20261120-2-1"), 104, fen(1'902'255), fen(540'020), fen(20), fen(0)}};
    report.byLegalEntity = {{zh("青山市燃气有限公司"), 152, fen(2'704'110)},
                            {zh("青山市自来水集团有限责任公司"), 39, fen(625'129)}};
    report.byComponent = {{zh("天然气费"), 152, fen(2'701'204)},
                          {zh("基本水费"), 39, fen(401'300)},
                          {zh("水资源费"), 39, fen(58'200)},
                          {zh("污水处理费（代征）"), 39, fen(165'629)}};
    report.byMethod = {
        {zh("现金"), 84, fen(1'223'270)}, {zh("微信"), 80, fen(1'322'644)}, {zh("刷卡"), 27, fen(783'325)}};
    report.lateCharges = fen(2'906);
    report.creditIn = fen(81'044);
    report.creditUsed = fen(40'310);
    report.refunds = fen(-12'000);
    report.otherBranches = {QString(), 3, fen(40'200)};
    report.unresolved = {zh("微信流水 4200001923 状态未知，已查询两次"), zh("用户卡 K0000305 已收款未圈存")};
    report.total = fen(3'329'239);
    report.cashToBank = fen(1'223'270);
    report.depositSlip = zh("XJ20261120-01");
    return report;
}

SettlementPaper settlement() {
    SettlementPaper paper;
    paper.head = head("C2026120003");
    paper.reason = zh("用户提供照片，11 月示数抄错，应为 105.2");
    paper.bills = {{zh("1002334561"), month(2026, 11), day(2026, 11, 20), figure("21"), figure("5"), fen(5936),
                    fen(1350), fen(-4586)},
                   {zh("1002334561"), month(2026, 12), day(2026, 12, 20), figure("20"), figure("36"), fen(5884),
                    fen(10470), fen(4586)}};
    paper.accounts = {
        {zh("1002334561"), zh("王*英"), zh("青山市东街街道柳园社区柳园小区 12 栋 3 单元 501 室"), fen(0), fen(-4586)}};
    paper.difference = fen(0);
    return paper;
}

ExplanationPaper explanation() {
    ExplanationPaper paper;
    paper.head = head("B2026110000017");
    paper.month = month(2026, 11);
    paper.accountNumber = zh("1002334561");
    paper.holder = zh("王*英");
    paper.address = zh("青山市东街街道柳园社区柳园小区 12 栋 3 单元 501 室");
    paper.priceOrders = {zh("青发改价〔2025〕17 号")};
    paper.steps = {{0, zh("59.36 = 27.00 + 32.36")},
                   {1, zh("27.00 = 10 × 2.70")},
                   {2, zh("10 = 600 − 590")},
                   {3, zh("600  第 1 档上限，按第六十二条为五口及以上家庭每多一人增加 60 立方米以后的数")},
                   {3, zh("590  本期账单之前在阶梯上的位置，2026 年")},
                   {2, zh("2.70  燃气费第 1 档价格，2026-1")},
                   {1, zh("32.36 = 11 × 2.942，四舍五入到 0.01")},
                   {2, zh("11 = 21 − 10")},
                   {3, zh("21 = 121.90 − 100.90")},
                   {4, zh("121.90  表 G4-0117：抄见读数")},
                   {4, zh("100.90  表 G4-0117：上期计费止数")},
                   {2, zh("2.942  燃气费第 2 档价格，2026-1")}};
    paper.comparison = {zh("2026-11 比 2026-10 多 12.30。"), zh("多用 4.5 立方米：+12.30")};
    paper.proved = true;
    paper.total = fen(5936);
    return paper;
}

} // namespace meterhall::tests
