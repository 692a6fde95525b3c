import Organisation

/// How a file is handed to a browser, whatever it is called.
extension File {
    /// The header's value (RFC 6266): a plain name for old programs, and the whole of it in UTF-8.
    package var disposition: String {
        let safe = File.safe(name)
        let plain = String(decoding: safe.utf8.map { byte in byte < 0x80 && byte != 0x22 && byte != 0x25 ? byte : 0x5F }, as: UTF8.self)
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(percentEncoded(safe))"
    }

    /// A name that no system takes for a path, a device or something else than it shows: without separators, control characters and
    /// direction overrides, of at most 120 characters with its ending.
    package static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let clean = Entered.clean(last).filter { !"<>:\"|?*\n\t".contains($0) }
        let trimmed = String(clean.drop { $0 == "." || $0 == " " })
        let ending = trimmed.split(separator: ".").count > 1 ? trimmed.split(separator: ".").last.map { ".\($0.prefix(10))" } ?? "" : ""
        let stem = String(trimmed.dropLast(trimmed.hasSuffix(ending) ? ending.count : 0).prefix(120 - ending.count))
        let devices: Set = ["con", "prn", "aux", "nul"]
        let first = stem.split(separator: ".").first?.lowercased() ?? ""
        let isDevice = devices.contains(first) || (first.count == 4 && (first.hasPrefix("com") || first.hasPrefix("lpt")))
        if stem.isEmpty { return "file\(ending)" }
        return (isDevice ? "_\(stem)" : stem) + ending
    }
}
