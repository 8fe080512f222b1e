// Keeps what is costly to make: what was asked for last, up to a number of bytes. Safe from any thread.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace http {

// What a kept thing was made of; of another edition it is made anew.
struct Edition {
    std::int64_t content = 0;
    std::int64_t minute = 0;  // Since 1970; 0 for what does not change with time.
    bool operator==(const Edition&) const = default;
};

template <class Value>
class Shelf {
public:
    explicit Shelf(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // Null where it must be made.
    std::shared_ptr<const Value> find(std::string_view name, Edition edition) {
        const std::lock_guard lock(mutex_);
        const auto found = places_.find(name);
        if (found == places_.end() || found->second->edition != edition) return nullptr;
        entries_.splice(entries_.begin(), entries_, found->second);
        return found->second->value;
    }

    // In place of another edition. `bytes` is about what it takes in memory; what is larger than all is not kept.
    void put(std::string_view name, Edition edition, std::shared_ptr<const Value> value, std::size_t bytes) {
        const std::lock_guard lock(mutex_);
        if (const auto old = places_.find(name); old != places_.end()) drop(old->second);
        if (bytes > most_bytes_) return;
        while (bytes_ + bytes > most_bytes_) drop(std::prev(entries_.end()));
        entries_.push_front({std::string(name), edition, std::move(value), bytes});
        places_.emplace(entries_.front().name, entries_.begin());
        bytes_ += bytes;
    }

private:
    struct Entry {
        std::string name;
        Edition edition;
        std::shared_ptr<const Value> value;
        std::size_t bytes;
    };
    using Entries = std::list<Entry>;

    void drop(typename Entries::iterator entry) {
        bytes_ -= entry->bytes;
        places_.erase(entry->name);
        entries_.erase(entry);
    }

    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    std::mutex mutex_;
    Entries entries_;                                                          // Asked for last comes first.
    std::unordered_map<std::string_view, typename Entries::iterator> places_;  // By the names of the entries.
};

}  // namespace http
