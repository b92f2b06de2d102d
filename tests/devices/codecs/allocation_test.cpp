#include "devices/codecs/gdw376/frame.h"
#include "devices/codecs/mbus/session.h"
#include "tests/devices/codecs/dlt645_frames.h"
#include "tests/devices/codecs/meter_frames.h"
#include "tests/support/test_case.h"

#include <QTest>

#include <cstdlib>
#include <new>

namespace {
thread_local long allocations = 0;
}

// Counts what the code under test asks of the heap; the sanitizers' own allocator still stands behind malloc.
void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
    std::free(memory);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

using namespace meterhall;
using namespace meterhall::cjt188;
using tests::at;

class AllocationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCounterCounts() {
        const long before = allocations;
        const auto bytes = std::make_unique<Bytes>(10);
        QVERIFY(allocations > before && bytes->size() == 10);
    }

    void aWholeExchangeAsksNothingOfTheHeap() {
        const Request request = Request::readData(*Address::parse(u"78110000001203"));
        const Model model{.meterType = 0x30};
        Session session;
        std::vector<Bytes> answers;
        for (int serial = 0; serial < 4; ++serial)
            answers.push_back(tests::meterData({.second = serial}, std::uint8_t(serial)));
        const Bytes noise = tests::hex("FEFE681122334455");
        int billable = 0;
        const long before = allocations;
        for (int i = 0; i < 2; ++i) {
            if (!session.request(request, model, {}, at(0)).ok())
                break;
            session.receive(noise, at(1));
            session.receive(answers[2 * std::size_t(i)], at(2));
            session.receive(answers[2 * std::size_t(i) + 1], at(1002));
            billable += session.answer().billable();
        }
        const long used = allocations - before;
        QCOMPARE(billable, 2);
        QCOMPARE(used, 0L);
    }

    void aLongAnswerOfAnElectricityMeterAsksNothingOfTheHeap() {
        const auto address = *dlt645::Address::parse(u"202611000471");
        const auto request = dlt645::Request::read(address, dlt645::Edition::Of2007, 0x0001FF00);
        const auto session = std::make_unique<dlt645::Session>();
        const Bytes first = tests::dltFrame("202611000471", 0xB1, "00FF0100 10270000 3412");
        const Bytes last = tests::dltFrame("202611000471", 0x92, "00FF0100 0000 FFFFFFFF 01");
        std::size_t values = 0;
        const long before = allocations;
        if (session->request(request, {}, at(0)).ok()) {
            session->receive(first, at(1));
            session->receive(last, at(2));
            values = session->answer().data.count;
        }
        const long used = allocations - before;
        QCOMPARE(values, std::size_t(3));
        QCOMPARE(used, 0L);
    }

    void aWholeMbusReadoutAsksNothingOfTheHeap() {
        const Bytes acknowledged = tests::hex("E5");
        const Bytes telegram = tests::hex("68393968080572214365872D2C0A072A0000000C13452301003B3B150000426C3F3C046D1E17"
                                          "3F3C0516CDCCCC3D02FC034D505074D2040D78034342410316");
        mbus::Session session;
        int numbers = 0;
        const long before = allocations;
        (void)session.readOut(5, {}, at(0));
        session.receive(acknowledged, at(50));
        const auto heard = session.receive(telegram, at(100)).what;
        const auto application = mbus::readApplication(mbus::viewFrame(session.telegram()));
        mbus::RecordReader reader(application->payload, application->recordOptions());
        mbus::Record record;
        while (reader.next(record))
            numbers += record.value.available() && record.value.kind == mbus::ValueKind::Number &&
                       record.value.number.decimal();
        const auto end = session.receive({}, at(110)).what;
        const long used = allocations - before;
        QCOMPARE(heard, mbus::Session::Happened::Telegram);
        QCOMPARE(end, mbus::Session::Happened::Done);
        QCOMPARE(numbers, 4);
        QCOMPARE(used, 0L);
    }

    void scanningAsksNothingOfTheHeap() {
        const Bytes noise(3000, 0x68);
        const long before = allocations;
        const auto cjt = cjt188::findFrame(noise, devices::AtEnd::NothingFollows);
        const auto dlt = dlt645::findFrame(noise, devices::AtEnd::NothingFollows);
        const auto gdw = gdw376::findFrame(noise, devices::AtEnd::NothingFollows);
        const auto mbus = mbus::findFrame(noise, devices::AtEnd::NothingFollows);
        const long used = allocations - before;
        QVERIFY(!cjt.isFrame() && !dlt.isFrame() && !gdw.isFrame() && !mbus.isFrame());
        QCOMPARE(used, 0L);
    }
};
METERHALL_TEST_CASE(AllocationTest)

#include "allocation_test.moc"
