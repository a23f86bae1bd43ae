//! What this service tells.

use proto::champions::v1 as pb;

use crate::{
    api::convert,
    domain::{
        check_in::CheckIn,
        help::ForwardedHelp,
        nomination::{Nomination, State},
        space::{Post, Thanks},
        visit::Visit,
    },
    names::{ChampionName, CheckInName, ForwardedHelpName, PersonName, PostName, TeamName, VisitName},
    store::coverage::Kept,
};

/// Teams that one event names at most, and of how many the names are written out.
const TEAMS: usize = 200;
const NAMES: usize = 5;

fn person(o: &str, id: &str) -> String {
    PersonName::new(o, id).to_string()
}

/// The nominee, or the manager, is asked.
pub(crate) fn nomination_requested(
    nomination: &Nomination,
    reply: &pb::Nomination,
) -> pb::NominationRequested {
    let consent = nomination.state == State::AwaitingConsent;
    pb::NominationRequested {
        nomination: reply.name.clone(),
        asked: if consent { reply.manager.clone() } else { reply.nominee.clone() },
        consent,
        nominee_display_name: reply.nominee_display_name.clone(),
        nominator_display_name: reply.nominator_display_name.clone(),
        programme_title: reply.programme_title.clone(),
        reason: reply.reason.clone(),
        link_path: format!("/champions?nomination={}", nomination.id),
    }
}

/// The manager said yes or no.
pub(crate) fn nomination_decided(nomination: &Nomination, reply: &pb::Nomination) -> pb::NominationDecided {
    pb::NominationDecided {
        nomination: reply.name.clone(),
        nominee: reply.nominee.clone(),
        nominator: reply.nominator.clone(),
        nominee_display_name: reply.nominee_display_name.clone(),
        programme_title: reply.programme_title.clone(),
        consented: nomination.state == State::Consented,
        decline_reason: nomination.decline_reason.clone(),
        link_path: format!("/champions?nomination={}", nomination.id),
    }
}

/// Somebody became a champion.
pub(crate) fn champion_appointed(reply: &pb::Champion) -> pb::ChampionAppointed {
    pb::ChampionAppointed {
        champion: reply.name.clone(),
        person: reply.person.clone(),
        programme_title: reply.programme_title.clone(),
        teams_display_name: joined(reply.teams.iter().map(|t| t.team_display_name.as_str())),
        end_day: reply.end_day.clone(),
        link_path: "/champions/home".to_owned(),
    }
}

/// A term ends soon (without a reason), or is over.
pub(crate) fn champion_term_ended(reply: &pb::Champion) -> pb::ChampionTermEnded {
    pb::ChampionTermEnded {
        champion: reply.name.clone(),
        person: reply.person.clone(),
        person_display_name: reply.person_display_name.clone(),
        programme_title: reply.programme_title.clone(),
        end_day: reply.end_day.clone(),
        reason: reply.end_reason,
        link_path: "/champions".to_owned(),
    }
}

/// Teams lost their champion for the same reason.
pub(crate) fn coverage_lost(
    o: &str,
    gap: crate::domain::coverage::Gap,
    lost: &[Kept],
    since: jiff::civil::Date,
) -> pb::CoverageLost {
    pb::CoverageLost {
        teams: lost.iter().take(TEAMS).map(|k| TeamName::new(o, &k.team).to_string()).collect(),
        teams_display_name: joined(lost.iter().map(|k| k.display_name.as_str())),
        team_count: convert::len(lost.len()),
        reason: convert::gap(gap).into(),
        since_day: since.to_string(),
        link_path: "/champions".to_owned(),
    }
}

/// A visit is asked for.
pub(crate) fn visit_requested(o: &str, reply: &pb::Visit, champions: &[String]) -> pb::VisitRequested {
    pb::VisitRequested {
        visit: reply.name.clone(),
        team: reply.team.clone(),
        team_display_name: reply.team_display_name.clone(),
        champions: champions.iter().map(|c| person(o, c)).collect(),
        reason: reply.reason.clone(),
        due_day: reply.due_day.clone(),
        link_path: "/champions/home".to_owned(),
    }
}

/// A visit is made.
pub(crate) fn visit_made(o: &str, visit: &Visit) -> pb::VisitMade {
    pb::VisitMade {
        visit: VisitName::new(o, &visit.id).to_string(),
        source: visit.source.clone(),
        team: TeamName::new(o, &visit.team).to_string(),
    }
}

/// A request for help went to champions.
pub(crate) fn help_forwarded(
    o: &str,
    help: &ForwardedHelp,
    person_display_name: &str,
    champions: &[String],
) -> pb::HelpForwarded {
    pb::HelpForwarded {
        forwarded_help: ForwardedHelpName::new(o, &help.id).to_string(),
        champions: champions.iter().map(|c| person(o, c)).collect(),
        person_display_name: person_display_name.to_owned(),
        course_title: convert::localized(&help.course_title),
        question: help.question.clone(),
        link_path: "/champions/home".to_owned(),
    }
}

/// A post was answered.
pub(crate) fn post_answered(o: &str, post: &Post, answer: &pb::PostAnswer) -> pb::PostAnswered {
    pb::PostAnswered {
        post: PostName::new(o, &post.id).to_string(),
        author: person(o, &post.author),
        answerer_display_name: answer.author_display_name.clone(),
        title: post.title.clone(),
        link_path: format!("/champions/space?post={}", post.id),
    }
}

/// A follow-up is due.
pub(crate) fn follow_up_due(o: &str, check_in: &CheckIn, team_display_name: &str) -> pb::FollowUpDue {
    pb::FollowUpDue {
        check_in: CheckInName::new(o, &check_in.id).to_string(),
        person: person(o, &check_in.person),
        team_display_name: team_display_name.to_owned(),
        note: check_in.note.clone(),
        link_path: "/champions/home".to_owned(),
    }
}

/// Somebody thanked a champion.
pub(crate) fn champion_thanked(o: &str, thanks: &Thanks, reply: &pb::ChampionThanks) -> pb::ChampionThanked {
    pb::ChampionThanked {
        champion: ChampionName::new(o, &thanks.champion).to_string(),
        person: person(o, &thanks.champion_person),
        thanker_display_name: reply.person_display_name.clone(),
        text: thanks.text.clone(),
        link_path: "/champions/home".to_owned(),
    }
}

/// The first names, with commas between.
fn joined<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.take(NAMES + 1).collect();
    let more = if names.len() > NAMES { "…" } else { "" };
    format!("{}{more}", names[..names.len().min(NAMES)].join(", "))
}
