import Journal
import Organisation

extension Visit {
    /// What can be found of the day that is read, for this reader: of the past, only what is not withheld today.
    package var documents: [SearchDocument] {
        let then = house.documents(of: organisation).filter { viewer.belongs(to: $0.audience) }
        guard !isNow else { return then }
        let closed = withheldToday(among: house.documents(of: present))
        return then.filter { document in !closed.contains(document.reference) && !document.within.contains(where: closed.contains) }
    }

    /// What is not for this reader today, and therefore not of the past either.
    ///
    /// - Parameter documents: everything that can be found today.
    package func withheldToday(among documents: some Sequence<SearchDocument>) -> Set<Reference> {
        house.withheld(of: present, from: viewer).union(documents.lazy.filter { !viewer.belongs(to: $0.audience) }.map(\.reference))
    }
}
