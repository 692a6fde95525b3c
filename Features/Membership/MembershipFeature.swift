import Organisation
import Pages

/// Members, regions, bodies, units, the organisation itself, and who may what.
package let membership: Feature = {
    var feature = Feature(name: "Membership", words: PackageResources.words)
    feature.navigation = [
        NavigationEntry(.together, "membership.nav.members", path: "members", audience: .everyone, order: 10),
        NavigationEntry(.together, "membership.nav.bodies", path: "bodies", audience: .everyone, order: 20),
        NavigationEntry(.together, "membership.nav.units", path: "units", audience: .everyone, order: 30),
        NavigationEntry(.together, "membership.nav.people", path: "people", audience: .participants, order: 40),
    ]
    feature.routes = [
        MembersPage.route, MembersExport.route, MemberPage.route, RegionPage.route, BodiesPage.route, BodyPage.route, UnitsPage.route,
        UnitPage.route, AboutPage.route, PeoplePage.route,
        MemberForms.new, MemberForms.edit, MembershipForms.leave, MembershipForms.join, RegionForms.new, RegionForms.edit,
        BodyForms.new, BodyForms.edit, MandateForms.new, MandateForms.edit, MandateForms.withdraw,
        UnitForms.new, UnitForms.edit, UnitForms.close, ProfileForm.edit, GrantForms.new, GrantForms.revoke,
        InvitationForms.new, InvitationForms.renew, InvitationForms.withdraw, RemovalForm.route, ReturnedMailForm.route,
    ]
    feature.tellings = [RegisterTelling.telling, GrantsTelling.telling]
    feature.thread = RegisterThread.thread
    feature.search = RegisterSearch.documents
    feature.findings = RegisterFindings.findings
    feature.imports = [MembersImport()]
    feature.exports = [MembersExport()]
    feature.resources = [MemberResource.resource, RegionResource.resource, BodyResource.resource, UnitResource.resource]
    return feature
}()
