/// How something stands against what was agreed.
package enum Standing: String, Sendable, CaseIterable {
    case onTrack, atRisk, offTrack, noData

    /// Its class in the style sheet, which gives shape (● ▲ ■ ○) and colour.
    package var className: String {
        switch self {
        case .onTrack: "good"
        case .atRisk: "warn"
        case .offTrack: "bad"
        case .noData: "none"
        }
    }
}

/// A standing as people see it: a shape, a colour, and the word.
package struct StatusMark: Sendable {
    package let standing: Standing
    /// Visible; where the value is stale it says so ("on track, 14 months ago").
    package let label: String
    /// The value is too old to rely on: the shape gets a dashed ring.
    package let isStale: Bool

    package init(_ standing: Standing, label: String, isStale: Bool = false) {
        self.standing = standing
        self.label = label
        self.isStale = isStale
    }
}

/// `<span class="state good">on track</span>`
package func statusMark(_ mark: StatusMark) -> Markup {
    span(.class("state \(mark.standing.className)\(mark.isStale ? " stale" : "")")) { mark.label }
}

/// The shape without the visible word, where the place is narrow: the word is for those who hear the page.
func shapeOnly(_ mark: StatusMark) -> Markup {
    span(.class("key \(mark.standing.className)")) { span(.class("visually-hidden")) { mark.label + " " } }
}
