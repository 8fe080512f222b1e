#include "shared/domain/item_checks/wording.hpp"

#include <algorithm>
#include <array>

#include "shared/domain/finding.hpp"
#include "shared/domain/item_checks/letters.hpp"

namespace domain {
namespace {

using base::Language;

// Words that a reader takes in at once; more make a sentence hard in any of the four.
std::size_t sentence_limit(Language language) { return language == Language::En ? 25 : 30; }

bool ends_sentence(std::u32string_view text, std::size_t i) {
    if (text[i] == U'\n') return true;
    if (!std::u32string_view(U".!?؟…:؛;").contains(text[i])) return false;
    return i + 1 == text.size() || letters::is_space(text[i + 1]) || letters::is_no_break_space(text[i + 1]) ||
           std::u32string_view(U"»”\")").contains(text[i + 1]);
}

struct Sentence {
    std::size_t begin = 0;
    std::size_t words = 0;
};

Sentence longest_sentence(std::u32string_view text) {
    Sentence longest, current;
    bool in_word = false;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool end = i == text.size();
        const bool letter = !end && (letters::is_letter(text[i]) || letters::is_digit(text[i]));
        if (letter && !in_word) {
            if (current.words++ == 0) current.begin = i;
            in_word = true;
        } else if (!end && (letters::is_space(text[i]) || letters::is_no_break_space(text[i]))) in_word = false;
        if (end || ends_sentence(text, i)) {
            if (current.words > longest.words) longest = current;
            current = {};
            in_word = false;
        }
    }
    return longest;
}

// How many of the sign a line begins with.
std::size_t count_of(std::string_view line, char sign) { return std::min(line.find_first_not_of(sign), line.size()); }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == text.npos; }

// The signs of "## Heading"; 0 of every other line.
std::size_t level_of(std::string_view line) {
    const auto signs = count_of(line, '#');
    const bool heading = signs > 0 && signs <= 6 && (signs == line.size() || line[signs] == ' ' || line[signs] == '\t');
    return heading ? signs : 0;
}

// Goes through Markdown line by line, as far as headings need it: what stands within fences is none, and a line may be
// one by the signs below it.
class HeadingReader {
public:
    enum class Line : std::uint8_t { Heading, Underline, Other };  // An underline: of the words above it.

    // `line` without its indentation, of so many columns.
    Line read(std::string_view line, std::size_t indentation) {
        if (fence_length_ > 0) return read_fenced(line);
        const bool is_shallow = indentation < 4;  // Deeper belongs to an item of a list.
        if (is_blank(line)) return end(Line::Other);
        if (is_shallow && opens_fence(line)) return end(Line::Other);
        if (is_shallow && level_of(line) > 0) return end(Line::Heading);
        if (is_shallow && above_ == Above::Words && is_underline(line)) return end(Line::Underline);
        if (opens_container(line)) above_ = Above::Container;
        else if (above_ == Above::Nothing) above_ = Above::Words;
        return Line::Other;
    }

private:
    enum class Above : std::uint8_t { Nothing, Words, Container };  // The paragraph that goes on.

    Line end(Line line) {
        above_ = Above::Nothing;
        return line;
    }

    Line read_fenced(std::string_view line) {
        const auto signs = count_of(line, fence_);
        if (signs >= fence_length_ && is_blank(line.substr(signs))) fence_length_ = 0;
        return Line::Other;
    }

    bool opens_fence(std::string_view line) {
        const auto signs = std::max(count_of(line, '`'), count_of(line, '~'));
        if (signs < 3 || (line.front() == '`' && line.substr(signs).contains('`'))) return false;
        fence_ = line.front();
        fence_length_ = signs;
        return true;
    }

    static bool is_underline(std::string_view line) {
        const auto signs = std::max(count_of(line, '='), count_of(line, '-'));
        return signs > 0 && is_blank(line.substr(signs));
    }

    // Quotations and lists: an underline below them is a rule.
    static bool opens_container(std::string_view line) {
        if (line.front() == '>') return true;
        const auto digits = static_cast<std::size_t>(
            std::ranges::find_if_not(line, [](char c) { return c >= '0' && c <= '9'; }) - line.begin());
        const auto sign = line.substr(digits, 1);
        const bool is_sign = !sign.empty() && std::string_view(digits > 0 ? ".)" : "-+*").contains(sign.front());
        return is_sign && (line.size() == digits + 1 || line[digits + 1] == ' ' || line[digits + 1] == '\t');
    }

    Above above_ = Above::Nothing;
    char fence_ = '`';
    std::size_t fence_length_ = 0;  // 0: outside of one.
};

