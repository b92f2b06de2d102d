#pragma once

// Every *_test.cpp registers its QObject test classes here; the executable of a folder runs them all.

#include <QCoreApplication>
#include <QObject>

#include <functional>
#include <memory>

namespace meterhall::tests {

using MakeTestCase = std::function<std::unique_ptr<QObject>()>;

/// Returns a value only so that it can initialise a namespace-scope constant.
bool registerTestCase(MakeTestCase make);

using MakeApplication = std::function<std::unique_ptr<QCoreApplication>(int& argc, char** argv)>;

/// What the executable runs its tests in; a QCoreApplication unless a test names another.
bool useApplication(MakeApplication make);

/// Folder of researched data beside the project (METERHALL_SHARED, default ../shared); empty when it is not there.
QString sharedFolder();

/// Root of the source tree under test (METERHALL_SOURCE, set by CTest).
QString sourceFolder();

} // namespace meterhall::tests

/// At namespace scope, after the class: METERHALL_TEST_CASE(MoneyTest)
#define METERHALL_TEST_CASE(Class)                                                                                     \
    static const bool registered##Class =                                                                              \
        meterhall::tests::registerTestCase([] { return std::unique_ptr<QObject>(std::make_unique<Class>()); });

/// At namespace scope, once in an executable whose tests paint: METERHALL_TEST_APPLICATION(QGuiApplication)
#define METERHALL_TEST_APPLICATION(Class)                                                                              \
    static const bool applicationIs##Class = meterhall::tests::useApplication([](int& argc, char** argv) {             \
        return std::unique_ptr<QCoreApplication>(std::make_unique<Class>(argc, argv));                                 \
    });
