import CXLSXWriter
import Foundation

/// Writes one table as a workbook: the data with a frozen header and lists of choices, a sheet that explains the columns, and a hidden one
/// that says which table this is.
///
/// Text is always written as text, so that no cell becomes a formula. Rows go to the disc as they come; neither they nor what is finished has a
/// name there, so that nobody else finds it, and nothing is left of a process that ends in the middle.
package final class WorkbookWriter {
    let book: UnsafeMutablePointer<lxw_workbook>
    let sheet: UnsafeMutablePointer<lxw_worksheet>
    let file: ScratchFile
    private let columns: [WorkbookColumn]
    private let template: WorkbookTemplate
    private let words: WorkbookWords
    private var row: UInt32 = 0
    private var isClosed = false
    var looks: [WorkbookLook: UnsafeMutablePointer<lxw_format>] = [:]
    /// Lists to choose from, each once, and the cells that offer them.
    var lists: [[String]] = []
    var offers: [(row: UInt32, column: UInt16, list: Int)] = []

    package convenience init(_ columns: [WorkbookColumn], template: WorkbookTemplate, words: WorkbookWords) throws {
        try self.init(columns, template: template, words: words, rowsIn: FileManager.default.temporaryDirectory.path)
    }

    /// - Parameter folder: in which the library keeps the rows on the way, in files that lose their names as soon as they are open.
    init(_ columns: [WorkbookColumn], template: WorkbookTemplate, words: WorkbookWords, rowsIn folder: String) throws {
        let file = try ScratchFile()
        let made = folder.withCString { path in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: path)
            return workbook_new_opt(file.path, &options)
        }
        guard let made, let sheet = workbook_add_worksheet(made, template.kind) else {
            throw WorkbookWriting.failed(code: 0)
        }
        book = made
        self.sheet = sheet
        self.file = file
        self.columns = columns
        self.template = template
        self.words = words
        try writeHeader()
    }

    /// Appends one row.
    ///
    /// - Parameters:
    ///   - looks: of its cells, in their order; those beyond are plain.
    ///   - choices: what cells offer to choose from, by their column from 0; anything else can be typed as well.
    package func write(_ cells: [CSVCell], looks: [WorkbookLook] = [], choices: [Int: [String]] = [:]) throws {
        guard row <= UInt32(WorkbookLimits.standard.rows) else { throw WorkbookWriting.tooManyRows(limit: WorkbookLimits.standard.rows) }
        for (position, cell) in cells.enumerated() {
            let column = UInt16(clamping: position), format = looks.indices.contains(position) ? self.format(looks[position]) : nil
            switch cell {
            case .text(let text): try put(CSVFormula.escaped(text), sheet, row, column, format)
            case .integer(let integer): try check(worksheet_write_number(sheet, row, column, Double(integer), format))
            case .number(let number): if number.isFinite { try check(worksheet_write_number(sheet, row, column, number, format)) }
            case .empty: if let format { try check(worksheet_write_blank(sheet, row, column, format)) }
            }
        }
        for (position, list) in choices.sorted(by: { $0.key < $1.key }) where !list.isEmpty { offer(list, row, UInt16(clamping: position)) }
        row += 1
    }

    /// The whole file; nothing can be written after it.
    package func finished() throws -> ScratchFile {
        try offerChoices()
        try explain()
        try sayWhatItIs()
        try offerLists()
        isClosed = true
        try check(workbook_close(book))
        return file
    }

    deinit {
        if !isClosed { workbook_close(book) }
    }

    private func writeHeader() throws {
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        for (position, column) in columns.enumerated() {
            let place = UInt16(clamping: position)
            try check(worksheet_set_column(sheet, place, place, Double(column.width ?? min(max(column.name.count + 4, column.example.count + 2, 10), 40)), nil))
            try check(worksheet_write_string(sheet, 0, place, WorkbookText.written(column.name), bold))
        }
        worksheet_freeze_panes(sheet, 1, 0)
        row = 1
    }

    /// Below the rows too, where people write new ones. A list longer than a cell's rule can hold is left to the explanation.
    private func offerChoices() throws {
        for (position, column) in columns.enumerated() where !column.choices.isEmpty && column.choices.joined(separator: ",").utf8.count <= 255 {
            var list: [UnsafeMutablePointer<CChar>?] = column.choices.map { strdup($0) } + [nil]
            defer { for text in list { free(text) } }
            let place = UInt16(clamping: position)
            try list.withUnsafeMutableBufferPointer { list in
                var rule = lxw_data_validation()
                rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
                rule.value_list = list.baseAddress
                try check(worksheet_data_validation_range(sheet, 1, place, row + 1000, place, &rule))
            }
        }
    }

    private func explain() throws {
        guard let sheet = workbook_add_worksheet(book, String(words.sheet.prefix(30))) else { throw WorkbookWriting.failed(code: 0) }
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        for (position, title) in [words.column, words.isRequired, words.help, words.example].enumerated() {
            try put(title, sheet, 0, UInt16(position), bold)
        }
        for (number, column) in columns.enumerated() {
            let row = UInt32(number + 1)
            let help = [column.help, column.choices.joined(separator: " · ")].filter { !$0.isEmpty }.joined(separator: " ")
            for (position, text) in [column.name, column.isRequired ? words.yes : "", help, column.example].enumerated() {
                try put(text, sheet, row, UInt16(position))
            }
        }
        try check(worksheet_set_column(sheet, 0, 1, 18, nil))
        try check(worksheet_set_column(sheet, 2, 2, 80, nil))
        try check(worksheet_set_column(sheet, 3, 3, 30, nil))
        worksheet_freeze_panes(sheet, 1, 0)
    }

    private func sayWhatItIs() throws {
        guard let sheet = workbook_add_worksheet(book, WorkbookTemplate.sheet) else { throw WorkbookWriting.failed(code: 0) }
        for (number, pair) in template.rows.enumerated() {
            try put(pair.0, sheet, UInt32(number), 0)
            try put(pair.1, sheet, UInt32(number), 1)
        }
        worksheet_hide(sheet)
    }

    func put(
        _ text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>? = nil
    ) throws {
        guard !text.isEmpty else { return }
        try check(worksheet_write_string(sheet, row, column, WorkbookText.written(text), format))
    }

    func check(_ error: lxw_error) throws {
        if error != LXW_NO_ERROR { throw WorkbookWriting.failed(code: Int(error.rawValue)) }
    }
}
