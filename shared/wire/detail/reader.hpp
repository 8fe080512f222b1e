// Where a decoder stands in a JSON text, and what it found wrong so far.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/wire/detail/json.hpp"
#include "shared/wire/problem.hpp"

namespace wire::detail {

class Reader {
public:
    void fail(std::string_view code, std::string detail) {
        if (problems_.size() < limit) problems_.push_back({pointer_, std::string(code), std::move(detail)});
    }
    void fail_type(std::string_view expected) { fail("wrong-type", "This must be " + std::string(expected) + '.'); }

    template <class Read>
    void within(std::string_view name, Read read) {
        const auto outside = pointer_.size();
        pointer_ += pointer_token(name);
        read();
        pointer_.resize(outside);
    }

    // What is wrong, in the order of the text; more than a reader could use is not kept.
    const std::vector<Problem>& problems() const { return problems_; }

private:
    static constexpr std::size_t limit = 16;

    std::string pointer_;
    std::vector<Problem> problems_;
};

}  // namespace wire::detail
