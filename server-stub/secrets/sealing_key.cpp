#include "server-stub/secrets/sealing_key.hpp"

#include <algorithm>
#include <array>
#include <format>

#include "server-stub/secrets/detail/library.hpp"
#include "server-stub/secrets/erasable_file.hpp"

namespace secrets {
namespace {

constexpr std::size_t nonce_size = crypto_secretbox_NONCEBYTES;
constexpr std::size_t overhead = nonce_size + crypto_secretbox_MACBYTES;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string in_hexadecimal(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes_of(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::optional<std::string> from_hexadecimal(std::string_view text) {
    std::string bytes(text.size() / 2, '\0');
    std::size_t size = 0;
    const int failed = sodium_hex2bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr);
    if (failed != 0 || size * 2 != text.size()) return std::nullopt;
    return bytes;
}

}  // namespace

static_assert(Salt::size == crypto_secretbox_KEYBYTES);

base::Result<SealingKey> SealingKey::keep_in(const std::filesystem::path& path) {
    ErasableFile file(path);
    auto kept = file.read();
    if (!kept) return std::unexpected(kept.error());
    if (*kept) {
        if ((*kept)->size() != Salt::size)
            return std::unexpected(
                base::Error{base::ErrorCode::Internal, std::format("{} is not a key of this program", path.string())});
        std::array<std::uint8_t, Salt::size> bytes{};
        std::ranges::copy(**kept, bytes.begin());
        wipe(**kept);
        return SealingKey(Salt::from(bytes));
    }
    auto key = Salt::random();
    const std::string_view bytes(reinterpret_cast<const char*>(key.bytes().data()), Salt::size);
    if (auto written = file.write_at(0, bytes); !written) return std::unexpected(written.error());
    if (auto synced = file.sync(); !synced) return std::unexpected(synced.error());
    return SealingKey(std::move(key));
}

std::string SealingKey::seal(std::string_view secret) const {
    detail::ensure_library();
    std::string sealed(secret.size() + overhead, '\0');
    randombytes_buf(sealed.data(), nonce_size);
    crypto_secretbox_easy(bytes_of(sealed) + nonce_size, bytes_of(secret), secret.size(), bytes_of(sealed),
                          key_.bytes().data());
    return in_hexadecimal(sealed);
}

std::optional<std::string> SealingKey::open(std::string_view text) const {
    detail::ensure_library();
    const auto sealed = from_hexadecimal(text);
    if (!sealed || sealed->size() < overhead) return std::nullopt;
    std::string secret(sealed->size() - overhead, '\0');
    const auto* bytes = bytes_of(std::string_view(*sealed));
    if (crypto_secretbox_open_easy(bytes_of(secret), bytes + nonce_size, sealed->size() - nonce_size, bytes,
                                   key_.bytes().data()) != 0)
        return std::nullopt;
    return secret;
}

std::string SealingKey::mark(std::string_view text) const {
    const auto digest = fingerprint(key_, text);
    return in_hexadecimal({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace secrets
