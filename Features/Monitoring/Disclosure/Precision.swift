import HashTreeCollections
import Journal
import Methods
import Organisation
import Pages

/// How exactly the score of a whole may be told to somebody who may not see every indicator below it: never so exactly that
/// the score of one that is not disclosed could be worked out.
enum Precision: Comparable, Sendable {
    /// Every digit: all parts are shown, or several are not and only their mean could be worked out.
    case exact
    /// In whole points: from the exact score and the parts that are shown, the only other one could be worked out.
    case rounded
    /// Not at all: the score of the whole is that of one indicator which is not disclosed. Its status is told.
    case statusOnly

    func told(_ score: Double?) -> Double? {
        switch self {
        case .exact: score
        case .rounded: score?.rounded()
        case .statusOnly: nil
        }
    }
}

extension Whole {
    /// - Parameter isSeen: whether an indicator is disclosed to the reader.
    func precision(_ isSeen: (ID<Indicator>) -> Bool) -> Precision {
        let counted = parts.filter { $0.isCounted && $0.child.weight > 0 }
        let inexact = counted.map { $0.precision(isSeen) }.filter { $0 != .exact }
        if counted.count == 1 { return inexact.first ?? .exact }
        return inexact.count == 1 ? .rounded : .exact
    }
}

extension Whole.Part {
    func precision(_ isSeen: (ID<Indicator>) -> Bool) -> Precision {
        if case .indicator(let id) = thing { return isSeen(id) ? .exact : .statusOnly }
        return below.first?.precision(isSeen) ?? .exact
    }
}

extension Standings {
    /// For whoever belongs to the audience of a plan and to no narrower one: what is told of it must suit them all.
    func precision(of whole: Whole, toldTo audience: Audience) -> Precision {
        let readers: [Audience] = audience == .everyone ? [.everyone, .participants] : [.participants]
        return readers.map { reader in whole.precision { isDisclosed($0, to: reader) } }.max() ?? .exact
    }

    /// For one reader: what is told to others who see something else, as whom everybody can read who is not signed in, must not complete it.
    func precision(of whole: Whole, toldTo visit: Visit) -> Precision {
        if whole.leaves.allSatisfy({ visit.sees($0) }) { return .exact }
        return max(whole.precision { visit.sees($0) }, precision(of: whole, toldTo: .everyone))
    }

    func precision(of part: Whole.Part, toldTo visit: Visit) -> Precision {
        part.below.first.map { precision(of: $0, toldTo: visit) } ?? part.precision { visit.sees($0) }
    }

    /// Whether all below a whole is disclosed to an audience.
    func isDisclosed(_ whole: Whole, to audience: Audience) -> Bool { whole.leaves.allSatisfy { isDisclosed($0, to: audience) } }

    private func isDisclosed(_ id: ID<Indicator>, to audience: Audience) -> Bool {
        plan.indicators[id].map { plan.audience(of: $0).narrowness <= audience.narrowness } ?? false
    }
}

extension Audience {
    fileprivate var narrowness: Int {
        switch self {
        case .everyone: 0
        case .participants: 1
        default: 2
        }
    }
}
