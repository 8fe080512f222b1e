#include "shared/domain/moderation/links.hpp"

#include <algorithm>
#include <string_view>

#include "shared/domain/moderation/letters.hpp"

namespace domain::moderation {
namespace {

constexpr std::size_t longest = 2000;

// ASCII of an address; what only looks so becomes so. '\0' for everything else.
char plain_sign(char32_t c) {
    if (c > 0x20 && c < 0x7F) return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    if (c >= 0xFF01 && c <= 0xFF5E) return plain_sign(c - 0xFF00 + 0x20);
    if (c == U'。' || c == U'．' || c == U'․') return '.';
    const auto letter = fold(c);
    return letter.count == 1 && letter.script == Script::Latin ? letter.letters[0] : '\0';
}

bool is_label(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// Each sign of a run without spaces, as an address would have it; "[.]" is a full stop.
struct Run {
    std::string text;
    std::vector<std::size_t> signs;  // Of each byte.
};

Run run_at(std::span<const Sign> signs, std::size_t first) {
    Run run;
    for (auto i = first; i < signs.size() && i - first < longest && !is_space(signs[i].c); ++i) {
        run.text += plain_sign(signs[i].c);
        run.signs.push_back(i);
        const auto size = run.text.size();
        if (size < 3) continue;
        const auto end = std::string_view(run.text).substr(size - 3);
        if (end != "[.]" && end != "(.)" && end != "{.}") continue;
        run.text.replace(size - 3, 3, ".");
        run.signs.erase(run.signs.end() - 3, run.signs.end() - 1);
    }
    return run;
}

struct Host {
    std::size_t begin = 0, end = 0;  // Bytes of the run.
};

// The longest name with a dot in it around or behind `from`.
std::size_t host_end(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end < text.size() &&
           (is_label(text[end]) || (text[end] == '.' && end + 1 < text.size() && is_label(text[end + 1]))))
        ++end;
    return end;
}

class RunReader {
public:
    RunReader(const Run& run, std::span<const std::string> endings) : text_(run.text), endings_(endings) {}

    // Nothing where no address begins at `begin`.
    std::size_t address_end(std::size_t begin, Link& link) const {
        const auto scheme = scheme_length(begin);
        const auto at = begin + scheme;
        const auto end = host_end(text_, at);
        auto host = text_.substr(at, end - at);
        const bool has_mail = scheme == 0 && end < text_.size() && text_[end] == '@';
        if (has_mail) {
            const auto mail_end = host_end(text_, end + 1);
            host = text_.substr(end + 1, mail_end - end - 1);
            link.host = host;
            link.is_mail = true;
            return has_letters_behind_dot(host) ? mail_end : begin;
        }
        link.host = host;
        const bool has_path = end + 1 < text_.size() && (text_[end] == '/' || text_[end] == '?');
        if (scheme > 0 && !host.empty()) return rest_end(end);
        if (!has_letters_behind_dot(host)) return begin;
        const auto ending = host.substr(host.rfind('.') + 1);
        const auto name = host.substr(0, host.rfind('.'));
        if (host.starts_with("www.")) return rest_end(end);
        if (std::ranges::find(endings_, ending) == endings_.end()) return begin;
        // "fini.la" is two words; "site-x.ma" is not.
        const bool is_name = ending.size() > 2 || name.find_first_of("-.0123456789") != name.npos;
        return has_path || (is_name && name.size() >= 2) ? rest_end(end) : begin;
    }

private:
    std::size_t scheme_length(std::size_t begin) const {
        for (const std::string_view scheme : {"https://", "http://", "hxxps://", "hxxp://", "ftp://", "tg://"})
            if (text_.substr(begin).starts_with(scheme)) return scheme.size();
        return 0;
    }

    static bool has_letters_behind_dot(std::string_view host) {
        const auto dot = host.rfind('.');
        return dot != host.npos && dot > 0 && host.size() - dot > 2 &&
               std::ranges::all_of(host.substr(dot + 1), is_letter);
    }

    std::size_t rest_end(std::size_t end) const {
        while (end < text_.size() && text_[end] != '\0' &&
               std::string_view("<>\"()[]{}").find(text_[end]) == std::string_view::npos)
            ++end;
        while (end > 0 && std::string_view(".,;:!?").find(text_[end - 1]) != std::string_view::npos) --end;
        return end;
    }

    std::string_view text_;
    std::span<const std::string> endings_;
};

}  // namespace

std::vector<Link> find_links(std::span<const Sign> signs, std::span<const std::string> endings) {
    std::vector<Link> links;
    for (std::size_t at = 0; at < signs.size();) {
        if (is_space(signs[at].c)) {
            ++at;
            continue;
        }
        const auto run = run_at(signs, at);
        const RunReader reader(run, endings);
        for (std::size_t begin = 0; begin < run.text.size();) {
            Link link;
            const char before = begin == 0 ? ' ' : run.text[begin - 1];
            const bool may_begin = is_label(run.text[begin]) && !is_label(before) && before != '.';
            const auto end = may_begin ? reader.address_end(begin, link) : begin;
            if (end > begin) {
                link.first = run.signs[begin];
                link.last = run.signs[end - 1] + 1;
                links.push_back(std::move(link));
            }
            begin = std::max(end, begin + 1);
        }
        at = run.signs.empty() ? at + 1 : run.signs.back() + 1;
    }
    return links;
}

bool is_official(const Link& link, std::span<const std::string> sites) {
    const std::string_view host = link.host;
    return std::ranges::any_of(sites, [&](const std::string& site) {
        if (host == site) return true;
        return host.size() > site.size() && host.ends_with(site) && host[host.size() - site.size() - 1] == '.';
    });
}

}  // namespace domain::moderation
