import Journal
import Organisation

/// Whom a part of a page says the same to.
package enum Readership: Sendable {
    /// Everybody, whatever they may.
    case everybody
    /// Those who may the same: in the same roles for the same Members.
    case alike
}

/// What such a part follows from.
struct CommonKey: Hashable {
    let name: String
    /// As read, and as it stands now.
    let state, present: StateKey
    let language: Language
    /// The days stand in its links.
    let times: Times
    /// Those to whom it says this.
    let reader: Viewer
}

/// What was made for it, and what the page around it has to say of its languages.
struct CommonPart: Sendable {
    let value: any Sendable
    let shownIn: [Language]
    let outdated: [String]
}

extension Visit {
    /// A part of a page that says the same to many: made once for each state, language and readership.
    ///
    /// - Parameters:
    ///   - name: the same for the same part, and no other's.
    ///   - make: makes it by another visit, whose reader may only what all of them may, asks for nothing and has no name.
    package func common<Value: Sendable>(_ name: String, to readership: Readership = .everybody, _ make: (Visit) throws -> Value) rethrows -> Value {
        let reader = viewer.unnamed(readership)
        let key = CommonKey(name: name, state: StateKey(organisation), present: StateKey(present), language: language, times: times, reader: reader)
        let part = try house.commonParts.value(for: key) {
            let visit = Visit(
                organisation: organisation, present: present, viewer: reader, say: say, times: times, house: house, parameters: [:], query: [:], names: [:],
                history: { _ in throw Missing() })
            return CommonPart(value: try make(visit), shownIn: visit.shownIn, outdated: visit.shownOutdated)
        }
        noteShown(in: part.shownIn, outdated: part.outdated)
        guard let value = part.value as? Value else { preconditionFailure("two parts are called \(name)") }
        return value
    }
}

extension Viewer {
    /// Somebody who may as much as is common, and is nobody in particular.
    fileprivate func unnamed(_ readership: Readership) -> Viewer {
        guard case .alike = readership else { return Viewer(account: nil, name: "", grants: [], isPublicAdmitted: false) }
        // No account is called so.
        let somebody: ID<Actor> = ID("-")
        return Viewer(
            account: isSignedIn ? somebody : nil, name: "", grants: grants.map { Grant(account: somebody, role: $0.role, scope: $0.scope) },
            isPublicAdmitted: isPublicAdmitted)
    }
}
