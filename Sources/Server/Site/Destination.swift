import Foundation
import Organisation
import Pages
import Synchronization

/// Where a recorded decision leads, and who is written to: set by the decision that was recorded last.
final class Destination: Sendable {
    private let kept = Mutex<(path: String, notice: Saying?, mailings: [Mailing])?>(nil)

    var value: (path: String, notice: Saying?)? { kept.withLock { kept in kept.map { ($0.path, $0.notice) } } }
    var mailings: [Mailing] { kept.withLock { $0?.mailings ?? [] } }

    func set(_ path: String, _ notice: Saying, _ mailings: [Mailing]) { kept.withLock { $0 = (path, notice, mailings) } }
}

/// Where a form that was reached from a list leads back to, as the address of the form says it.
///
/// Only pages of the house are led to, named below the organisation's address: an address from elsewhere is no way back, whoever wrote it.
struct WayBack {
    /// Below the organisation's address, with its questions.
    let path: String

    /// `nil` for anything but a page of the house.
    init?(_ text: String?, in routes: AddressTable<Route>) {
        guard let text, text.utf8.count <= 500 else { return nil }
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let segments = parts[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard segments.allSatisfy(WayBack.isPlain), let (route, _) = routes.find(segments), case .read = route.handler else { return nil }
        let questions = parts.count > 1 ? parts[1].split(separator: "&").compactMap(WayBack.question) : []
        path = parts[0] + (questions.isEmpty ? "" : "?\(questions.joined(separator: "&"))")
    }

    /// What stands in addresses of pages without being encoded, and is not a step upwards.
    private static func isPlain(_ segment: String) -> Bool {
        segment.utf8.contains { $0 != 0x2E }
            && segment.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x3A, 0x5F].contains(byte)
            }
    }

    private static func question(_ text: Substring) -> String? {
        let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard pair.count == 2, isPlain(pair[0]), !["recorded", "unchanged"].contains(pair[0]) else { return nil }
        return "\(pair[0])=\(percentEncoded(pair[1].removingPercentEncoding ?? pair[1]))"
    }
}
