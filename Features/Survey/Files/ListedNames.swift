/// What options are called in the list from which they were taken, as one cell of a file: names parted by a blank, in the order of the options.
enum ListedNames {
    private static let longest = 200

    /// `nil` where a name holds a blank, and would be read as two.
    static func written(_ names: [String]) -> String? { names.contains { $0.isEmpty || $0.contains(where: \.isWhitespace) } ? nil : names.joined(separator: " ") }

    /// `nil` where there are not as many as options: then nobody knows which is which.
    static func read(_ cell: String, count: Int) -> [String]? {
        let names = cell.split(whereSeparator: \.isWhitespace).map(String.init)
        return names.count == count && names.allSatisfy { $0.utf8.count <= longest } && Set(names).count == names.count ? names : nil
    }
}
