/// The headers that every answer carries, errors too, unless it brings its own of that name.
enum SecurityHeaders {
    static func all(isSecure: Bool) -> [(name: String, value: String)] {
        [
            (
                "Content-Security-Policy",
                """
                default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
                base-uri 'none'; object-src 'none'; frame-ancestors 'none'
                """
            ),
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ] + (isSecure ? [("Strict-Transport-Security", "max-age=31536000; includeSubDomains")] : [])
    }
}
