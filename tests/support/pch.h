#pragma once

#include "cmake/pch.h"

#include <QObject>
#include <QTest>

#include <rapidcheck.h>
