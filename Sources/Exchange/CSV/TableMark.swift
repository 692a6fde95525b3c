extension CSVTable {
    /// How the numbers of the table are written: as they say of themselves, or else as goes with its separator.
    ///
    /// Only numbers that read differently with the other mark tell anything; the first thousand rows are asked.
    /// - Parameter columns: those with numbers.
    package func decimalMark(in columns: [String]) -> DecimalMark {
        if isWorkbook { return .point }
        let positions = columns.compactMap { self.columns.position(of: $0) }
        for row in rows.prefix(1000) {
            for position in positions {
                if let mark = row.cells[position].tellingMark { return mark }
            }
        }
        return assumed.separator == .semicolon ? .comma : .point
    }
}

extension String {
    /// The decimal mark of a number that can only be read with it.
    fileprivate var tellingMark: DecimalMark? {
        guard contains(where: { $0 == "," || $0 == "." }) else { return nil }
        guard let point = WrittenNumber(self, decimalMark: .point), let comma = WrittenNumber(self, decimalMark: .comma) else { return nil }
        guard !point.wasAmbiguous, !comma.wasAmbiguous else { return nil }
        let hasFraction = point.value != point.value.rounded() || split(whereSeparator: { $0 == "," || $0 == "." }).count == 2
        guard hasFraction, let last = last(where: { $0 == "," || $0 == "." }) else { return nil }
        return last == "," ? .comma : .point
    }
}
