#include "server-stub/load_seed.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <map>
#include <string>
#include <utility>

#include "shared/domain/hours.hpp"
#include "shared/routes/routes.hpp"
#include "shared/wire/answer.hpp"

namespace seed {
namespace {

constexpr std::size_t full_load = 100'000;
constexpr std::size_t most_items = 1'000'000;
constexpr std::size_t batch_size = 2'000;
constexpr base::Date middle{2026, 11, 22};
constexpr int days_of_news = 3'650;        // Before the middle.
constexpr int days_of_activities = 2'900;  // Of which the last are still to come.
constexpr int days_to_come = 60;

// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t limit) {
        state_ += 0x9E3779B97F4A7C15;
        auto z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return static_cast<std::size_t>((z ^ (z >> 31)) % limit);
    }

private:
    std::uint64_t state_;
};

std::size_t count_words(std::string_view text) { return 1 + static_cast<std::size_t>(std::ranges::count(text, ' ')); }

// All words of the samples, in the order in which they come.
using Words = std::map<base::Language, std::vector<std::string>>;

void gather(std::vector<std::string>& words, std::string_view text) {
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        if (!word.empty()) words.emplace_back(word);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
}

void gather(Words& words, const base::LocalizedText& text) {
    for (const auto language : base::languages) gather(words[language], text.exact(language));
}

void gather(Words& words, const domain::Body& body) {
    for (const auto language : base::languages)
        for (const auto& block : body.exact(language))
            for (const auto& line : block.lines) gather(words[language], line.utf8);
}

class Maker {
public:
    Maker(const service::LegalTime& legal_time, std::span<const service::ContentRow> seed) : legal_time_(legal_time) {
        for (const auto& row : seed) {
            take(row, routes::Section::News, news_);
            take(row, routes::Section::Activities, activities_);
            take(row, routes::Section::Programmes, programmes_);
            if (row.section == service::districts_section)
                districts_.push_back(decode<domain::District>(row.body).value_or(domain::District{}));
        }
    }

    bool has_samples() const {
        return !news_.empty() && !activities_.empty() && !programmes_.empty() && !districts_.empty();
    }

    // Of twenty items fourteen are news, five activities, one is a programme; the districts take turns.
    domain::Answer make(std::size_t number) const {
        Dice dice(number);
        const auto& district = districts_[number % districts_.size()];
        const auto slug = std::format("load-{:06}", number);
        const auto kind = number / districts_.size() % 20;
        if (kind < 14) return article(dice, district, slug);
        if (kind < 19) return activity(dice, district, slug);
        return programme(dice, district, slug);
    }

private:
    template <class Value>
    static std::optional<Value> decode(std::string_view json) {
        auto answer = wire::decode_answer(domain::subject_of<Value>, json);
        if (!answer) return std::nullopt;
        return std::get<Value>(std::move(*answer));
    }

    template <class Item>
    void take(const service::ContentRow& row, routes::Section section, std::vector<Item>& samples) {
        if (row.section != routes::name_of(section)) return;
        auto item = decode<Item>(row.body);
        if (!item) return;
        gather(words_, item->title);
        gather(words_, item->summary);
        gather(words_, item->body);
        samples.push_back(std::move(*item));
    }

    // As many words as the sample has, a quarter more or less.
    std::string said_like(Dice& dice, base::Language language, std::string_view sample) const {
        const auto& words = words_.at(language);
        const auto like = count_words(sample);
        std::string said;
        for (auto missing = like - like / 4 + dice.below(like / 2 + 1); missing > 0; --missing)
            said.append(said.empty() ? "" : " ").append(words[dice.below(words.size())]);
        return said;
    }

    void say_anew(Dice& dice, base::LocalizedText& text) const {
        for (const auto language : base::languages) text.set(language, said_like(dice, language, text.exact(language)));
    }

    // Of the same blocks; where links and strong words stood, other words stand now.
    void say_anew(Dice& dice, domain::Body& body) const {
        for (const auto language : base::languages)
            for (auto& block : body.by_language[base::index_of(language)])
                for (auto& line : block.lines) line = {said_like(dice, language, line.utf8), {}};
    }

    template <class Item>
    Item like(Dice& dice, const std::vector<Item>& samples, const domain::District& district,
              const std::string& slug) const {
        Item item = samples[dice.below(samples.size())];
        item.id = decltype(item.id)(slug);
        item.district = district.id;
        say_anew(dice, item.title);
        say_anew(dice, item.summary);
        say_anew(dice, item.body);
        return item;
    }

    domain::Article article(Dice& dice, const domain::District& district, const std::string& slug) const {
        auto article = like(dice, news_, district, slug);
        article.published_on = domain::plus_days(middle, -static_cast<int>(dice.below(days_of_news)));
        return article;
    }

    domain::Activity activity(Dice& dice, const domain::District& district, const std::string& slug) const {
        auto activity = like(dice, activities_, district, slug);
        const auto date = domain::plus_days(middle, days_to_come - static_cast<int>(dice.below(days_of_activities)));
        const auto hour = static_cast<int>(9 + dice.below(6));
        activity.starts = {date, hour * 60};
        activity.ends = {date, (hour + 2) * 60};
        activity.starts_at = legal_time_.instant_at(activity.starts);
        activity.ends_at = legal_time_.instant_at(activity.ends);
        activity.court = domain::CourtId(std::string(domain::appeal_slug));
        return activity;
    }

    domain::Programme programme(Dice& dice, const domain::District& district, const std::string& slug) const {
        return like(dice, programmes_, district, slug);
    }

    const service::LegalTime& legal_time_;
    std::vector<domain::District> districts_;
    std::vector<domain::Article> news_;
    std::vector<domain::Activity> activities_;
    std::vector<domain::Programme> programmes_;
    Words words_;
};

}  // namespace

std::optional<std::size_t> parse_size(std::string_view size) {
    if (size == "load") return full_load;
    std::size_t count = 0;
    const auto* end = size.data() + size.size();
    const auto [stop, error] = std::from_chars(size.data(), end, count);
    if (error != std::errc{} || stop != end || count < 1 || count > most_items) return std::nullopt;
    return count;
}

base::Result<void> make_load(std::span<const service::ContentRow> seed, std::size_t count,
                             const service::LegalTime& legal_time, const PutRows& put) {
    const Maker maker(legal_time, seed);
    if (!maker.has_samples())
        return std::unexpected(
            base::Error{base::ErrorCode::BadInput, "the seed content has no samples of news, activities, programmes"});
    std::vector<service::ContentRow> batch;
    for (std::size_t number = 0; number < count; ++number) {
        batch.push_back(service::row_of(maker.make(number), static_cast<std::int64_t>(seed.size() + number)));
        if (batch.size() < batch_size && number + 1 < count) continue;
        if (auto done = put(batch); !done) return done;
        batch.clear();
    }
    return {};
}

}  // namespace seed
