import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a table of members brings, line by line, against a register that grows with it.
struct MembersReading {
    var register: Register
    let language: Language
    let today: Day
    var result = ImportResult()
    private var lines: [String: Int] = [:]
    var regionsRemarked: Set<ID<Region>> = []
    private let columns: [MemberColumn]
    private var touched: [ID<Member>] = []
    private let before: Register

    init(_ register: Register, language: Language, today: Day) {
        self.register = register
        before = register
        columns = MemberColumn.allCases.filter { $0 != .name(in: language) }
        self.language = language
        self.today = today
    }

    var finished: ImportResult {
        var result = result
        result.changes = Array(touched.lazy.compactMap { change(of: $0) }.prefix(ImportChange.shown))
        return result
    }

    private func change(of id: ID<Member>) -> ImportChange? {
        func cells(_ register: Register) -> [CSVCell]? {
            register.described[id].map { member in columns.map { $0.cell(of: member, id, in: register, language) } }
        }
        guard let after = cells(register) else { return nil }
        return ImportChange(register.described[id]?.code ?? id.text, columns: columns.map(\.rawValue), before: cells(before), after: after)
    }

    mutating func take(_ row: CSVTable.Row) {
        do throws(Refusal) {
            var row = try MemberRow(row, first: language)
            // A Member that is known by its code keeps it, however it is written.
            if standing(row.code) == nil { row.code = try WrittenCode.of(row.code, field: nil) }
            if let line = lines[row.code.lowercased()] {
                throw Refusal("membership.import.twice", ["code": row.code, "line": "\(line)"], field: MemberColumn.code.rawValue)
            }
            lines[row.code.lowercased()] = row.line
            try take(row)
        } catch {
            result.refuse(row.line, error)
        }
    }

    /// The region is found before anything is proposed, and created only with the line that needs it.
    private mutating func take(_ row: MemberRow) throws(Refusal) {
        let before = register
        let written = result.proposals.count
        do throws(Refusal) {
            let standing = standing(row.code)
            let region = try region(for: row, of: standing.flatMap { register.described[$0] })
            if let id = standing, let present = register.described[id] {
                try update(id, present, row, region)
            } else {
                try admit(row, region)
            }
        } catch {
            register = before
            result.proposals.removeSubrange(written...)
            throw error
        }
    }

    /// By its code; one that has none goes by its identifier.
    private func standing(_ code: String) -> ID<Member>? {
        if let id = register.member(code: code) { return id }
        return ID<Member>(code).flatMap { register.described[$0]?.code.isEmpty == true ? $0 : nil }
    }

    private mutating func admit(_ row: MemberRow, _ region: ID<Region>?) throws(Refusal) {
        let member = row.member(from: nil, region: region, first: language)
        let id = register.freeID(for: row.code, otherwise: ID<Member>("member"))
        if row.left != nil { try checkLeft(row, member) }
        result.proposals += try register.admit(member, as: id, today: today)
        tell(.memberDescribed(id: id, member))
        tell(.memberJoined(id: id))
        if let left = row.left { leave(id, on: left) }
        touched.append(id)
        result.new += 1
    }

    private mutating func update(_ id: ID<Member>, _ present: Member, _ row: MemberRow, _ region: ID<Region>?) throws(Refusal) {
        let member = row.member(from: present, region: region, first: language)
        var isChanged = false
        if register.joined.contains(id), let left = row.left {
            try checkLeft(row, member)
            if member != present { result.proposals += try register.describe(member, as: id, today: today) }
            leave(id, on: left)
            isChanged = true
        } else if let left = register.left[id], row.left == nil, member.joined.countsFrom > left {
            result.proposals += try register.describe(member, as: id, today: today)
            result.proposals.append(Proposal(Register.self, .memberJoined(id: id), on: member.joined.countsFrom))
            tell(.memberJoined(id: id))
            isChanged = true
        } else {
            remarkOnLeaving(id, row)
            if member != present {
                result.proposals += try register.describe(member, as: id, today: today)
                isChanged = true
            }
        }
        tell(.memberDescribed(id: id, member))
        if isChanged { touched.append(id) }
        if isChanged { result.changed += 1 } else { result.same += 1 }
    }

    private func checkLeft(_ row: MemberRow, _ member: Member) throws(Refusal) {
        guard let left = row.left else { return }
        if left > today { throw Refusal("membership.import.left-future", ["day": "\(left)"], field: MemberColumn.left.rawValue) }
        if left < member.joined.countsFrom {
            throw Refusal("membership.refusal.left-before-joined", ["day": "\(member.joined.countsFrom)"], field: MemberColumn.left.rawValue)
        }
    }

    /// A file gives no reason for leaving; the note in it stays with the description.
    private mutating func leave(_ id: ID<Member>, on day: Day) {
        result.proposals.append(Proposal(Register.self, .memberLeft(id: id, because: Prose("–")), on: day))
        tell(.memberLeft(id: id, because: Prose("–")), on: day)
    }

    private mutating func remarkOnLeaving(_ id: ID<Member>, _ row: MemberRow) {
        guard let left = register.left[id], row.left != left else { return }
        result.note(row.line, in: MemberColumn.left.rawValue, "membership.import.left-already", ["code": row.code, "day": "\(left)"])
    }

    mutating func tell(_ event: Register.Event, on day: Day? = nil) {
        register.apply(event, Stamp(by: .system, at: Moment(startOf: today), on: day ?? today, position: 0))
    }
}
