// Where ratings and their receipts are kept. One contract, tested alike against every store.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/domain/rating.hpp"

namespace service {

struct NewRating {
    std::string key;          // Idempotency key, as the form or the header gave it.
    domain::Receipt receipt;  // Its code is given by the store.
};

using CodeSource = std::function<domain::ReceiptCode()>;

class RatingStore {
public:
    virtual ~RatingStore() = default;

    // Stores the batch in one transaction and returns one answer for each, in the same order, when all of it is
    // on the disk. A key that is already there with the same values answers with the receipt that was stored
    // first; with other values it is a Conflict. `codes` is asked again while its code is taken.
    // When the transaction fails, every answer is Unavailable and nothing was stored.
    virtual std::vector<base::Result<domain::Receipt>> record(std::span<const NewRating> batch,
                                                              const CodeSource& codes) = 0;

    // Fails with NotFound for an unknown code.
    virtual base::Result<domain::Receipt> find(const domain::ReceiptCode& code) = 0;
};

// Whether a repeated key carries what it carried before. The language of the page does not count: a person may
// switch it between two tries.
inline bool same_values(const domain::Receipt& a, const domain::Receipt& b) {
    return a.district == b.district && a.service == b.service && a.rating == b.rating;
}

}  // namespace service
