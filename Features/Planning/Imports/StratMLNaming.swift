import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What elements are called here: by identifier and by code.
extension StratMLMapping {
    /// The identifier of an element: its own, or else its place in the document (`g1-o2-i1`) under the plan's. An identifier that
    /// another plan, or another kind of thing, already has does not move over.
    mutating func id<Kind>(_ identifier: String?, _ place: String, _ kind: String, line: Int, isOurs: (ID<Kind>) -> Bool) -> ID<Kind> {
        if let identifier, let id = self.id(written: identifier, isOurs) {
            if given.insert(id.text).inserted, claims.kind(of: id.text) == nil || isOurs(id), claims.claim(id.text, for: kind) { return id }
            report.note(line, "planning.import.identifier-taken", ["id": identifier])
        }
        let id = ID<Kind>("\(plan.text.prefix(60))-\(place)") ?? ID<Kind>("unnamed" as StaticString)
        _ = claims.claim(id.text, for: kind)
        return id
    }

    /// The identifier that the document gives, as it is where it names something here, or else made readable.
    private func id<Kind>(written identifier: String, _ isOurs: (ID<Kind>) -> Bool) -> ID<Kind>? {
        let bare = identifier.hasPrefix("_") ? String(identifier.dropFirst()) : identifier
        if let id = ID<Kind>(bare), document.origin != nil || isOurs(id) { return id }
        return ID<Kind>(slug: identifier)
    }

    /// What the document calls an element, or else its number; where another element is called so already, its number, and it is said.
    mutating func code(_ written: String, _ number: String, _ kind: String, line: Int, instead present: String?) -> String {
        if let present, written.isEmpty || present.says(written) {
            codes.insert("\(kind) \(present.lowercased())")
            return present
        }
        let plain = WrittenCode(String(String.UnicodeScalarView(written.unicodeScalars.prefix(400))))?.text ?? ""
        let wanted = plain.isEmpty ? number : String(String.UnicodeScalarView(plain.unicodeScalars.prefix(WrittenCode.most)))
        var code = wanted, count = 2
        while !codes.insert("\(kind) \(code.lowercased())").inserted {
            if code.lowercased() == number.lowercased() || count > 2 { code = "\(number)-\(count)"; count += 1 } else { code = number }
        }
        if code != wanted { report.repaired(line, "planning.import.code-repaired", ["code": wanted, "instead": code]) }
        return code
    }
}
