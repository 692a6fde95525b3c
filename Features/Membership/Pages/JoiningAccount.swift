import Organisation
import Pages

/// How members are counted, and how well their days of joining are known.
struct JoiningAccount {
    let say: Say
    let members: [Joining]

    var sheet: Markup {
        Pages.sheet(say("membership.counting"), id: "counting") {
            p { say("membership.counting-text") }
            scrollingTable(say("membership.counting-caption"), id: "precision") {
                headings([
                    (say("membership.form.precision"), false), (say("membership.counting-from"), false),
                    (say("membership.nav.members"), true),
                ])
                tbody {
                    for precision in Joining.Precision.allCases {
                        tr {
                            th(.scope("row")) { say("membership.precision.\(precision.rawValue)") }
                            td { say("membership.counting-from.\(precision.rawValue)") }
                            td(.class("n")) { say.number(members.filter { $0.precision == precision }.count) }
                        }
                    }
                }
            }
        }
    }
}
