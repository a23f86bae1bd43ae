import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
  type RouterHistory,
  useRouter,
} from '@tanstack/react-router'
import { RouterProvider as AriaRouterProvider } from 'react-aria-components'
import { Role } from '@/gen/hamgam/access/v1/access_pb'
import { Toasts } from '@/ui/Toast'
import { Boundary, NotFound } from './Boundary'
import { SignedIn } from './SignedIn'

function Root() {
  const router = useRouter()
  return (
    <AriaRouterProvider navigate={(href) => router.history.push(href)}>
      <Outlet />
      <Toasts />
    </AriaRouterProvider>
  )
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: Boundary })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => (typeof search.next === 'string' ? { next: search.next } : {}),
  component: lazyRouteComponent(() => import('@/features/sign-in/SignInPage'), 'SignInPage'),
})
const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('@/features/sign-in/ForgotPage'), 'ForgotPage'),
})
const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  validateSearch: (search): { token: string } => ({ token: typeof search.token === 'string' ? search.token : '' }),
  component: lazyRouteComponent(() => import('@/features/sign-in/SetPasswordPage'), 'SetPasswordPage'),
})
const certificate = createRoute({
  getParentRoute: () => root,
  path: '/certificates/$code',
  component: lazyRouteComponent(() => import('@/features/certificate/CertificatePage'), 'CertificatePage'),
})

const follow = createRoute({
  getParentRoute: () => root,
  path: '/feedback/follow/$organization',
  component: lazyRouteComponent(() => import('@/features/feedback/FollowPage'), 'FollowPage'),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: SignedIn,
  notFoundComponent: NotFound,
  errorComponent: Boundary,
})

/** A screen of signed-in people: an address, who may see it, and the component that is loaded for it. */
function screen<Path extends string>(path: Path, component: RouteComponent, roles: Role[] = [Role.MEMBER]) {
  return createRoute({
    getParentRoute: () => signedIn,
    path,
    component,
    errorComponent: Boundary,
    staticData: { roles },
  })
}

const adoption = [Role.ADMIN, Role.HR, Role.CHAMPION, Role.SPONSOR]
const trainers = [Role.HR, Role.TRAINER]
const officers = [Role.ADMIN, Role.HR]
const listeners = [Role.HR, Role.TRAINER, Role.SPONSOR, Role.CHAMPION]

