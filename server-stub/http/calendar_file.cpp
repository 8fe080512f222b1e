#include "server-stub/http/calendar_file.hpp"

#include <chrono>
#include <format>

namespace http {
namespace {

constexpr std::size_t line_bytes = 75;  // RFC 5545, 3.1

// RFC 5545, 3.3.11
std::string escape(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n') out += "\\n";
        else if (c != '\r') out += c;
    }
    return out;
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

// Long lines go on after a line break and a space; no character is cut in two.
void add_line(std::string& out, std::string_view line) {
    std::size_t room = line_bytes;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && !begins_character(line[cut])) --cut;
        if (cut == 0) cut = room;  // No UTF-8: there is no character to keep whole.
        out.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = line_bytes - 1;
    }
    out.append(line).append("\r\n");
}

std::string print_instant(base::Instant instant) {
    using namespace std::chrono;
    return std::format("{:%Y%m%dT%H%M%SZ}", floor<seconds>(sys_time<milliseconds>(milliseconds(instant.milliseconds))));
}

void add_text(std::string& out, std::string_view name, base::LocalizedText::Resolved words) {
    if (words.text.empty()) return;
    add_line(out, std::format("{};LANGUAGE={}:{}", name, base::code_of(words.language), escape(words.text)));
}

}  // namespace

std::string print_calendar_file(const domain::Activity& activity, const base::LocalizedText& court,
                                base::Language language, base::Instant now) {
    std::string out;
    add_line(out, "BEGIN:VCALENDAR");
    add_line(out, "VERSION:2.0");
    add_line(out, "PRODID:-//Rihab//Rihab//EN");
    add_line(out, "BEGIN:VEVENT");
    add_line(out, std::format("UID:{}.{}@rihab", activity.id.value(), activity.district.value()));
    add_line(out, "DTSTAMP:" + print_instant(now));
    add_line(out, "DTSTART:" + print_instant(activity.starts_at));
    add_line(out, "DTEND:" + print_instant(activity.ends_at));
    add_text(out, "SUMMARY", activity.title.in(language));
    add_text(out, "DESCRIPTION", activity.summary.in(language));
    add_text(out, "LOCATION", court.in(language));
    add_line(out, "END:VEVENT");
    add_line(out, "END:VCALENDAR");
    return out;
}

}  // namespace http
