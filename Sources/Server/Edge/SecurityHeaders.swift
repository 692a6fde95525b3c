/// The headers that every answer carries, errors too, unless it brings its own of that name.
enum SecurityHeaders {
    /// For what is shown in a frame of our own pages, and of nobody else's.
    static let framed = (name: "Content-Security-Policy", value: "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'self'")

    static func all(isSecure: Bool) -> [(name: String, value: String)] {
        [
            (
                "Content-Security-Policy",
                """
                default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
                frame-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'
                """
            ),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ] + (isSecure ? [("Strict-Transport-Security", "max-age=31536000; includeSubDomains")] : [])
    }
}
