import Exchange
import Journal
import Methods
import Organisation
import Pages

/// What is drawn of the map, as a table for programs: a line for each position, and one for each mean.
enum MapFile {
    static let route = Route.file("innovation/strategies/{strategy}/map.csv", .everyone) { visit in
        let (id, strategy) = try visit.strategy(), figures = visit.figures(of: id, strategy)
        var writer = CSVWriter(separator: .comma, formulaGuard: true, byteOrderMark: false, decimalMark: .point)
        let steps = MapTime.allCases.flatMap { time in MapAxis.allCases.map { MapWords.field($0, time) } }
        writer.write((["kind", "initiative", "title", "part", "weight"] + steps).map { .text($0) })
        func cell(_ value: Double?) -> CSVCell { value.map { .number($0) } ?? .text("") }
        for dot in figures.cloud {
            let listed = figures.initiatives[dot.initiative], places = MapTime.allCases.flatMap { time in MapAxis.allCases.map { cell(dot.position[time][$0].map(Double.init)) } }
            writer.write([.text("position"), .text(listed.id.text), .text(visit.plain(listed.initiative.title)), .text(visit.plain(dot.position.part)), .number(MapFile.told(dot.weight))] + places)
        }
        for (name, value) in MapFile.means {
            let row = MapTime.allCases.flatMap { time in MapAxis.allCases.map { axis in cell(value(figures, axis, time).map(told)) } }
            writer.write([.text(name), .text(""), .text(""), .text(""), .number(figures.amount)] + row)
        }
        return File(name: "innovation-map-\(id).csv", type: "text/csv; charset=utf-8", bytes: writer.bytes)
    }

    /// Products of shares, without the digits that only a machine's arithmetic adds.
    private static func told(_ amount: Double) -> Double { (amount * 1e6).rounded() / 1e6 }

    private typealias Reading = @Sendable (StrategyFigures, MapAxis, MapTime) -> Double?
    private static let means: [(String, Reading)] = [
        ("mean", { $0.spread($1, $2)?.mean }), ("deviation", { $0.spread($1, $2)?.deviation }), ("low", { $0.spread($1, $2)?.low }), ("high", { $0.spread($1, $2)?.high }),
        ("placed", { $0.placed($1, $2) }),
    ]
}
