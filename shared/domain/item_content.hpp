// The values of an item <-> what the public reads of it.
#pragma once

#include <array>
#include <functional>
#include <string>

#include "shared/domain/answer.hpp"
#include "shared/domain/freshness.hpp"
#include "shared/domain/item.hpp"

namespace domain {

// In the order of base::languages.
using BodyTexts = std::array<std::string, base::languages.size()>;
// Paragraphs are parted by blank lines; the server reads Markdown instead (ItemPlace::body).
Body paragraphs_of(const BodyTexts& texts);
// As Markdown.
BodyTexts texts_of(const Body& body);

// What the values do not hold.
struct ItemPlace {
    std::string district;
    std::string slug;
    std::function<base::Instant(base::LocalTime)> instant_at;  // By the zone data of the day.
    std::function<Body(const BodyTexts&)> body = paragraphs_of;
    Verifications facts{};  // Until when they hold; what came with the seed was verified by nobody.
    base::Date today{};
    base::LocalizedText source_city{};  // Of a copy: the seat of the district that it was taken from.
};

// Guides, documents and questions are read as one type.
ItemKind item_kind_of(ResourceKind kind);

// Of checked values; what they lack stays empty. Nothing for kinds that the public reads in another form.
Answer answer_of(ItemKind kind, const Values& values, const ItemPlace& place);
Notice notice_of(const Values& values, const std::string& slug);

// The inverse; `original` is the language that it was thought in.
Values values_of(const Article& article, base::Language original);
Values values_of(const Activity& activity, base::Language original);
Values values_of(const Programme& programme, base::Language original);
Values values_of(const ServiceSheet& sheet, base::Language original);
Values values_of(const CourtSheet& sheet, base::Language original);
Values values_of(const Resource& resource, base::Language original);
Values values_of(const Notice& notice, base::Language original);

}  // namespace domain
