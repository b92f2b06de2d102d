#include "app/cli/ask_password.h"

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace meterhall::app {

namespace {

/// Typed characters are not shown while it lives.
class Unseen {
public:
    Unseen() {
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        m_changed = m_changed && ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    ~Unseen() {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

} // namespace

Result<QByteArray> askPassword(const QString& question) {
    if (::isatty(STDIN_FILENO) == 0)
        return CallError::NoPassword;
    std::fputs(question.toUtf8().constData(), stderr);
    constexpr int longest = 1024;
    std::array<char, longest> line{};
    const bool read = [&line] {
        const Unseen unseen;
        return std::fgets(line.data(), longest, stdin) != nullptr;
    }();
    std::fputs("\n", stderr);
    return read ? Result<QByteArray>(QByteArray(line.data()).trimmed()) : Result<QByteArray>(CallError::NoPassword);
}

} // namespace meterhall::app
