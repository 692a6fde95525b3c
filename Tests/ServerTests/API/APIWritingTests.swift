import Foundation
import Journal
import Organisation
import Pages
import TestKit
import Testing

@testable import Server

@Suite("The API written") struct APIWritingTests {
    @Test func whatIsCreatedIsAnsweredWithItsAddress() async throws {
        let world = try await APIWorld()
        let created: [(String, String, String)] = [
            ("members", #"{"code":"NWL","name":{"en":"Newland","fr":"Terre-Neuve"},"region":"north","joined":"2024-01-01"}"#, "nwl"),
            ("regions", #"{"code":"S","name":{"en":"South"},"since":"2020-01-01"}"#, "s"),
            ("bodies", #"{"name":{"en":"Audit Committee"},"reportsTo":"council","seats":[{"region":"north","count":2},{"region":null,"count":1}]}"#, "audit-committee"),
        ]
        for (path, body, id) in created {
            let answer = await world.amina.post(path, body)
            #expect(answer.status == 201 && answer.location == "/api/v1/organisations/test/\(path)/\(id)", "\(answer.status) \(answer.text)")
            let read = await world.stranger.get(answer.location)
            #expect(read.body == answer.body && read.header("ETag") == answer.header("ETag"), "\(read.text)")
        }
        let body = try await world.stranger.get("bodies/audit-committee").json()
        #expect(body["seats"]?.items?.map { $0["count"]?.amount } == [2, 1] && body["reportsTo"] == "council")
        let objective = await world.amina.post("objectives", #"{"perspective":"results","code":"SO2","title":{"en":"Safer"},"weight":2.5}"#)
        #expect(objective.status == 201 && objective.content["weight"]?.amount == 2.5, "\(objective.text)")
        let id = try #require(try objective.json()["id"]?.text)
        let indicator = await world.amina.post(
            "indicators",
            """
            {"objective":"\(id)","title":{"en":"Hours"},"direction":"down","baseline":{"value":12.25,"on":"2024-12-31"},
             "targets":[{"by":"2027-12-31","kind":"value","value":4},{"by":"2026-12-31","kind":"toBeDetermined"}]}
            """)
        #expect(indicator.status == 201, "\(indicator.text)")
        let sheet = try indicator.json()
        #expect(sheet["baseline"]?["value"]?.amount == 12.25 && sheet["targets"]?.items?.map { $0["by"]?.text } == ["2026-12-31", "2027-12-31"])
    }

    @Test func aSeriesIsWrittenWithAllThatItsFormAsks() async throws {
        let world = try await APIWorld()
        let body = """
            {"title":{"en":"Window"},"measure":{"en":"Per cent"},"kind":"service","way":"up","readers":"everyone","limit":100,"isLogarithmic":true,"dominantDesign":"yes",
             "hasDiscontinuity":false,"sightings":{"en":"All take the same form"},"horizon":15,"objectives":["so1"]}
            """
        let made = await world.amina.post("curves", body)
        #expect(made.status == 201, "\(made.text)")
        let other = await world.amina.post("curves", body.replacing("Window", with: "Other")), entrant = try #require(try other.json()["id"]?.text)
        let changed = await world.amina.patch(String(made.location.dropFirst("/api/v1/organisations/test/".count)), #"{"entrant":"\#(entrant)","limit":null,"dominantDesign":null}"#)
        let json = try changed.json()
        #expect(changed.status == 200 && json["entrant"]?.text == entrant && json["limit"] == .null && json["dominantDesign"] == .null, "\(changed.text)")
        #expect(json["horizon"]?.amount == 15 && json["objectives"]?.items == ["so1"] && json["isLogarithmic"] == .flag(true))
        let wrong = await world.amina.post("curves", body.replacing("\"limit\":100", with: "\"limit\":-1,\"entrant\":\"nobody\""))
        #expect(wrong.status == 422 && wrong.pointers == ["/limit"], "\(wrong.text)")
    }

    @Test func whatIsNotNamedStays() async throws {
        let world = try await APIWorld()
        let answer = await world.amina.patch("members/fik", #"{"note":{"fr":"Une note"}}"#)
        #expect(answer.status == 200, "\(answer.text)")
        let json = try answer.json()
        #expect(json["note"]?["fr"] == "Une note" && json["name"]?["en"] == "Fikland" && json["region"] == "north" && json["joinedPrecision"] == "before")
        #expect(try await world.amina.patch("members/fik", #"{"region":null}"#).json()["region"] == .null)
        let position = try await world.position
        #expect(await world.amina.patch("objectives/so1", #"{"title":{"en":"Faster"}}"#).status == 200)
        #expect(try await world.position == position, "what stands already is not recorded again")
        let targets = await world.amina.patch("indicators/whole", #"{"targets":[{"by":"2027-12-31","kind":"range","low":1,"high":2}],"direction":"range"}"#)
        #expect(targets.status == 200 && targets.content["targets"]?.items?.first?["high"]?.amount == 2, "\(targets.text)")
        #expect(try await world.amina.patch("indicators/whole", #"{"targets":[]}"#).json()["targets"]?.items == [])
    }

    @Test func everyMistakeIsNamedWhereItIs() async throws {
        let world = try await APIWorld(), position = try await world.position
        let shapes = await world.amina.post("members", #"{"code":7,"name":{"de":"Nein","en":null},"joined":"2024-02-30","standing":"friend","more":1}"#)
        #expect(shapes.status == 422 && shapes.pointers == ["/code", "/name/de", "/joined", "/standing", "/more"], "\(shapes.text)")
        #expect(await world.amina.post("members", "{}").pointers == ["/code", "/name"])
        let lawful = await world.amina.post("members", #"{"code":"","name":{"en":""},"region":"nowhere","joined":"2024-01-01"}"#)
        #expect(lawful.status == 422 && lawful.pointers == ["/code", "/name", "/region"], "\(lawful.text)")
        let taken = await world.amina.post("members", #"{"code":"GOL","name":{"en":"Other"},"joined":"2024-01-01"}"#)
        #expect(taken.pointers == ["/code"] && taken.codes == ["membership.refusal.member-code"])
        let seats = await world.amina.patch("bodies/council", #"{"seats":[{"region":"nowhere","count":1},{"region":null,"count":1},{"region":null,"count":2}]}"#)
        #expect(seats.status == 422 && seats.pointers == ["/seats/0/region", "/seats/2/region"], "\(seats.text)")
        let sheet = await world.amina.patch(
            "indicators/whole", #"{"baseline":{"value":5,"on":"2025-01-01"},"targets":[{"by":"2027-01-01","kind":"value","value":9},{"by":"2026-01-01","kind":"range","low":3,"high":1}]}"#)
        #expect(sheet.status == 422 && sheet.pointers == ["/targets/1/high"], "\(sheet.text)")
        let backwards = await world.amina.patch("indicators/whole", #"{"baseline":{"value":5,"on":"2025-01-01"},"targets":[{"by":"2027-01-01","kind":"value","value":1}]}"#)
        #expect(backwards.pointers == ["/targets/0/value"], "\(backwards.text)")
        #expect(try await world.position == position)
    }

    @Test func nobodysChangeIsOverwrittenUnseen() async throws {
        let world = try await APIWorld()
        let tag = try #require(await world.amina.get("members/fik").header("ETag"))
        let body = #"{"note":{"en":"One"}}"#
        #expect(await world.amina.send(.patch, "members/fik", body).status == 428)
        #expect(await world.amina.send(.patch, "members/none", body, headers: ["if-match": tag]).status == 404)
        #expect(await world.amina.send(.patch, "members/fik", body, headers: ["if-match": "W/\(tag)"]).status == 412, "only a strong tag will do")
        #expect(await world.amina.send(.patch, "members/fik", body, headers: ["if-match": "\(tag.dropLast())-gzip\""]).status == 200)
        let stale = await world.amina.send(.patch, "members/fik", #"{"note":{"en":"Two"}}"#, headers: ["if-match": tag])
        #expect(stale.status == 412 && stale.problem == "precondition-failed")
        let current = await world.amina.get("members/fik")
        #expect(stale.content["current"] == current.content && stale.header("ETag") == current.header("ETag"))
        #expect(await world.amina.send(.patch, "members/fik", #"{"note":{"en":"Two"}}"#, headers: ["if-match": "*, \"x\""]).status == 412, "a star in a list is no star")
        #expect(await world.amina.send(.patch, "members/fik", #"{"note":{"en":"Two"}}"#, headers: ["if-match": "*"]).status == 200)
    }

    @Test func bothConditionsMustHoldInTheOrderOfTheStandard() async throws {
        let world = try await APIWorld(), path = "members/fik"
        let tag = try #require(await world.amina.get(path).header("ETag")), other = "\"other\""
        func patch(_ match: String?, _ noneMatch: String?) async -> Int {
            let headers = ["if-match": match, "if-none-match": noneMatch].compactMapValues { $0 }
            return await world.amina.send(.patch, path, "{}", headers: headers).status
        }
        let cases: [(String?, String?, Int)] = [
            (tag, nil, 200), (tag, other, 200), (tag, tag, 412), (tag, "W/\(tag)", 412), (tag, "*", 412), (other, other, 412), (other, nil, 412),
            (nil, other, 428), (nil, tag, 412), (nil, "*", 412), (nil, nil, 428), ("*", other, 200), ("\(other), \(tag)", nil, 200),
        ]
        for (match, noneMatch, status) in cases { #expect(await patch(match, noneMatch) == status, "\(match ?? "–"), \(noneMatch ?? "–")") }
        let value = "indicators/whole/values/2025"
        #expect(await world.amina.send(.put, value, #"{"amount":1}"#, headers: ["if-match": "*", "if-none-match": "*"]).status == 412, "nothing is there to match")
        #expect(await world.amina.send(.put, value, #"{"amount":1}"#, headers: ["if-none-match": other]).status == 428)
        #expect(await world.amina.send(.put, value, #"{"amount":1}"#, headers: ["if-none-match": " * "]).status == 201)
        #expect(await world.amina.send(.put, value, #"{"amount":2}"#, headers: ["if-none-match": "*"]).status == 412)
        #expect(await world.amina.send(.put, value, #"{"amount":2}"#, headers: ["if-match": "*", "if-none-match": other]).status == 200)
        #expect(await world.stranger.get(path, headers: ["if-match": other, "if-none-match": tag]).status == 412, "first If-Match")
        #expect(await world.stranger.get(path, headers: ["if-match": tag, "if-none-match": tag]).status == 304)
        #expect(await world.stranger.get(path, headers: ["if-match": tag]).status == 200)
        let position = try await world.position
        let region = #"{"code":"S","name":{"en":"South"}}"#
        #expect(await world.amina.post("regions", region, headers: ["if-none-match": "*"]).status == 412, "the list is there")
        #expect(await world.amina.post("regions", region, headers: ["if-match": other]).status == 412)
        #expect(try await world.position == position)
        #expect(await world.amina.post("regions", region, headers: ["if-match": "*"]).status == 201)
    }

    @Test func whatIsDoneForThePlanIsWrittenToo() async throws {
        let world = try await APIWorld()
        let unit = await world.amina.post("units", #"{"name":{"en":"Pilot office"},"kind":"team","answersTo":"body:council"}"#)
        #expect(unit.status == 201 && unit.content["answersTo"] == "body:council" && unit.content["region"] == .null, "\(unit.text)")
        #expect(try await world.amina.patch("units/pilot-office", #"{"answersTo":null}"#).json()["answersTo"] == .null)
        #expect(await world.amina.patch("units/pilot-office", #"{"answersTo":"unit:none"}"#).pointers == ["/answersTo"])
        let action = await world.amina.post("actions", #"{"objective":"so1","title":{"en":"Train"},"owner":"pilot-office","from":"2026-01-01","until":"2026-12-31"}"#)
        #expect(action.status == 201 && action.content["status"] == "planned", "\(action.text)")
        let id = try #require(try action.json()["id"]?.text)
        let done = await world.amina.patch("actions/\(id)", #"{"status":"completed"}"#)
        #expect(done.status == 200 && done.content["until"] == "2026-12-31" && done.content["status"] == "completed", "\(done.text)")
        let deliverable = await world.amina.post("deliverables", #"{"action":"\#(id)","title":{"en":"A course"},"due":"2026-06-30"}"#)
        #expect(deliverable.status == 201 && deliverable.content["deliveredOn"] == .null, "\(deliverable.text)")
        #expect(await world.bruno.post("actions", #"{"objective":"so1","title":{"en":"Mine"}}"#).status == 403)
        #expect(try await world.stranger.everything("actions").ids == [id])
        #expect(try await world.stranger.everything("units").ids == ["pilot-office"])
    }

    @Test func ofManyWhoChangeTheSameAtOnceOneIsRecorded() async throws {
        let world = try await APIWorld(), tag = try #require(await world.amina.get("members/fik").header("ETag"))
        let answers = await withTaskGroup(of: Int.self, returning: [Int].self) { group in
            for number in 0..<20 {
                group.addTask { await world.amina.send(.patch, "members/fik", #"{"note":{"en":"Number \#(number)"}}"#, headers: ["if-match": tag]).status }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0 == 200 } == 1 && answers.count { $0 == 412 } == 19, "\(answers)")
    }

    @Test func theSameRequestSentAgainIsAnsweredAlikeAndNotCountedTwice() async throws {
        let world = try await APIWorld()
        let body = #"{"code":"nwl","name":{"en":"Newland"},"joined":"2024-01-01"}"#
        #expect(await world.amina.post("members", body, key: nil).problem == "idempotency-key-missing")
        #expect(await world.amina.post("members", body, key: "two words").status == 400)
        let first = await world.amina.post("members", body, key: "wish-1"), position = try await world.position
        #expect(first.status == 201)
        #expect(await world.amina.patch("members/nwl", #"{"note":{"en":"Since"}}"#).status == 200)
        let again = await world.amina.post("members", body, key: "\"wish-1\"")
        #expect(again.status == 201 && again.body == first.body && again.location == first.location && again.header("ETag") == first.header("ETag"), "\(again.text)")
        #expect(try await world.position == position + 1)
        #expect(await world.amina.post("members", body.replacing("Newland", with: "Otherland"), key: "wish-1").problem == "idempotency-key-reused")
        let tag = await world.amina.get("members/fik").header("ETag") ?? ""
        let change = { await world.amina.send(.patch, "members/fik", #"{"note":{"en":"Once"}}"#, headers: ["if-match": tag, "idempotency-key": "wish-2"]) }
        let changed = await change(), repeated = await change()
        #expect(changed.status == 200 && repeated.status == 200 && changed.body == repeated.body, "what it changed itself is not held against it")
    }

    @Test func theSameRequestSentManyTimesAtOnceIsRecordedOnce() async throws {
        let world = try await APIWorld(), position = try await world.position
        let answers = await withTaskGroup(of: WebResponse.self, returning: [WebResponse].self) { group in
            for _ in 0..<20 {
                group.addTask { await world.amina.post("members", #"{"code":"nwl","name":{"en":"Newland"},"joined":"2024-01-01"}"#, key: "one") }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let done = answers.filter { $0.status == 201 }
        #expect(!done.isEmpty && Set(done.map(\.body)).count == 1 && answers.allSatisfy { $0.status == 201 || $0.problem == "idempotency-key-in-use" })
        #expect(try await world.position == position + 2)
        let key = CommandKey(actor: .amina, key: "api-held")
        #expect(world.server.site.commandsUnderWay.enter(key, in: ID("test")))
        let waiting = await world.amina.post("regions", #"{"code":"S","name":{"en":"South"}}"#, key: "held")
        #expect(waiting.status == 409 && waiting.header("Retry-After") == "1")
        world.server.site.commandsUnderWay.leave(key, in: ID("test"))
        #expect(await world.amina.post("regions", #"{"code":"S","name":{"en":"South"}}"#, key: "held").status == 201)
    }

    @Test func whatTwoReadersCouldUnderstandDifferentlyIsRefused() async throws {
        let world = try await APIWorld(), position = try await world.position
        let deep = String(repeating: "[", count: 100_000)
        let hostile = [
            "", "{", "nul", #"{"code":"a","code":"b"}"#, #"{"code":"a\u0000"}"#, #"{"code":"a\u0007"}"#, "{\"code\":\"a\u{1}\"}", #"{"code":"\ud800"}"#,
            #"{"weight":1e400}"#, #"{"weight":9223372036854775808}"#, #"{"weight":-9223372036854775809}"#, #"{"weight":01}"#, #"{"weight":١٢٣}"#, deep,
            String(repeating: #"{"a":"#, count: 33), #"{"code":"a"} {}"#, "\u{FEFF}{}", #"{"weight":NaN}"#, #"{"a":1,}"#, "{'a':1}",
        ]
        for text in hostile {
            let answer = await world.amina.post("objectives", text)
            #expect(answer.status == 400 && answer.problem == "unreadable-content", "\(text.prefix(40)): \(answer.status)")
        }
        let bytes: [UInt8] = [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D]
        #expect(throws: JSONReader.Fault.self) { try JSONReader.read(bytes) }
        #expect(await world.amina.post("objectives", #"{"weight":1e300,"order":1e9,"perspective":"results","title":{"en":"a"}}"#).pointers == ["/weight", "/order"])
        for type in ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16", ""] {
            #expect(await world.amina.post("objectives", "{}", headers: ["content-type": type]).status == 415, "\(type)")
        }
        #expect(try await world.position == position)
        let script = await world.amina.patch("members/fik", #"{"note":{"en":"<script>alert(1)</script>\u202egnp.exe"}}"#)
        #expect(try script.json()["note"]?["en"] == "<script>alert(1)</script>gnp.exe", "direction overrides are cleaned as in forms")
    }
}
