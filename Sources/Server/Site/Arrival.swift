import Journal
import Organisation
import Pages

/// Where a submission leads once it is recorded, and what is said there.
extension FormExchange {
    func arrived(_ receipt: Receipt, _ destination: Destination) -> WebResponse {
        // A repeated submission is not decided again, so that its destination is found through the form itself.
        let (then, notice) = destination.value ?? ((try? handler.show(visit).cancel) ?? "activity/receipts/\(receipt.positions.lowerBound)", nil)
        let path = wayBack ?? then
        guard !receipt.positions.isEmpty else { return .redirect(address(path, "unchanged=1")) }
        if let notice { site.notices.keep([notice] + outdated, for: visit.organisation.id, at: receipt.positions.lowerBound) }
        return .redirect(address(path, "recorded=\(receipt.positions.lowerBound)"))
    }

    var wayBack: String? { WayBack(request[query: "back"], in: site.routes)?.path }

    /// That translations have become older than their originals by what was just recorded, and how many.
    private var outdated: [Saying] {
        let now = journal.standing
        guard let before = try? handler.show(visit), let after = try? handler.show(visit.standing(on: now, as: visit.viewer)) else { return [] }
        let count = after.outdatedTranslations.subtracting(before.outdatedTranslations).count
        return count > 0 ? [Saying("host.outdated", ["n": .count(count)])] : []
    }

    private func address(_ path: String, _ query: String) -> String {
        visit.path(path).asking(query)
    }
}

extension String {
    /// An address with one thing more that is asked there: before the place on the page, where it names one.
    func asking(_ query: String) -> String {
        let place = firstIndex(of: "#") ?? endIndex, page = self[..<place]
        return "\(page)\(page.contains("?") ? "&" : "?")\(query)\(self[place...])"
    }
}

extension Form {
    /// By field and language.
    fileprivate var outdatedTranslations: Set<String> {
        Set(fields.flatMap { field in Language.allCases.filter { field.content.state(in: $0) == .outdated }.map { "\(field.name) \($0.rawValue)" } })
    }
}
