import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// In which region a line says that its Member is.
extension MembersReading {
    /// A blank cell leaves a member where it stands; only who is never counted may be new without a region.
    mutating func region(for row: MemberRow, of present: Member?) throws(Refusal) -> ID<Region>? {
        if row.region.isEmpty {
            guard present != nil || row.standing == .observer else { throw Refusal.blank(MemberColumn.region.rawValue) }
            return present?.region
        }
        if let id = register.region(named: row.region) {
            let official = register.regions[id]?.officialName.plain(in: language) ?? ""
            let isSame = [official, register.regions[id]?.name.plain(in: language) ?? ""].contains { $0.asCell == row.officialRegion }
            if !row.officialRegion.isEmpty, !isSame, regionsRemarked.insert(id).inserted {
                result.note(
                    row.line, in: MemberColumn.officialRegion.rawValue, "membership.import.official-kept", ["region": row.region, "name": official.isEmpty ? "–" : official])
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
        result.note(row.line, in: MemberColumn.region.rawValue, "membership.import.new-region", ["region": row.region, "name": row.officialRegion])
        return id
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
