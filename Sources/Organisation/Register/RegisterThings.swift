import Journal

package struct Region: Equatable, Codable, Sendable {
    package var code: String
    package var name: Localized
    /// The long form that its own documents use.
    package var officialName: Localized

    package init(code: String, name: Localized, officialName: Localized = .empty) {
        self.code = code
        self.name = name
        self.officialName = officialName
    }
}

package struct Member: Equatable, Codable, Sendable {
    package enum Standing: String, Codable, Sendable, CaseIterable {
        case member, observer
    }

    package var name: Localized
    package var region: ID<Region>?
    /// Observers are listed and never counted.
    package var standing: Standing
    /// Its identifier elsewhere, by which files are matched: an ISO code.
    package var code: String
    package var joined: Joining
    package var note: Localized

    package init(
        name: Localized, region: ID<Region>?, standing: Standing = .member, code: String, joined: Joining = Joining(), note: Localized = .empty
    ) {
        self.name = name
        self.region = region
        self.standing = standing
        self.code = code
        self.joined = joined
        self.note = note
    }
}

/// Since when something has been a member, and how well that is known.
package struct Joining: Equatable, Codable, Sendable {
    package enum Precision: String, Codable, Sendable, CaseIterable {
        case exact
        /// About that day.
        case about
        /// Some time from then until `latest`.
        case between
        /// On that day or earlier: the day itself is not recorded.
        case before
    }

    /// `nil` where nothing is known: counted from the beginning of the records.
    package var day: Day?
    package var latest: Day?
    package var precision: Precision

    package init(_ day: Day? = nil, _ precision: Precision = .before, latest: Day? = nil) {
        self.day = day
        self.latest = latest
        self.precision = precision
    }

    /// The day from which the membership is counted: the latest it can have begun, or the beginning where only an upper bound is known.
    package var countsFrom: Day {
        switch precision {
        case .exact, .about: day ?? .beginning
        case .between: latest ?? day ?? .beginning
        case .before: .beginning
        }
    }
}

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
