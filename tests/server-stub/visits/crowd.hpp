// Simulated visitors with addresses and browsers, and what they do minute by minute, through the client's own machine.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "client/state/visit.hpp"
#include "tests/server-stub/visits/portal.hpp"

namespace test {

// Every octet is 128 or more, so that packed addresses look like nothing else in a file of texts.
std::vector<Sender> make_visitors(std::size_t count);

// One request that reaches the server.
struct Delivery {
    std::int64_t at_ms = 0;
    std::size_t visitor = 0;
    std::string page;          // Fetched, where it is not empty;
    domain::VisitBatch batch;  // else this is posted.
};

struct SimulatedVisit {
    std::string key;
    double active_s = 0;  // By a rule of its own: within 60 s of an input, visible, at most 2 hours.
};

// A visit from its first page to its end, as its tab lives it.
SimulatedVisit simulate_visit(std::mt19937& random, std::int64_t from_ms, std::size_t visitor, const std::string& key,
                              std::vector<Delivery>& deliveries);

}  // namespace test
