#include "ui/printing/pdf_canonical.h"

#include "ui/printing/paper_pdf.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace meterhall::ui {

namespace {

/// One object cut at its stream: only the head holds references, the stream may hold anything.
struct PdfObject {
    QString head; ///< Latin 1, so that every byte survives
    QByteArray stream;
};

struct PdfFile {
    QByteArray header;
    QMap<int, PdfObject> objects;
    int root = 0;
    int info = 0;
};

QRegularExpression referencePattern() {
    return QRegularExpression(QStringLiteral(R"(\b(\d+) 0 R\b)"));
}

Error unexpected(const char* what) {
    return Error(PrintError::UnexpectedPdf, {QString::fromLatin1(what)});
}

Result<qsizetype> crossReferenceStart(const QByteArray& pdf) {
    const qsizetype word = pdf.lastIndexOf("startxref\n");
    if (word < 0)
        return unexpected("startxref");
    const qsizetype from = word + 10;
    bool isNumber = false;
    const qsizetype start = pdf.sliced(from, pdf.indexOf('\n', from) - from).trimmed().toLongLong(&isNumber);
    if (!isNumber || start <= 0 || !pdf.sliced(std::min(start, pdf.size())).startsWith("xref\n0 "))
        return unexpected("xref");
    return start;
}

/// Object numbers by the place where they begin.
Result<QMap<qsizetype, int>> objectStarts(const QByteArray& pdf, qsizetype table) {
    constexpr qsizetype entryBytes = 20;
    const qsizetype countAt = table + 7; // after "xref\n0 "
    const qsizetype firstEntry = pdf.indexOf('\n', countAt) + 1;
    const int count = pdf.sliced(countAt, firstEntry - countAt).trimmed().toInt();
    if (count <= 0 || firstEntry + count * entryBytes > pdf.size())
        return unexpected("xref entries");
    QMap<qsizetype, int> starts;
    for (int number = 0; number < count; ++number) {
        const QByteArray entry = pdf.sliced(firstEntry + number * entryBytes, entryBytes);
        if (entry[17] == 'n')
            starts.insert(entry.first(10).toLongLong(), number);
    }
    return starts;
}

Result<PdfObject> objectIn(const QByteArray& pdf, qsizetype from, qsizetype to, int number) {
    const QByteArray opening = QByteArray::number(number) + " 0 obj\n";
    const QByteArray text = pdf.mid(from, to - from);
    if (!text.startsWith(opening) || !text.endsWith("endobj\n"))
        return unexpected("object");
    const QByteArray body = text.sliced(opening.size(), text.size() - opening.size());
    const qsizetype stream = body.indexOf("stream\n");
    const qsizetype cut = stream < 0 ? body.size() : stream;
    return PdfObject{QString::fromLatin1(body.first(cut)), body.sliced(cut)};
}

Result<PdfFile> parsed(const QByteArray& pdf) {
    MH_TRY(const qsizetype table, crossReferenceStart(pdf));
    MH_TRY(const auto starts, objectStarts(pdf, table));
    if (starts.isEmpty())
        return unexpected("no objects");
    PdfFile file;
    file.header = pdf.first(starts.firstKey());
    for (auto at = starts.begin(); at != starts.end(); ++at) {
        const auto next = std::next(at);
        MH_TRY(const PdfObject object, objectIn(pdf, at.key(), next == starts.end() ? table : next.key(), at.value()));
        file.objects.insert(at.value(), object);
    }
    const QString trailer = QString::fromLatin1(pdf.sliced(pdf.indexOf("trailer", table)));
    const auto numberOf = [&](const char* key) {
        const QRegularExpression pattern(QStringLiteral("/%1 (\\d+) 0 R").arg(QString::fromLatin1(key)));
        return pattern.match(trailer).captured(1).toInt();
    };
    file.root = numberOf("Root");
    file.info = numberOf("Info");
    if (!file.objects.contains(file.root) || !file.objects.contains(file.info))
        return unexpected("trailer");
    return file;
}

/// Old numbers in the order in which the objects are reached; what is not reached is not written.
Result<std::vector<int>> reachedFrom(const PdfFile& file) {
    std::vector<int> order{file.info, file.root};
    const QRegularExpression reference = referencePattern();
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto matches = reference.globalMatch(file.objects.value(order[i]).head);
        while (matches.hasNext()) {
            const int number = matches.next().captured(1).toInt();
            if (!file.objects.contains(number))
                return unexpected("reference");
            if (std::find(order.begin(), order.end(), number) == order.end())
                order.push_back(number);
        }
    }
    return order;
}

