import Foundation

/// What reading a whole journal found.
package struct Verification: Equatable, Sendable {
    package enum Fault: String, Sendable {
        case unreadableRecord, wrongPosition, brokenChain, wrongHash, wrongChapter, structureAltered, wordsAltered, wordsMissing, foreignRecord
    }

    package var entries = 0
    package var erased = 0
    package var head = Hash.origin
    /// The first position at which something is wrong, and what.
    package var fault: (position: Int, fault: Fault)?

    package static func == (a: Verification, b: Verification) -> Bool {
        a.entries == b.entries && a.erased == b.erased && a.head == b.head && a.fault?.position == b.fault?.position && a.fault?.fault == b.fault?.fault
    }
}

extension Store {
    /// Reads every stored byte of an organisation's journal, recomputes every hash and commitment, and stops at the first fault.
    ///
    /// Events missing at the end leave a journal without fault: that is known by comparing `head` with one kept elsewhere.
    package func verify(_ organisation: OrganisationID) async throws -> Verification {
        var result = Verification()
        var missing: Set<Int> = [], declared: Set<Int> = []
        var next = await legibleRows(of: organisation, after: 0)
        while let rows = next, let last = rows.last {
            async let rest = legibleRows(of: organisation, after: last)
            do {
                try rows.forEach { row in
                    let record = try result.check(row, of: organisation)
                    if record.words != nil, row.words == nil { missing.insert(record.position) }
                    declared.formUnion(erasures(declaredBy: record, row))
                }
            } catch let fault as Verification.Fault {
                result.fault = (result.entries + 1, fault)
                return result
            }
            next = await rest
        }
        if next == nil {
            result.fault = (result.entries + 1, .unreadableRecord)
            return result
        }
        result.erased = missing.count
        if let undeclared = missing.subtracting(declared).min() { result.fault = (undeclared, .wordsMissing) }
        return result
    }

    /// The next rows; one by one where not all can be read, so that the first that cannot is known; `nil` for that one.
    private func legibleRows(of organisation: OrganisationID, after position: Int) async -> Stretch? {
        let query = EntryQuery(organisation, after: position)
        if let rows = try? await stretch(query) { return rows }
        return try? await stretch(query, limit: 1)
    }

    /// Only what lay before the declaration: nobody can declare in advance that words will be missing.
    private func erasures(declaredBy record: Record, _ row: RawRow) -> Set<Int> {
        guard record.chapter == Keeping.name, let event = try? Keeping.event(row, of: record, EventReader()) else { return [] }
        switch event {
        case .wordsErased(let positions, _): return Set(positions.filter { $0 < record.position })
        }
    }
}

extension Verification {
    fileprivate mutating func check(_ row: RawRow, of organisation: OrganisationID) throws(Fault) -> Record {
        guard let record = Record(row.record) else { throw .unreadableRecord }
        guard record.organisation == organisation else { throw .foreignRecord }
        guard row.position == entries + 1, record.position == row.position else { throw .wrongPosition }
        guard record.previous == head else { throw .brokenChain }
        let hash = Record.hash(row.record)
        guard hash.withBytes({ $0.elementsEqual(row.hash) }) else { throw .wrongHash }
        guard record.chapter.utf8.elementsEqual(row.chapter) else { throw .wrongChapter }
        guard Hash(of: row.structureSalt, row.structure) == record.structure else { throw .structureAltered }
        if let words = row.words, Hash(of: words.salt, words.bytes) != record.words { throw .wordsAltered }
        entries += 1
        head = hash
        return record
    }
}

extension Verification.Fault: Error {}
