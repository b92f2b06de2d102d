#include "app/cli/command.h"

#include <QGuiApplication>

#include <array>
#include <string_view>

namespace meterhall::app {

#define X(name, Name) int run##Name##Command(const QStringList& arguments);
#include "app/cli/commands.inc"
#undef X

namespace {

struct Command {
    std::string_view name; ///< as its file is called; typed with dashes
    int (*run)(const QStringList&);
};

constexpr std::array commands = std::to_array<Command>({
#define X(name, Name) {#name, run##Name##Command},
#include "app/cli/commands.inc"
#undef X
});

QString typedName(const Command& command) {
    return QString::fromUtf8(command.name.data(), qsizetype(command.name.size())).replace(u'_', u'-');
}

int help() {
    printLine(QStringLiteral("meterhall-cli COMMAND [OPTIONS]; COMMAND --help says all about it. Commands:"));
    for (const Command& command : commands)
        printLine(QStringLiteral("  ") + typedName(command));
    return AllRight;
}

int runCommandNamed(const QStringList& words) {
    if (words.isEmpty() || words.front() == QLatin1String("--help"))
        return help();
    for (const Command& command : commands)
        if (typedName(command) == words.front())
            return command.run(words.mid(1));
    complain(QStringLiteral("there is no command \"%1\"; --help lists them").arg(words.front()));
    return WrongCall;
}

} // namespace

} // namespace meterhall::app

// Papers are drawn without a window, so no screen is needed; a platform somebody asked for is respected.
int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    return meterhall::app::runCommandNamed(QGuiApplication::arguments().mid(1));
}
