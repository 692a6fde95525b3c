import Testing

@testable import Pages

@Suite("Poles and bubbles")
struct PoleTests {
    private func track(_ value: Double?) -> PoleChart.Track {
        PoleChart.Track(label: ChartsKit.hostileText, mean: value, deviation: value ?? 1, low: -5, high: 5, dots: ChartsKit.hostile.compactMap { $0 }.map { PoleChart.Dot(value: $0, size: $0) })
    }

    private func chart(_ values: [Double?]) -> PoleChart {
        PoleChart(
            axes: values.map { PoleChart.Axis(lowPole: "<routine>", highPole: "radical", asIs: track($0), toBe: track(nil)) }, reach: 2, keys: ("As is", "To be", "Spread", "Dots"),
            headings: ["Axis"], rows: [["<Degree>"]])
    }

    @Test("whatever the figures, what is drawn can be drawn, and words of people are escaped", arguments: [true, false])
    func hostile(_ isRightToLeft: Bool) {
        let markup = poleChart(chart(ChartsKit.hostile), in: ChartsKit.frame(isRightToLeft: isRightToLeft))
        #expect(
            ChartsKit.isBalanced(markup) && ChartsKit.geometry(markup).allSatisfy(ChartsKit.isDrawable) && !ChartsKit.text(markup).contains("<script>") && !ChartsKit.text(markup).contains("<routine>")
        )
        #expect(ChartsKit.text(poleChart(chart([nil]), in: ChartsKit.frame())).contains("class=\"empty\""))
    }

    private func map(_ places: [(Double, Double)]) -> BubbleMap {
        BubbleMap(
            bubbles: places.enumerated().map { .init(number: $0 + 1, label: ChartsKit.hostileText, across: $1.0, up: $1.1, size: 0.5, shape: .diamond, isFull: $0 % 2 == 0) }, reach: 2,
            arrow: ((-1, -1), (1, 1)),
            words: .init(acrossLow: "routine", acrossHigh: "radical", upLow: "component", upHigh: "<architectural>", asIs: "a", toBe: "b", arrow: "c", shapes: [(.diamond, "core"), (.triangle, "x")]),
            headings: ["No."], rows: [["1"]])
    }

    @Test("bubbles of one place lie beside each other, in the field; mirrored from right to left")
    func places() {
        let same = BubblePlaces(map(Array(repeating: (2, 2), count: 30)), isRightToLeft: false).places
        for (number, one) in same.enumerated() {
            #expect(one.x >= BubblePlaces.left && one.x <= BubblePlaces.right && one.y >= BubblePlaces.top && one.y <= BubblePlaces.bottom)
            for other in same[(number + 1)...] { #expect((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y) > 100) }
        }
        let one = BubblePlaces(map([(2, 0)]), isRightToLeft: false).places, mirrored = BubblePlaces(map([(2, 0)]), isRightToLeft: true).places
        #expect(one[0].x > 300 && mirrored[0].x < 60 && one[0].y == mirrored[0].y)
    }

    @Test("values that are no numbers are drawn all the same", arguments: [true, false])
    func drawn(_ isRightToLeft: Bool) {
        let markup = bubbleMap(map([(.nan, .infinity), (1e300, -9), (0, 0)]), in: ChartsKit.frame(isRightToLeft: isRightToLeft))
        #expect(ChartsKit.isBalanced(markup) && ChartsKit.geometry(markup).allSatisfy(ChartsKit.isDrawable) && !ChartsKit.text(markup).contains("<architectural>"))
        #expect(ChartsKit.text(bubbleMap(map([]), in: ChartsKit.frame())).contains("class=\"empty\""))
    }
}
