import Foundation
import Testing

@testable import Pages

@Suite("Radar")
struct RadarTests {
    private func radar(_ dots: [(sector: Int, ring: Int)], sectors: Int = 6) -> Radar {
        Radar(
            sectors: (1...sectors).map { "Side \($0)" }, rings: ["now", "near", "mid", "far"],
            dots: dots.enumerated().map { number, place in
                Radar.Dot(
                    sector: place.sector, ring: place.ring, size: 0.5, shape: number % 2 == 0 ? .circle : .triangle, fill: .hollow, label: "<Signal> \(number)", href: "/s/\(number)",
                    cells: ["x"])
            }, columns: ["Direction"],
            words: Radar.Words(
                number: "No.", label: "Signal", sector: "Side", ring: "When", outwards: "Outwards:", shapes: [(.circle, "Chance"), (.triangle, "Threat")], fills: [(.hollow, "Unsure")],
                hidden: { "\($0) not drawn" }, beyond: 2))
    }

    @Test("every dot lies within its sector and its ring, and none on another", arguments: [1, 2, 6, 12])
    func places(_ sectors: Int) {
        let dots = (0..<sectors).flatMap { sector in (0..<4).flatMap { ring in Array(repeating: (sector: sector, ring: ring), count: 40) } }
        let places = RadarPlaces(radar(dots, sectors: sectors))
        for place in places.places {
            let away = (place.x * place.x + place.y * place.y).squareRoot(), angle = atan2(place.x, -place.y), turn = (angle < 0 ? angle + 2 * .pi : angle) / (2 * .pi)
            let (sector, ring) = dots[place.dot]
            #expect(Int(turn * Double(sectors)) == sector)
            #expect(away < RadarPlaces.ends[ring] * RadarPlaces.radius && away > (ring == 0 ? 0 : RadarPlaces.ends[ring - 1] * RadarPlaces.radius))
        }
        for (number, one) in places.places.enumerated() {
            for other in places.places[(number + 1)...] { #expect(hypot(one.x - other.x, one.y - other.y) > 17) }
        }
        #expect(places.places.count + places.hidden.values.reduce(0, +) == dots.count)
        #expect(sectors == 1 || places.hidden.values.contains { $0 > 0 })
    }

    @Test("the first to be drawn are those handed in first; what lies in no sector is not drawn")
    func first() {
        let places = RadarPlaces(radar([(0, 0), (9, 0), (0, 7)] + Array(repeating: (sector: 0, ring: 0), count: 50)))
        #expect(places.places.first?.dot == 0 && !places.places.contains { $0.dot == 1 || $0.dot == 2 } && places.places.map(\.dot) == places.places.map(\.dot).sorted())
    }

    @Test("the table says the same and holds the links; what is not drawn is counted; words of people are escaped")
    func markup() {
        let text = String(decoding: Pages.radar(radar([(0, 0), (3, 2)]), in: ChartFrame(id: "r", finding: "Two", tableLabel: "Table", isRightToLeft: false)).bytes, as: UTF8.self)
        #expect(text.contains("<a href=\"/s/1\">") && text.contains("Side 4") && text.contains("mid") && text.contains("2 not drawn"))
        #expect(text.contains("&lt;Signal&gt; 0") && !text.contains("<Signal>"))
        let empty = String(decoding: Pages.radar(radar([]), in: ChartFrame(id: "r", finding: "Nothing yet", tableLabel: "Table", isRightToLeft: true)).bytes, as: UTF8.self)
        #expect(empty.contains("Nothing yet") && !empty.contains("<svg"))
    }
}
