import Journal

/// A governing or working body with its seats by region.
package struct Body: Equatable, Codable, Sendable {
    package var name: Localized
    package var purpose: Localized
    package var reportsTo: ID<Body>?
    package var seats: [SeatRule]
    /// Every member has a seat.
    package var isPlenary: Bool
    /// Years of a mandate; `nil` where none is set.
    package var mandateYears: Int?
    package var isRenewableOnce: Bool
    package var source: Localized

    package init(
        name: Localized, purpose: Localized = .empty, reportsTo: ID<Body>? = nil, seats: [SeatRule] = [], isPlenary: Bool = false,
        mandateYears: Int? = nil, isRenewableOnce: Bool = false, source: Localized = .empty
    ) {
        self.name = name
        self.purpose = purpose
        self.reportsTo = reportsTo
        self.seats = seats
        self.isPlenary = isPlenary
        self.mandateYears = mandateYears
        self.isRenewableOnce = isRenewableOnce
        self.source = source
    }
}

package struct SeatRule: Equatable, Codable, Sendable {
    /// `nil` for seats that are not of a region: the chair, the vice-chairs.
    package var region: ID<Region>?
    package var count: Int
    package var note: Localized

    package init(region: ID<Region>?, count: Int, note: Localized = .empty) {
        self.region = region
        self.count = count
        self.note = note
    }
}

/// Who holds a seat, from when until when.
package struct Mandate: Equatable, Codable, Sendable {
    package var body: ID<Body>
    package var member: ID<Member>
    package var office: Office
    package var from: Day
    package var until: Day?

    package enum Office: String, Codable, Sendable, CaseIterable {
        case chair, viceChair, seat
    }

    package init(body: ID<Body>, member: ID<Member>, office: Office = .seat, from: Day, until: Day? = nil) {
        self.body = body
        self.member = member
        self.office = office
        self.from = from
        self.until = until
    }

    package func isRunning(on day: Day) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}
