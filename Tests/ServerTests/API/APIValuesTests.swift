import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

@Suite("Values over the API") struct APIValuesTests {
    private let new = ["if-none-match": "*"]

    @Test func aValueIsReportedReplacedAndTakenBack() async throws {
        let world = try await APIWorld(), path = "indicators/each/values/2025/fik"
        #expect(await world.bruno.get(path).status == 404)
        #expect(await world.bruno.send(.put, path, #"{"amount":41.5}"#).status == 428)
        let first = await world.bruno.send(.put, path, #"{"amount":41.5,"note":"Counted","evidence":"https://example.org"}"#, headers: new)
        #expect(first.status == 201, "\(first.text)")
        let value = try first.json()
        #expect(value["amount"]?.amount == 41.5 && value["member"] == "fik" && value["note"] == "Counted" && value["by"]?["name"] == "Bruno")
        #expect(await world.bruno.send(.put, path, #"{"amount":42}"#, headers: new).status == 412)
        let tag = first.header("ETag") ?? ""
        let second = await world.bruno.send(.put, path, #"{"amount":42}"#, headers: ["if-match": tag])
        #expect(second.status == 200 && second.content["note"] == .null, "\(second.text)")
        #expect(await world.bruno.send(.delete, "\(path)?because=Miscounted", headers: ["if-match": tag]).status == 412)
        let now = second.header("ETag") ?? ""
        #expect(await world.bruno.send(.delete, path, headers: ["if-match": now]).pointers == ["because"])
        #expect(await world.bruno.send(.delete, "\(path)?because=Miscounted", headers: ["if-match": now]).status == 204)
        #expect(await world.bruno.get(path).status == 404)
        #expect(try await world.amina.everything("events?after=17", id: "position").ids.count == 3)
    }

    @Test func whoReportsWhatOnlyStaffSeeReadsItsOwnValueAndNoOther() async throws {
        let world = try await APIWorld(), values = "indicators/audit/values"
        let audit = Indicator(objective: ID("so1"), code: "I4", title: Localized("Audit"), reporting: .byMember, aggregation: .mean, disclosure: .staff)
        try await world.server.given([Proposal(Plan.self, .indicatorDescribed(id: ID("audit"), audit))])
        #expect(await world.amina.send(.put, "\(values)/2025/gol", #"{"amount":7}"#, headers: new).status == 201)
        #expect(await world.bruno.send(.put, "\(values)/2025/fik", #"{"amount":5}"#, headers: new).status == 201)
        #expect(await world.bruno.get("\(values)/2025/fik").status == 200)
        #expect(await world.bruno.get("\(values)/2025/gol").status == 404)
        #expect(try await world.bruno.get(values).json()["items"]?.items?.map { $0["member"] } == ["fik"])
        let other = await world.bruno.post(values, #"{"values":[{"period":"2025","member":"gol","amount":8}]}"#)
        #expect(other.status == 422 && !other.text.contains("current"), "\(other.text)")
        #expect(await world.stranger.get(values).status == 404)
        #expect(try await world.amina.get(values).json()["items"]?.items?.count == 2)
    }

    @Test func ofWhatNobodyEverAskedThemForMembersAreNotToldThatThereIsSuchAThing() async throws {
        let world = try await APIWorld(), from = Day(2010, 1, 1) ?? .beginning, until = Day(2012, 12, 31) ?? .beginning
        let old = Indicator(objective: ID("so0"), code: "I0", title: Localized("Old audit"), reporting: .byMember, aggregation: .mean, disclosure: .staff)
        try await world.server.given([
            Proposal(Plan.self, .planDescribed(id: ID("p0"), StrategicPlan(title: Localized("Long ago"), from: from, until: until, status: .ended))),
            Proposal(Plan.self, .perspectiveDescribed(id: ID("v0"), Perspective(plan: ID("p0"), name: Localized("Members"), level: 1))),
            Proposal(Plan.self, .objectiveDescribed(id: ID("so0"), Objective(perspective: ID("v0"), code: "SO0", title: Localized("Old"), order: 1))),
            Proposal(Plan.self, .indicatorDescribed(id: ID("old"), old)),
        ])
        // All but the name of this one answer.
        func said(_ answer: WebResponse) -> String? { answer.text.components(separatedBy: "urn:uuid").first }
        for path in ["indicators/{}/values", "indicators/{}/values/2025/fik"] {
            let there = await world.bruno.get(path.replacing("{}", with: "old")), absent = await world.bruno.get(path.replacing("{}", with: "zzz"))
            #expect(there.status == 404 && said(there) == said(absent), "\(there.text)")
        }
        #expect(await world.bruno.send(.put, "indicators/old/values/2025/fik", #"{"amount":1}"#, headers: new).status == 404)
        #expect(await world.amina.get("indicators/old/values").status == 200)
    }

    @Test func ofSeveralDoubtfulValuesEachIsConfirmedByItself() async throws {
        let world = try await APIWorld(), doubtful = #"{"period":"2025","member":"fik","amount":-5"#
        let rows = "[\(doubtful),\"confirmed\":true},{\"period\":\"2025\",\"member\":\"gol\",\"amount\":-6}]"
        let refused = await world.amina.post("indicators/each/values", "{\"values\":\(rows),\"overwrite\":true}")
        #expect(refused.pointers == ["/values/1/amount"] && refused.codes == ["monitoring.unlikely.below-zero"], "\(refused.text)")
        let taken = await world.amina.post("indicators/each/values", "{\"values\":\(rows.replacing("-6}", with: "-6,\"confirmed\":true}")),\"overwrite\":true}")
        #expect(taken.status == 200, "\(taken.text)")
    }

