import Foundation
import Journal

/// What a file brings of mails that came back: one mail, many in a mailbox file (mbox), or a table of addresses.
package struct ReturnedMailFile: Sendable {
    /// Something in it that was not taken.
    package struct Problem: Hashable, Sendable {
        /// Of a table its line, from 1; of a mailbox file the number of the mail; `nil` where it concerns the whole.
        package var line: Int?
        package var key: String
        package var arguments: [String: String]
    }

    package private(set) var mails: [ReturnedMail] = []
    package private(set) var problems: [Problem] = []

    /// 12 MiB; of each mail the first 256 KiB, which hold what it reports.
    private static let limits = CSVLimits(bytes: 12 << 20, columns: 60, rows: 20_000, cellBytes: 16 << 10)
    private static let mostOfAMail = 256 << 10
    private static let mostMails = 10_000

    /// Never throws: what cannot be read is among the problems.
    package init(_ bytes: [UInt8]) {
        let head = String(decoding: bytes.prefix(400), as: UTF8.self)
        if bytes.count > ReturnedMailFile.limits.bytes {
            fail(.tooManyBytes(limit: ReturnedMailFile.limits.bytes), nil)
        } else if head.hasPrefix("From ") {
            readMailbox(bytes)
        } else if head.prefixMatch(of: /[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]/) != nil {
            readMail(bytes[...], nil)
        } else {
            readTable(bytes)
        }
    }

    private mutating func fail(_ fault: ReturnedMailFault, _ number: Int?) { problems.append(Problem(line: number, key: fault.key, arguments: fault.arguments)) }

    private mutating func readMail(_ bytes: ArraySlice<UInt8>, _ number: Int?) {
        let lines = MailMessage.lines(bytes.prefix(ReturnedMailFile.mostOfAMail))
        let found = DeliveryReport(MailMessage(lines: lines[...])).returned
        if found.isEmpty { fail(.noReport, number) } else { mails += found }
    }

    /// Mails stand one after another, each behind a line that begins with “From ”, after an empty one.
    private mutating func readMailbox(_ bytes: [UInt8]) {
        let mark = Array("From ".utf8)
        var starts: [Int] = [], line = 0, isAfterEmpty = true
        while line < bytes.count, starts.count < ReturnedMailFile.mostMails {
            let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
            // “From here on …” is a sentence: what parts mails has a time in it.
            if isAfterEmpty, bytes[line..<end].starts(with: mark), bytes[line..<end].count < 200, bytes[line..<end].contains(0x3A) { starts.append(line) }
            isAfterEmpty = bytes[line..<end].allSatisfy { $0 == 0x0D }
            line = end + 1
        }
        for (number, start) in starts.enumerated() {
            let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
            let first = (bytes[start..<end].firstIndex(of: 0x0A) ?? end - 1) + 1
            readMail(bytes[min(first, end)..<end], number + 1)
        }
    }

    // MARK: - Tables

    private static let names = [
        "address": ["address", "email", "e-mail", "recipient", "to"], "date": ["date", "day", "on"], "reason": ["reason", "diagnostic", "error", "message"],
        "status": ["status", "code"],
    ]

    private mutating func readTable(_ bytes: [UInt8]) {
        let table: CSVTable
        do { table = try CSVTable(bytes: bytes, limits: ReturnedMailFile.limits) } catch {
            problems.append(Problem(line: error.arguments["line"].flatMap { Int($0) }, key: error.key, arguments: error.arguments))
            return
        }
        func column(_ name: String) -> String? { ReturnedMailFile.names[name]?.first { table.hasColumn($0) } }
        guard let address = column("address") else {
            problems.append(Problem(line: nil, key: "pages.import.no-column", arguments: ["column": "address"]))
            return
        }
        for problem in table.problems { problems.append(Problem(line: problem.line, key: problem.key, arguments: problem.arguments)) }
        let date = column("date"), reason = column("reason"), status = column("status")
        for row in table.rows {
            func cell(_ column: String?) -> String { column.flatMap { row[$0] }?.trimmingCharacters(in: .whitespaces) ?? "" }
            guard let found = DeliveryReport.address(cell(address)) else {
                problems.append(Problem(line: row.line, key: "pages.returned.not-an-address", arguments: [:]))
                continue
            }
            let written = cell(date), day = Day(written.prefix(10)) ?? MailMessage.day(in: written)
            if day == nil, !written.isEmpty {
                problems.append(Problem(line: row.line, key: "pages.import.not-a-day", arguments: ["text": String(written.prefix(40)), "column": date ?? ""]))
                continue
            }
            let said = cell(reason)
            mails.append(ReturnedMail(addresses: [found], on: day, status: ReturnedMailFile.status(cell(status), said), reason: ReturnReason.short(said)))
        }
    }

    /// Whoever lists an address says that mail came back, unless the list says that it was only late.
    private static func status(_ code: String, _ reason: String) -> String {
        if let status = ReturnReason.status(in: code) ?? ReturnReason.status(in: reason) { return status }
        let said = "\(code) \(reason)".lowercased()
        return ["soft", "temporar", "delay", "deferred"].contains { said.contains($0) } ? "4.0.0" : "5.0.0"
    }
}
