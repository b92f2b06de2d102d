#include "tests/support/test_case.h"

#include <QDir>
#include <QTest>

#include <cstdio>
#include <vector>

namespace meterhall::tests {

namespace {
std::vector<MakeTestCase>& testCases() {
    static std::vector<MakeTestCase> cases;
    return cases;
}

MakeApplication& application() {
    static MakeApplication make = [](int& argc, char** argv) { return std::make_unique<QCoreApplication>(argc, argv); };
    return make;
}
} // namespace

bool useApplication(MakeApplication make) {
    application() = std::move(make);
    return true;
}

bool registerTestCase(MakeTestCase make) {
    testCases().push_back(std::move(make));
    return true;
}

QString sourceFolder() {
    const QString fromEnvironment = qEnvironmentVariable("METERHALL_SOURCE");
    return fromEnvironment.isEmpty() ? QDir::currentPath() : fromEnvironment;
}

QString sharedFolder() {
    const QString path = qEnvironmentVariable("METERHALL_SHARED", sourceFolder() + QStringLiteral("/../shared"));
    return QDir(path).exists() ? QDir::cleanPath(path) : QString();
}

} // namespace meterhall::tests

// METERHALL_TEST_CLASS=MoneyTest runs one class by hand.
static bool isWanted(const QObject& testCase) {
    const QByteArray wanted = qgetenv("METERHALL_TEST_CLASS");
    return wanted.isEmpty() || wanted == testCase.metaObject()->className();
}

// An executable without a single test function fails: an empty run must never look green.
int main(int argc, char** argv) {
    const auto application = meterhall::tests::application()(argc, argv);
    int failed = 0;
    int run = 0;
    for (const auto& make : meterhall::tests::testCases()) {
        const auto testCase = make();
        if (!isWanted(*testCase))
            continue;
        failed += QTest::qExec(testCase.get(), argc, argv);
        ++run;
    }
    if (run == 0) {
        std::fputs("no test class is registered\n", stderr);
        return 1;
    }
    return failed == 0 ? 0 : 1;
}
