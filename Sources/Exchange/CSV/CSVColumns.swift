import Foundation

/// The columns of a table and where each stands.
struct CSVColumns: Sendable {
    let names: [String]
    private let positions: [String: Int]

    init(names raw: [String], line: Int) throws(CSVFault) {
        var names: [String] = []
        var positions: [String: Int] = [:]
        for (position, text) in raw.enumerated() {
            let name = Self.cleaned(text)
            guard !name.isEmpty else { throw .emptyColumnName(line: line, column: position + 1) }
            let key = Self.key(name)
            guard positions[key] == nil else { throw .duplicateColumnName(line: line, name: name) }
            positions[key] = position
            names.append(name)
        }
        self.names = names
        self.positions = positions
    }

    func position(of name: String) -> Int? {
        positions[name] ?? positions[Self.key(Self.cleaned(name))]
    }

    private static func cleaned(_ name: String) -> String {
        name.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
    }

    private static func key(_ name: String) -> String {
        name.lowercased().precomposedStringWithCanonicalMapping
    }
}
