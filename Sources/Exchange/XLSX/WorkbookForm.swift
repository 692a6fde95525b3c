import CXLSXWriter

/// A sheet as a form to fill in: cells that look like what they are, and lists of choices of their own.
extension WorkbookWriter {
    private static let listSheet = "_lists"

    /// Of a text in a language that is written from right to left: the first column stands on the right.
    package func readFromRightToLeft() { worksheet_right_to_left(sheet) }

    func format(_ look: WorkbookLook) -> UnsafeMutablePointer<lxw_format>? {
        if look == .plain { return nil }
        if let known = looks[look] { return known }
        guard let format = workbook_add_format(book) else { return nil }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        switch look {
        case .plain: break
        case .wrapped: format_set_text_wrap(format)
        case .faint: format_set_font_color(format, 0x8A8A8A)
        case .entry, .textEntry, .dayEntry:
            format_set_text_wrap(format)
            format_set_bg_color(format, 0xFFF8DC)
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0x9A9A9A)
            if look == .textEntry { format_set_num_format(format, "@") }
            if look == .dayEntry { format_set_num_format(format, "yyyy-mm-dd") }
        }
        looks[look] = format
        return format
    }

    func offer(_ list: [String], _ row: UInt32, _ column: UInt16) {
        let place = lists.firstIndex(of: list) ?? lists.count
        if place == lists.count { lists.append(list) }
        offers.append((row, column, place))
    }

    /// The lists stand on a hidden sheet, one in each row: within a rule they could be neither long nor hold a comma.
    func offerLists() throws {
        guard !lists.isEmpty else { return }
        guard let hidden = workbook_add_worksheet(book, Self.listSheet) else { throw WorkbookWriting.failed(code: 0) }
        for (row, list) in lists.enumerated() {
            for (column, text) in list.enumerated() {
                // A number that is typed is found among numbers only.
                if let number = Int(text) {
                    try check(worksheet_write_number(hidden, UInt32(row), UInt16(clamping: column), Double(number), nil))
                } else {
                    try put(text, hidden, UInt32(row), UInt16(clamping: column))
                }
            }
        }
        worksheet_hide(hidden)
        for offer in offers {
            let last = CellName.letters(lists[offer.list].count - 1)
            let formula = "='\(Self.listSheet)'!$A$\(offer.list + 1):$\(last)$\(offer.list + 1)"
            try formula.withCString { formula in
                var rule = lxw_data_validation()
                rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                rule.value_formula = UnsafeMutablePointer(mutating: formula)
                rule.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
                try check(worksheet_data_validation_cell(sheet, offer.row, offer.column, &rule))
            }
        }
    }
}
