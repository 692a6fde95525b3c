import Journal

/// A part of the organisation's own staff: a directorate, a regional office.
package struct Unit: Equatable, Codable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case secretariat, directorate, regionalOffice, team
    }

    package var name: Localized
    package var kind: Kind
    package var region: ID<Region>?
    package var answersFor: Localized
    package var answersTo: Superior?

    /// To whom it answers: another unit or a body.
    package enum Superior: Hashable, Codable, Sendable {
        case unit(ID<Unit>)
        case body(ID<Body>)
    }

    package init(name: Localized, kind: Kind, region: ID<Region>? = nil, answersFor: Localized = .empty, answersTo: Superior? = nil) {
        self.name = name
        self.kind = kind
        self.region = region
        self.answersFor = answersFor
        self.answersTo = answersTo
    }
}
