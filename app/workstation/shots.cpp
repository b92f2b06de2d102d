#include "app/workstation/shots.h"

#include "app/workplace/workplace_file.h"
#include "core/services/customers.h"
#include "core/services/open_bills.h"
#include "ui/errors/error_text.h"
#include "ui/gallery/gallery.h"
#include "ui/pages/pages.h"
#include "ui/printing/print_queue.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"
#include "ui/shell/search_palette.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

namespace meterhall::app {

using services::Session;

namespace {

constexpr std::array<QSize, 3> sizes{QSize(1280, 720), QSize(1440, 900), QSize(3840, 2160)};
constexpr std::array languages{"zh_CN", "en"};
constexpr std::array themes{ui::ThemeMode::Light, ui::ThemeMode::Dark};

/// Who sits before which page; what is not named here is shown to the first who may open it.
struct Sitter {
    const char* number;
    std::vector<QString> pages;
};
const std::vector<Sitter>& sitters() {
    static const std::vector<Sitter> all{
        {"s01", {QStringLiteral("home"), QStringLiteral("readings"), QStringLiteral("concentrators")}},
        {"c01", {QStringLiteral("counter"), QStringLiteral("customer"), QStringLiteral("search")}},
        {"k02", {QStringLiteral("billing")}},
        {"l01", {QStringLiteral("day-close")}},
        {"a01", {}},
        {"f01", {}},
        {"h01", {}},
    };
    return all;
}

bool hasSitter(const QString& page) {
    return std::any_of(sitters().begin(), sitters().end(), [&](const Sitter& sitter) {
        return std::find(sitter.pages.begin(), sitter.pages.end(), page) != sitter.pages.end();
    });
}

/// Whoever has the most to pay, so that there is something to see.
struct Payer {
    AccountId account;
    QString number;
    std::size_t bills = 0;
    Money open = Money::zero(Currency::cny());
};

Result<Payer> payerOf(Session& session, const services::FoundAccount& found) {
    MH_TRY(const auto accounts, services::accountsOfSameCustomer(session, found.account.number));
    std::vector<AccountId> ids;
    ids.reserve(accounts.size());
    for (const services::FoundAccount& account : accounts)
        ids.push_back(account.account.id);
    MH_TRY(const services::OpenBills bills, services::openBills(session, ids));
    return Payer{found.account.id, found.account.number, bills.bills.size(), bills.open};
}

Result<std::optional<Payer>> largestPayer(Session& session) {
    constexpr int looked = 40;
    std::optional<Payer> best;
    for (const char* name : {"王", "李", "张"}) {
        MH_TRY(const auto found, services::findAccounts(session, QString::fromUtf8(name), looked));
        for (const services::FoundAccount& one : found) {
            MH_TRY(const Payer payer, payerOf(session, one));
            if (!best || std::pair(payer.bills, payer.open.minor()) > std::pair(best->bills, best->open.minor()))
                best = payer;
        }
    }
    return best;
}

QString pictureName(const QString& page, const ui::Preferences& look, const QSize& pixels) {
    return QStringLiteral("%1_%2_%3_%4x%5.png")
        .arg(page, look.language, look.mode == ui::ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark"))
        .arg(pixels.width())
        .arg(pixels.height());
}

void complainOf(const QString& what) {
    QTextStream(stderr) << "meterhall: " << what << '\n';
}

class Camera {
public:
    Camera(const WorkplaceFile& place, const ShotSettings& settings)
        : m_settings(settings)
        , m_printer(ui::printToFolder(m_own.path()))
        , m_desk(place.workplace)
        , m_window(withPrinter(), ui::allPages(), m_own.filePath(QStringLiteral("preferences.ini"))) {
        m_window.setTraining(place.training);
        m_window.show();
    }

    bool takeAll() {
        if (wants(QStringLiteral("sign-in")))
            shoot(QStringLiteral("sign-in"), [] {});
        for (const Sitter& sitter : sitters()) {
            if (!takeFor(sitter))
                return false;
        }
        if (wants(QStringLiteral("gallery")))
            shootGallery();
        return m_failed == 0;
    }

private:
    ui::Desk& withPrinter() {
        m_desk.setPrinter(&m_printer);
        return m_desk;
    }
    bool wants(const QString& page) const { return m_settings.only.isEmpty() || m_settings.only.contains(page); }

    bool takeFor(const Sitter& sitter) {
        QStringList pages;
        for (const QString& page : sitter.pages) {
            if (wants(page))
                pages << page;
        }
        if (pages.isEmpty() && !sitter.pages.empty())
            return true;
        if (!signIn(QString::fromLatin1(sitter.number)))
            return false;
        for (const ui::PageDeclaration& page : ui::allPages()) {
            if (wants(page.id) && !hasSitter(page.id) && !m_taken.contains(page.id) && ui::mayOpen(m_desk, page))
                pages << page.id;
        }
        for (const QString& page : pages) {
            shoot(page, [&] { arrange(page); });
            m_taken << page;
        }
        m_desk.signOut();
        return true;
    }

    bool signIn(const QString& number) {
        std::optional<Error> refused;
        m_desk.signIn(number, "Sandbox-Town-" + number.toUtf8(), [&](const Result<services::SignedIn>& who) {
            if (!who.ok())
                refused = who.error();
        });
        settle(number);
        if (refused || !m_desk.isSignedIn()) {
            complainOf(refused ? ui::presented(*refused).happened : QStringLiteral("nobody signed in"));
            return false;
        }
        m_window.showWork();
        settle(number);
        return true;
    }

    /// Until nothing is on its way and what came of it is drawn.
    void settle(const QString& what) {
        constexpr int quietEnough = 5;
        constexpr int pollMilliseconds = 12;
        constexpr int longest = 30'000;
        QEventLoop loop;
        QTimer look;
        QElapsedTimer since;
        int quiet = 0;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            quiet = m_desk.isQuiet() && m_printer.waiting() == 0 ? quiet + 1 : 0;
            if (quiet >= quietEnough || since.elapsed() > longest)
                loop.quit();
        });
        since.start();
        look.start(pollMilliseconds);
        loop.exec();
        if (quiet < quietEnough) {
            complainOf(QStringLiteral("%1 does not come to rest").arg(what));
            ++m_failed;
        }
    }

