import Journal

/// What became of the things of a plan between two days, in the order of the plan.
struct Comparison {
    enum Change {
        case added(ComparedThing)
        case changed(from: ComparedThing, to: ComparedThing, [FieldChange])
        case withdrawn(ComparedThing)

        var thing: ComparedThing {
            switch self {
            case .added(let thing), .changed(_, let thing, _), .withdrawn(let thing): thing
            }
        }
    }

    struct FieldChange {
        let name: ComparedField.Name
        /// `nil` where there was nothing, or is nothing any more.
        let old: ComparedField.Value?
        let new: ComparedField.Value?
    }

    private(set) var changes: [Change] = []
    /// Things that say the same on both days.
    private(set) var unchanged = 0

    var added: Int { changes.count { if case .added = $0 { true } else { false } } }
    var changed: Int { changes.count { if case .changed = $0 { true } else { false } } }
    var withdrawn: Int { changes.count { if case .withdrawn = $0 { true } else { false } } }

    init(from old: [ComparedThing], to new: [ComparedThing]) {
        let before = Dictionary(old.map { ($0.reference, $0) }) { first, _ in first }, after = Set(new.map(\.reference))
        // What is gone stands behind what it stood behind.
        var gone: [Reference?: [ComparedThing]] = [:], last: Reference?
        for thing in old {
            if after.contains(thing.reference) { last = thing.reference } else { gone[last, default: []].append(thing) }
        }
        changes += (gone[nil] ?? []).map { .withdrawn($0) }
        for thing in new {
            if let earlier = before[thing.reference] {
                let fields = Comparison.fields(earlier.fields, thing.fields)
                if fields.isEmpty { unchanged += 1 } else { changes.append(.changed(from: earlier, to: thing, fields)) }
            } else {
                changes.append(.added(thing))
            }
            changes += (gone[thing.reference] ?? []).map { .withdrawn($0) }
        }
    }

    private static func fields(_ old: [ComparedField], _ new: [ComparedField]) -> [FieldChange] {
        let before = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }, after = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
        // In the order of the newer sheet; what it does not have any more comes last.
        let names = new.map(\.name) + old.map(\.name).filter { after[$0] == nil }
        return names.compactMap { name in
            before[name] == after[name] ? nil : FieldChange(name: name, old: before[name]?.value, new: after[name]?.value)
        }
    }
}
