import Journal
import Organisation

/// What a form is about, where one form serves for what is there and for what is new.
extension Visit {
    /// The thing in the address; `nil` where the address is that of a new one.
    ///
    /// - Parameter name: of the gap in the address.
    package func subject<Kind, Thing>(_ name: String, _ find: (ID<Kind>) -> Thing?) throws(Missing) -> (id: ID<Kind>, present: Thing)? {
        guard parameters[name] != nil else { return nil }
        let id: ID<Kind> = try id(name)
        guard let present = find(id) else { throw Missing() }
        return (id, present)
    }
}

extension Submission {
    /// The identifier of the thing in the address, with the thing; a new one where the address has none.
    ///
    /// - Parameter name: of the gap in the address.
    /// - Throws: `Missing`; a refusal where it is there no more.
    package func subject<Kind, Thing>(_ name: String, _ find: (ID<Kind>) -> Thing?) throws -> (id: ID<Kind>, present: Thing?) {
        guard parameters[name] != nil else { return (newID(), nil) }
        let id: ID<Kind> = try id(name)
        guard let present = find(id) else { throw Refusal("pages.refusal.gone") }
        return (id, present)
    }
}
