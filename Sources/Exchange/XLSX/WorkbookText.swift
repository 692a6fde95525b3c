/// How workbooks write what XML or a cell cannot hold: `_x000D_` for a carriage return (ECMA-376 part 1, 22.4.2.4).
enum WorkbookText {
    /// Texts that only look so are marked, so that they come back as they were.
    static func written(_ text: String) -> String {
        guard text.utf8.contains(0x5F) else { return text }
        return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/) { _ in "_x005F_" }
    }

    static func read(_ text: String) -> String {
        guard text.utf8.contains(0x5F) else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap { Unicode.Scalar($0) }.map { String(Character($0)) } ?? String(match.0)
        }
    }
}

/// `C7`: where a cell stands.
package enum CellName {
    /// - Parameters:
    ///   - column: from 0.
    ///   - row: from 1.
    package static func of(column: Int, row: Int) -> String { "\(letters(column))\(row)" }

    static func letters(_ column: Int) -> String {
        var left = max(column, 0) + 1
        var letters: [UInt8] = []
        while left > 0 {
            letters.insert(UInt8(0x41 + (left - 1) % 26), at: 0)
            left = (left - 1) / 26
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The column of `AB12` from 0; `nil` for what is no cell of a sheet, whose last column is XFD.
    static func column(of name: String) -> Int? {
        var column = 0
        var count = 0
        for byte in name.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            count += 1
            guard count <= 3 else { return nil }
            column = column * 26 + Int(byte - 0x40)
        }
        return count > 0 && column <= 16_384 ? column - 1 : nil
    }
}
