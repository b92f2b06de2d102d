#pragma once

#include "core/base/error.h"

#include <utility>
#include <variant>

namespace meterhall {

/// A value, or the error that kept it from existing. Discarding one does not compile.
template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value) // NOLINT(google-explicit-constructor): `return value;`
        : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) // NOLINT(google-explicit-constructor): `return error;`
        : m_state(std::in_place_index<1>, std::move(error)) {}
    template <class Enum>
        requires(std::is_enum_v<Enum> && !std::is_convertible_v<Enum, T> && std::is_constructible_v<ErrorCode, Enum>)
    Result(Enum code) // NOLINT(google-explicit-constructor): `return MoneyError::Overflow;`
        : m_state(std::in_place_index<1>, Error(code)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T& value() const& { return *std::get_if<0>(&checked()); }
    T& value() & { return *std::get_if<0>(&checked()); }
    T&& value() && { return std::move(*std::get_if<0>(&checked())); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    T valueOr(T other) const { return ok() ? value() : std::move(other); }

    const Error& error() const& { return *std::get_if<1>(&m_state); }
    Error&& error() && { return std::move(*std::get_if<1>(&m_state)); }
    bool failedWith(ErrorCode code) const { return !ok() && error().is(code); }

    /// Adds where it happened while the error travels up.
    Result within(const QString& place) && {
        if (ok())
            return std::move(*this);
        return Result(std::move(*this).error().within(place));
    }

private:
    std::variant<T, Error>& checked() {
        Q_ASSERT_X(ok(), "Result::value", "the result holds an error");
        return m_state;
    }
    const std::variant<T, Error>& checked() const {
        Q_ASSERT_X(ok(), "Result::value", "the result holds an error");
        return m_state;
    }

    std::variant<T, Error> m_state;
};

/// Success without a value: `return Done{};`.
struct Done {};

template <>
class [[nodiscard]] Result<void> : public Result<Done> {
public:
    using Value = void;
    using Result<Done>::Result;
    Result()
        : Result<Done>(Done{}) {}

    Result within(const QString& place) && {
        if (ok())
            return {};
        return Result(std::move(*this).error().within(place));
    }
};

} // namespace meterhall

#define MH_JOIN_(a, b) a##b
#define MH_JOIN(a, b) MH_JOIN_(a, b)

/// MH_TRY(const Money net, price.of(usage)): declares the value, or returns the error to the caller.
#define MH_TRY(declaration, ...)                                                                                       \
    auto MH_JOIN(mhResult, __LINE__) = (__VA_ARGS__);                                                                  \
    if (!MH_JOIN(mhResult, __LINE__).ok())                                                                             \
        return std::move(MH_JOIN(mhResult, __LINE__)).error();                                                         \
    declaration = std::move(MH_JOIN(mhResult, __LINE__)).value()

/// MH_CHECK(work.commit()): goes on, or returns the error to the caller.
#define MH_CHECK(...)                                                                                                  \
    do {                                                                                                               \
        if (auto mhChecked = (__VA_ARGS__); !mhChecked.ok())                                                           \
            return std::move(mhChecked).error();                                                                       \
    } while (false)
