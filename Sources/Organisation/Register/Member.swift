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
