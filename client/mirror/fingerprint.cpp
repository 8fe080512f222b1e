#include "client/mirror/fingerprint.hpp"

#include "client/mirror/patches.hpp"

namespace mirror {
namespace {

constexpr char own_mark = '\x01';
constexpr char foreign_mark = '\x02';

std::size_t add_spans(std::string& out, const doc::Node& node, std::size_t next, std::uint32_t begin,
                      std::uint32_t end) {
    const auto& [words, spans] = node.text;
    while (next < spans.size() && spans[next].begin < end) {
        const auto& span = spans[next];
        out.append(words, begin, span.begin - begin);
        out.append(1, own_mark).append(doc::print_id(doc::span_id(node.id, next)));
        out += '\n';
        next = add_spans(out, node, next + 1, span.begin, span.end);
        begin = span.end;
    }
    out.append(words, begin, end - begin);
    return next;
}

void add(std::string& out, const doc::Node& node) {
    out.append(1, own_mark).append(doc::print_id(node.id));
    out += '\n';
    if (node.is_text) add_spans(out, node, 0, 0, static_cast<std::uint32_t>(node.text.utf8.size()));
    for (const auto& child : node.children) add(out, child);
}

// The ids alone.
std::string skeleton(std::string_view fingerprint) {
    std::string out;
    for (std::size_t at = fingerprint.find(own_mark); at != fingerprint.npos; at = fingerprint.find(own_mark, at)) {
        const auto end = fingerprint.find('\n', at);
        out += fingerprint.substr(at, end - at);
        at = end == fingerprint.npos ? fingerprint.size() : end;
    }
    return out;
}

}  // namespace

std::string fingerprint(const doc::Document& document) {
    std::string out;
    add(out, document.root);
    return out;
}

Match match(const doc::Document& document, std::string_view dom_fingerprint) {
    const auto own = fingerprint(document);
    if (own == dom_fingerprint) return Match::Equal;
    const bool is_foreign = dom_fingerprint.contains(foreign_mark);
    return is_foreign || skeleton(own) == skeleton(dom_fingerprint) ? Match::WordsDiffer : Match::Different;
}

}  // namespace mirror
