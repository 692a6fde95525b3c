import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// What a table of members brings, line by line, against a register that grows with it.
struct MembersReading {
    private var register: Register
    private let language: Language
    private let today: Day
    private var result = ImportResult()
    private var lines: [String: Int] = [:]
    private var regionsRemarked: Set<ID<Region>> = []
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

    /// Remarks in the order of the file, those on the whole first.
    var finished: ImportResult {
        var result = result
        result.remarks = result.remarks.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
            .map(\.element)
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

    /// What the reader of the file concluded, and the lines that it had to leave out.
    mutating func note(_ table: CSVTable) {
        if !table.assumed.separatorIsDeclared, table.assumed.separator != .comma {
            remark(.noted, nil, "membership.import.separator.\(table.assumed.separator.key)")
        }
        if table.assumed.encoding == .windows1252 { remark(.noted, nil, "membership.import.windows1252") }
        let known = Set(MemberColumn.allCases.map(\.rawValue))
        for column in table.header where !known.contains(column.lowercased()) {
            remark(.noted, nil, "membership.import.unknown-column", ["column": String(column.prefix(60))])
        }
        for problem in table.problems {
            switch problem.what {
            case .blankLine: remark(.noted, problem.line, problem.key, problem.arguments)
            case .textAfterQuote: remark(.repaired, problem.line, problem.key, problem.arguments)
            case .tooFewCells, .tooManyCells, .errorInCell:
                remark(.refused, problem.line, problem.key, problem.arguments)
                result.refused += 1
            }
        }
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
            result.remarks.append(ImportRemark(.refused, line: row.line, column: error.field, error.key, error.arguments))
            result.refused += 1
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
        remark(.noted, row.line, in: .left, "membership.import.left-already", ["code": row.code, "day": "\(left)"])
    }

    /// A blank cell leaves a member where it stands; only who is never counted may be new without a region.
    private mutating func region(for row: MemberRow, of present: Member?) throws(Refusal) -> ID<Region>? {
        if row.region.isEmpty {
            guard present != nil || row.standing == .observer else { throw Refusal("membership.import.empty-cell", ["column": MemberColumn.region.rawValue]) }
            return present?.region
        }
        if let id = register.region(named: row.region) {
            let official = register.regions[id]?.officialName.plain(in: language) ?? ""
            let isSame = [official, register.regions[id]?.name.plain(in: language) ?? ""].contains { $0.asCell == row.officialRegion }
            if !row.officialRegion.isEmpty, !isSame, regionsRemarked.insert(id).inserted {
                remark(
                    .noted, row.line, in: .officialRegion, "membership.import.official-kept", ["region": row.region, "name": official.isEmpty ? "–" : official])
            }
            return id
        }
        let known = register.regions.values.flatMap { [$0.code] + $0.name.texts.values.compactMap(\.text) }
        if let refusal = Refusal.lookAlike(of: row.region, among: known, field: MemberColumn.region.rawValue) { throw refusal }
        if row.officialRegion.isEmpty { throw Refusal("membership.import.unknown-region", ["region": row.region], field: MemberColumn.region.rawValue) }
        let region = Region(
            code: try WrittenCode.of(String(row.region.prefix(40)), field: MemberColumn.region.rawValue), name: Localized(row.region, language),
            officialName: Localized(row.officialRegion, language))
        let id = register.freeID(for: row.region, otherwise: ID<Region>("region"))
        result.proposals += try register.describe(region, as: id, since: nil, today: today)
        tell(.regionDescribed(id: id, region))
        remark(.noted, row.line, in: .region, "membership.import.new-region", ["region": row.region, "name": row.officialRegion])
        return id
    }

    private mutating func tell(_ event: Register.Event, on day: Day? = nil) {
        register.apply(event, Stamp(by: .system, at: Moment(startOf: today), on: day ?? today, position: 0))
    }

    private mutating func remark(_ gravity: ImportRemark.Gravity, _ line: Int?, in column: MemberColumn? = nil, _ key: String, _ arguments: [String: String] = [:]) {
        result.remarks.append(ImportRemark(gravity, line: line, column: column?.rawValue, key, arguments))
    }
}

extension Register {
    /// By its code, or by its name in any language.
    func region(named text: String) -> ID<Region>? {
        if let id = region(code: text) { return id }
        let wanted = NameKey(text)
        if let coded = regionsInOrder.first(where: { !$0.region.code.isEmpty && NameKey($0.region.code) == wanted }) { return coded.id }
        return regionsInOrder.first { $0.region.name.texts.values.contains { $0.text.map(NameKey.init) == wanted } }?.id
    }
}
