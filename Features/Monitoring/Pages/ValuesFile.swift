import Exchange
import HashTreeCollections
import Journal
import Organisation
import Pages

/// The values of one indicator as a table, in the columns in which they can be imported.
func valuesFile(_ visit: Visit) throws -> File {
    let id: ID<Indicator> = try visit.id("id")
    guard visit.sees(id) else { throw Missing() }
    var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: true, decimalMark: .point)
    writer.write(ValuesImport.columnNames.map { .text($0) })
    let measuring = Measuring(visit.organisation)
    for place in measuring.periods {
        let judgement = measuring.values.judgement(of: id, in: place.id)
        let members = measuring.values.reporters(of: id, in: place.id).sorted()
        var reporters: [ID<Member>?] = members.map { $0 }
        if judgement != nil || measuring.values.value(of: id, in: place.id) != nil { reporters.insert(nil, at: 0) }
        for member in reporters {
            let value = measuring.values.value(of: id, in: place.id, member: member)
            let amount: CSVCell = value?.amount.map { .number($0) } ?? .text(value?.text?.text ?? "")
            let judged = member == nil ? judgement.map { $0.met ? "met" : "not met" } : nil
            writer.write([
                .text(id.text), .text(place.id.text), .text(member.map { code(of: $0, visit.register) } ?? ""), amount,
                .text(value?.note?.text ?? ""), .text(value?.evidence ?? ""), .text(judged ?? ""),
            ])
        }
    }
    return File(name: "\(id)-values.csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
}

/// By which files know a Member; without a code its identifier here.
private func code(of member: ID<Member>, _ register: Register) -> String {
    guard let code = register.described[member]?.code, !code.isEmpty else { return member.text }
    return code
}
