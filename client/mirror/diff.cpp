#include "client/mirror/diff.hpp"

#include <algorithm>
#include <string>

#include "client/mirror/printed.hpp"

namespace mirror {
namespace {

const std::vector<std::uint32_t>& breaks_of(const Shown& shown, doc::NodeId id) {
    static const std::vector<std::uint32_t> none;
    const auto found = shown.breaks.find(id);
    return found == shown.breaks.end() ? none : found->second;
}

bool is_same_element(const doc::Node& before, const doc::Node& after) {
    return before.id == after.id && before.tag == after.tag && before.is_text == after.is_text;
}

class Differ {
public:
    Differ(Patches& patches, const Shown* before, const Shown& after)
        : patches_(patches), before_(before), after_(after) {}

    void create(const doc::Node& node, doc::NodeId parent, doc::NodeId next) {
        patches_.create(node.id, parent, next, doc::name_of(node.tag), attributes_of(node));
        if (node.is_text || node.tag == doc::Tag::Icon) patches_.content(node);
        put_breaks(node);
        if (holds_text(node) && node.has(doc::Attribute::Value))
            patches_.value(node.id, node.attribute(doc::Attribute::Value));
        if (node.has(doc::Attribute::Checked)) patches_.checked(node.id, true);
        for (const auto& child : node.children) create(child, node.id, 0);
    }

    void change(const doc::Node& before, const doc::Node& after) {
        change_attributes(before, after);
        change_content(before, after);
        change_children(before, after);
        change_field(before, after);
    }

private:
    void put_breaks(const doc::Node& node) {
        if (const auto& offsets = breaks_of(after_, node.id); !offsets.empty())
            patches_.breaks(node.id, to_utf16(node.text.utf8, offsets));
    }

    void change_attributes(const doc::Node& before, const doc::Node& after) {
        if (before.style == after.style && before.language == after.language && before.icon == after.icon &&
            before.attributes == after.attributes)
            return;
        const auto old_ones = attributes_of(before);
        const auto new_ones = attributes_of(after);
        for (const auto& [name, value] : old_ones)
            if (!std::ranges::contains(new_ones, name, &Attributes::value_type::first)) patches_.unset(after.id, name);
        for (const auto& attribute : new_ones)
            if (!std::ranges::contains(old_ones, attribute)) patches_.set(after.id, attribute.first, attribute.second);
    }

    void change_content(const doc::Node& before, const doc::Node& after) {
        if (after.tag == doc::Tag::Icon) {
            if (before.icon != after.icon) patches_.content(after);
            return;
        }
        if (!after.is_text) return;
        if (before.text != after.text) {
            patches_.content(after);
            put_breaks(after);
        } else if (const auto& offsets = breaks_of(after_, after.id); offsets != breaks_of(*before_, after.id)) {
            patches_.breaks(after.id, to_utf16(after.text.utf8, offsets));
        }
    }

    // The DOM compares again with what it holds: what a person typed meanwhile reached us as an event.
    void change_field(const doc::Node& before, const doc::Node& after) {
        if (holds_text(after) && before.attribute(doc::Attribute::Value) != after.attribute(doc::Attribute::Value))
            patches_.value(after.id, after.attribute(doc::Attribute::Value));
        if (before.has(doc::Attribute::Checked) != after.has(doc::Attribute::Checked))
            patches_.checked(after.id, after.has(doc::Attribute::Checked));
    }

    void change_children(const doc::Node& before, const doc::Node& after) {
        std::unordered_map<doc::NodeId, std::size_t> old_places;
        for (std::size_t i = 0; i < before.children.size(); ++i) old_places.emplace(before.children[i].id, i);

        std::vector<const doc::Node*> kept_from(after.children.size());
        std::vector<bool> is_kept(before.children.size());
        std::vector<std::size_t> sequence;  // Old places of the kept ones, in the new order.
        for (std::size_t i = 0; i < after.children.size(); ++i) {
            const auto found = old_places.find(after.children[i].id);
            if (found == old_places.end() || !is_same_element(before.children[found->second], after.children[i]))
                continue;
            kept_from[i] = &before.children[found->second];
            is_kept[found->second] = true;
            sequence.push_back(found->second);
        }
        for (std::size_t i = 0; i < before.children.size(); ++i)
            if (!is_kept[i]) patches_.remove(before.children[i].id);

        place_children(after, kept_from, stays(sequence));
        for (std::size_t i = 0; i < after.children.size(); ++i)
            if (kept_from[i] != nullptr) change(*kept_from[i], after.children[i]);
    }

    // From the last to the first, so that the one that follows stands already where it shall.
    void place_children(const doc::Node& parent, const std::vector<const doc::Node*>& kept_from,
                        const std::vector<bool>& stay) {
        std::size_t kept = stay.size();
        doc::NodeId next = 0;
        for (std::size_t i = parent.children.size(); i-- > 0;) {
            const auto& child = parent.children[i];
            if (kept_from[i] == nullptr) create(child, parent.id, next);
            else if (!stay[--kept]) patches_.move(child.id, next);
            next = child.id;
        }
    }

    // The longest increasing run stays; a moved element would lose focus and scroll offset.
    static std::vector<bool> stays(const std::vector<std::size_t>& sequence) {
        constexpr auto none = static_cast<std::size_t>(-1);
        std::vector<std::size_t> tails;  // Index into `sequence` of the smallest end of a run of each length.
        std::vector<std::size_t> previous(sequence.size(), none);
        for (std::size_t i = 0; i < sequence.size(); ++i) {
            const auto at =
                std::ranges::lower_bound(tails, sequence[i], {}, [&](std::size_t k) { return sequence[k]; });
            if (at != tails.begin()) previous[i] = *std::prev(at);
            if (at == tails.end()) tails.push_back(i);
            else *at = i;
        }
        std::vector<bool> stay(sequence.size());
        for (std::size_t i = tails.empty() ? none : tails.back(); i != none; i = previous[i]) stay[i] = true;
        return stay;
    }

    Patches& patches_;
    const Shown* before_;
    const Shown& after_;
};

void change_head(Patches& patches, const doc::Document* before, const doc::Document& after) {
    if (before == nullptr || before->title != after.title) patches.title(after.title);
    if (before == nullptr || before->language != after.language) patches.page(after.language);
    if (before == nullptr || before->address != after.address) patches.canonical(after.address);
    if (before == nullptr || before->alternates != after.alternates)
        for (const auto& alternate : after.alternates) patches.alternate(alternate.language, alternate.href);
}

}  // namespace

Patches diff(const Shown& before, const Shown& after) {
    Patches patches;
    change_head(patches, &before.document, after.document);
    Differ differ(patches, &before, after);
    if (is_same_element(before.document.root, after.document.root)) {
        differ.change(before.document.root, after.document.root);
    } else {
        patches.remove(before.document.root.id);
        differ.create(after.document.root, 0, 0);
    }
    return patches;
}

Patches build(const Shown& after) {
    Patches patches;
    change_head(patches, nullptr, after.document);
    Differ(patches, nullptr, after).create(after.document.root, 0, 0);
    return patches;
}

}  // namespace mirror
