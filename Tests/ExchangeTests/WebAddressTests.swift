import Exchange
import Testing

@Suite struct WebAddressTests {
    @Test(
        "an address of the web has a host, and nothing that stands in none",
        arguments: [
            "https://example.org", "HTTP://Example.org/a?b=c#d", "http://127.0.0.1:8080/", "https://[::1]/", "https://éire.example/ñ", "https://例え.jp/路",
        ])
    func isOne(_ text: String) { #expect(text.isWebAddress) }

    @Test(
        "what only begins as one is none",
        arguments: [
            "", "https://", "https:///path", "https:// example.org", "https://example.org/a b", "https://example.org/\"onmouseover=", "https://example.org/<b>",
            "https://example.org/\nSet-Cookie", "https://example.org/\u{202E}gpj.exe", "javascript:alert(1)", "ftp://example.org", "example.org", "https://?x", "https://trusted.example@evil.example",
            "https://user:word@example.org/path",
        ])
    func isNone(_ text: String) { #expect(!text.isWebAddress) }
}
