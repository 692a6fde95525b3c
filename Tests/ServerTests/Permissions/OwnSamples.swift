/// What stands in for the gaps of the server's own addresses, and what is sent to them and to the API.
extension Samples {
    /// How one of the server's own addresses is asked: what for, with what in its gaps, and with what in its form.
    struct Own {
        var of = ""
        var values: [String: String] = [:]
        var fields: [String: String] = [:]
    }

    /// By method and path. One of the server's own addresses without an entry here fails the tests.
    static let own: [String: [Own]] = [
        "GET ": [Own()], "GET favicon.svg": [Own()], "GET healthz": [Own()], "GET readyz": [Own()], "GET version": [Own()],
        "GET static/{file}": [Own(of: "the style sheet", values: ["file": "@style"])],
        "GET sign-in": [Own()],
        "POST sign-in": [Own(of: "right password", fields: ["email": "two@example.org", "password": Guild.password, "next": "/"])]
            + [Own(of: "wrong password", fields: ["email": "two@example.org", "password": "another", "next": "/"])],
        "POST sign-in/as": [Own(of: "an example's person", fields: ["account": "two", "next": "/"])],
        "POST sign-out": [Own()],
        "GET forgotten": [Own()], "POST forgotten": [Own(fields: ["email": "two@example.org"])],
        "GET welcome/{link}": link("welcome"), "POST welcome/{link}": link("welcome", ["password": "harbour lights at six"]),
        "GET reset/{link}": link("reset"), "POST reset/{link}": link("reset", ["password": "harbour lights at six"]),
        "GET confirm/{link}": link("confirm"), "POST confirm/{link}": link("confirm"),
        "GET invitations/{link}": link("invitation"),
        "POST invitations/{link}": link("invitation", ["name": "New", "password": "harbour lights at six"]),
        "GET account": [Own()], "POST account": [Own(fields: ["name": "Another", "language": "fr"])],
        "POST account/password": [Own(of: "right password", fields: ["present": Guild.password, "password": "harbour lights at six"])]
            + [Own(of: "wrong password", fields: ["present": "another", "password": "harbour lights at six"])],
        "POST account/email": [Own(fields: ["present": Guild.password, "email": "elsewhere@example.org"])],
        "POST account/sessions": [Own(of: "all others", fields: ["others": "yes"])],
        "POST account/invitations": [Own(of: "none that waits", fields: ["accept": "guild/none"])],
        "GET account/tokens": [Own()],
        "POST account/tokens": [Own(fields: ["present": Guild.password, "name": "New", "scope": "read", "organisation": "", "days": "7"])],
        "POST account/tokens/{token}/revoke": [Own(of: "own", values: ["token": "@token"])],
        "GET organisations/new": [Own()], "POST organisations/new": [Own(fields: ["name": "New organisation", "key": "12345678"])],
    ]

    private static func link(_ kind: String, _ fields: [String: String] = [:]) -> [Own] {
        [Own(of: "a link that is open", values: ["link": "@\(kind)"], fields: fields), Own(of: "one that is none", values: ["link": "none"], fields: fields)]
    }

    /// By method and path; what is only read needs nothing. A change without an entry here fails the tests.
    static let contents = contentsOfOthers.merging(contentsOfLeadership) { first, _ in first }

