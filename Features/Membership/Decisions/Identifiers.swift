import HashTreeCollections
import Journal
import Organisation

extension Register {
    /// Whether anything in the register bears this identifier. References name the chapter and the identifier but not
    /// the kind of thing, so that a region and a member must not share one. What was closed or withdrawn keeps its own: rights and
    /// records that name it are not its successor's.
    func isTaken(_ text: String) -> Bool {
        holds(text, in: regions) || holds(text, in: described) || holds(text, in: bodies) || holds(text, in: units)
            || holds(text, in: mandates) || holds(text, in: formerUnits) || holds(text, in: formerMandates)
    }

    /// A readable identifier made of a code or a name that nothing else in the register bears.
    func freeID<Kind>(for code: String, otherwise fallback: ID<Kind>) -> ID<Kind> { ID(free: code, otherwise: fallback) { isTaken($0.text) } }

    func region(code: String) -> ID<Region>? {
        let wanted = code.lowercased()
        return regions.first { $0.value.code.lowercased() == wanted }?.key
    }

    private func holds<Kind, Thing>(_ text: String, in things: TreeDictionary<ID<Kind>, Thing>) -> Bool {
        ID<Kind>(text).map { things[$0] != nil } ?? false
    }
}
