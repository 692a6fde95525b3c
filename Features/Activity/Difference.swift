import Journal

/// What changed between two descriptions of a thing, field by field.
struct Difference: Equatable {
    struct Change: Equatable {
        /// From the outermost to the innermost; places in a list count from 1.
        var path: [String]
        /// `nil` where there was nothing, or is nothing any more.
        var old: Leaf?
        var new: Leaf?
    }

    enum Leaf: Equatable {
        case text(String)
        case number(Double)
        case flag(Bool)
        /// Plain values in a row, shown together.
        case list([Leaf])
        case erased
    }

    /// In the order of their paths.
    let changes: [Change]

    init(from old: PlainValue, to new: PlainValue) {
        var before: [[String]: Leaf] = [:], after = before
        Difference.collect(old, [], into: &before)
        Difference.collect(new, [], into: &after)
        changes = Difference.changes(from: before, to: after)
    }

    /// Of events that say only some values of many: held against the newest that said each of them.
    ///
    /// - Parameter earlier: the newest first.
    init(fromParts earlier: [PlainValue], to new: PlainValue) {
        var after: [[String]: Leaf] = [:], before = after, known: Set<[String]> = []
        Difference.collect(new, [], into: &after)
        let parts = Set(after.keys.map { Array($0.prefix(2)) })
        for event in earlier {
            var said: [[String]: Leaf] = [:]
            Difference.collect(event, [], into: &said)
            let ours = said.filter { parts.contains(Array($0.key.prefix(2))) && !known.contains(Array($0.key.prefix(2))) }
            before.merge(ours) { newer, _ in newer }
            known.formUnion(ours.keys.map { Array($0.prefix(2)) })
        }
        // Of what nobody had said before, everything is new: that is the value itself, and no change.
        let spoken = after.filter { known.contains(Array($0.key.prefix(2))) }
        changes = Difference.changes(from: before, to: spoken)
    }

    private static func changes(from before: [[String]: Leaf], to after: [[String]: Leaf]) -> [Change] {
        Set(before.keys).union(after.keys).sorted { $0.lexicographicallyPrecedes($1) }.compactMap { path in
            before[path] == after[path] ? nil : Change(path: path, old: before[path], new: after[path])
        }
    }

    private static func collect(_ value: PlainValue, _ path: [String], into leaves: inout [[String]: Leaf]) {
        if let leaf = leaf(value) {
            leaves[path] = leaf
            return
        }
        switch value {
        case .object(let members):
            // Who wrote a translation is what the record says anyway.
            for (key, member) in members where key != "translators" { collect(member, path + [key], into: &leaves) }
        case .array(let elements):
            for (index, element) in elements.enumerated() { collect(element, path + [name(of: element) ?? String(index + 1)], into: &leaves) }
        default: break
        }
    }

    /// Values of Members are told apart by whose they are, wherever they stand in a row.
    private static func name(of element: PlainValue) -> String? {
        if case .text(let member)? = element["member"] { member } else { nil }
    }

    /// `nil` for what has parts of its own, and for what is empty.
    private static func leaf(_ value: PlainValue) -> Leaf? {
        switch value {
        case .text(let text): return .text(text)
        case .number(let number): return .number(number)
        case .flag(let flag): return .flag(flag)
        case .null: return .erased
        case .object: return nil
        case .array(let elements):
            let plain = elements.compactMap { element -> Leaf? in
                if case .array = element { return nil }
                return leaf(element)
            }
            return plain.isEmpty || plain.count < elements.count ? nil : .list(plain)
        }
    }
}
