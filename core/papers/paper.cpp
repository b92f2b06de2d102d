#include "core/papers/paper.h"

#include "core/papers/paper_archive.h"
#include "core/papers/paper_fields.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace meterhall::papers {

namespace {

constexpr int currentForm = 1;
/// A bill of a hundred pages is far below this; a larger text is not a paper of ours.
constexpr qsizetype maxStoredBytes = 4 * 1024 * 1024;

constexpr const char* kindNames[] = {"bill", "receipt", "shift_sheet", "day_report", "explanation", "settlement"};
static_assert(std::variant_size_v<Paper> == std::size(kindNames));

template <std::size_t index = 0>
Result<Paper> blankOfKind(const QString& kind) {
    if constexpr (index < std::variant_size_v<Paper>) {
        if (kind == QLatin1StringView(kindNames[index]))
            return Paper(std::in_place_index<index>);
        return blankOfKind<index + 1>(kind);
    } else {
        return Error(PaperError::UnknownKind, {kind.left(40)});
    }
}

} // namespace

QString kindOf(const Paper& paper) {
    return QString::fromLatin1(kindNames[paper.index()]);
}

const PaperHead& headOf(const Paper& paper) {
    return std::visit([](const auto& content) -> const PaperHead& { return content.head; }, paper);
}

QByteArray canonicalForm(const Paper& paper) {
    Paper copy = paper; // describe() serves reading too and so takes a mutable paper
    FieldWriter content;
    std::visit([&](auto& fields) { describe(content, fields); }, copy);
    const QJsonObject stored{
        {QStringLiteral("kind"), kindOf(paper)},
        {QStringLiteral("form"), currentForm},
        {QStringLiteral("paper"), content.object()},
    };
    return QJsonDocument(stored).toJson(QJsonDocument::Compact);
}

QByteArray contentHash(const Paper& paper) {
    return QCryptographicHash::hash(canonicalForm(paper), QCryptographicHash::Sha256);
}

Result<Paper> paperFromCanonical(const QByteArray& stored) {
    if (stored.size() > maxStoredBytes)
        return PaperError::TooLarge;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(stored, &problem);
    if (!document.isObject())
        return Error(PaperError::NotJson, {problem.errorString()});
    const QJsonObject outer = document.object();
    if (outer.value(QLatin1StringView("form")).toInt() > currentForm)
        return PaperError::NewerForm;
    MH_TRY(Paper paper, blankOfKind(outer.value(QLatin1StringView("kind")).toString()));
    FieldReader content(outer.value(QLatin1StringView("paper")).toObject());
    std::visit([&](auto& fields) { describe(content, fields); }, paper);
    MH_CHECK(content.result());
    if (canonicalForm(paper) != stored)
        return PaperError::NotCanonical;
    return paper;
}

} // namespace meterhall::papers