QString renumbered(const QString& head, const QMap<int, int>& newNumbers) {
    QString result;
    qsizetype copied = 0;
    auto matches = referencePattern().globalMatch(head);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += QStringView(head).sliced(copied, match.capturedStart() - copied);
        result += QString::number(newNumbers.value(match.captured(1).toInt())) + QStringLiteral(" 0 R");
        copied = match.capturedEnd();
    }
    result += QStringView(head).sliced(copied);
    return result;
}

/// "D:20261120163000+08'00'" (ISO 32000-1, 7.9.4).
QString pdfDate(const papers::PaperTime& time) {
    QString text = time.toString();
    text.remove(QLatin1Char('-')).remove(QLatin1Char(':')).remove(QLatin1Char(' '));
    const int offset = std::abs(time.utcOffsetMinutes);
    return QStringLiteral("D:%1%2%3'%4'")
        .arg(text, time.utcOffsetMinutes < 0 ? QStringLiteral("-") : QStringLiteral("+"))
        .arg(offset / 60, 2, 10, QLatin1Char('0'))
        .arg(offset % 60, 2, 10, QLatin1Char('0'));
}

/// Qt derives the tag of a subset ("/QMAAAA+Name") from the old object number.
QString withSubsetTag(QString head, int number) {
    static const QRegularExpression tag(QStringLiteral("/Q[A-Z]{5}\\+"));
    QString letters;
    for (int digit = 0; digit < 5; ++digit, number /= 26)
        letters.append(QChar(u'A' + number % 26));
    return head.replace(tag, QStringLiteral("/Q%1+").arg(letters));
}

QByteArray written(const PdfFile& file, const std::vector<int>& order) {
    QMap<int, int> newNumbers;
    for (std::size_t i = 0; i < order.size(); ++i)
        newNumbers.insert(order[i], static_cast<int>(i) + 1);
    QByteArray pdf = file.header;
    QByteArray table = "xref\n0 " + QByteArray::number(newNumbers.size() + 1) + "\n0000000000 65535 f \n";
    for (const int old : order) {
        const int number = newNumbers.value(old);
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        const PdfObject& object = *file.objects.constFind(old);
        pdf += QByteArray::number(number) + " 0 obj\n";
        pdf += withSubsetTag(renumbered(object.head, newNumbers), number).toLatin1() + object.stream;
    }
    const QByteArray tableAt = QByteArray::number(pdf.size());
    return pdf + table + "trailer\n<<\n/Size " + QByteArray::number(newNumbers.size() + 1) +
           "\n/Info 1 0 R\n/Root 2 0 R\n>>\nstartxref\n" + tableAt + "\n%%EOF\n";
}

} // namespace

Result<QByteArray> canonicalPdf(const QByteArray& pdf, const papers::PaperTime& created) {
    MH_TRY(PdfFile file, parsed(pdf));
    MH_TRY(const std::vector<int> order, reachedFrom(file));
    static const QRegularExpression date(QStringLiteral(R"(/CreationDate \(D:[^)]*\))"));
    QString& info = file.objects[file.info].head;
    if (!date.match(info).hasMatch())
        return unexpected("creation date");
    info.replace(date, QStringLiteral("/CreationDate (%1)").arg(pdfDate(created)));
    return written(file, order);
}

} // namespace meterhall::ui
