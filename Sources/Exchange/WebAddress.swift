import Foundation

extension String {
    /// Whether it can be an address of the web: its beginning, a host, and nothing that stands in no address or turns what is read around. Nobody's name may stand before the host, where it is
    /// read for the host itself.
    package var isWebAddress: Bool {
        guard let scheme = ["https://", "http://"].first(where: { lowercased().hasPrefix($0) }), let host = dropFirst(scheme.count).unicodeScalars.first else { return false }
        if dropFirst(scheme.count).prefix(while: { !"/?#".contains($0) }).contains("@") { return false }
        return host.properties.isAlphabetic || host.properties.numericType != nil || host == "[" ? unicodeScalars.allSatisfy { !String.strangers.contains($0) } : false
    }

    private static let strangers = CharacterSet.whitespacesAndNewlines.union(.controlCharacters).union(.illegalCharacters).union(CharacterSet(charactersIn: "\"<>\\^`{|}"))
}