const screens = [
  screen(
    '/',
    lazyRouteComponent(() => import('@/features/home/HomePage'), 'HomePage'),
  ),
  screen(
    '/inbox',
    lazyRouteComponent(() => import('@/features/inbox/InboxPage'), 'InboxPage'),
  ),
  screen(
    '/me',
    lazyRouteComponent(() => import('@/features/me/ProfilePage'), 'ProfilePage'),
  ),
  screen(
    '/me/data',
    lazyRouteComponent(() => import('@/features/me/HeldDataPage'), 'HeldDataPage'),
  ),
  screen(
    '/teams',
    lazyRouteComponent(() => import('@/features/teams/TeamsPage'), 'TeamsPage'),
    adoption,
  ),
  screen(
    '/teams/$team',
    lazyRouteComponent(() => import('@/features/team/TeamPage'), 'TeamPage'),
    adoption,
  ),
  screen(
    '/flags',
    lazyRouteComponent(() => import('@/features/flags/FlagsPage'), 'FlagsPage'),
    adoption,
  ),
  screen(
    '/flags/$flag',
    lazyRouteComponent(() => import('@/features/flags/FlagPage'), 'FlagPage'),
    adoption,
  ),
  screen(
    '/learning',
    lazyRouteComponent(() => import('@/features/learning/LearningPage'), 'LearningPage'),
  ),
  screen(
    '/learning/enrollments/$enrollment',
    lazyRouteComponent(() => import('@/features/learning/PlayerPage'), 'PlayerPage'),
  ),
  screen(
    '/feedback',
    lazyRouteComponent(() => import('@/features/feedback/FeedbackPage'), 'FeedbackPage'),
  ),
  screen(
    '/feedback/new',
    lazyRouteComponent(() => import('@/features/feedback/NewProposalPage'), 'NewProposalPage'),
  ),
  screen(
    '/feedback/moderation',
    lazyRouteComponent(() => import('@/features/feedback/ModerationPage'), 'ModerationPage'),
    officers,
  ),
  screen(
    '/feedback/proposals/$proposal',
    lazyRouteComponent(() => import('@/features/feedback/ProposalPage'), 'ProposalPage'),
  ),
  screen(
    '/recognition',
    lazyRouteComponent(() => import('@/features/recognition/RecognitionPage'), 'RecognitionPage'),
  ),
  screen(
    '/challenges',
    lazyRouteComponent(() => import('@/features/challenges/ChallengesPage'), 'ChallengesPage'),
  ),
  screen(
    '/challenges/$challenge',
    lazyRouteComponent(() => import('@/features/challenges/ChallengePage'), 'ChallengePage'),
  ),
  screen(
    '/rewards',
    lazyRouteComponent(() => import('@/features/rewards/RewardsPage'), 'RewardsPage'),
    [Role.HR, Role.SPONSOR],
  ),
  screen(
    '/champions',
    lazyRouteComponent(() => import('@/features/champions/ChampionsPage'), 'ChampionsPage'),
  ),
  screen(
    '/champions/home',
    lazyRouteComponent(() => import('@/features/champions/ChampionHomePage'), 'ChampionHomePage'),
    [Role.CHAMPION],
  ),
  screen(
    '/champions/check-ins/new',
    lazyRouteComponent(() => import('@/features/champions/CheckInPage'), 'CheckInPage'),
    [Role.CHAMPION],
  ),
  screen(
    '/champions/space',
    lazyRouteComponent(() => import('@/features/champions/SpacePage'), 'SpacePage'),
    [Role.CHAMPION, Role.HR],
  ),
  screen(
    '/champions/space/$post',
    lazyRouteComponent(() => import('@/features/champions/PostPage'), 'PostPage'),
    [Role.CHAMPION],
  ),
  screen(
    '/knowledge',
    lazyRouteComponent(() => import('@/features/knowledge/KnowledgePage'), 'KnowledgePage'),
  ),
  screen(
    '/knowledge/$article',
    lazyRouteComponent(() => import('@/features/knowledge/ArticlePage'), 'ArticlePage'),
  ),
  screen(
    '/pulses',
    lazyRouteComponent(() => import('@/features/pulses/PulsesPage'), 'PulsesPage'),
    listeners,
  ),
  screen(
    '/pulses/$pulse',
    lazyRouteComponent(() => import('@/features/pulses/PulsePage'), 'PulsePage'),
    listeners,
  ),
  screen(
    '/pulses/$pulse/rounds/$round',
    lazyRouteComponent(() => import('@/features/pulses/AnswerPage'), 'AnswerPage'),
  ),
  screen(
    '/committees',
    lazyRouteComponent(() => import('@/features/committees/CommitteesPage'), 'CommitteesPage'),
  ),
  screen(
    '/committees/tasks',
    lazyRouteComponent(() => import('@/features/committees/TasksPage'), 'TasksPage'),
  ),
  screen(
    '/committees/$committee',
    lazyRouteComponent(() => import('@/features/committees/CommitteePage'), 'CommitteePage'),
  ),
  screen(
    '/committees/$committee/new-meeting',
    lazyRouteComponent(() => import('@/features/meetings/NewMeetingPage'), 'NewMeetingPage'),
  ),
  screen(
    '/meetings/$meeting',
    lazyRouteComponent(() => import('@/features/meetings/MeetingPage'), 'MeetingPage'),
  ),
  screen(
    '/courses',
    lazyRouteComponent(() => import('@/features/courses/CoursesPage'), 'CoursesPage'),
    trainers,
  ),
  screen(
    '/courses/$course',
    lazyRouteComponent(() => import('@/features/courses/CoursePage'), 'CoursePage'),
    trainers,
  ),
  screen(
    '/curricula',
    lazyRouteComponent(() => import('@/features/curricula/CurriculaPage'), 'CurriculaPage'),
    trainers,
  ),
  screen(
    '/curricula/$curriculum',
    lazyRouteComponent(() => import('@/features/curricula/CurriculumPage'), 'CurriculumPage'),
    trainers,
  ),
  screen(
    '/assignments',
    lazyRouteComponent(() => import('@/features/assignments/AssignmentsPage'), 'AssignmentsPage'),
    trainers,
  ),
  screen(
    '/assignments/new',
    lazyRouteComponent(() => import('@/features/assignments/NewAssignmentPage'), 'NewAssignmentPage'),
    trainers,
  ),
  screen(
    '/assignments/due',
    lazyRouteComponent(() => import('@/features/assignments/DuePage'), 'DuePage'),
  ),
  screen(
    '/assignments/$assignment',
    lazyRouteComponent(() => import('@/features/assignments/AssignmentPage'), 'AssignmentPage'),
    trainers,
  ),
  screen(
    '/assignments/$assignment/edit',
    lazyRouteComponent(() => import('@/features/assignments/EditAssignmentPage'), 'EditAssignmentPage'),
    trainers,
  ),
  screen(
    '/help-requests',
    lazyRouteComponent(() => import('@/features/help-requests/HelpRequestsPage'), 'HelpRequestsPage'),
    trainers,
  ),
  screen(
    '/set-up',
    lazyRouteComponent(() => import('@/features/set-up/SetUpPage'), 'SetUpPage'),
    officers,
  ),
  screen(
    '/set-up/imports',
    lazyRouteComponent(() => import('@/features/imports/ImportsPage'), 'ImportsPage'),
    officers,
  ),
  screen(
    '/set-up/imports/$kind/$import',
    lazyRouteComponent(() => import('@/features/imports/ImportPage'), 'ImportPage'),
    officers,
  ),
  screen(
    '/set-up/applications',
    lazyRouteComponent(() => import('@/features/applications/ApplicationsPage'), 'ApplicationsPage'),
    officers,
  ),
  screen(
    '/set-up/applications/$application',
    lazyRouteComponent(() => import('@/features/applications/ApplicationPage'), 'ApplicationPage'),
    officers,
  ),
  screen(
    '/set-up/sites',
    lazyRouteComponent(() => import('@/features/sites/SitesPage'), 'SitesPage'),
    officers,
  ),
  screen(
    '/set-up/sites/$site',
    lazyRouteComponent(() => import('@/features/sites/SitePage'), 'SitePage'),
    officers,
  ),
  screen(
    '/set-up/positions',
    lazyRouteComponent(() => import('@/features/positions/PositionsPage'), 'PositionsPage'),
    officers,
  ),
  screen(
    '/set-up/teams',
    lazyRouteComponent(() => import('@/features/team-tree/TeamTreePage'), 'TeamTreePage'),
    officers,
  ),
  screen(
    '/set-up/people',
    lazyRouteComponent(() => import('@/features/people/PeoplePage'), 'PeoplePage'),
    officers,
  ),
  screen(
    '/set-up/people/new',
    lazyRouteComponent(() => import('@/features/people/NewPersonPage'), 'NewPersonPage'),
    officers,
  ),
  screen(
    '/set-up/people/$person',
    lazyRouteComponent(() => import('@/features/people/PersonPage'), 'PersonPage'),
    officers,
  ),
  screen(
    '/set-up/organization',
    lazyRouteComponent(() => import('@/features/organization/OrganizationPage'), 'OrganizationPage'),
    officers,
  ),
  screen(
    '/set-up/playbooks',
    lazyRouteComponent(() => import('@/features/playbooks/PlaybooksPage'), 'PlaybooksPage'),
    officers,
  ),
  screen(
    '/set-up/evaluation',
    lazyRouteComponent(() => import('@/features/evaluation/EvaluationPage'), 'EvaluationPage'),
    officers,
  ),
  screen(
    '/mail',
    lazyRouteComponent(() => import('@/features/mail/MailPage'), 'MailPage'),
    [Role.ADMIN],
  ),
  screen(
    '/mail/$mail',
    lazyRouteComponent(() => import('@/features/mail/OneMailPage'), 'OneMailPage'),
    [Role.ADMIN],
  ),
]

const tree = root.addChildren([signIn, forgot, setPassword, certificate, follow, signedIn.addChildren(screens)])

/** The addresses of the app. */
export function makeRouter(history?: RouterHistory) {
  return createRouter({ routeTree: tree, history, scrollRestoration: true, defaultPendingMs: 300 })
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may see the screen; the layout says so to the others. */
    roles?: Role[]
  }
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
