import Journal
import Organisation
import Pages

/// All documents of one state of an organisation, folded.
struct SearchIndex: Sendable {
    let documents: [IndexedDocument]
    /// How many of them had to be folded: the others were known.
    let folded: Int
    private let places: [Key: Int]

    private struct Key: Hashable {
        let reference: Reference
        let kind: String
    }

    /// - Parameter earlier: of another state of the same organisation: what has not changed since is not folded again.
    init(_ documents: [SearchDocument], earlier: SearchIndex? = nil) {
        var places: [Key: Int] = [:], folded = 0
        self.documents = documents.enumerated().map { place, document in
            let key = Key(reference: document.reference, kind: document.kind)
            places[key] = places[key] ?? place
            guard let known = earlier?.places[key].map({ earlier?.documents[$0] }) ?? nil, known.document == document else {
                folded += 1
                return IndexedDocument(document)
            }
            return known
        }
        self.places = places
        self.folded = folded
    }
}

/// The indexes of a few states: pages are read far more often than anything changes.
final class SearchIndexes: Sendable {
    private let kept = Kept<StateKey, (organisation: OrganisationID, index: SearchIndex)>(capacity: 12)

    func index(of organisation: Organisation, in house: House) -> SearchIndex {
        kept.value(of: organisation) { organisation in
            let earlier = kept.newest { $0.organisation == organisation.id }?.index
            return (organisation.id, SearchIndex(house.documents(of: organisation), earlier: earlier))
        }.index
    }
}
