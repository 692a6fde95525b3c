import Foundation
import Testing

@testable import Pages

@Suite("Scatter plot")
struct ScatterTests {
    private func plot(_ values: [(Double, Double)]) -> ScatterPlot {
        ScatterPlot(
            points: values.enumerated().map { number, value in
                ScatterPlot.Point(across: value.0, up: value.1, label: "<Driver> \(number)", href: "/d/\(number)", isMarked: number == 0, cells: ["\(value.0)"])
            }, range: 1...5, columns: ["Uncertainty"],
            words: ScatterPlot.Words(number: "No.", label: "Driver", across: "Uncertainty", up: "Importance", marked: "Proposed", unmarked: "Not"))
    }

    @Test("what is high on both lies far and up; from right to left it is mirrored")
    func corners() {
        let places = ScatterPlaces(plot([(5, 5), (1, 1)]), isRightToLeft: false).places, mirrored = ScatterPlaces(plot([(5, 5), (1, 1)]), isRightToLeft: true).places
        #expect(places[0].x > places[1].x && places[0].y < places[1].y)
        #expect(mirrored[0].x < mirrored[1].x && mirrored[0].y == places[0].y)
    }

    @Test("many at the same place stay readable: none on another, all in the field, the first where it was measured", arguments: [2, 10, 60])
    func overlap(_ count: Int) {
        for corner in [(5.0, 5.0), (1.0, 1.0), (3.0, 3.5)] {
            let places = ScatterPlaces(plot(Array(repeating: corner, count: count)), isRightToLeft: false).places
            #expect(!places[0].isMoved && places.dropFirst().allSatisfy(\.isMoved))
            for (number, one) in places.enumerated() {
                #expect(one.x >= ScatterPlaces.left && one.x <= ScatterPlaces.right && one.y >= ScatterPlaces.top && one.y <= ScatterPlaces.bottom)
                for other in places[(number + 1)...] { #expect(hypot(one.x - other.x, one.y - other.y) > 20) }
            }
        }
    }

    @Test("values beyond the scale, or none at all, lie on its edge")
    func hostile() {
        for place in ScatterPlaces(plot([(99, -99), (.nan, .infinity), (1e300, 3)]), isRightToLeft: true).places { #expect(place.x.isFinite && place.y.isFinite && place.x >= 0 && place.x <= 360) }
    }

    @Test("the table says the same and holds the links; words of people are escaped; nothing is said to be nothing")
    func markup() {
        let frame = ChartFrame(id: "s", finding: "Two", tableLabel: "Table", isRightToLeft: false)
        let text = String(decoding: scatterPlot(plot([(5, 5), (2, 2.5)]), in: frame).bytes, as: UTF8.self)
        #expect(text.contains("<a href=\"/d/1\">") && text.contains("&lt;Driver&gt; 0") && !text.contains("<Driver>") && text.contains("Proposed") && text.contains("blip circle full"))
        #expect(!String(decoding: scatterPlot(plot([]), in: frame).bytes, as: UTF8.self).contains("<svg"))
    }
}
