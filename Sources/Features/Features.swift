import Activity
import Assessments
import DataExchange
import GoldenThread
import InnovationStrategy
import Leadership
import Membership
import Monitoring
import Overview
import Pages
import Papers
import Planning
import Priorities
import Risks
import Scan
import Scenarios
import Search
import StrategyMap
import Survey
import Trajectories
import Translation

/// Every feature, in the order in which their parts stand where nothing else orders them.
package let features: [Feature] = {
    let written = [
        overview, planning, strategyMap, monitoring, papers, scan, risks, scenarios, trajectories, innovationStrategy, assessments, leadership, survey, priorities, membership, goldenThread, activity,
        search,
    ]
    let own = written + [translation(of: written)]
    return own + [dataExchange(doors: own.flatMap(\.imports))]
}()