// Every heading one level below the title or, after such a one, two.
std::string with_levels_in_order(std::string_view markdown) {
    std::string out;
    HeadingReader reader;
    bool has_first = false;
    while (!markdown.empty()) {
        const auto line = markdown.substr(0, markdown.find('\n'));
        const auto indentation = std::min(line.find_first_not_of(" \t"), line.size());
        const auto rest = line.substr(indentation);
        out += line.substr(0, indentation);
        const auto kind = reader.read(rest, indentation);
        const bool is_heading = kind != HeadingReader::Line::Other;
        const bool is_deep = is_heading && (rest.front() == '-' || level_of(rest) > 1) && has_first;
        std::size_t signs = 0;
        if (kind == HeadingReader::Line::Heading) {
            signs = level_of(rest);
            out += is_deep ? "##" : "#";
        } else if (is_heading && !is_deep) {
            signs = count_of(rest, rest.front());
            out.append(signs, '=');
        }
        out += rest.substr(signs);
        has_first = has_first || is_heading;
        if (line.size() < markdown.size()) out += '\n';
        markdown.remove_prefix(std::min(line.size() + 1, markdown.size()));
    }
    return out;
}

// Folded as a search folds them.
bool says_nothing(std::string_view words, Language language) {
    constexpr std::array<std::string_view, 10> arabic{"هنا",    "اضغط هنا",    "انقر هنا", "اضغطوا هنا", "انقروا هنا",
                                                      "المزيد", "اقرا المزيد", "الرابط",   "رابط",       "من هنا"};
    constexpr std::array<std::string_view, 4> amazigh{"ⴷⴰ", "ⵖⵉ", "ⵖⵉⴷ", "ⴰⴽⴽ ⴷⴰ"};
    constexpr std::array<std::string_view, 8> french{"ici",  "cliquez ici",    "cliquer ici",   "lien",
                                                     "plus", "en savoir plus", "lire la suite", "ce lien"};
    constexpr std::array<std::string_view, 8> english{"here", "click here", "link",       "this link",
                                                      "more", "read more",  "learn more", "this"};
    const auto folded = fold_for_finding(words);
    const auto is_one_of = [&](const auto& list) {
        return std::ranges::any_of(list, [&](std::string_view one) { return fold_for_finding(one) == folded; });
    };
    // What is said in French or English in another language's text says as little.
    if (is_one_of(french) || is_one_of(english)) return true;
    return language == Language::Ar ? is_one_of(arabic) : language == Language::Zgh && is_one_of(amazigh);
}

bool is_address(std::string_view words) {
    const bool scheme = words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.");
    return scheme && !words.contains(' ');
}

// Where the words before these parentheses lead; nothing where no reader of Markdown takes them for a link.
std::optional<std::string_view> target_in(std::string_view parentheses) {
    constexpr std::string_view blanks = " \t\n";
    const auto trimmed = [&](std::string_view text) {
        return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
    };
    auto rest = trimmed(parentheses);
    const bool is_in_angles = rest.starts_with('<') && rest.contains('>');
    const auto link = is_in_angles ? rest.substr(1, rest.find('>') - 1) : rest.substr(0, rest.find_first_of(blanks));
    rest = trimmed(rest.substr(is_in_angles ? link.size() + 2 : link.size()));
    const bool may_be_title = rest.empty() || std::string_view("\"'(").contains(rest.front());
    return may_be_title ? std::optional(link) : std::nullopt;
}

// The addresses in "](address)" that a page may not link to, and the text without these links' markup.
struct UnsafeLinks {
    std::string first;
    std::string mended;
};

UnsafeLinks unsafe_links(std::string_view markdown) {
    UnsafeLinks found;
    std::string& out = found.mended;
    while (!markdown.empty()) {
        const auto middle = markdown.find("](");
        const auto close = middle == markdown.npos ? middle : markdown.find(')', middle);
        if (close == markdown.npos) break;
        const auto target = target_in(markdown.substr(middle + 2, close - middle - 2));
        const auto link = target.value_or("");
        const auto open = markdown.substr(0, middle).rfind('[');
        const bool beyond_ascii =
            std::ranges::any_of(link, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        const bool is_picture = open != markdown.npos && open > 0 && markdown[open - 1] == '!';
        const bool is_words = !target || !is_meant_as_address(link);
        if (is_words || open == markdown.npos || is_picture || beyond_ascii || is_link_address(link))
            out += markdown.substr(0, close + 1);
        else {
            if (found.first.empty()) found.first = std::string(link);
            out += markdown.substr(0, open);
            const auto words = markdown.substr(open + 1, middle - open - 1);
            if (link.starts_with("www.") && is_link_address("https://" + std::string(link)))
                out += "[" + std::string(words) + "](https://" + std::string(link) + ")";
            else out += words;
        }
        markdown.remove_prefix(close + 1);
    }
    out += markdown;
    return found;
}

// One beyond the bracket that closes the one before `at`; npos where none does soon.
std::size_t end_of_brackets(std::string_view markdown, std::size_t at) {
    constexpr std::size_t longest = 2'000;  // Bytes: what says what a picture shows is shorter.
    const auto end = std::min(markdown.size(), at + longest);
    for (int depth = 1; at < end; ++at) {
        if (markdown[at] == '\\') ++at;
        else if (markdown[at] == '[') ++depth;
        else if (markdown[at] == ']' && --depth == 0) return at + 1;
    }
    return markdown.npos;
}

// The address of the first picture that is not among the blocks: it is none of ours, has no size or no words, or stands
// amid words. The reader leaves its words alone.
std::optional<std::string> lost_picture(std::string_view markdown, const Blocks& blocks) {
    for (std::size_t at = 0; at < markdown.size(); ++at) {
        if (markdown[at] == '\\') ++at;
        else if (markdown[at] == '`') {  // Code ends at as many signs.
            const auto signs = markdown.substr(at, count_of(markdown.substr(at), '`'));
            const auto end = markdown.find(signs, at + signs.size());
            at = (end == markdown.npos ? at : end) + signs.size() - 1;
        } else if (markdown.substr(at).starts_with("![")) {
            const auto open = end_of_brackets(markdown, at + 2);
            if (open >= markdown.size() || markdown[open] != '(') continue;
            const auto close = markdown.find(')', open);
            if (close == markdown.npos) continue;
            const auto target = target_in(markdown.substr(open + 1, close - open - 1));
            if (!target) continue;
            const auto image = parse_image_reference(*target);
            if (!image || !std::ranges::contains(blocks, image, &Block::image)) return std::string(*target);
        }
    }
    return std::nullopt;
}

bool is_heading(const Block& block) { return block.kind == BlockKind::Heading || block.kind == BlockKind::Subheading; }

}  // namespace

