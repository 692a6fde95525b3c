/// What happens when: actions from one date to another, deliverables as marks on them, and today.
package struct Timeline: Sendable {
    /// A date on the axis; `at` is its share of the whole time shown, 0 to 1.
    package struct Tick: Sendable {
        package let at: Double
        package let label: String

        package init(at: Double, label: String) {
            self.at = at
            self.label = label
        }
    }

    package struct Row: Sendable {
        package let label: String
        package let href: String?
        /// Shares of the time shown; what lies outside is cut off, and without both there is no bar.
        package let from: Double?
        package let to: Double?
        /// The dates in words: "Jan 2024 to June 2025".
        package let datesText: String
        package let status: StatusMark
        package let marks: [Mark]

        package init(
            label: String, href: String? = nil, from: Double?, to: Double?, datesText: String, status: StatusMark, marks: [Mark] = []
        ) {
            self.label = label
            self.href = href
            self.from = from
            self.to = to
            self.datesText = datesText
            self.status = status
            self.marks = marks
        }
    }

    /// A deliverable: a diamond, filled where it is delivered, in the colour of what is off track where its day has passed without it.
    package struct Mark: Sendable {
        package let at: Double
        /// Name and date, as read in the table.
        package let label: String
        package let isDone: Bool
        package let isOverdue: Bool

        package init(at: Double, label: String, isDone: Bool, isOverdue: Bool = false) {
            self.at = at
            self.label = label
            self.isDone = isDone
            self.isOverdue = isOverdue
        }
    }

    package let ticks: [Tick]
    package let rows: [Row]
    /// Where the day stands that is read; `nil` or outside 0 to 1 draws no line.
    package let today: Double?
    package let todayLabel: String
    package let labelHeading: String
    package let datesHeading: String
    package let statusHeading: String
    package let marksHeading: String
    /// What stands between two deliverables in the table.
    package let marksSeparator: String

    package init(
        ticks: [Tick], rows: [Row], today: Double?, todayLabel: String, labelHeading: String, datesHeading: String, statusHeading: String,
        marksHeading: String, marksSeparator: String
    ) {
        self.ticks = ticks
        self.rows = rows
        self.today = today
        self.todayLabel = todayLabel
        self.labelHeading = labelHeading
        self.datesHeading = datesHeading
        self.statusHeading = statusHeading
        self.marksHeading = marksHeading
        self.marksSeparator = marksSeparator
    }
}
