#pragma once

#include "cmake/pch.h"

#include <QObject>
// Not <QTest>: what it includes depends on QT_NETWORK_LIB and QT_GUI_LIB, and a header precompiled without them is
// refused by tests that link those modules.
#include <QtTest/qtestcase.h>

#include <rapidcheck.h>