CheckFindings check_sentences(const std::string& path, Language language, std::string_view text, bool markdown) {
    const auto words = letters::words_of(letters::read(text), markdown);
    const auto longest = longest_sentence(words);
    const auto limit = sentence_limit(language);
    if (longest.words <= limit) return {};
    constexpr std::size_t shown = 40;  // Code points: enough to find it.
    return {{path,
             Severity::Should,
             Flaw::LongSentence,
             letters::write(std::u32string_view(words).substr(longest.begin, shown)),
             longest.words,
             limit,
             {}}};
}

CheckFindings check_markdown(const std::string& path, Language language, std::string_view markdown,
                             const ReadMarkdown& blocks_of) {
    CheckFindings findings;
    const auto blocks = blocks_of(markdown);
    if (!blocks) return {{path, Severity::Must, Flaw::TooComplex}};
    if (auto ordered = with_levels_in_order(markdown); ordered != markdown)
        findings.push_back({path, Severity::Must, Flaw::HeadingOrder, {}, 0, 0, std::move(ordered)});
    if (!blocks->empty() && std::ranges::all_of(*blocks, is_heading))
        findings.push_back({path, Severity::Must, Flaw::OnlyHeadings});
    if (auto unsafe = unsafe_links(markdown); !unsafe.first.empty())
        findings.push_back(
            {path, Severity::Must, Flaw::UnsafeLink, std::move(unsafe.first), 0, 0, std::move(unsafe.mended)});
    if (auto lost = lost_picture(markdown, *blocks))
        findings.push_back({path, Severity::Must, Flaw::LostPicture, std::move(*lost)});
    for (const auto& block : *blocks)
        if (block.kind == BlockKind::Picture)
            for (auto& finding : check_alternative_text(path, block.lines.front().utf8))
                findings.push_back(std::move(finding));
    for (const auto& block : *blocks)
        for (const auto& line : block.lines)
            for (const auto& span : line.spans) {
                if (span.address.empty()) continue;
                const auto words = line.utf8.substr(span.begin, span.end - span.begin);
                if (says_nothing(words, language))
                    findings.push_back({path, Severity::Must, Flaw::EmptyLinkWords, words});
                else if (is_address(words)) findings.push_back({path, Severity::Should, Flaw::AddressAsWords, words});
            }
    return findings;
}

CheckFindings check_alternative_text(const std::string& path, std::string_view text) {
    const auto folded = fold_for_finding(text);
    std::string lower(text);
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    constexpr std::array<std::string_view, 6> endings{".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic"};
    const bool ending = std::ranges::any_of(endings, [&](std::string_view part) { return lower.contains(part); });
    // What a camera calls its pictures: a word, perhaps none, and a number.
    constexpr std::array<std::string_view, 5> names{"img", "dsc", "image", "photo", "صوره"};
    auto rest = std::string_view(folded);
    for (const auto name : names)
        if (rest.starts_with(name)) rest.remove_prefix(name.size());
    const bool numbers = (text.empty() || !folded.empty()) && std::ranges::all_of(rest, [](char c) {
                             return c == ' ' || letters::is_digit(static_cast<unsigned char>(c));
                         });
    if (!ending && !numbers && folded != "untitled") return {};
    return {{path, Severity::Must, Flaw::FileName, std::string(text)}};
}

}  // namespace domain