    @Test func whoMayNotReportIsToldSoAndNotToLookAgain() async throws {
        let world = try await APIWorld(), path = "indicators/each/values/2025/gol"
        #expect(await world.amina.send(.put, path, #"{"amount":7}"#, headers: new).status == 201)
        for headers in [new, [:], ["if-match": "\"other\""]] {
            #expect(await world.bruno.send(.put, path, #"{"amount":8}"#, headers: headers).status == 403, "\(headers)")
        }
        #expect(await world.amina.send(.put, path, #"{"amount":8}"#, headers: new).status == 412)
    }

    @Test func theSameRulesHoldAsInTheForm() async throws {
        let world = try await APIWorld()
        #expect(await world.amina.send(.put, "indicators/whole/values/2025", #"{"text":"many"}"#, headers: new).pointers == ["/text"])
        #expect(await world.amina.send(.put, "indicators/whole/values/2025", "{}", headers: new).pointers == ["/amount"])
        #expect(await world.amina.send(.put, "indicators/whole/values/2025", #"{"amount":10}"#, headers: new).status == 201)
        #expect(await world.amina.send(.put, "indicators/whole/values/2031", #"{"amount":10}"#, headers: new).status == 404)
        #expect(await world.amina.send(.put, "indicators/whole/values/2025/fik", #"{"amount":10}"#, headers: new).status == 422, "reported by the whole only, whoever asks")
        #expect(await world.amina.send(.put, "indicators/each/values/2025", #"{"amount":10}"#, headers: new).status == 422, "and by Members only")
        let later = Day(2025, 12, 31) ?? .beginning
        try await world.server.given([
            Proposal(Plan.self, .periodDescribed(id: ID("2025b"), ReportingPeriod(name: Localized("Later"), from: later, until: Day(2026, 6, 30) ?? later)))
        ])
        let unlikely = await world.amina.send(.put, "indicators/whole/values/2025b", #"{"amount":1000}"#, headers: new)
        #expect(unlikely.status == 422 && unlikely.pointers == ["/amount"] && unlikely.codes == ["monitoring.unlikely.tenfold"], "\(unlikely.text)")
        #expect(unlikely.text.contains("\\\"confirmed\\\": true"), "and what to send if it is right")
        #expect(await world.amina.send(.put, "indicators/whole/values/2025b", #"{"amount":1000,"confirmed":true}"#, headers: new).status == 201)
        let french = await world.amina.send(.put, "indicators/each/values/2025/gol", #"{"amount":1234.5}"#, headers: new.merging(["accept-language": "fr"]) { a, _ in a })
        #expect(try french.json()["amount"]?.amount == 1234.5)
        try await world.server.given([
            Proposal(
                Plan.self,
                .periodDescribed(id: ID("2025"), ReportingPeriod(name: Localized("2025"), from: Day(2025, 1, 1) ?? later, until: later, isLocked: true)))
        ])
        let locked = await world.bruno.send(.put, "indicators/each/values/2025/fik", #"{"amount":1}"#, headers: new)
        #expect(locked.codes == ["monitoring.refusal.locked"])
    }

    @Test func severalAreRecordedTogetherOrNotAtAll() async throws {
        let world = try await APIWorld(), position = try await world.position
        let wrong = await world.amina.post(
            "indicators/each/values",
            #"{"values":[{"period":"2025","member":"fik","amount":1},{"period":"2025","member":"nobody","amount":2},{"period":"2025","member":"gol","text":"x"},{"period":"2025","member":"fik","amount":3},{"period":"1999","member":"fik","amount":3}]}"#
        )
        #expect(wrong.status == 422 && wrong.pointers == ["/values/1/member", "/values/2/text", "/values/3/period", "/values/4/period"], "\(wrong.text)")
        #expect(try await world.position == position)
        let body = #"{"values":[{"period":"2025","member":"fik","amount":1},{"period":"2025","member":"gol","amount":2,"replaces":null}]}"#
        let done = await world.amina.post("indicators/each/values", body, key: "batch"), again = await world.amina.post("indicators/each/values", body, key: "batch")
        #expect(done.status == 200 && done.content == ["recorded": 2, "position": .integer(position + 2)] && again.body == done.body)
        let page = try await world.stranger.get("indicators/each/values?limit=1").json()
        #expect(page["items"]?.items?.first?["member"] == "fik" && page["items"]?.items?.first?["by"] == ["id": .null, "name": .null])
        #expect(await world.amina.post("indicators/each/values", #"{"values":[]}"#).pointers == ["/values"])
    }

    @Test func aBatchOverwritesNothingThatItsSenderHasNotRead() async throws {
        let world = try await APIWorld()
        func send(_ rows: String, _ more: String = "") async -> WebResponse { await world.amina.post("indicators/each/values", "{\"values\":[\(rows)]\(more)}") }
        let fik = #"{"period":"2025","member":"fik","amount":7"#, gol = #"{"period":"2025","member":"gol","amount":8}"#
        #expect(await send("\(fik)},\(gol)").status == 200)
        let position = try await world.position
        let read = try #require(try await world.amina.get("indicators/each/values/2025/fik").json()["position"]?.amount).formatted(.number.grouping(.never))

        let unsaid = await send("\(fik)}")
        #expect(unsaid.status == 428 && unsaid.pointers == ["/values/0/replaces"] && unsaid.codes == ["host.api.stands-already"], "\(unsaid.text)")
        #expect(unsaid.content["errors"]?.items?.first?["current"]?["amount"]?.amount == 7)
        let stale = await send("\(gol),\(fik),\"replaces\":1}")
        #expect(stale.status == 412 && stale.pointers == ["/values/0/replaces", "/values/1/replaces"], "each is named, and one that is stale is worse than one unsaid")
        let nothing = await send(#"{"period":"2025","member":null,"amount":1,"replaces":5}"#)
        #expect(nothing.status == 412 && nothing.content["errors"]?.items?.first?["current"] == nil, "nothing stands there")
        #expect(try await world.position == position)

        let known = await send("\(fik.replacing(":7", with: ":9")),\"replaces\":\(read)}")
        #expect(known.status == 200, "\(known.text)")
        #expect(await send("\(fik),\"replaces\":\(read)}").status == 412, "somebody was faster")
        #expect(await send("\(fik),\"replaces\":\(read)}", #","overwrite":true"#).status == 412, "what is named is held to")
        #expect(await send("\(fik)},\(gol.replacing(":8", with: ":9"))", #","overwrite":true"#).status == 200)
        #expect(try await world.amina.get("indicators/each/values/2025/gol").json()["amount"]?.amount == 9)
    }

    @Test func aBatchTellsNothingOfWhatItsSenderMayNotSee() async throws {
        let world = try await APIWorld()
        #expect(await world.amina.post("indicators/secret/values", #"{"values":[{"period":"2025","amount":5}]}"#).status == 200)
        for row in [#"{"period":"2025","amount":5}"#, #"{"period":"2025","amount":5,"replaces":18}"#] {
            let hidden = await world.bruno.post("indicators/secret/values", "{\"values\":[\(row)]}")
            #expect(hidden.status == 404 && !hidden.text.contains("current"), "\(hidden.text)")
        }
    }

    @Test func aNumberIsKeptAsItWasSentOrRefused() async throws {
        let world = try await APIWorld(), path = "indicators/whole/values/2025"
        let kept: [(String, Double)] = [
            ("0.1", 0.1), ("-0", 0), ("-0.0", 0), ("0e-400", 0), ("1e15", 1e15), ("1.5E+2", 150), ("123456789012345.67", 123_456_789_012_345.67),
            ("0.30000000000000004", 0.30000000000000004), ("1e-30", 1e-30), ("4.9e-20", 4.9e-20), ("0.1000000000000000055511151231257827021182", 0.1),
        ]
        for (text, value) in kept {
            let isFirst = await world.amina.get(path).status == 404
            let sent = await world.amina.send(.put, path, #"{"amount":\#(text),"confirmed":true}"#, headers: isFirst ? new : ["if-match": "*"])
            #expect(sent.status < 300 && sent.content["amount"]?.amount == value && !sent.text.contains("\"amount\":-0"), "\(text): \(sent.text)")
        }
        for text in ["1e400", "-1e400", "1e-400", "-1e-400", "0.0000001e-400", "1234567890123456789012345678901234567890"] {
            let answer = await world.amina.send(.put, path, #"{"amount":\#(text)}"#, headers: ["if-match": "*"])
            #expect(answer.status == 400 && answer.codes == ["host.api.json.number"], "\(text): \(answer.text)")
        }
        for text in ["1e-31", "-5e-324", "1.1e15", "1e300", "1000000000000001"] {
            let answer = await world.amina.send(.put, path, #"{"amount":\#(text)}"#, headers: ["if-match": "*"])
            #expect(answer.status == 422 && answer.codes == ["pages.refusal.out-of-range"], "\(text): \(answer.text)")
        }
    }

    @Test func aDrafterReportsForTheirOwnMemberOnly() async throws {
        let world = try await APIWorld()
        #expect(await world.bruno.send(.put, "indicators/each/values/2025/gol", #"{"amount":1}"#, headers: new).status == 403)
        #expect(await world.bruno.send(.put, "indicators/whole/values/2025", #"{"amount":1}"#, headers: new).status == 403)
        #expect(await world.bruno.send(.put, "indicators/secret/values/2025", #"{"amount":1}"#, headers: new).status == 404)
        #expect(await world.elif.send(.put, "indicators/each/values/2025/fik", #"{"amount":1}"#, headers: new).status == 403)
        let other = await world.bruno.post("indicators/each/values", #"{"values":[{"period":"2025","member":"fik","amount":1},{"period":"2025","member":"gol","amount":1}]}"#)
        #expect(other.status == 422 || other.status == 403)
        #expect(try await world.stranger.everything("indicators/each/values", id: "member").ids.isEmpty)
    }
}
