import HashTreeCollections
import Journal
import Organisation

/// What those who are asked were on the day of the opening, beside each of them: region, years of membership, seats.
///
/// Figures keep to it whatever the register says of a Member later: else one that moves to another region would show by the difference it makes to both.
struct SurveyFrame: Equatable, Codable, Sendable {
    /// For how long somebody has been a Member.
    enum Years: String, Codable, Sendable, CaseIterable { case new, experienced, old }

    /// `nil` for none.
    var regions: [ID<Region>?]
    /// `nil` where what is known of the day on which a Member joined does not tell.
    var years: [Years?]
    /// Whether it has a seat in a body in which not every Member sits.
    var hasSeat: [Bool]

    init(_ asked: [ID<Member>], _ register: Register, on day: Day) {
        let seated = Set(register.mandates.values.filter { $0.isRunning(on: day) && register.bodies[$0.body]?.isPlenary == false }.map(\.member))
        regions = asked.map { register.described[$0]?.region }
        years = asked.map { register.described[$0].flatMap { Years(since: $0.joined, on: day) } }
        hasSeat = asked.map(seated.contains)
    }
}

extension SurveyFrame.Years {
    /// From how many years of membership on a Member is no longer new, and from how many it is of the old ones. House default.
    private static let experiencedFrom = 10, oldFrom = 25

    init?(since joining: Joining, on day: Day) {
        guard let latest = joining.precision == .between ? joining.latest : joining.day else { return nil }
        let earliest = joining.precision == .before ? nil : joining.day ?? latest
        self.init(since: latest, on: day)
        guard earliest.map({ Self(since: $0, on: day) }) ?? .old == self else { return nil }
    }

    private init(since joined: Day, on day: Day) {
        self = joined.adding(years: Self.oldFrom) <= day ? .old : joined.adding(years: Self.experiencedFrom) <= day ? .experienced : .new
    }
}

extension Opening {
    /// Beside those who are asked: what was kept of them, or, of an opening that kept nothing, what the register has now.
    func frame(_ register: Register) -> SurveyFrame { frame ?? SurveyFrame(asked, register, on: on) }

    /// Of each who is asked its region; those without one left out.
    func regions(_ register: Register) -> [ID<Member>: ID<Region>] {
        Dictionary(zip(asked, frame(register).regions).compactMap { member, region in region.map { (member, $0) } }) { first, _ in first }
    }
}