    /// Something real on the page, as if somebody had begun to work there.
    void arrange(const QString& page) {
        if (page == QLatin1String("counter") || page == QLatin1String("customer")) {
            findPayer();
            if (m_payer)
                m_window.go({.page = page, .account = m_payer->account});
            settle(page);
            if (m_payer && page == QLatin1String("counter"))
                type(QString::number((m_payer->open.minor() / 10'000 + 1) * 100));
        } else if (page == QLatin1String("search")) {
            m_window.go({.page = QStringLiteral("counter")});
            settle(page);
            m_window.search().setFocus();
            type(QStringLiteral("w"));
        } else {
            m_window.go({.page = page});
        }
        settle(page);
    }

    void findPayer() {
        if (m_payer)
            return;
        m_desk.read(&m_window, largestPayer, [this](const Result<std::optional<Payer>>& payer) {
            if (payer.ok())
                m_payer = *payer;
        });
        settle(QStringLiteral("the search for a customer"));
    }

    void type(const QString& text) {
        QWidget* focused = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.focusWidget();
        for (const QChar letter : text) {
            const int key = letter.toUpper().unicode();
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, letter);
            QKeyEvent release(QEvent::KeyRelease, key, Qt::NoModifier, letter);
            QApplication::sendEvent(focused, &press);
            QApplication::sendEvent(focused, &release);
        }
    }

    template <class Prepare>
    void shoot(const QString& page, Prepare prepare) {
        for (const char* language : languages) {
            ui::Preferences look{.language = QString::fromLatin1(language), .lockAfterMinutes = 0};
            m_window.use(look);
            resize(sizes[1]);
            prepare();
            for (const ui::ThemeMode mode : themes) {
                look.mode = mode;
                m_window.use(look);
                for (const QSize& pixels : sizes) {
                    if (!resize(pixels))
                        continue;
                    if (page == QLatin1String("search"))
                        prepare(); // its list closes when the window changes
                    settle(page);
                    store(m_window.grab(), pictureName(page, look, pixels));
                }
            }
            if (m_desk.isSignedIn())
                m_window.search().close();
        }
    }

    void shootGallery() {
        for (const char* language : languages) {
            ui::Preferences look{.language = QString::fromLatin1(language), .lockAfterMinutes = 0};
            for (const ui::ThemeMode mode : themes) {
                look.mode = mode;
                m_window.use(look);
                ui::Gallery gallery;
                gallery.resize(sizes[1]);
                gallery.show();
                for (const QSize& pixels : sizes) {
                    const QPixmap whole = gallery.wholeAt(int(pixels.width() / m_window.devicePixelRatio()));
                    store(whole, pictureName(QStringLiteral("gallery"), look, whole.size()));
                }
            }
        }
    }

    bool resize(const QSize& pixels) {
        const QSize wanted = (QSizeF(pixels) / m_window.devicePixelRatio()).toSize();
        m_window.resize(wanted);
        return m_window.size() == wanted;
    }

    void store(const QPixmap& picture, const QString& name) {
        if (picture.save(QDir(m_settings.folder).filePath(name), "PNG"))
            return;
        complainOf(QStringLiteral("%1 cannot be stored").arg(name));
        ++m_failed;
    }

    ShotSettings m_settings;
    QTemporaryDir m_own; ///< preferences, and papers if any were printed
    ui::PrintQueue m_printer;
    ui::Desk m_desk;
    ui::MainWindow m_window;
    QStringList m_taken;
    std::optional<Payer> m_payer;
    int m_failed = 0;
};

} // namespace

int takeShots(const QString& workplaceFile, const ShotSettings& settings) {
    const auto place = WorkplaceFile::read(workplaceFile);
    if (!place.ok()) {
        complainOf(ui::presented(place.error()).happened);
        return 1;
    }
    if (!QDir().mkpath(settings.folder)) {
        complainOf(QStringLiteral("%1 cannot be made").arg(settings.folder));
        return 1;
    }
    const ui::Preferences first;
    ui::useLanguage(first.language);
    ui::chooseFontFamilies(first.language);
    return Camera(*place, settings).takeAll() ? 0 : 1;
}

int showGallery(const QString& language) {
    const QString chosen = language.isEmpty() ? ui::Preferences().language : language;
    ui::useLanguage(chosen);
    ui::chooseFontFamilies(chosen);
    ui::Theme().apply();
    ui::Gallery gallery;
    gallery.resize(sizes[1]);
    gallery.show();
    return QApplication::exec();
}

} // namespace meterhall::app
