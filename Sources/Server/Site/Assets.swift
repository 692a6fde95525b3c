import Crypto
import Foundation
import Pages

/// The style sheet, the script and the icon, in the binary; their content is in their names, so they may be kept for ever.
struct Assets: Sendable {
    let styleSheet: String
    let script: String
    private let files: [String: (type: String, bytes: [UInt8])]

    static let standard = Assets()

    private init() {
        let css = Assets.packedTight(Assets.withoutComments(PackageResources.portolan_css))
        let js = PackageResources.portolan_js
        styleSheet = "/static/portolan-\(Assets.digest(css)).css"
        script = "/static/portolan-\(Assets.digest(js)).js"
        files = [
            styleSheet: ("text/css; charset=utf-8", css), script: ("text/javascript; charset=utf-8", js), "/favicon.svg": ("image/svg+xml; charset=utf-8", Array(Assets.icon.utf8)),
        ]
    }

    private static func digest(_ bytes: [UInt8]) -> String { SHA256.hash(data: Data(bytes)).prefix(6).map { String($0, radix: 16) }.joined() }

    /// A style sheet as it travels: what its comments explain is for those who read the source, and weighs half a kilobyte on a poor line.
    static func withoutComments(_ css: [UInt8]) -> [UInt8] {
        let slash = UInt8(ascii: "/"), star = UInt8(ascii: "*")
        var kept: [UInt8] = [], rest = css[...]
        while let next = rest.firstIndex(of: slash) {
            kept += rest[..<next]
            rest = rest[next...]
            guard rest.dropFirst().first == star else {
                kept.append(rest.removeFirst())
                continue
            }
            guard let end = rest.dropFirst(3).indices.first(where: { rest[$0] == slash && rest[$0 - 1] == star }) else { return kept }
            rest = rest[(end + 1)...]
        }
        return kept + rest
    }

    /// The same without the spaces and line breaks that separate nothing: four hundredths of what travels. What stands between quotes stays as it is.
    static func packedTight(_ css: [UInt8]) -> [UInt8] {
        let spaces = Set(" \n\t".utf8), apart = Set("{};,".utf8), ends = Set("{}".utf8)
        var kept: [UInt8] = [], place = 0, quote: UInt8?
        while place < css.count {
            let byte = css[place]
            if let mark = quote {
                quote = byte == mark ? nil : mark
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if spaces.contains(byte) {
                let next = css[place...].firstIndex { !spaces.contains($0) } ?? css.endIndex
                let isNeeded = next < css.endIndex && !ends.contains(css[next]) && kept.last.map { !apart.contains($0) } == true
                if isNeeded { kept.append(UInt8(ascii: " ")) }
                place = next
                continue
            }
            kept.append(byte)
            place += 1
        }
        return kept
    }

    func answer(_ segments: [String]) throws(Missing) -> WebResponse {
        guard let file = files["/" + segments.joined(separator: "/")] else { throw Missing() }
        return WebResponse(
            status: 200, headers: [("Content-Type", file.type), ("Cache-Control", "public, max-age=31536000, immutable")], body: file.bytes)
    }

    /// A compass rose.
    private static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="14" fill="#fffdf8" stroke="#14253d" \
        stroke-width="2"/><path d="M16 3 19 16 16 29 13 16z" fill="#14253d"/><path d="M3 16 16 13 29 16 16 19z" fill="#b93519"/></svg>
        """
}