    private static let contentsOfOthers: [String: (body: String?, query: String)] = [
        "POST \(root)/members": (#"{"code":"MNEW","name":{"en":"New"},"joined":"2020-01-01"}"#, ""), "PATCH \(root)/members/{member}": note,
        "POST \(root)/regions": (#"{"code":"NEW","name":{"en":"New"}}"#, ""), "PATCH \(root)/regions/{region}": (#"{"name":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/bodies": (#"{"name":{"en":"New"}}"#, ""), "PATCH \(root)/bodies/{body}": (#"{"name":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/units": (#"{"name":{"en":"New"},"kind":"team"}"#, ""), "PATCH \(root)/units/{unit}": (#"{"name":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/actions": (#"{"objective":"o-now-high","owner":"u-one","title":{"en":"New"}}"#, ""),
        "PATCH \(root)/actions/{action}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "PUT \(root)/scan/signals/{signal}/standing": (#"{"status":"retired","because":{"en":"Over"}}"#, ""), "PUT \(root)/scan/signals/{signal}/rating": (#"{"likelihood":3}"#, ""),
        "POST \(root)/scan/editions": (#"{"title":{"en":"New"},"readers":"participants","axis":"impact"}"#, ""), "PATCH \(root)/scan/editions/{edition}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/deliverables": (#"{"action":"a-now-one","title":{"en":"New"}}"#, ""),
        "PATCH \(root)/deliverables/{deliverable}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/objectives": (#"{"perspective":"v-now-low","code":"NEW","title":{"en":"New"}}"#, ""), "PATCH \(root)/objectives/{objective}": note,
        "POST \(root)/indicators": (#"{"objective":"o-now-low","title":{"en":"New"}}"#, ""),
        "PATCH \(root)/indicators/{indicator}": (#"{"definition":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/indicators/{indicator}/values": (#"{"values":[{"period":"y-open","amount":55}],"overwrite":true}"#, ""),
        "PUT \(root)/indicators/{indicator}/values/{period}": (#"{"amount":55}"#, ""), "DELETE \(root)/indicators/{indicator}/values/{period}": because,
        "POST \(root)/priorities": (
            #"{"title":{"en":"New"},"size":3,"rule":"borda","commonFrom":80,"sharedFrom":30,"guarantee":0,"readers":"staff"}"#, ""
        ), "PATCH \(root)/priorities/{round}": (#"{"size":4}"#, ""), "POST \(root)/priorities/{round}/candidates": (#"{"title":{"en":"New"}}"#, ""),
        "PATCH \(root)/priorities/{round}/candidates/{candidate}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/scan/signals": (#"{"title":{"en":"New"}}"#, ""), "PATCH \(root)/scan/signals/{signal}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/risks": (#"{"title":{"en":"New"},"event":{"en":"Something"}}"#, ""), "PATCH \(root)/risks/{risk}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "PUT \(root)/risks/{risk}/rating": (
            #"{"inherentLikelihood":3,"inherentImpact":3,"residualLikelihood":2,"residualImpact":2,"because":{"en":"Seen"}}"#, ""
        ),
        "POST \(root)/curves": (#"{"title":{"en":"New"},"measure":{"en":"Share"},"kind":"service","way":"up","readers":"participants"}"#, ""),
        "PATCH \(root)/curves/{curve}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/innovation/strategies": (#"{"title":{"en":"New"},"readers":"participants"}"#, ""), "PATCH \(root)/innovation/strategies/{strategy}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "DELETE \(root)/innovation/strategies/{strategy}": because,
        "POST \(root)/innovation/strategies/{strategy}/initiatives": (#"{"title":{"en":"New"},"type":"system","positions":[{"share":50,"degreeToBe":2}]}"#, ""),
        "PATCH \(root)/innovation/strategies/{strategy}/initiatives/{initiative}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "DELETE \(root)/innovation/strategies/{strategy}/initiatives/{initiative}": because,
        "PUT \(root)/innovation/strategies/{strategy}/adoption": (#"{"body":"b-one","on":"2026-09-15","document":{"en":"One"}}"#, ""),
        "DELETE \(root)/innovation/strategies/{strategy}/adoption": because,
        "POST \(root)/innovation/statements": (#"{"about":"degree","text":{"en":"Said"},"source":{"en":"There"}}"#, ""), "DELETE \(root)/innovation/statements/{statement}": because,
        "PATCH \(root)/assessments/rounds/{round}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/assessments/rounds": (#"{"framework":"essentials","title":{"en":"New"},"groups":[{"title":{"en":"All"},"kind":"participants"}]}"#, ""),
        "PUT \(root)/assessments/rounds/{round}/answers/{category}": (#"{"scores":[{"statement":"aspire-1","value":2}]}"#, ""),
        "POST \(root)/assessments/ideas": (#"{"id":"i-new","putIn":"2026-01-05","origin":"staff"}"#, ""), "PATCH \(root)/assessments/ideas/{idea}": (#"{"origin":"member"}"#, ""),
        "DELETE \(root)/assessments/ideas/{idea}": because, "PATCH \(root)/assessments/chain-measures": (#"{"months":36}"#, ""),
        "PUT \(root)/assessments/units/{unit}": (#"{"decidesOn":{"en":"Otherwise"}}"#, ""), "DELETE \(root)/assessments/units/{unit}": because,
        "POST \(root)/scenarios/studies": (#"{"title":{"en":"New"},"question":{"en":"What?"},"readers":"participants"}"#, ""),
        "PATCH \(root)/scenarios/studies/{study}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "POST \(root)/scenarios/studies/{study}/drivers": (#"{"title":{"en":"New"},"low":{"en":"Less"},"high":{"en":"More"}}"#, ""),
        "PATCH \(root)/scenarios/studies/{study}/drivers/{driver}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "PATCH \(root)/scenarios/studies/{study}/signposts/{signpost}": (#"{"title":{"en":"Otherwise"}}"#, ""),
        "PUT \(root)/indicators/{indicator}/values/{period}/{member}": (#"{"amount":15}"#, ""),
        "DELETE \(root)/indicators/{indicator}/values/{period}/{member}": because,
        "PATCH \(root)/surveys/{survey}/answers/{member}": (#"{"responses":[]}"#, ""),
        "PUT \(root)/surveys/{survey}/answers/{member}/clearance": (#"{"note":"Please"}"#, ""),
        "DELETE \(root)/surveys/{survey}/answers/{member}/clearance": because,
        "PUT \(root)/surveys/{survey}/answers/{member}/official": (#"{"seal":"@seal","consent":"nobody"}"#, ""),
    ]

    private static let root = "organisations/{organisation}"
    private static let note: (body: String?, query: String) = (#"{"note":{"en":"Otherwise"}}"#, "")
    private static let because: (body: String?, query: String) = (nil, "?because=Wrong")

    /// What an endpoint of the API is asked about.
    static func of(endpoint: String) -> [Sample]? {
        let path = endpoint.replacing("organisations/{organisation}/", with: "")
        switch path {
        case "organisations", "organisations/{organisation}": return [Sample(of: "", values: [:])]
        case "indicators/{indicator}/values/{period}":
            return ofIndicators.filter { $0.of != "draft" }.map { sample in
                var sample = sample
                sample.values["period"] = "y-open"
                return sample
            }
        default: return of(path)
        }
    }

    /// What is sent with a form that takes a file.
    static func file(for address: String) -> (name: String, text: String)? {
        if address.hasSuffix("/people/returned-mail") { return ("file", "address,date,reason\ntwo@example.org,2026-09-01,5.1.1\n") }
        let parts = address.split(separator: "/")
        if address.contains("/leadership/") { return ("file", "actor,issue,position,salience\nNew,Fees,1,2\n") }
        // An answer that was filled in elsewhere says whose it is.
        if parts.last == "sheet", parts.count > 3 { return ("file", "Answer,As taken along,Key\n,,sheet \(parts[parts.count - 4]) \(parts[parts.count - 2])\n") }
        guard address.contains("/imports/") else { return nil }
        return ("file", files[String(parts.last ?? "")] ?? "")
    }

    /// A small file for each import, by its name. One without an entry here fails the tests.
    static let files = [
        "members": "code,name,region\nMNEW,New,ONE\n", "plan": "kind,id,title,from,until\nplan,p-new,New plan,2029-01-01,2031-12-31\n",
        "indicators": "id,objective,title\ni-new,o-now-high,New\n", "values": "indicator,period,value\ni-open,y-open,56\n",
        "stratml": stratML, "translations": "key,translation\nplan:d-draft-two/title/en,Delivered\n",
        "feed": "<rss><channel><title>News</title><item><title>From a feed</title><link>https://example.org/1</link></item></channel></rss>",
        "signals": "title,impact\nA new signal,3\n", "risks": "title,event\nA new risk,Something\n",
        "initiatives": "strategy,strategy-title,title\nnew-strategy,New,A new initiative\n",
        "curves": "series,time,value\nnew-series,2020,1\n",
        "frameworks": "framework,framework-title-en,scale-en,level,category,statement-en\nnew,New,No | Yes,people,skills,We can\n",
        "ideas": "idea,put-in,origin\ni-table,2026-01-05,staff\n", "unit-practices": "unit,decides-on\nu-one,Otherwise\n", "unit-flows": "from,to,what\nu-one,u-two,News\n",
        "drivers": "study,study-title,question,title,low,high\nnew-study,New,What?,A driver,Less,More\n",
        "questionnaire": "class\ttype/scale\tname\ttext\tlanguage\nG\t\tGroup\t\ten\nQ\tT\tQ1\tWhat else?\ten\n",
    ]

    private static let stratML = """
        <StrategicPlan xmlns="urn:ISO:std:iso:17469:tech:xsd:stratml_core"><Name>Plan</Name><StrategicPlanCore>
        <Organization><Name>Guild of Pilots</Name></Organization><Goal><Name>Goal</Name><Description>A goal</Description></Goal>
        </StrategicPlanCore></StrategicPlan>
        """
}
