import Accounts
import Crypto
import Foundation
import Journal
import Organisation
import Pages

/// Names a page by everything that it follows from, before it is made: a browser that has it already is told so, and neither the page nor the
/// past that it shows is made again.
///
/// A weak validator (RFC 9110, 8.8): the page may travel packed or not.
struct PageTag {
    private let text: String

    /// `nil` for pages that are made anew each time: those for a role alone, those with a notice, and those that set a cookie.
    init?(_ route: Route, _ request: WebRequest, _ reader: Reader, _ present: Organisation, _ last: LastVisit?, renamings: Int) {
        guard case .read = route.handler, route.effort == .ordinary, request.method != .post else { return nil }
        // What is for one role alone is not left lying in a browser's memory (docs/decisions/0015).
        switch route.access {
        case .roles, .restricted: return nil
        case .everyone, .participants: break
        }
        guard !reader.choseLanguage, reader.account != nil || !reader.isNewVisitor else { return nil }
        guard !request.query.contains(where: { PageTag.ofNotices.contains($0.name) }) else { return nil }
        let origin =
            [
                "\(present.fold.number)", "\(present.position)", "\(present.day)", reader.account == nil ? "" : "\(renamings)", reader.account?.id.text ?? "",
                (reader.session ?? reader.visitor).text, reader.language.rawValue, last.map { "\($0.readTo) \($0.endedAt)" } ?? "", request.rawPath,
            ] + request.query.flatMap { [$0.name, $0.value] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(300)
        for part in origin {
            bytes.append(contentsOf: part.utf8)
            // No part holds it.
            bytes.append(0)
        }
        text = "W/\"\(Data(SHA256.hash(data: bytes).prefix(15)).base64URL)\""
    }

    private static let ofNotices: Set = ["recorded", "unchanged", "kept-form"]

    /// Where the browser says that it has the page.
    func answer(to request: WebRequest) -> WebResponse? {
        let known = request.headers["if-none-match"]?.utf8.split(separator: 0x2C).prefix(100).contains { $0.trimmed.elementsEqual(text.utf8) }
        return known == true ? named(WebResponse(status: 304)) : nil
    }

    /// A page that the browser may keep, and asks about before it shows it again.
    func named(_ page: WebResponse) -> WebResponse {
        guard page.status == 200 || page.status == 304 else { return page }
        return page.adding(("ETag", text)).adding(("Cache-Control", "private, no-cache"))
    }
}
